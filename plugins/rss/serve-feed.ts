import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Delivery, Destination, Host } from '../../src/distribution/channel.js';
import { readPlace } from './archive.js';
import { encodeBody, encodingFor, tagOf } from './encode-body.js';
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
  const page = findPage(new URL(request.url), at, host);
  if (!page) return plain(404, 'No such feed.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'A feed is only read.\n', { allow: 'GET, HEAD' });
  const answer = write(page, await host.delivered(rowsNeeded(page), page.archive), at.id, host.now());
  return answer ? respond(request, page, answer) : plain(404, 'No such page.\n');
}

function findPage(url: URL, { slug, settings: given }: Destination<RssSettings>, { hub: ownHub, now }: Host): FeedPage | undefined {
  const settings = withDefaults(given);
  const name = lastSegment(url);
  const format = formats.find((one) => name === `${slug}.${one}` && settings.formats.includes(one));
  const number = pageNumber(url.searchParams.get('page'));
  const place = url.searchParams.get('archive');
  const archive = place === null ? undefined : readPlace(place, now());
  if (!format || !mayRead(url.searchParams.get('key'), settings.accessKey)) return undefined;
  if (!number || (number - 1) * settings.itemLimit >= oldestEntry || (place !== null && (!archive || number > 1))) return undefined;
  const hub = number === 1 && !archive ? settings.hub ?? ownHub : undefined;
  return { settings, format, number, base: `${url.origin}${url.pathname}`, origin: url.origin, ...(archive && { archive }), ...(hub && { hub }) };
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

function write(page: FeedPage, rows: readonly Delivery[], destinationId: string, now: Date): Written | undefined {
  const shown = visible(rows, now);
  const from = digest(JSON.stringify([destinationId, page, rows.length, shown.map(({ id, settledAt, payload }) => [id, settledAt, payload.body.length])])).toString('base64');
  const known = written.get(from);
  if (known) return known;
  const feed = toFeed(page, rows, now);
  const isFirst = page.number === 1 && !page.archive;
  if (!isFirst && feed.items.length + feed.tombstones.length === 0) return undefined;
  const body = new TextEncoder().encode(writers[page.format](feed));
  // An entry may leave an older page for the first; the date of what is left would not tell.
  const lastModified = isFirst ? newest(shown) : undefined;
  const answer: Written = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`, ...(lastModified && { lastModified }) };
  written.set(from, answer);
  return answer;
}

async function respond(request: Request, page: FeedPage, answer: Written): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding'), answer.body.byteLength);
  const headers = new Headers({
    etag: tagOf(answer.etag, encoding),
    'cache-control': `${page.settings.accessKey ? 'private' : 'public'}, max-age=${page.settings.ttlMinutes * 60}`,
    vary: 'Accept-Encoding',
    link: `${page.hub ? `<${page.hub}>; rel="hub", ` : ''}<${addressOf(page)}>; rel="self"`,
  });
  if (answer.lastModified) headers.set('last-modified', answer.lastModified.toUTCString());
  if (isFresh(request.headers, answer)) return new Response(null, { status: 304, headers });
  headers.set('content-type', contentTypes[page.format]);
  headers.set('x-content-type-options', 'nosniff');
  if (encoding) headers.set('content-encoding', encoding);
  if (request.method === 'HEAD') return new Response(null, { status: 200, headers });
  return new Response(encoding ? await encodeBody(answer.body, encoding, answer.etag) : answer.body, { status: 200, headers });
}

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } });
