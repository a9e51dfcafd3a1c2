import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { useContentNames } from '../../components/content-state.js';
import { saveFile, toCsv } from '../../components/csv.js';
import { formatTime } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { request } from '../../graphql/request.js';
import { ContentsDocument, type ContentLineFragment } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import type { ListFiltersInAddress } from './list-filters.js';

/** Most rows of one file: more is no reading matter, and would keep the server busy. */
const mostRows = 5000;

export interface Export {
  /** How many rows are there so far; undefined while nothing is exported. */
  readonly count: number | undefined;
  readonly start: () => void;
}

/** Writes the filtered list, all pages of it, into a CSV file. */
export function useExport({ asked, filters }: ListFiltersInAddress): Export {
  const say = useWords(contentsWords);
  const names = useContentNames();
  const toast = useToast();
  const [count, setCount] = useState<number>();

  async function run(): Promise<void> {
    const rows: ContentLineFragment[] = [];
    let after: string | undefined;
    let hasMore = true;
    while (hasMore && rows.length < mostRows) {
      const { contents } = await request(ContentsDocument, { filter: asked, orderBy: filters.order, first: 100, ...(after ? { after } : {}) });
      rows.push(...contents.nodes);
      setCount(rows.length);
      hasMore = contents.pageInfo.hasNextPage;
      after = contents.pageInfo.endCursor ?? undefined;
    }
    const head = [say('title'), say('kind'), say('unit'), say('topic'), say('workflow'), say('publication'), say('importance'), say('saved'), say('author'), 'ID'];
    const line = ({ id, title, unit, topics, editorial, importance }: ContentLineFragment): (string | number)[] => [
      title, names.kind(id), unit?.shortName ?? '', topics.map(({ name }) => name).join('；'), editorial ? names.workflow(editorial.workflow) : '', editorial ? names.publication(editorial.publication) : '',
      importance, editorial ? formatTime(editorial.savedAt) : '', editorial?.savedByName ?? '', id,
    ];
    saveFile(`yici-${formatTime(new Date(), 'exact', 'en').replace(/\D+/g, '')}.csv`, toCsv([head, ...rows.map(line)]));
    toast.done(say(hasMore ? 'exportedMost' : 'exported', { count: rows.length }));
  }
  return {
    count,
    start: () => {
      if (count !== undefined) return;
      setCount(0);
      run().catch(toast.failed).finally(() => { setCount(undefined); });
    },
  };
}
