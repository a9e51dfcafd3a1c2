import type { DeliveredBefore, Delivery } from '../../src/distribution/channel.js';
import { archiveOf, archiveSize, monthAfter, settledAt, writePlace } from './archive.js';
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
  /** Set on an archive page: what it shows stands behind this place. */
  readonly archive?: DeliveredBefore;
  /** The feed's public address without query; its stable id. */
  readonly base: string;
  readonly origin: string;
  /** The WebSub hub that pushes the feed. Only the newest page has one: the others are not pushed. */
  readonly hub?: string;
}

/** One page of a feed, ready to be written in any format. */
export interface Feed extends FeedPage {
  readonly items: readonly FeedItem[];
  /** Retracted entries, on the first page and on archive pages only. */
  readonly tombstones: readonly FeedItem[];
  readonly hasNext: boolean;
  /** Where the older entries are: the archive page before this one. */
  readonly previousArchive?: DeliveredBefore;
  readonly updatedAt: Date;
}

/** How many rows a page needs. */
export const rowsNeeded = ({ number, settings, archive }: FeedPage): number => (archive ? archiveSize + 1 : number * settings.itemLimit + spareRows);

/** The rows that may be seen at `now`: no feed format can carry an embargo, so an embargoed entry waits here. */
export const visible = (rows: readonly Delivery[], now: Date): Delivery[] =>
  rows.filter(({ publication, action }) => action === 'retract' || !publication.embargoedUntil || publication.embargoedUntil <= now);

/** When a visible row last changed what a reader sees, to the second. */
function changedAt({ settledAt: settled, publication, action }: Delivery): Date {
  const embargo = action === 'retract' ? 0 : Number(publication.embargoedUntil ?? 0);
  return new Date(Math.floor(Math.max(Number(settled ?? publication.publishedAt), Number(publication.publishedAt), embargo) / 1000) * 1000);
}

/** The newest change among rows; undefined for none. */
export const newest = (rows: readonly Delivery[]): Date | undefined =>
  rows.map(changedAt).reduce<Date | undefined>((latest, at) => (latest && latest >= at ? latest : at), undefined);

/** Lays out a page from the ledger's rows, newest first. */
export function toFeed(page: FeedPage, rows: readonly Delivery[], now: Date): Feed {
  return page.archive ? toArchive(page, page.archive, rows, now) : toPage(page, visible(rows, now));
}

function toPage(page: FeedPage, rows: readonly Delivery[]): Feed {
  const { itemLimit } = page.settings;
  const live = rows.filter(({ action }) => action !== 'retract');
  const start = (page.number - 1) * itemLimit;
  const shown = live.slice(start, start + itemLimit);
  const last = shown.at(-1);
  const hasOlder = live.length > start + itemLimit;
  return {
    ...page,
    items: shown.map(({ payload }) => readItem(payload)),
    tombstones: page.number === 1 ? tombstonesOf(page, rows).slice(0, spareRows) : [],
    hasNext: hasOlder && start + itemLimit < oldestEntry,
    ...(page.number === 1 && hasOlder && last ? { previousArchive: { settledAt: monthAfter(settledAt(last)) } } : {}),
    updatedAt: newest(rows) ?? new Date(0),
  };
}

function toArchive(page: FeedPage, before: DeliveredBefore, rows: readonly Delivery[], now: Date): Feed {
  const { shown, previous } = archiveOf(rows, before);
  const seen = visible(shown, now);
  return {
    ...page,
    items: seen.filter(({ action }) => action !== 'retract').map(({ payload }) => readItem(payload)),
    tombstones: tombstonesOf(page, seen),
    hasNext: false,
    ...(previous ? { previousArchive: previous } : {}),
    updatedAt: newest(seen) ?? new Date(0),
  };
}

const tombstonesOf = ({ format }: FeedPage, rows: readonly Delivery[]): FeedItem[] =>
  (format === 'atom' ? rows.filter(({ action }) => action === 'retract').map(({ payload }) => readItem(payload)) : []);

/** The address of a page of this feed, with the key that opens it, since a reader that follows it needs one. */
export function addressOf(page: FeedPage, { number = 1, archive }: Partial<Pick<FeedPage, 'number' | 'archive'>> = page): string {
  const query = new URLSearchParams();
  if (page.settings.accessKey) query.set('key', page.settings.accessKey);
  if (archive) query.set('archive', writePlace(archive));
  else if (number > 1) query.set('page', String(number));
  return query.size > 0 ? `${page.base}?${query}` : page.base;
}

/** The page's links by relation, RFC 5005 and WebSub §4, in the order they are written. */
export function linksOf(feed: Feed): { rel: string; href: string }[] {
  const { hub, number, hasNext, archive, previousArchive } = feed;
  return [
    { rel: 'self', href: addressOf(feed) },
    ...(hub ? [{ rel: 'hub', href: hub }] : []),
    ...(archive ? [{ rel: 'current', href: addressOf(feed, {}) }] : []),
    ...(!archive && (hasNext || number > 1) ? [{ rel: 'first', href: addressOf(feed, {}) }] : []),
    ...(!archive && number > 1 ? [{ rel: 'previous', href: addressOf(feed, { number: number - 1 }) }] : []),
    ...(hasNext ? [{ rel: 'next', href: addressOf(feed, { number: number + 1 }) }] : []),
    ...(previousArchive ? [{ rel: 'prev-archive', href: addressOf(feed, { archive: previousArchive }) }] : []),
  ];
}

/** The site the feed belongs to. */
export const homePageOf = (feed: FeedPage): string => feed.settings.homePage ?? `${feed.origin}/`;

/** The cover of an entry, when it has one. */
export const coverOf = (item: FeedItem) => item.media.find(({ id, kind }) => id === item.coverId && kind === 'image');
