import { findRelated, kindNamed, wordedDetails, type Body } from '../../content/index.js';
import { findOpenFeeds } from '../../distribution/index.js';
import { assetUrl, planRendition, planWidths, renditionPath, type Asset, type RenditionPreset } from '../../media/index.js';
import type { Config } from '../../kernel/index.js';
import type { PageArticle, PageItem, PagePicture, PageSite } from './page-templates.js';

/** What a list is asked for. */
export const listedFields = { title: {}, summary: {}, slug: {}, publishedAt: {}, unit: {}, cover: {} };

/** What one content is asked for. */
export const shownFields = {
  ...listedFields, html: {}, body: {}, updatedAt: {}, author: {}, source: {}, details: {}, topics: {}, tags: {}, attachments: {}, relatedIds: {}, shareTitle: {}, shareDescription: {}, shareImage: {},
};

/** A published content as a page is given it. */
export type Listed = Omit<PageItem, 'kindLabel' | 'picture'> & { readonly kind: string; readonly cover?: Asset };
export type Shown = Listed & Omit<PageArticle, 'kindLabel' | 'picture' | 'details' | 'sharePath' | 'attachments' | 'related' | 'html'> & { readonly html?: string; readonly body: Body; readonly attachments?: readonly Asset[]; readonly relatedIds?: readonly string[]; readonly details?: Readonly<Record<string, unknown>>; readonly shareImage?: Asset };

/** A content in a list: its first place shows the picture large. */
export const toPageItem = (content: Listed, at: number): PageItem => ({ ...content, kindLabel: kindNamed(content.kind).label.zh, picture: pictureOf(content.cover, at === 0 ? 'hero' : 'card') });

/** A content on its own page, with links to what readers may see of its related contents. */
export async function toPageArticle({ details, attachments = [], relatedIds = [], ...content }: Shown, html: string): Promise<PageArticle> {
  const kind = kindNamed(content.kind);
  return {
    ...content, html, details: wordedDetails(kind, details ?? {}), kindLabel: kind.label.zh, picture: pictureOf(content.cover, 'hero'), sharePath: pathOf(content.shareImage ?? content.cover, 'share'),
    attachments: attachments.map((asset) => ({ name: asset.filename, path: assetUrl(asset), bytes: asset.bytes })), related: await findRelated(relatedIds),
  };
}

function pictureOf(asset: Asset | undefined, preset: RenditionPreset): PagePicture | undefined {
  const plan = asset && planRendition(asset, preset);
  if (!asset || !plan) return undefined;
  const srcset = planWidths(asset, preset).map((each) => `${renditionPath(asset._id, each)} ${each.size.width}w`).join(', ');
  return { src: renditionPath(asset._id, plan), srcset, ...plan.size, alt: asset.alt, ...(asset.credit ? { credit: asset.credit } : {}) };
}

function pathOf(asset: Asset | undefined, preset: RenditionPreset): string | undefined {
  const plan = asset && planRendition(asset, preset);
  return asset && plan ? renditionPath(asset._id, plan) : undefined;
}

const feedTypes = { rss: ['application/rss+xml', 'RSS'], atom: ['application/atom+xml', 'Atom'], json: ['application/feed+json', 'JSON Feed'] } as const;
type FeedFormat = keyof typeof feedTypes;
const isFeedFormat = (format: unknown): format is FeedFormat => typeof format === 'string' && Object.hasOwn(feedTypes, format);

/** The site with the first feed that anybody may read, in each of its formats. */
export async function pageSite({ publicUrl }: Config): Promise<PageSite> {
  const [feed] = await findOpenFeeds();
  if (!feed) return { publicUrl, feeds: [] };
  const { formats = Object.keys(feedTypes), title = feed.name } = feed.settings as { formats?: readonly unknown[]; title?: string };
  return { publicUrl, feeds: formats.filter(isFeedFormat).map((format) => ({ title, path: `/feeds/${feed.slug}.${format}`, type: feedTypes[format][0], label: feedTypes[format][1] })) };
}
