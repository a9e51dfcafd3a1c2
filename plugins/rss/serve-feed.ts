import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Delivery, Destination, Host } from '../../src/distribution/channel.js';
import { addressOf, newest, oldestEntry, rowsNeeded, toFeed, visible, type Feed, type FeedPage } from './feed.js';
import { isFresh, type Validators } from './is-fresh.js';
import { formats, withDefaults, type Format, type RssSettings } from './settings.js';
import { writeAtom } from './write-atom.js';
import { writeJson } from './write-json.js';
import { writeRss } from './write-rss.js';

const writers: Readonly<Record<Format, (feed: Feed) => string>> = { rss: writeRss, atom: writeAtom, json: writeJson };
const contentTypes: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml; charset=utf-8', atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8',
};

interface Written extends Validators {
  readonly body: Uint8Array<ArrayBuffer>;
}
/** Written pages by what they were written from: bytes, so that an unchanged feed is not written again. 48 MB at most. */
const written = new LRUCache<string, Written>({ maxSize: 48_000_000, maxEntrySize: 12_000_000, sizeCalculation: ({ body }) => body.byteLength + 1000 });

/** Answers a reader: 200, 304, 404 (unknown, or the key is wrong) or 405. Asks the ledger once. */
export async function serveFeed(request: Request, at: Destination<RssSettings>, host: Host): Promise<Response> {
  const page = findPage(new URL(request.url), at);
  if (!page) return plain(404, 'No such feed.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'A feed is only read.\n', { allow: 'GET, HEAD' });
  const rows = visible(await host.delivered(rowsNeeded(page)), host.now());
  const answer = write(page, rows, at.id);
  if (!answer) return plain(404, 'No such page.\n');
  return respond(request, page, answer);
}

function findPage(url: URL, { slug, settings: given }: Destination<RssSettings>): FeedPage | undefined {
  const settings = withDefaults(given);
  const name = lastSegment(url);
  const format = formats.find((one) => name === `${slug}.${one}` && settings.formats.includes(one));
  const number = pageNumber(url.searchParams.get('page'));
  if (!format || !mayRead(url.searchParams.get('key'), settings.accessKey)) return undefined;
  if (!number || (number - 1) * settings.itemLimit >= oldestEntry) return undefined;
  return { settings, format, number, base: `${url.origin}${url.pathname}`, origin: url.origin };
}

function lastSegment(url: URL): string {
  const segment = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const pageNumber = (text: string | null): number | undefined =>
  text === null ? 1 : /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;

/** Compares digests, so that neither the length nor the first wrong letter shows in the time taken. */
const mayRead = (given: string | null, key: string | undefined): boolean => key === undefined || timingSafeEqual(digest(given ?? ''), digest(key));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function write(page: FeedPage, rows: readonly Delivery[], destinationId: string): Written | undefined {
  const from = digest(JSON.stringify([destinationId, page, rows.map(({ id, settledAt, payload }) => [id, settledAt, payload.body.length])])).toString('base64');
  const known = written.get(from);
  if (known) return known;
  const feed = toFeed(page, rows);
  if (page.number > 1 && feed.items.length === 0) return undefined;
  const body = new TextEncoder().encode(writers[page.format](feed));
  const lastModified = newest(rows);
  const answer: Written = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`, ...(lastModified && { lastModified }) };
  written.set(from, answer);
  return answer;
}

function respond(request: Request, page: FeedPage, answer: Written): Response {
  const headers = new Headers({
    etag: answer.etag,
    'cache-control': `${page.settings.accessKey ? 'private' : 'public'}, max-age=${page.settings.ttlMinutes * 60}`,
    vary: 'Accept-Encoding',
  });
  if (answer.lastModified) headers.set('last-modified', answer.lastModified.toUTCString());
  if (page.settings.hub) headers.set('link', `<${page.settings.hub}>; rel="hub", <${addressOf(page)}>; rel="self"`);
  if (isFresh(request.headers, answer)) return new Response(null, { status: 304, headers });
  headers.set('content-type', contentTypes[page.format]);
  headers.set('x-content-type-options', 'nosniff');
  return new Response(request.method === 'HEAD' ? null : answer.body, { status: 200, headers });
}

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } });
