import type { Action, Payload, Publication, PublicationMedia } from '../../src/distribution/channel.js';
import { portableHtml } from './portable-html.js';
import { oneLine, xmlSafe } from './text.js';

/** One entry as it is frozen in the ledger; the three formats are written from it. Times are ISO 8601. */
export interface FeedItem {
  /** The form of these bytes; raise it when the form changes, because old rows are served for years. */
  readonly model: 1;
  readonly id: string;
  readonly contentId: string;
  readonly version: number;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly author?: string;
  readonly categories: readonly string[];
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly embargoedUntil?: string;
  readonly note?: string;
  readonly isRetracted: boolean;
  readonly coverId?: string;
  readonly media: readonly FeedMedia[];
}
export type FeedMedia = Pick<PublicationMedia, 'id' | 'kind' | 'alt' | 'url' | 'contentType' | 'bytes' | 'width' | 'height' | 'duration' | 'poster' | 'credit'>;

/** The payload of one action: the feed entry as JSON, equal bytes for equal publications. Retractions carry no text. */
export function renderItem(publication: Publication, action: Action): Payload {
  return { contentType: 'application/json', body: JSON.stringify(action === 'retract' ? retracted(publication) : toItem(publication)) };
}

/** The entry of a delivered row. */
export const readItem = (payload: Payload): FeedItem => JSON.parse(payload.body) as FeedItem;

function toItem(publication: Publication): FeedItem {
  return {
    ...retracted(publication),
    summary: xmlSafe(publication.summary),
    html: portableHtml(publication.html, publication.url),
    ...optional('author', publication.author ?? publication.source),
    categories: [...new Set([...publication.topics.map(({ name }) => name), ...publication.tags].map(oneLine))].filter(Boolean),
    ...(publication.embargoedUntil && { embargoedUntil: publication.embargoedUntil.toISOString() }),
    isRetracted: false,
    ...(publication.coverId && { coverId: publication.coverId }),
    media: publication.media.map(toMedia),
  };
}

const retracted = (publication: Publication): FeedItem => ({
  model: 1,
  id: tagOf(publication),
  contentId: publication.contentId,
  version: publication.version,
  url: new URL(publication.url).href,
  title: oneLine(publication.title),
  summary: '',
  html: '',
  categories: [],
  publishedAt: publication.firstPublishedAt.toISOString(),
  updatedAt: publication.publishedAt.toISOString(),
  ...optional('note', publication.note),
  isRetracted: true,
  media: [],
});

const toMedia = ({ id, kind, alt, url, contentType, bytes, width, height, duration, poster, credit }: PublicationMedia): FeedMedia => ({
  id, kind, alt: oneLine(alt), url: new URL(url).href, contentType, bytes,
  ...(width !== undefined && { width }), ...(height !== undefined && { height }), ...(duration !== undefined && { duration }),
  ...(poster !== undefined && { poster: new URL(poster).href }), ...(credit !== undefined && { credit: oneLine(credit) }),
});

/** RFC 4151: a host, a day on which it published, and our own id. Slug, title and version may change; this may not. */
function tagOf({ contentId, firstPublishedAt, url }: Publication): string {
  return `tag:${new URL(url).hostname},${firstPublishedAt.toISOString().slice(0, 10)}:${contentId}`;
}

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [key]: oneLine(value) }) as { [P in K]?: string };
