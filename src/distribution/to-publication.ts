import { unitCache } from '../accounts/index.js';
import { assetIds, detailAssetIds, kindNamed, topicCache, wordedDetails, type Release } from '../content/index.js';
import { assetUrl, filmTagForOutlets, findAssets, findPlayableFilms, planRendition, renditionPath, showFilms, type Asset, type PlayableFilm } from '../media/index.js';
import type { BodyNode, PicturePreset, Publication, PublicationMedia, PublicationTerm } from './channel.js';

/** What a publication shows of other things, as they are at this moment; it is frozen with them. */
export interface PublicationLookups {
  readonly publicUrl: string;
  readonly unit?: PublicationTerm;
  readonly topics: readonly PublicationTerm[];
  readonly media: readonly PublicationMedia[];
  /** Films that can be played, by asset. */
  readonly films: ReadonlyMap<string, PlayableFilm>;
  readonly details: Publication['details'];
}

/** A release as plugins get it. Pure; absent things are left out, since the result is stored and compared. */
export function toPublication(release: Release, { publicUrl, unit, topics, media, films, details }: PublicationLookups): Publication {
  const { contentId, version, kind, title, summary, isOriginal, tags, importance, firstPublishedAt, releasedAt } = release;
  const { shortTitle, author, source, place, coverId, occurredAt, embargoedUntil, embargoTimeZone, note } = release;
  return {
    contentId, version, kind, title, summary, isOriginal, tags, importance, topics, media, details, firstPublishedAt,
    html: absoluteHtml(showFilms(release.html, films, filmTagForOutlets), publicUrl), body: release.body as unknown as BodyNode, url: `${publicUrl}/c/${encodeURIComponent(release.slug)}`, language: 'zh-CN', publishedAt: releasedAt,
    ...present({ shortTitle, author, source, place, coverId, occurredAt, embargoedUntil, embargoTimeZone, note, unit }),
  };
}

const present = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')) as { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Our own sanitiser writes attributes with double quotes, so an address on this site is always `src="/…` and the like. */
export const absoluteHtml = (html: string, publicUrl: string): string => html.replace(/\b(src|href|poster)="\/(?!\/)/g, `$1="${publicUrl}/`);

/** Every asset a release names: its cover, its film, what stands in its body, its attachments. */
const mediaIdsOf = (release: Pick<Release, 'kind' | 'coverId' | 'body' | 'attachmentIds' | 'details'>): string[] =>
  [...new Set([...(release.coverId ? [release.coverId] : []), ...detailAssetIds(kindNamed(release.kind), release.details), ...assetIds(release.body), ...release.attachmentIds])];

/** A film goes out as the MP4 made of it: what was uploaded may play nowhere but on the telephone it comes from. Until that is made, the upload goes out. */
function toMedia(asset: Asset, publicUrl: string, film: PlayableFilm | undefined): PublicationMedia {
  const { _id: id, kind, alt, contentType, bytes, sha256, width, height, credit } = asset;
  if (!film) return { id, kind, alt, contentType, bytes, sha256, url: `${publicUrl}${assetUrl(asset)}`, ...present({ width, height, credit }), ...renditionsOf(asset, publicUrl) };
  return {
    id, kind, alt, contentType: 'video/mp4', bytes: film.mp4Bytes, sha256: film.mp4Sha256, url: `${publicUrl}${film.mp4}`, width: film.width, height: film.height,
    duration: film.durationSeconds, poster: `${publicUrl}${film.poster}`, ...present({ credit }),
  };
}

/** What receivers take besides the original: large for their pages, small for lists, and the shape that is shared. */
const presetsForReceivers = ['partner', 'feed', 'share'] as const satisfies readonly PicturePreset[];

function renditionsOf(asset: Asset, publicUrl: string): Pick<PublicationMedia, 'renditions'> {
  if (asset.kind !== 'image') return {};
  const renditions = presetsForReceivers.flatMap((preset) => {
    const plan = planRendition(asset, preset);
    return plan ? [{ preset, url: `${publicUrl}${renditionPath(asset._id, plan)}`, width: plan.size.width, height: plan.size.height }] : [];
  });
  return renditions.length > 0 ? { renditions } : {};
}

/** Looks up what a publication of this release shows. */
export async function lookUp(release: Release, publicUrl: string): Promise<PublicationLookups> {
  const [unit, topics, assets] = await Promise.all([unitCache.get(release.unitId), topicCache.load(release.topicIds), findAssets(mediaIdsOf(release))]);
  const films = await findPlayableFilms(assets);
  return {
    publicUrl, films,
    ...(unit ? { unit: { id: unit._id, name: unit.name } } : {}),
    topics: topics.flatMap((topic) => (topic ? [{ id: topic._id, name: topic.name }] : [])),
    media: assets.flatMap((asset) => (asset ? [toMedia(asset, publicUrl, films.get(asset._id))] : [])),
    details: wordedDetails(kindNamed(release.kind), release.details),
  };
}
