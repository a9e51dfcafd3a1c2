import { useCallback, useSyncExternalStore } from 'react';

const asked = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const list = asked.get(query) ?? window.matchMedia(query);
  asked.set(query, list);
  return list;
}

/** Whether a media query is true of this screen, from the first drawing on: nothing is drawn for a wide screen first and thrown away on a phone. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback((listener: () => void) => {
    const list = listOf(query);
    list.addEventListener('change', listener);
    return () => { list.removeEventListener('change', listener); };
  }, [query]);
  return useSyncExternalStore(subscribe, () => listOf(query).matches);
}

/** Whether the screen is wider than a phone's, where lists have columns. As in the stylesheets: phones end at 767 px. */
export const useIsWide = (): boolean => useMedia('(min-width: 768px)');
