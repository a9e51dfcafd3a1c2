import { dayOf } from '../../../components/newsroom-day.js';

/** One kind of bar: its name, its colour's token, and a number for each day. */
export interface Series {
  readonly id: string;
  readonly name: string;
  readonly token: `--${string}`;
  readonly values: readonly number[];
}

/** The last days in Hangzhou, oldest first, today included, as 2026-11-28. */
export const lastDays = (now: Date, count: number): string[] => Array.from({ length: count }, (_, at) => dayOf(now, at + 1 - count));

/** For each day the sum of what its rows tell; zero where there is none. */
export const valuesByDay = <Row extends { readonly day: string }>(days: readonly string[], rows: readonly Row[], tell: (row: Row) => number): number[] =>
  days.map((day) => rows.filter((row) => row.day === day).reduce((sum, row) => sum + tell(row), 0));

/** Whether there is anything to draw. */
export const isEmpty = (series: readonly Series[]): boolean => series.every(({ values }) => values.every((value) => value === 0));
