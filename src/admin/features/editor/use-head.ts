import { useEffect, useRef, type RefObject } from 'react';

/** The two parts of the writing desk: what stays at the top, and what scrolls below it. */
export interface HeadAndDesk {
  readonly head: RefObject<HTMLDivElement | null>;
  readonly desk: RefObject<HTMLDivElement | null>;
}

/** Tells the desk how high its head is now (`--head`), so that tools and panels stay right below it. */
export function useHead(): HeadAndDesk {
  const head = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(() => { desk.current?.style.setProperty('--head', `${head.current?.offsetHeight ?? 0}px`); });
    if (head.current) observer.observe(head.current);
    return () => { observer.disconnect(); };
  }, []);
  return { head, desk };
}
