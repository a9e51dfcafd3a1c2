import { type Dayjs } from 'dayjs';
import { inNewsroom } from '../../components/newsroom-picker.js';

export type View = 'month' | 'week';

/** The Monday on or before this day. */
const mondayOf = (day: Dayjs): Dayjs => day.subtract((day.day() + 6) % 7, 'day');

/** Midnight of a day that is written `YYYY-MM-DD`, in Hangzhou. */
export const startOfDay = (key: string): Dayjs => inNewsroom(new Date(`${key}T00:00:00+08:00`));

/** The days that are shown: whole weeks from Monday to Sunday. Pure. */
export function daysOf(view: View, around: string): string[] {
  const day = startOfDay(around);
  const first = mondayOf(view === 'month' ? day.date(1) : day);
  const last = view === 'month' ? mondayOf(day.endOf('month').startOf('day')).add(6, 'day') : first.add(6, 'day');
  const count = Math.round(last.diff(first, 'hour') / 24) + 1;
  return Array.from({ length: count }, (_, at) => first.add(at, 'day').format('YYYY-MM-DD'));
}

/** The day to look at after turning a page. */
export const turned = (view: View, around: string, pages: number): string => startOfDay(around).add(pages, view).format('YYYY-MM-DD');

/** The same time of day on another day. */
export const onDay = (at: string, key: string): string => startOfDay(key).hour(inNewsroom(at).hour()).minute(inNewsroom(at).minute()).toISOString();

/** The same minute of another hour of a day. */
export const inHour = (at: string, key: string, hour: number): string => startOfDay(key).hour(hour).minute(inNewsroom(at).minute()).toISOString();

/** Where a time goes by an arrow key: days sideways; weeks up and down in a month, half hours in a week. */
export function stepped(at: string, view: View, key: string): string | undefined {
  const moment = inNewsroom(at);
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (sideways) return moment.add(sideways, 'day').toISOString();
  const down = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (!down) return undefined;
  return (view === 'month' ? moment.add(7 * down, 'day') : moment.add(30 * down, 'minute')).toISOString();
}
