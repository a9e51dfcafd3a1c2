import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/session/me.js';
import type { BodyNode } from '../../components/body-view.js';
import { request } from '../../graphql/request.js';
import { useUploads, type Uploads } from '../media-picker/use-uploads.js';
import { useBodyEditor } from './body/use-body-editor.js';
import type { Draft } from './draft.js';
import { changesBetween, draftOf, draftWith } from './draft-of.js';
import { DropWorkingCopyDocument, type EditedContentFragment } from './editor.generated.js';
import { readLocalCopy, writeLocalCopy, type TypedCopy } from './local-copy.js';
import { useAutosave, type Autosave } from './use-autosave.js';
import type { EditLock } from './use-lock.js';
import { saveQuietly, useSave, type Conflict, type Save } from './use-save.js';

type Changes = Record<string, unknown>;

/** What is on the desk of one content: the draft as it is typed, where it began, and all that keeps it. */
export interface Desk {
  readonly editor: Editor;
  readonly uploads: Uploads;
  readonly draft: Draft;
  /** The body a moment after the last key. */
  readonly body: BodyNode;
  readonly base: { readonly revision: number; readonly draft: Draft };
  readonly changes: Changes;
  readonly isDirty: boolean;
  readonly isEditable: boolean;
  readonly isOutdated: boolean;
  readonly resumedAt: string | undefined;
  readonly autosave: Autosave;
  readonly save: Save;
  readonly conflict: Conflict | undefined;
  change(part: Partial<Draft>): void;
  saveNow(then?: (revision: number) => void): void;
  keepMine(revision: number): void;
  closeConflict(): void;
  /** Gives up what was typed and shows the newest revision. */
  discard(): void;
}

const readMs = 250;

/** Puts a content on the desk, with what was typed into it before. */
export function useDesk(content: EditedContentFragment, copy: TypedCopy | undefined, lock: EditLock, onReload: () => void): Desk {
  const { id } = content;
  const { revision: newest, savedByName, workflow } = content.editorial!;
  const uploads = useUploads();
  const [server] = useState(() => draftOf(content));
  const [resumed] = useState(() => (copy && Object.keys(copy.changes).length > 0 ? copy : undefined));
  const [draft, setDraft] = useState<Draft>(() => (resumed ? draftWith(server, resumed.changes) : server));
  const timer = useRef<number>(undefined);
  const typed = useRef<() => void>(undefined);
  const isEditable = !lock.holder;
  const editor = useBodyEditor({ body: server.body, isEditable, uploads, onType: () => { typed.current?.(); } });
  // The editor writes defaults that the server leaves out: what it makes of the server's body is what changes are measured by.
  const [base, setBase] = useState(() => ({ revision: newest, draft: { ...server, body: editor.getJSON() as object } }));
  const [body, setBody] = useState<object>(base.draft.body);
  const changes = useStable(changesBetween(base.draft, { ...draft, body }));
  const isDirty = Object.keys(changes).length > 0;

  const latest = useRef({ draft, base });
  useEffect(() => { latest.current = { draft, base }; });
  const read = useCallback((): TypedCopy | undefined => {
    const now = latest.current;
    const all = changesBetween(now.base.draft, { ...now.draft, body: editor.isDestroyed ? now.base.draft.body : editor.getJSON() });
    return Object.keys(all).length > 0 ? { baseRevision: now.base.revision, changes: all, at: new Date().toISOString() } : undefined;
  }, [editor]);
  const autosave = useAutosave(id, read);
  const { touch } = autosave;

  useEffect(() => {
    typed.current = () => {
      lock.take();
      touch();
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => { setBody(editor.getJSON()); }, readMs);
    };
  });
  useEffect(() => {
    const typedBody = resumed?.changes.body;
    if (typedBody) { editor.commands.setContent(typedBody, { emitUpdate: false }); setBody(editor.getJSON()); }
    return () => { window.clearTimeout(timer.current); };
  }, [editor, resumed]);
  const change = (part: Partial<Draft>): void => { if (isEditable) { setDraft((now) => ({ ...now, ...part })); lock.take(); touch(); } };

  const sent = useRef<Draft>(draft);
  const save = useSave(id, (revision) => {
    const next = { revision, draft: sent.current };
    latest.current = { ...latest.current, base: next };
    setBase(next);
    if (read()) touch(); else void autosave.forget();
  });
  const start = (expected: number, then?: (revision: number) => void): void => {
    const now = { ...draft, body: editor.getJSON() };
    sent.current = now;
    setBody(now.body);
    const all = changesBetween(base.draft, now);
    if (Object.keys(all).length > 0 && isEditable) save.start(expected, all, then);
  };
  const [found] = useState(() => ({ name: savedByName, actual: newest, fields: resumed ? fieldsApart(editor, server, resumed.changes) : [] }));
  const [isConflictOpen, setConflictOpen] = useState(resumed !== undefined && resumed.baseRevision < newest && found.fields.length > 0);
  const { forget } = autosave;
  // Kept on its way to a revision that says the same: nothing is left to go on with.
  const isSpent = resumed !== undefined && found.fields.length === 0;
  useEffect(() => { if (isSpent) void forget(); }, [isSpent, forget]);
  useSaveOnLeaving(id, workflow === 'DRAFT' || workflow === 'RETURNED');
  return {
    editor, uploads, draft, body: body as BodyNode, base, changes, isDirty, isEditable, autosave, save, change,
    isOutdated: newest > base.revision && !isDirty && !save.isPending,
    resumedAt: resumed && isDirty && base.revision === newest && newest === resumed.baseRevision && !isConflictOpen ? resumed.at : undefined,
    conflict: save.conflict ?? (isConflictOpen ? found : undefined),
    saveNow: (then) => { start(base.revision, then); },
    keepMine: (revision) => { setConflictOpen(false); start(revision); },
    closeConflict: () => { setConflictOpen(false); save.dismiss(); },
    discard: () => { void autosave.forget().then(onReload); },
  };
}

