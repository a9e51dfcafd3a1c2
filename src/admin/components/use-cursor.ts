import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Where a list stands, kept in the address: so a link shows the same page, and Back goes back. */
export interface CursorPage {
  readonly size: number;
  /** To spread into the variables of a list's query. */
  readonly args: { readonly first?: number; readonly after?: string; readonly last?: number; readonly before?: string };
  goAfter(cursor: string | null): void;
  goBefore(cursor: string | null): void;
  setSize(size: number): void;
}

const sizes = [20, 50, 100];

/** The page of the list on this page. A page with two lists has none in the address for the second. */
export function useCursor(usualSize = 20): CursorPage {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('size'));
  const size = sizes.includes(asked) ? asked : usualSize;
  const [after, before] = [search.get('after'), search.get('before')];
  return useMemo(() => {
    const go = (change: Readonly<Record<string, string | undefined>>): void => {
      setSearch((now) => {
        const next = new URLSearchParams(now);
        for (const key of ['after', 'before']) next.delete(key);
        for (const [key, value] of Object.entries(change)) if (value === undefined) next.delete(key); else next.set(key, value);
        return next;
      });
    };
    return {
      size,
      args: before ? { last: size, before } : { first: size, ...(after ? { after } : {}) },
      goAfter: (cursor) => { go({ after: cursor ?? undefined }); },
      goBefore: (cursor) => { go({ before: cursor ?? undefined }); },
      setSize: (next) => { go({ size: next === usualSize ? undefined : String(next) }); },
    };
  }, [size, after, before, setSearch, usualSize]);
}
