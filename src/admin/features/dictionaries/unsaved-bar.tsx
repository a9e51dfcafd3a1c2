import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useToast } from '../../components/use-toast.js';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { RestoreDictionaryDocument, SaveDictionaryDocument } from './dictionaries.generated.js';
import { dictionariesWords } from './dictionaries-words.js';
import { asInput } from './entries.js';
import type { Draft } from './use-draft.js';
import styles from './dictionaries.module.css';

export interface UnsavedBarProps {
  readonly name: DictionaryName;
  readonly draft: Draft;
  readonly onSaved: () => Promise<void>;
}

/** What is not saved, below the lines: take the last change back, drop all, or save them as a version. */
export function UnsavedBar({ name, draft, onSaved }: UnsavedBarProps): ReactNode {
  const say = useWords(dictionariesWords);
  const [isSaving, setSaving] = useState(false);
  const { added, changed, removed } = draft.difference;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  const discard = (): void => { ask({ title: say('discardAsk'), why: say('discardWhy', { count: added.length + changed.length + removed.length, number: draft.base.number }), ok: say('discard'), isDanger: true, onOk: draft.clear }); };
  return (
    <div className={styles.bar} role="region" aria-label={say('changes', counts)}>
      <span role="status">{say('changes', counts)}</span>
      <span className={styles.barActs}>
        <Button onClick={draft.undo}>{say('undo')}</Button>
        <Button onClick={discard}>{say('discard')}</Button>
        <Button type="primary" onClick={() => { setSaving(true); }}>{say('save')}</Button>
      </span>
      {isSaving ? <SaveDialog name={name} draft={draft} onSaved={onSaved} onClose={() => { setSaving(false); }} /> : null}
    </div>
  );
}

function SaveDialog({ name, draft, onSaved, onClose }: UnsavedBarProps & { readonly onClose: () => void }): ReactNode {
  const say = useWords(dictionariesWords);
  const toast = useToast();
  const [note, setNote] = useState('');
  const restore = useAct(RestoreDictionaryDocument);
  const save = useAct(SaveDictionaryDocument, { onDone: async ({ saveDictionary: { number } }) => {
    await onSaved();
    draft.clear();
    onClose();
    toast.done(say('saved', { number }), { undo: async () => { await restore.mutateAsync({ input: { name, number: number - 1, expectedNumber: number } }); } });
  } });
  const { added, changed, removed } = draft.difference;
  const send = (): void => { save.mutate({ input: { name, expectedNumber: draft.base.number, entries: draft.entries.map(asInput), ...(note.trim() ? { note: note.trim() } : {}) } }); };
  return (
    <Modal open title={say('saveTitle', { number: draft.base.number + 1 })} width="min(480px, 100vw)" okText={say('save')} cancelText={say('cancel')} confirmLoading={save.isPending} onOk={send} onCancel={onClose}>
      <p>{say('delta', { added: added.length, changed: changed.length, removed: removed.length })}。{say('saveWhy')}</p>
      <Input.TextArea className={styles.saveNote!} ref={focusOnceShown} aria-label={say('saveNote')} placeholder={say('saveNote')} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} value={note} onChange={(event) => { setNote(event.target.value); }} />
      <ErrorNotice error={save.error} />
    </Modal>
  );
}
