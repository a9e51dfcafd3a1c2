import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { assetCache, isPublicAsset, takesFormat, type Asset, type Picture } from '../../media/index.js';

/** A kept rendition as everybody gets it: one block of headers and the bytes. */
interface ReadyPicture {
  /** The asset it was answered for; another copy in memory means that the asset may have changed. */
  readonly asset: Asset;
  readonly head: readonly string[];
  readonly bytes: Buffer;
}

// The bytes are mostly those that media holds in memory already.
const ready = new LRUCache<string, ReadyPicture>({ max: 5000, maxSize: 64_000_000, sizeCalculation: ({ bytes }) => bytes.length + 500, maxEntrySize: 1_500_000 });

/** Pictures differ by address and by the formats that are accepted; undefined where more than that is asked: a range, a condition, a signature. */
function keyOf({ method, url, headers }: FastifyRequest): string | undefined {
  if (method !== 'GET' || headers.range !== undefined || headers['if-none-match'] !== undefined || url.includes('?')) return undefined;
  const { accept = '' } = headers;
  return `${url} ${takesFormat(accept, 'avif') ? 'a' : ''}${takesFormat(accept, 'webp') ? 'w' : ''}`;
}

/** Writes a picture that was answered before, past everything that makes an answer; false when there is none, or when it may have changed. */
export async function sendReadyPicture(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const key = keyOf(request);
  const picture = key === undefined ? undefined : ready.get(key);
  if (!picture || assetCache.peek(picture.asset._id) !== picture.asset || !(await isPublicAsset(picture.asset._id))) return false;
  reply.hijack();
  reply.raw.writeHead(200, [...picture.head, 'x-request-id', request.id]);
  reply.raw.end(picture.bytes);
  return true;
}

/** Keeps an answer that everybody may have and that stays. `headers` are those of the reply but the request's own. */
export function keepReadyPicture(request: FastifyRequest, reply: FastifyReply, asset: Asset, { bytes }: Picture): void {
  const key = keyOf(request);
  if (key === undefined || assetCache.peek(asset._id) !== asset) return;
  const { 'x-request-id': _own, ...headers } = reply.getHeaders();
  ready.set(key, { asset, bytes, head: [...Object.entries(headers).flatMap(([name, value]) => [name, String(value)]), 'content-length', String(bytes.length)] });
}
