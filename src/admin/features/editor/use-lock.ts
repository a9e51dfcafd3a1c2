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

/** While somebody types, how often to make sure that nobody took it over. */
const assureMs = 10_000;

/** How soon to ask again for what was not answered. */
const againMs = 1000;

/** Longer than the page takes to ask the content again. */
const refusalMs = 25_000;

/** The edit lock of a content: taken with the first word, renewed, given back on leaving. `known` is what the content, asked every few seconds, says of it. */
export function useLock(contentId: string, known: LockHolder | null | undefined): EditLock {
  const { person } = useMe();
  const isMine = useRef(false);
  const askedAt = useRef(0);
  const [refusedBy, setRefusedBy] = useState<LockHolder>();
  const [isTakenOver, setTakenOver] = useState(false);
  const ask = useCallback(async (takeOver: boolean): Promise<void> => {
    askedAt.current = Date.now();
    try {
      await request(TakeLockDocument, { id: contentId, takeOver });
      isMine.current = true;
      setRefusedBy(undefined);
      setTakenOver(false);
    } catch (error) {
      if (error instanceof RequestError && error.code === 'LOCKED') {
        setRefusedBy(error.details.lock as LockHolder);
        if (isMine.current) setTakenOver(true);
        isMine.current = false;
      }
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
  // The content tells of somebody else while it was ours: they took it over.
  const knownId = known?.personId;
  useEffect(() => { if (isMine.current && knownId !== undefined && knownId !== person.id) void ask(false); }, [ask, knownId, person.id]);
  // A refusal is newer than what the content says, until the content has been asked again.
  useEffect(() => {
    const timer = refusedBy && window.setTimeout(() => { setRefusedBy(undefined); }, refusalMs);
    return () => { window.clearTimeout(timer); };
  }, [refusedBy]);
  const other = known && known.personId !== person.id && new Date(known.until) > new Date() ? known : undefined;
  const holder = isMine.current ? undefined : refusedBy ?? other;
  const take = (): void => { if (!holder && Date.now() - askedAt.current > (isMine.current ? assureMs : againMs)) void ask(false); };
  return { holder, isTakenOver, take, takeOver: () => ask(true) };
}
