import { InvalidInputError } from './errors.js';

/** Whose days the newsroom counts in. */
export const newsroomZone = 'Asia/Shanghai';

/** Days a chart may go back. */
const mostDays = 92;
const dayMs = 86_400_000;
/** Hangzhou has no summer time. */
const zoneOffsetMs = 8 * 3_600_000;

/** The first moment of the newsroom's day `days - 1` days ago, so that today is the last of `days` days. Throws INVALID_INPUT outside 1 to 92. */
export function startOfDays(now: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new InvalidInputError({ field: 'days', reason: `应为 1–${mostDays} (1 to ${mostDays})` });
  const today = Math.floor((now.getTime() + zoneOffsetMs) / dayMs);
  return new Date((today - days + 1) * dayMs - zoneOffsetMs);
}

/** An aggregation expression: the newsroom's day of a date field, as 2026-11-28. */
export const dayOf = (field: string): object => ({ $dateToString: { date: field, format: '%Y-%m-%d', timezone: newsroomZone } });
