import { InvalidInputError } from '../kernel/index.js';

/** The city's own zone. */
export const homeTimeZone = 'Asia/Shanghai';

/** Throws INVALID_INPUT for what is not an IANA time zone. */
export function assertTimeZone(field: string, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new InvalidInputError({ field, reason: `「${timeZone.slice(0, 40)}」不是时区，应如 Asia/Shanghai (not an IANA time zone)` });
  }
}
