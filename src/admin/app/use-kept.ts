import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const read: Record<string, { readonly text: string | null; readonly value: unknown }> = {};
// What the storage would not take holds for this visit.
const unkept = new Map<string, string>();

/** A small thing kept on this computer under a name, such as a ticked box; all places that use the name see it change. Never content: that belongs on the server. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const key = `yici.${name}`;
  const value = useSyncExternalStore(listen, () => valueOf(key)) as T | undefined;
  return [value ?? initial, (next) => { keep(key, JSON.stringify(next)); }];
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** The same object as long as the same text is kept. */
function valueOf(key: string): unknown {
  const text = unkept.get(key) ?? textOf(key);
  if (read[key]?.text !== text) read[key] = { text, value: parsed(text) };
  return read[key]?.value;
}

function textOf(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
