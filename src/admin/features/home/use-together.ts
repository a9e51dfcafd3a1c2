import { useEffect, useRef, useState, type RefObject } from 'react';

/** Milliseconds after which what is there is shown, whatever still loads. */
const longestWaitMs = 1500;

/** Whether what is in the box may be shown: once nothing in it is loading, so that its parts do not push one another about as they come. */
export function useTogether(): [box: RefObject<HTMLDivElement | null>, isTogether: boolean] {
  const box = useRef<HTMLDivElement>(null);
  const [isTogether, setTogether] = useState(false);
  useEffect(() => {
    const end = performance.now() + longestWaitMs;
    let frame = 0;
    const look = (): void => {
      if (box.current?.querySelector('[data-loading]') && performance.now() < end) frame = requestAnimationFrame(look);
      else setTogether(true);
    };
    look();
    return () => { cancelAnimationFrame(frame); };
  }, []);
  return [box, isTogether];
}
