import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from './words.js';
import { shellWords } from './shell/shell-words.js';

/** Asks before leaving a page whose text is not saved: by a link of ours in words, by closing the tab as the browser does. */
export function useUnsaved(isDirty: boolean): void {
  const say = useWords(shellWords);
  const { modal } = App.useApp();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    modal.confirm({ title: say('unsavedTitle'), content: say('unsavedWhy'), okText: say('leave'), cancelText: say('stay'), okButtonProps: { danger: true }, onOk: () => { blocker.proceed(); }, onCancel: () => { blocker.reset(); } });
  }, [blocker, modal, say]);

  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    window.addEventListener('beforeunload', ask);
    return () => { window.removeEventListener('beforeunload', ask); };
  }, [isDirty]);
}
