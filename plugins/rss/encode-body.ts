import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** Encodings a written page is kept in, the smaller first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Below this many bytes compression saves nothing that counts. */
const worthwhile = 2048;
/** Compressed pages by the page's tag and encoding: each is compressed once. 24 MB at most. */
const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({ maxSize: 24_000_000, maxEntrySize: 6_000_000, sizeCalculation: ({ byteLength }) => byteLength + 200 });
const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** The encoding a reader should get by its Accept-Encoding (RFC 9110 §12.5.3), or none. */
export function encodingFor(accepted: string | null, bytes: number): Encoding | undefined {
  if (!accepted || bytes < worthwhile) return undefined;
  const weights = new Map(accepted.toLowerCase().split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const;
  }));
  return encodings.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0);
}

/** The page in this encoding. `tag` names its content. */
export async function encodeBody(body: Uint8Array<ArrayBuffer>, encoding: Encoding, tag: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${tag}.${encoding}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Uint8Array(encoding === 'br' ? await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await toGzip(body));
  kept.set(key, made);
  return made;
}

/** The tag of the page in this encoding: other bytes, so another strong tag (RFC 9110 §8.8.3.3). */
export const tagOf = (etag: string, encoding: Encoding | undefined): string => (encoding ? etag.replace(/"$/, `.${encoding}"`) : etag);
