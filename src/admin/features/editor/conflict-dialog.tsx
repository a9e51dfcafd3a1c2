import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
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
    <Modal open width={760} title={say('conflictTitle', { name, actual })} onCancel={onClose} footer={[
      <Button key="later" onClick={onClose}>{say('later')}</Button>,
      <Button key="theirs" danger onClick={onTakeTheirs}>{say('takeTheirs')}</Button>,
      <Button key="mine" type="primary" onClick={() => { onKeepMine(actual); }}>{say('keepMine')}</Button>,
    ]}>
      <p>{say('conflictText')}</p>
      {fields.map(({ field, yours, theirs }) => (
        <div key={field} className={styles.conflict}>
          <section><h3>{say('yours')} · {field}</h3><p>{shown(yours, say('bodyField'))}</p></section>
          <section><h3>{say('theirs')} · {field}</h3><p>{shown(theirs, say('bodyField'))}</p></section>
        </div>
      ))}
    </Modal>
  );
}

/** A value in words; of a body, its text. */
function shown(value: unknown, body: string): string {
  if (value === null || value === undefined) return '—';
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'object' ? textOf(value).slice(0, 600) || body : String(value);
}

function textOf(node: object): string {
  const { text, content = [] } = node as { text?: string; content?: object[] };
  return text ?? content.map(textOf).join('\n');
}
