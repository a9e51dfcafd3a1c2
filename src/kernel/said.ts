import { InvalidInputError } from './errors.js';

/** What a person must say in their own words: trimmed, 1 to `most` characters. Throws InvalidInputError. */
export function said(field: string, text: string, most = 500): string {
  const words = text.trim();
  if (!words || words.length > most) throw new InvalidInputError({ field, reason: `应为 1–${most} 个字 (1 to ${most} characters)` });
  return words;
}
