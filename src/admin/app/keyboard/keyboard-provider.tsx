import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { isComposing } from './is-composing.js';
import { matches, type Shortcut } from './shortcut.js';

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.js')).CommandPalette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.js')).ShortcutList }));

interface Keyboard {
  readonly register: (shortcut: Shortcut) => () => void;
  readonly openPalette: () => void;
  readonly openList: () => void;
}

const KeyboardContext = createContext<Keyboard | undefined>(undefined);

/** The palette and the list of shortcuts can be opened from anywhere below. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (!keyboard) throw new Error('useKeyboard is for components below KeyboardProvider');
  return keyboard;
}

/** One listener for all shortcuts of the page: none fires while an input method composes, and single letters not while somebody types. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const shortcuts = useRef(new Set<Shortcut>());
  const [shown, setShown] = useState<'palette' | 'list'>();
  const [listed, setListed] = useState<readonly Shortcut[]>([]);

  const keyboard = useMemo<Keyboard>(() => ({
    register(shortcut) {
      shortcuts.current.add(shortcut);
      return () => { shortcuts.current.delete(shortcut); };
    },
    openPalette: () => { setShown('palette'); },
    openList: () => { setListed([...shortcuts.current]); setShown('list'); },
  }), []);

  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.defaultPrevented) return;
      const hit = [...ownShortcuts(keyboard), ...[...shortcuts.current].reverse()].find((shortcut) => matches(shortcut.keys, event));
      if (!hit) return;
      event.preventDefault();
      hit.run();
    };
    document.addEventListener('keydown', hear);
    return () => { document.removeEventListener('keydown', hear); };
  }, [keyboard]);

  const close = (): void => { setShown(undefined); };
  return (
    <KeyboardContext value={keyboard}>
      {children}
      <Suspense>
        {shown === 'palette' ? <CommandPalette onClose={close} /> : null}
        {shown === 'list' ? <ShortcutList shortcuts={[...ownShortcuts(keyboard), ...listed]} onClose={close} /> : null}
      </Suspense>
    </KeyboardContext>
  );
}

const ownShortcuts = ({ openPalette, openList }: Keyboard): readonly Shortcut[] => [
  { keys: 'mod+k', title: { zh: '打开命令面板', en: 'Open the command palette' }, run: openPalette },
  { keys: '?', title: { zh: '查看快捷键', en: 'Show the shortcuts' }, run: openList },
];
