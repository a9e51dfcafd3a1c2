import { newsroomZone } from './time.js';

// Hangzhou has no summer time: each of its days is 24 hours long and begins at 16:00 UTC.
const dayMs = 86_400_000;
const format = new Intl.DateTimeFormat('en-CA', { timeZone: newsroomZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The day of a moment in Hangzhou, or so many days after it, as `YYYY-MM-DD`. */
export const dayOf = (at: Date | string, later = 0): string => format.format(new Date(new Date(at).getTime() + later * dayMs));

/** The moment at which a day begins in Hangzhou, in ISO 8601. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
