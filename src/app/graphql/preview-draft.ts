import { unitCache } from '../../accounts/index.js';
import { draftWith, releaseToLookAt, topicCache, type Release } from '../../content/index.js';
import { previewRelease } from '../../distribution/index.js';
import type { Context } from '../../kernel/index.js';
import { assetUrl, findAssets } from '../../media/index.js';
import { htmlOf } from '../http/pages.js';
import { pageSite, toPageArticle } from '../http/page-data.js';
import { articlePage } from '../http/page-templates.js';
import type { DraftPreview, OutletPreview } from './preview-resolver.js';

/** A draft as the site, WeChat and feeds would show it, with what is being typed. Throws NOT_FOUND, INVALID_BODY. */
export async function previewDraft(ctx: Context, id: string, changes?: object): Promise<DraftPreview> {
  const release = await releaseToLookAt(ctx, await draftWith(ctx, id, changes));
  const [sitePage, wechat, feed] = await Promise.all([sitePageOf(ctx, release), outlet(ctx, release, 'wechat'), outlet(ctx, release, 'rss')]);
  return { sitePage, wechat, feed };
}

async function sitePageOf(ctx: Context, release: Release): Promise<string> {
  const { kind, title, summary, slug, body, details, html, author, source, tags, relatedIds, firstPublishedAt, releasedAt } = release;
  const [unit, topics, [cover], attachments, site] = await Promise.all([unitCache.get(release.unitId), topicCache.load(release.topicIds), findAssets(release.coverId ? [release.coverId] : []), findAssets(release.attachmentIds), pageSite(ctx.config)]);
  const shown = { kind, title, summary, slug, body, details, html, author, source, tags, publishedAt: firstPublishedAt, updatedAt: releasedAt, unit, cover, relatedIds, topics: topics.filter((topic) => topic !== undefined), attachments: attachments.filter((asset) => asset !== undefined) };
  return articlePage(site, await toPageArticle(shown, await htmlOf(shown)));
}

async function outlet(ctx: Context, release: Release, channelId: string): Promise<OutletPreview | undefined> {
  const rendering = await previewRelease(ctx, release, channelId);
  if (!rendering) return undefined;
  const { title, summary, author = '' } = release;
  if (!rendering.payload) return { title, summary, author, html: await asHere(ctx, release.html), problem: rendering.problem };
  const sent = JSON.parse(rendering.payload.body) as Partial<Record<'title' | 'digest' | 'summary' | 'content' | 'html' | 'author', string>>;
  return { title: sent.title ?? title, summary: sent.digest ?? sent.summary ?? summary, author: sent.author ?? author, html: await asHere(ctx, sent.content ?? sent.html ?? '') };
}

/** What a channel names for the outlet (`media:<id>`, our public address) as this browser can open it. */
async function asHere(ctx: Context, html: string): Promise<string> {
  const ids = [...new Set([...html.matchAll(/media:(asset_[0-9a-f]{24})/g)].map(([, id]) => id!))];
  const assets = await findAssets(ids);
  const places = new Map(ids.map((id, at) => { const asset = assets[at]; return [id, asset ? assetUrl(asset) : '']; }));
  return html.replace(/media:(asset_[0-9a-f]{24})/g, (_, id: string) => places.get(id) ?? '').replaceAll(`="${ctx.config.publicUrl}/`, '="/');
}
