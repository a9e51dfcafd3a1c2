import { useState } from 'react';
import type { ContentLineFragment } from './contents.generated.js';

export interface Chosen {
  readonly chosen: readonly ContentLineFragment[];
  readonly choose: (rows: readonly ContentLineFragment[]) => void;
}

/** The ticked rows of a list. They stay ticked from page to page; another filter unticks them, for nothing is done to what nobody sees in the list. */
export function useChosen(query: string, rows: readonly ContentLineFragment[]): Chosen {
  const [choice, setChoice] = useState<{ readonly query: string; readonly rows: readonly ContentLineFragment[] }>({ query, rows: [] });
  // Gone for good, also for who comes back to the filter: it would be forgotten by then that they were ticked.
  if (choice.query !== query) setChoice({ query, rows: [] });
  const kept = choice.query === query ? choice.rows : [];
  // What is shown is newer than what was ticked.
  return { chosen: kept.map((old) => rows.find(({ id }) => id === old.id) ?? old), choose: (next) => { setChoice({ query, rows: next }); } };
}
