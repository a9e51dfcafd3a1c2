import type { Bilingual } from '../words.js';

/** A key with what it does. `keys` is such as `mod+k` (⌘ on a Mac, Ctrl elsewhere), `mod+enter`, `j` or `?`. */
export interface Shortcut {
  readonly keys: string;
  readonly title: Bilingual;
  readonly run: () => void;
}

/** Whether this is a Mac, where ⌘ stands for Ctrl. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

type Pressed = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'target'>;

/** Whether the pressed key is this one. A key without mod is not heard while somebody types or a dialog is open. */
export function matches(keys: string, event: Pressed): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) === '' ? '+' : parts.at(-1)!;
  const wantsMod = parts.length > 1 && parts[0] === 'mod';
  const hasMod = isMac ? event.metaKey : event.ctrlKey;
  if (event.altKey || wantsMod !== hasMod || (isMac ? event.ctrlKey : event.metaKey)) return false;
  if (event.key.toLowerCase() !== key) return false;
  return wantsMod || !(isTyping(event.target) || document.querySelector('[role="dialog"]:not([hidden]), dialog[open]'));
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The keys as they are printed on the keyboard, such as `⌘ K` or `Ctrl Enter`. */
export const keyNames = (keys: string): readonly string[] =>
  keys.split('+').map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key === 'enter' ? (isMac ? '↩' : 'Enter') : key === 'escape' ? 'Esc' : key.toUpperCase()));
