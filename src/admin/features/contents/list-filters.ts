import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../app/session/me.js';
import { contentKinds, publicationStates, workflows } from '../../components/content-state.js';
import { dayOf, isDay, startOfDay } from '../../components/newsroom-day.js';
import type { ContentFilter, ContentOrder, PublicationState, Workflow } from '../../graphql/generated/schema-types.js';

/** The filters of a list of contents as the address holds them. */
export interface ListFilters {
  readonly kinds: readonly string[];
  readonly workflow: readonly Workflow[];
  readonly publication: readonly PublicationState[];
  readonly unit: string | undefined;
  readonly topic: string | undefined;
  /** Words that stand anywhere in it. */
  readonly text: string;
  readonly tag: string;
  /** The least importance; 1 is all. */
  readonly importance: number;
  readonly isArchived: boolean;
  /** Only what this person began. */
  readonly isMine: boolean;
  /** When it was last changed. */
  readonly changed: Changed | undefined;
  readonly order: Extract<ContentOrder, 'UPDATED_AT_DESC' | 'UPDATED_AT_ASC'>;
}

const among = <T extends string>(set: readonly T[], values: readonly string[]): readonly T[] => set.filter((each) => values.includes(each));

/** Reads the filters from an address. What is unknown there is passed over: an old link still shows a list. */
function filtersOf(search: URLSearchParams): ListFilters {
  return {
    kinds: among(contentKinds, search.getAll('kind')),
    workflow: among(workflows, search.getAll('workflow')),
    publication: among(publicationStates, search.getAll('publication')),
    unit: /^unit_[0-9a-f]{24}$/.exec(search.get('unit') ?? '')?.[0],
    topic: /^topic_[0-9a-f]{24}$/.exec(search.get('topic') ?? '')?.[0],
    text: (search.get('q') ?? '').slice(0, 100),
    tag: (search.get('tag') ?? '').slice(0, 30),
    importance: /^[2-5]$/.test(search.get('importance') ?? '') ? Number(search.get('importance')) : 1,
    isArchived: search.get('archived') === 'yes',
    isMine: search.get('author') === 'me',
    changed: changedOf(search.get('changed') ?? ''),
    order: search.get('order') === 'oldest' ? 'UPDATED_AT_ASC' : 'UPDATED_AT_DESC',
  };
}

/** The last so many days with today, which stay the last ones in a link and a saved view; or from one day to another, both with it. */
export type Changed = { readonly days: number } | { readonly from: string; readonly to: string };

/** Numbers of days that are offered. */
export const changedDays = [1, 7, 30] as const;

function changedOf(text: string): Changed | undefined {
  const days = /^([1-9]\d?)d$/.exec(text)?.[1];
  if (days) return { days: Number(days) };
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  return from && to && isDay(from) && isDay(to) ? { from, to } : undefined;
}

/** As it stands in the address. */
export const changedText = (changed: Changed): string => ('days' in changed ? `${changed.days}d` : `${changed.from}..${changed.to}`);

const spanOf = (changed: Changed): { since: string; until?: string } =>
  ('days' in changed ? { since: startOfDay(dayOf(new Date(), 1 - changed.days)) } : { since: startOfDay(changed.from), until: startOfDay(dayOf(startOfDay(changed.to), 1)) });

/** The filters as the API takes them, for the person with this id. */
export const asContentFilter = ({ kinds, workflow, publication, unit, topic, text, tag, importance, isArchived, isMine, changed }: ListFilters, personId: string): ContentFilter => ({
  isArchived,
  ...(kinds.length > 0 ? { kinds } : {}),
  ...(workflow.length > 0 ? { workflow } : {}),
  ...(publication.length > 0 ? { publication } : {}),
  ...(unit ? { unitId: { eq: unit } } : {}),
  ...(topic ? { topicId: topic } : {}),
  ...(text.trim() ? { text: text.trim() } : {}),
  ...(tag.trim() ? { tag: { eq: tag.trim() } } : {}),
  ...(importance > 1 ? { importance: { gte: importance } } : {}),
  ...(isMine ? { createdBy: { eq: personId } } : {}),
  ...(changed ? { updatedAt: spanOf(changed) } : {}),
});

const filterKeys = ['kind', 'workflow', 'publication', 'unit', 'topic', 'q', 'tag', 'importance', 'archived', 'author', 'changed', 'order'] as const;
export type FilterKey = (typeof filterKeys)[number];

export interface ListFiltersInAddress {
  readonly filters: ListFilters;
  /** The filters as the API takes them. */
  readonly asked: ContentFilter;
  /** The filters alone, as a saved view keeps them. */
  readonly query: string;
  readonly isFiltered: boolean;
  /** Sets one filter; `isSameStep` when it goes on from what was just set, so that Back does not stop at every letter. */
  set(key: FilterKey, values: readonly string[], options?: { readonly isSameStep?: boolean }): void;
  /** Takes the filters of a saved view, or of none. */
  show(query: string): void;
}

/** The filters of this page's list. Changing one begins at the first page again. */
export function useListFilters(): ListFiltersInAddress {
  const [search, setSearch] = useSearchParams();
  const { person: { id } } = useMe();
  return useMemo(() => {
    const kept = new URLSearchParams([...search].filter(([key]) => filterKeys.some((each) => each === key)));
    return {
      filters: filtersOf(search),
      asked: asContentFilter(filtersOf(search), id),
      query: kept.toString(),
      isFiltered: [...kept.keys()].some((key) => key !== 'order'),
      set(key, values, { isSameStep = false } = {}) {
        setSearch((now) => {
          const next = new URLSearchParams(now);
          for (const gone of [key, 'after', 'before', 'open']) next.delete(gone);
          for (const value of values) next.append(key, value);
          return next;
        }, { replace: isSameStep });
      },
      show: (query) => { setSearch(new URLSearchParams(query)); },
    };
  }, [search, setSearch, id]);
}
