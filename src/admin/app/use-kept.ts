import { useState } from 'react';

/** A small thing kept on this computer under a name, such as a ticked box or saved views. Never content: that belongs on the server. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const key = `yici.${name}`;
  const [value, setValue] = useState<T>(() => read(key) as T | undefined ?? initial);
  return [value, (next) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch { /* Storage is full or closed: it holds for this visit. */ }
  }];
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
