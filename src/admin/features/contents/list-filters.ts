import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { contentKinds, publicationStates, workflows } from '../../components/content-state.js';
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
    order: search.get('order') === 'oldest' ? 'UPDATED_AT_ASC' : 'UPDATED_AT_DESC',
  };
}

/** The filters as the API takes them. */
export const asContentFilter = ({ kinds, workflow, publication, unit, topic, text, tag, importance, isArchived }: ListFilters): ContentFilter => ({
  isArchived,
  ...(kinds.length > 0 ? { kinds } : {}),
  ...(workflow.length > 0 ? { workflow } : {}),
  ...(publication.length > 0 ? { publication } : {}),
  ...(unit ? { unitId: { eq: unit } } : {}),
  ...(topic ? { topicId: topic } : {}),
  ...(text.trim() ? { text: text.trim() } : {}),
  ...(tag.trim() ? { tag: { eq: tag.trim() } } : {}),
  ...(importance > 1 ? { importance: { gte: importance } } : {}),
});

const filterKeys = ['kind', 'workflow', 'publication', 'unit', 'topic', 'q', 'tag', 'importance', 'archived', 'order'] as const;
export type FilterKey = (typeof filterKeys)[number];

export interface ListFiltersInAddress {
  readonly filters: ListFilters;
  /** The filters alone, as a saved view keeps them. */
  readonly query: string;
  readonly isFiltered: boolean;
  set(key: FilterKey, values: readonly string[]): void;
  /** Takes the filters of a saved view, or of none. */
  show(query: string): void;
}

/** The filters of this page's list. Changing one begins at the first page again. */
export function useListFilters(): ListFiltersInAddress {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const kept = new URLSearchParams([...search].filter(([key]) => filterKeys.some((each) => each === key)));
    return {
      filters: filtersOf(search),
      query: kept.toString(),
      isFiltered: [...kept.keys()].some((key) => key !== 'order'),
      set(key, values) {
        setSearch((now) => {
          const next = new URLSearchParams(now);
          for (const gone of [key, 'after', 'before', 'open']) next.delete(gone);
          for (const value of values) next.append(key, value);
          return next;
        });
      },
      show: (query) => { setSearch(new URLSearchParams(query)); },
    };
  }, [search, setSearch]);
}
