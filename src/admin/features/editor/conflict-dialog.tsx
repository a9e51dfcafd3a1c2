import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { BodyView, type BodyNode } from '../../components/body-view.js';
import { fieldName } from './field-name.js';
import { editorWords } from './editor-words.js';
import type { Conflict } from './use-save.js';
import styles from './editor.module.css';

export interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onKeepMine: (revision: number) => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Both versions side by side, and the choice between them. Nothing is lost until it is made. */
export function ConflictDialog({ conflict: { name, actual, fields }, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps): ReactNode {
  const say = useWords(editorWords);
  return (
    <Modal open width="min(1100px, 96vw)" title={say('conflictTitle', { name, actual })} onCancel={onClose} footer={[
      <Button key="later" onClick={onClose}>{say('later')}</Button>,
      <Button key="theirs" danger onClick={onTakeTheirs}>{say('takeTheirs')}</Button>,
      <Button key="mine" type="primary" onClick={() => { onKeepMine(actual); }}>{say('keepMine')}</Button>,
    ]}>
      <p>{say(fields.length > 0 ? 'conflictText' : 'conflictApart')}</p>
      {fields.map(({ field, yours, theirs }) => (
        <section key={field} className={styles.conflict} aria-label={fieldName(say, field)}>
          <h3>{fieldName(say, field)}</h3>
          <div><h4>{say('yours')}</h4><Value value={yours} /></div>
          <div><h4>{say('theirs')}</h4><Value value={theirs} /></div>
        </section>
      ))}
    </Modal>
  );
}

/** A value for people to read; a body as it will look. */
function Value({ value }: { readonly value: unknown }): ReactNode {
  if (value === null || value === undefined || value === '') return <p>—</p>;
  if (isBody(value)) return <div className={styles.conflictBody} tabIndex={0} role="group"><BodyView body={value} /></div>;
  return <p>{Array.isArray(value) ? value.join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value)}</p>;
}

const isBody = (value: unknown): value is BodyNode => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
