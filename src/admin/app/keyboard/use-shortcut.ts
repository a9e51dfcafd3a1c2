import { useEffect, useRef } from 'react';
import type { Bilingual } from '../words.js';
import { useKeyboard } from './keyboard-provider.js';

/** Binds a key while the component is on the page; it is listed under `?`. `run` may change from render to render. */
export function useShortcut(keys: string, title: Bilingual, run: () => void, isEnabled = true): void {
  const { register } = useKeyboard();
  const latest = useRef(run);
  useEffect(() => { latest.current = run; });
  const { zh, en } = title;
  useEffect(() => (isEnabled ? register({ keys, title: { zh, en }, run: () => { latest.current(); } }) : undefined), [register, keys, zh, en, isEnabled]);
}
