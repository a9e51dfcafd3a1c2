/** True when the tags of an If-None-Match header name this one, or anything (RFC 9110 §13.1.2, by weak comparison: proxies that compress weaken tags). */
export const hasTag = (noneMatch: string | undefined, etag: string): boolean =>
  (noneMatch?.match(/(?:W\/)?"[^"]*"|\*/g) ?? []).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));
