import { useMemo } from 'react';
import type { RequestError } from '../../graphql/request.js';
import { useRead } from '../../graphql/use-graphql.js';
import type { ScheduleContentInput } from '../../graphql/generated/schema-types.js';
import { CalendarPublishedDocument, CalendarScheduledDocument, type CalendarScheduledQuery } from './calendar.generated.js';
import { startOfDay } from './days.js';

/** Something in the calendar. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly unit: string | undefined;
  readonly at: string;
  /** What will be published, its correction, or what was. */
  readonly kind: 'scheduled' | 'correction' | 'published';
  readonly embargoedUntil?: string;
  readonly note?: string;
  /** What a new time leaves as it is, as the API takes it. */
  readonly kept?: Omit<ScheduleContentInput, 'id' | 'at' | 'timeZone'>;
}

type Schedule = NonNullable<NonNullable<CalendarScheduledQuery['contents']['nodes'][number]['editorial']>['schedule']>;

function keptOf({ note, embargoedUntil, embargoTimeZone, targets }: Schedule): NonNullable<Entry['kept']> {
  return {
    ...(note ? { note } : {}), ...(embargoedUntil ? { embargoedUntil } : {}), ...(embargoTimeZone ? { embargoTimeZone } : {}),
    ...(targets ? { targets: { also: targets.also, only: targets.only, except: targets.except } } : {}),
  };
}

export interface Entries {
  readonly entries: readonly Entry[] | undefined;
  readonly error: RequestError | null;
  /** More than can be shown. */
  readonly isCut: boolean;
  refetch(): void;
}

/** What was and will be published on these days, by time. */
export function useEntries(days: readonly string[]): Entries {
  const since = startOfDay(days[0]!).toISOString();
  const until = startOfDay(days.at(-1)!).add(1, 'day').toISOString();
  const scheduled = useRead(CalendarScheduledDocument, {}, { everyMs: 30_000, keepsLast: true });
  const published = useRead(CalendarPublishedDocument, { filter: { publishedAt: { since, until } } }, { everyMs: 60_000, keepsLast: true });
  const entries = useMemo(() => {
    if (!scheduled.data || !published.data) return undefined;
    const coming = scheduled.data.contents.nodes.flatMap(({ id, title, unit, editorial }): Entry[] => {
      const time = editorial?.schedule;
      if (!time || time.at < since || time.at >= until) return [];
      return [{ id, title, unit: unit?.shortName, at: time.at, kind: editorial.publication === 'PUBLISHED' ? 'correction' : 'scheduled', ...(time.embargoedUntil ? { embargoedUntil: time.embargoedUntil } : {}), ...(time.note ? { note: time.note } : {}), kept: keptOf(time) }];
    });
    const past = published.data.contents.nodes.flatMap(({ id, title, unit, publishedAt }): Entry[] => (publishedAt ? [{ id, title, unit: unit?.shortName, at: publishedAt, kind: 'published' }] : []));
    return [...past, ...coming].sort((a, b) => a.at.localeCompare(b.at));
  }, [scheduled.data, published.data, since, until]);
  const isCut = [scheduled, published].some(({ data }) => data && (data.contents.totalCount ?? 0) > data.contents.nodes.length);
  return { entries, error: scheduled.error ?? published.error, isCut, refetch: () => { void scheduled.refetch(); void published.refetch(); } };
}
