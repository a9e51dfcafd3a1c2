import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface InAddress {
  get(key: string): string | undefined;
  /** Sets or, by undefined, removes; and begins at the first page again. */
  set(changes: Readonly<Record<string, string | undefined>>): void;
}

/** Simple filters kept in the address. */
export function useInAddress(): InAddress {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => ({
    get: (key) => search.get(key) ?? undefined,
    set: (changes) => {
      setSearch((now) => {
        const next = new URLSearchParams(now);
        for (const key of ['after', 'before']) next.delete(key);
        for (const [key, value] of Object.entries(changes)) if (value) next.set(key, value); else next.delete(key);
        return next;
      }, { replace: true });
    },
  }), [search, setSearch]);
}
