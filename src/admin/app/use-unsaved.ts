import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ask } from '../components/ask.js';
import { useWords } from './words.js';
import { shellWords } from './shell/shell-words.js';

/** Asks before leaving a page whose text is not saved: by a link of ours in words, by closing the tab as the browser does. */
export function useUnsaved(isDirty: boolean): void {
  const say = useWords(shellWords);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    ask({ title: say('unsavedTitle'), why: say('unsavedWhy'), ok: say('leave'), cancel: say('stay'), isDanger: true, onOk: () => { blocker.proceed(); }, onCancel: () => { blocker.reset(); } });
  }, [blocker, say]);

  useEffect(() => {
    if (!isDirty) return undefined;
    const hold = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    window.addEventListener('beforeunload', hold);
    return () => { window.removeEventListener('beforeunload', hold); };
  }, [isDirty]);
}
