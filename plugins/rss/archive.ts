import type { DeliveredBefore, Delivery } from '../../src/distribution/channel.js';

/** RFC 5005 §2: the namespace of fh:archive. */
export const historyNamespace = 'http://purl.org/syndication/history/1.0';

/** Entries of one archive page at most; a month that has more is several pages. */
export const archiveSize = 500;

/** When a row was settled; rows of the ledger always were. */
export const settledAt = ({ settledAt: at, publication }: Delivery): Date => at ?? publication.publishedAt;

const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));

/** The first instant of the UTC month after the one this time lies in: the address of that month's archive. */
export const monthAfter = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));

/**
 * One archive page, RFC 5005 §4: the rows of one month behind a place, newest first, and where the page before it begins. Months
 * do not move when entries arrive, so a reader that has a page need not read it again.
 */
export function archiveOf(rows: readonly Delivery[], { settledAt: until }: DeliveredBefore): { shown: Delivery[]; previous?: DeliveredBefore } {
  const from = monthOf(new Date(until.getTime() - 1));
  const month = rows.filter((row) => settledAt(row) >= from);
  const shown = month.slice(0, archiveSize);
  const [last, older] = [shown.at(-1), rows[month.length]];
  if (month.length > archiveSize && last) return { shown, previous: { settledAt: settledAt(last), contentId: last.publication.contentId } };
  return { shown, ...(older ? { previous: { settledAt: monthAfter(settledAt(older)) } } : {}) };
}

/** A place as an address has it: milliseconds since 1970, and the content where one instant does not do. */
export const writePlace = ({ settledAt: at, contentId }: DeliveredBefore): string => `${at.getTime()}${contentId ? `~${contentId}` : ''}`;

/** The place an address names. Undefined when it names none of ours: a month's end up to the present month's, or an entry. */
export function readPlace(text: string, now: Date): DeliveredBefore | undefined {
  const [, ms, contentId] = /^(\d{1,14})(?:~([\w-]{1,100}))?$/.exec(text) ?? [];
  const at = new Date(Number(ms));
  if (!ms || Number.isNaN(at.getTime()) || at > monthAfter(now)) return undefined;
  if (contentId) return { settledAt: at, contentId };
  return monthOf(at).getTime() === at.getTime() ? { settledAt: at } : undefined;
}
