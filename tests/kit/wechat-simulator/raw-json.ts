import type { JsonObject } from './endpoint.js';
import { isObject } from './endpoint.js';
import { reject } from './rejection.js';

/**
 * Reads a request body as the platform does: UTF-8 JSON whose `\uXXXX` escapes are not decoded, so each counts and shows as six
 * literal characters. Empty is 44002; form encoding, broken JSON or another top than an object is 47001.
 */
export function readRawJson(bytes: Buffer): JsonObject {
  if (bytes.length === 0) reject(44002);
  const parsed = parse(bytes);
  return isObject(parsed) ? parsed : reject(47001);
}

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(keepUnicodeEscapes(text));
  } catch {
    return reject(47001);
  }
}

/** Doubles the backslash of every `\uXXXX`; pairs like `\\` and `\"` pass untouched. */
const keepUnicodeEscapes = (text: string): string =>
  text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (escape, rest: string) => (rest.length === 5 ? `\\${escape}` : escape));