/** The same object as long as it says the same: what depends on it then rests. */
function useStable(changes: Changes): Changes {
  const [kept, setKept] = useState(changes);
  if (kept !== changes && JSON.stringify(kept) !== JSON.stringify(changes)) {
    setKept(changes);
    return changes;
  }
  return kept;
}

/** In which fields an earlier visit's changes say something else than the server: somebody may have saved since. */
const fieldsApart = (editor: Editor, server: Draft, changes: Changes): Conflict['fields'] =>
  Object.entries(changes).map(([field, yours]) => ({ field, yours, theirs: server[field as keyof Draft] ?? null })).filter(({ field, yours, theirs }) => (field === 'body' ? !isSameBody(editor, yours, theirs) : JSON.stringify(yours ?? '') !== JSON.stringify(theirs ?? '')));

/** Whether both read the same in the editor, whichever of its defaults they spell out. */
function isSameBody({ schema }: Editor, one: unknown, other: unknown): boolean {
  try {
    return schema.nodeFromJSON(one).eq(schema.nodeFromJSON(other));
  } catch {
    return false;
  }
}

/** What was typed into a draft becomes a revision when its writer goes to another page; under review or later, only a person decides that. */
function useSaveOnLeaving(id: string, isFree: boolean): void {
  const { person } = useMe();
  const latest = useRef(isFree);
  useEffect(() => { latest.current = isFree; });
  useEffect(() => () => {
    const copy = latest.current ? readLocalCopy(person.id, id) : undefined;
    if (copy) void saveAndForget(person.id, id, copy).catch(() => undefined);
  }, [id, person.id]);
}

async function saveAndForget(personId: string, id: string, { baseRevision, changes }: TypedCopy): Promise<void> {
  await saveQuietly(id, baseRevision, changes);
  writeLocalCopy(personId, id, undefined);
  await request(DropWorkingCopyDocument, { contentId: id });
}
