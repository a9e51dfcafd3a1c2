import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { useFields } from '../../components/use-fields.js';
import { BodyView, type BodyNode } from '../../components/body-view.js';
import { editorWords } from './editor-words.js';
import { differingBlocks } from './differing-blocks.js';
import type { Conflict } from './use-save.js';
import styles from './compare.module.css';

export interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onKeepMine: (revision: number) => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Both versions side by side, and the choice between them. Nothing is lost until it is made. */
export function ConflictDialog({ conflict: { name, actual, fields }, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps): ReactNode {
  const say = useWords(editorWords);
  const told = useFields();
  // What an earlier visit left has no words of the server's.
  const inWords = (value: unknown): string => (Array.isArray(value) ? say('figuresOf', { count: value.length }) : ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '');
  return (
    <Modal open width="min(1100px, 96vw)" title={say('conflictTitle', { name, actual })} onCancel={onClose} footer={[
      <Button key="later" onClick={onClose}>{say('later')}</Button>,
      <Button key="theirs" danger onClick={onTakeTheirs}>{say('takeTheirs')}</Button>,
      <Button key="mine" type="primary" onClick={() => { onKeepMine(actual); }}>{say('keepMine')}</Button>,
    ]}>
      <p>{say(fields.length > 0 ? 'conflictText' : 'conflictApart')} {fields.some(({ field }) => field === 'body') ? say('differ') : null}</p>
      {fields.map(({ field, yours, theirs, yoursInWords, theirsInWords }) => (
        <section key={field} className={styles.conflict} aria-label={told.label(field)}>
          <h3>{told.label(field)}</h3>
          <div><h4>{say('yours')}</h4><Value value={yours} other={theirs} words={told.text(field, yoursInWords ?? inWords(yours))} /></div>
          <div><h4>{say('theirs')}</h4><Value value={theirs} other={yours} words={told.text(field, theirsInWords ?? inWords(theirs))} /></div>
        </section>
      ))}
    </Modal>
  );
}

/** A value for people to read; a body as it will look, with what is only here marked. */
function Value({ value, other, words }: { readonly value: unknown; readonly other: unknown; readonly words: string }): ReactNode {
  if (isBody(value)) return <div className={styles.conflictBody} tabIndex={0} role="group"><BodyView body={value} marks={isBody(other) ? differingBlocks(value, other) : []} /></div>;
  return <p className={styles.conflictWords}>{words || '—'}</p>;
}

const isBody = (value: unknown): value is BodyNode => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
