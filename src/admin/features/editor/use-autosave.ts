import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/session/me.js';
import { request, RequestError } from '../../graphql/request.js';
import { DropWorkingCopyDocument, KeepWorkingCopyDocument } from './editor.generated.js';
import { writeLocalCopy, type TypedCopy } from './local-copy.js';

/** What people see of it: nothing typed, typing, on its way, kept by the server, kept in this browser until there is a line, or overtaken by somebody else's save. */
export type AutosaveState =
  | { readonly kind: 'idle' | 'typing' | 'saving' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'offline'; readonly isHere: boolean }
  | { readonly kind: 'behind'; readonly byName: string; readonly revision: number };

export interface Autosave {
  readonly state: AutosaveState;
  /** Something was typed. */
  touch(): void;
  /** It became a revision, or was given up. Resolves when the server has forgotten it too, or cannot be told. */
  forget(): Promise<void>;
}

const hereMs = 400;
const thereMs = 2500;
const retryMs = 5000;

/** Keeps what is typed: in this browser at once, with the server after a moment's rest. It makes no revisions. `read` answers undefined while nothing differs. */
export function useAutosave(contentId: string, read: () => TypedCopy | undefined): Autosave {
  const { person } = useMe();
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const timers = useRef<{ here?: number; there?: number }>({});
  const latest = useRef(read);
  // One after the other, so that what is kept never arrives after the word that it may be forgotten.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<T>(send: () => Promise<T>): Promise<T> => {
    const sent = queue.current.then(send);
    queue.current = sent.catch(() => undefined);
    return sent;
  }, []);
  useEffect(() => { latest.current = read; });

  const keepHere = useCallback((): boolean => writeLocalCopy(person.id, contentId, latest.current()), [person.id, contentId]);
  const keepThere = useCallback(async (): Promise<void> => {
    const copy = latest.current();
    if (!copy) { setState({ kind: 'idle' }); return; }
    setState({ kind: 'saving' });
    try {
      const { keepWorkingCopy: kept } = await inTurn(() => request(KeepWorkingCopyDocument, { input: { contentId, baseRevision: copy.baseRevision, changes: JSON.stringify(copy.changes) } }));
      setState(kept.newestRevision > copy.baseRevision ? { kind: 'behind', byName: kept.newestSavedByName, revision: kept.newestRevision } : { kind: 'kept', at: kept.savedAt });
    } catch (error) {
      setState({ kind: 'offline', isHere: writeLocalCopy(person.id, contentId, copy) });
      if (error instanceof RequestError && ['NETWORK', 'UNAVAILABLE', 'UNAVAILABLE_GATEWAY'].includes(error.code)) timers.current.there = window.setTimeout(() => { void keepThere(); }, retryMs);
    }
  }, [person.id, contentId, inTurn]);

  useEffect(() => {
    const running = timers.current;
    const back = (): void => { if (running.there !== undefined) { window.clearTimeout(running.there); void keepThere(); } };
    window.addEventListener('online', back);
    window.addEventListener('pagehide', keepHere);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pagehide', keepHere);
      window.clearTimeout(running.there);
      if (running.here === undefined) return;
      window.clearTimeout(running.here);
      keepHere();
    };
  }, [keepHere, keepThere]);

  const touch = useCallback((): void => {
    const running = timers.current;
    setState((now) => (now.kind === 'offline' ? now : { kind: 'typing' }));
    window.clearTimeout(running.here);
    window.clearTimeout(running.there);
    running.here = window.setTimeout(() => { running.here = undefined; keepHere(); }, hereMs);
    running.there = window.setTimeout(() => { running.there = undefined; void keepThere(); }, thereMs);
  }, [keepHere, keepThere]);
  const forget = useCallback(async (): Promise<void> => {
    const running = timers.current;
    window.clearTimeout(running.here);
    window.clearTimeout(running.there);
    running.here = undefined;
    running.there = undefined;
    writeLocalCopy(person.id, contentId, undefined);
    setState({ kind: 'idle' });
    // Where the server cannot be told, what stays of a saved text goes at the next visit: it says no more than the revision.
    await inTurn(() => request(DropWorkingCopyDocument, { contentId })).catch(() => undefined);
  }, [person.id, contentId, inTurn]);
  return { state, touch, forget };
}
