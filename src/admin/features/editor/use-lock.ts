import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/session/me.js';
import { request, RequestError } from '../../graphql/request.js';
import { ReleaseLockDocument, TakeLockDocument } from './editor.generated.js';

/** Who is editing, other than oneself. */
export interface LockHolder {
  readonly personId: string;
  readonly name: string;
  readonly until: string;
}

export interface EditLock {
  /** Somebody else who holds it: the text is theirs to change. */
  readonly holder: LockHolder | undefined;
  /** True once it was ours and somebody took it over. */
  readonly isTakenOver: boolean;
  /** Takes it with the first word that is typed. */
  take(): void;
  takeOver(): Promise<void>;
}

/** The server lets a lock go after five minutes; this renews it in time. */
const renewMs = 120_000;

/** The edit lock of a content: taken with the first word, renewed, given back on leaving. `known` is what the content says of it. */
export function useLock(contentId: string, known: LockHolder | null | undefined): EditLock {
  const { person } = useMe();
  const isMine = useRef(false);
  const [refused, setRefused] = useState<{ readonly holder: LockHolder; readonly isTakenOver: boolean }>();
  const ask = useCallback(async (takeOver: boolean): Promise<void> => {
    try {
      await request(TakeLockDocument, { id: contentId, takeOver });
      isMine.current = true;
      setRefused(undefined);
    } catch (error) {
      if (error instanceof RequestError && error.code === 'LOCKED') setRefused({ holder: error.details.lock as LockHolder, isTakenOver: isMine.current });
      isMine.current = false;
      if (takeOver) throw error;
    }
  }, [contentId]);
  useEffect(() => {
    const timer = window.setInterval(() => { if (isMine.current) void ask(false); }, renewMs);
    return () => {
      window.clearInterval(timer);
      if (isMine.current) request(ReleaseLockDocument, { id: contentId }).catch(() => undefined);
      isMine.current = false;
    };
  }, [ask, contentId]);
  const other = known && known.personId !== person.id && new Date(known.until) > new Date() ? known : undefined;
  // What the server said last counts; the content is asked again every few seconds while somebody else holds it.
  const holder = isMine.current ? undefined : known === undefined ? refused?.holder : other ?? (refused && new Date(refused.holder.until) > new Date() && known?.personId === refused.holder.personId ? refused.holder : undefined);
  return { holder, isTakenOver: refused?.isTakenOver ?? false, take: () => { if (!isMine.current && !holder) void ask(false); }, takeOver: () => ask(true) };
}
