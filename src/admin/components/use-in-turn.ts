import { useEffect, useRef } from 'react';

/** Sends one value after the other: what is set while one is on its way goes when it has arrived, and of several the last alone. Two requests never overtake each other. A failure is the sender's to show. */
export function useInTurn<Value>(send: (value: Value) => Promise<unknown>): (value: Value) => void {
  const waiting = useRef<readonly [Value]>(undefined);
  const isSending = useRef(false);
  const newest = useRef(send);
  useEffect(() => { newest.current = send; });
  const work = async (): Promise<void> => {
    isSending.current = true;
    while (waiting.current) {
      const [value] = waiting.current;
      waiting.current = undefined;
      await newest.current(value).catch(() => undefined);
    }
    isSending.current = false;
  };
  return (value) => {
    waiting.current = [value];
    if (!isSending.current) void work();
  };
}
