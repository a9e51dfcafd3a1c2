/** What identifies an answer: RFC 9110 §8.8. `etag` is quoted. */
export interface Validators {
  readonly etag: string;
  readonly lastModified?: Date;
}

const tagPattern = /(?:W\/)?"[^"]*"|\*/g;

/** True when the reader already has this answer: RFC 9110 §13.1. If-Modified-Since counts only without If-None-Match. */
export function isFresh(headers: Headers, { etag, lastModified }: Validators): boolean {
  const noneMatch = headers.get('if-none-match');
  if (noneMatch !== null) return (noneMatch.match(tagPattern) ?? []).some((tag) => tag === '*' || weak(tag) === weak(etag));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && lastModified !== undefined && lastModified.getTime() <= since;
}

/** Tags of one content in several encodings are one here: what the reader has says the same. */
const weak = (tag: string): string => tag.replace(/^W\//, '').replace(/\.(br|gzip)"$/, '"');
