import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Time } from '../../components/time.js';
import type { EditedContentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import type { EditLock } from './use-lock.js';
import styles from './editor.module.css';
import panels from './panels.module.css';

export interface WarningsProps {
  readonly content: EditedContentFragment;
  readonly lock: EditLock;
  readonly isDirty: boolean;
  /** When what is shown was typed in an earlier visit: its time. */
  readonly resumedAt: string | undefined;
  /** True while the newest revision is not the one that is edited and nothing is typed. */
  readonly isOutdated: boolean;
  readonly onDiscard: () => void;
  readonly onReload: () => void;
}

/** What a person should know before they change it. */
export function Warnings({ content: { editorial }, lock, isDirty, resumedAt, isOutdated, onDiscard, onReload }: WarningsProps): ReactNode {
  const say = useWords(editorWords);
  const { workflow } = editorial!;
  const isVoiding = isDirty && (workflow === 'IN_REVIEW' || workflow === 'APPROVED' || workflow === 'SCHEDULED');
  return (
    <div className={styles.warnings}>
      {lock.holder ? <Held lock={lock} onTaken={onReload} /> : null}
      {isOutdated ? <p className={styles.warning} role="status">{say('outdated', { name: editorial!.savedByName, revision: editorial!.revision })} <Button size="small" onClick={onReload}>{say('reload')}</Button></p> : null}
      {resumedAt ? <p className={styles.notice} role="status">{say('resumed')} <Time at={resumedAt} /> <Button size="small" onClick={onDiscard}>{say('discard')}</Button></p> : null}
      {isVoiding ? <p className={styles.warning} role="status">{say('voids')}</p> : null}
    </div>
  );
}

function Held({ lock, onTaken }: { readonly lock: EditLock; readonly onTaken: () => void }): ReactNode {
  const say = useWords(editorWords);
  const may = useMay();
  const [error, setError] = useState<unknown>();
  const { name, until } = lock.holder!;
  const take = (): void => { lock.takeOver().then(onTaken, setError); };
  return (
    <div className={styles.warning} role="status">
      {say(lock.isTakenOver ? 'takenOver' : 'lockedBy', { name })} <span className={panels.hint}>{say('lockUntil')} <Time at={until} look="ago" /></span> {may('content.takeLock') ? <Button size="small" onClick={take}>{say('takeOver')}</Button> : null}
      <ErrorNotice error={error} />
    </div>
  );
}
