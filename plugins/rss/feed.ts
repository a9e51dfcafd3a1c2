import type { Delivery } from '../../src/distribution/channel.js';
import { readItem, type FeedItem } from './feed-item.js';
import type { Format, FullSettings } from './settings.js';

/** Pages reach back this many entries; older ones are on the site. */
export const oldestEntry = 1000;
/** Retractions fetched beyond a page, so that they do not push live entries out of it. */
const spareRows = 100;

/** Where one format of one page is read. */
export interface FeedPage {
  readonly settings: FullSettings;
  readonly format: Format;
  /** 1 is the newest. */
  readonly number: number;
  /** The feed's public address without query; its stable id. */
  readonly base: string;
  readonly origin: string;
}

/** One page of a feed, ready to be written in any format. */
export interface Feed extends FeedPage {
  readonly items: readonly FeedItem[];
  /** Retracted entries, on the first page only. */
  readonly tombstones: readonly FeedItem[];
  readonly hasNext: boolean;
  readonly updatedAt: Date;
}

/** How many rows a page needs. */
export const rowsNeeded = ({ number, settings }: FeedPage): number => number * settings.itemLimit + spareRows;

/** The rows that may be seen at `now`: no feed format can carry an embargo, so an embargoed entry waits here. */
export const visible = (rows: readonly Delivery[], now: Date): Delivery[] =>
  rows.filter(({ publication, action }) => action === 'retract' || !publication.embargoedUntil || publication.embargoedUntil <= now);

/** When a visible row last changed what a reader sees, to the second. */
export function changedAt({ settledAt, publication, action }: Delivery): Date {
  const embargo = action === 'retract' ? 0 : Number(publication.embargoedUntil ?? 0);
  return new Date(Math.floor(Math.max(Number(settledAt ?? publication.publishedAt), Number(publication.publishedAt), embargo) / 1000) * 1000);
}

/** The newest change among rows; undefined for none. */
export const newest = (rows: readonly Delivery[]): Date | undefined =>
  rows.map(changedAt).reduce<Date | undefined>((latest, at) => (latest && latest >= at ? latest : at), undefined);

/** Lays out visible rows, newest first, as one page. */
export function toFeed(page: FeedPage, rows: readonly Delivery[]): Feed {
  const { itemLimit } = page.settings;
  const live = rows.filter(({ action }) => action !== 'retract');
  const start = (page.number - 1) * itemLimit;
  const tombstones = page.number === 1 && page.format === 'atom' ? rows.filter(({ action }) => action === 'retract').slice(0, spareRows) : [];
  return {
    ...page,
    items: live.slice(start, start + itemLimit).map(({ payload }) => readItem(payload)),
    tombstones: tombstones.map(({ payload }) => readItem(payload)),
    hasNext: live.length > start + itemLimit && start + itemLimit < oldestEntry,
    updatedAt: newest(rows) ?? new Date(0),
  };
}

/** The address of a page of this feed, with the key that opens it, since a reader that follows it needs one. */
export function addressOf(page: FeedPage, number = page.number): string {
  const query = new URLSearchParams();
  if (page.settings.accessKey) query.set('key', page.settings.accessKey);
  if (number > 1) query.set('page', String(number));
  return query.size > 0 ? `${page.base}?${query}` : page.base;
}

/** The page's links by relation, RFC 5005 §3 and WebSub §4, in the order they are written. */
export function linksOf(feed: Feed): { rel: string; href: string }[] {
  const { hub } = feed.settings;
  return [
    { rel: 'self', href: addressOf(feed) },
    ...(hub ? [{ rel: 'hub', href: hub }] : []),
    ...(feed.hasNext || feed.number > 1 ? [{ rel: 'first', href: addressOf(feed, 1) }] : []),
    ...(feed.number > 1 ? [{ rel: 'previous', href: addressOf(feed, feed.number - 1) }] : []),
    ...(feed.hasNext ? [{ rel: 'next', href: addressOf(feed, feed.number + 1) }] : []),
  ];
}

/** The site the feed belongs to. */
export const homePageOf = (feed: FeedPage): string => feed.settings.homePage ?? `${feed.origin}/`;

/** The cover of an entry, when it has one. */
export const coverOf = (item: FeedItem) => item.media.find(({ id, kind }) => id === item.coverId && kind === 'image');
