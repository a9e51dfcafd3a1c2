import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { Facts } from '../../components/facts.js';
import { NewsroomPicker } from '../../components/newsroom-picker.js';
import { Time } from '../../components/time.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { calendarWords } from './calendar-words.js';
import type { Entry } from './use-entries.js';
import styles from './calendar.module.css';

const tones = { scheduled: 'warn', correction: 'warn', published: 'ok' } as const;

export interface MoveDialogProps {
  readonly entry: Entry;
  readonly mayMove: boolean;
  readonly onMove: (entry: Entry, at: string) => void;
  readonly onClose: () => void;
}

/** One entry: what it is, and the exact time to move it to. */
export function MoveDialog({ entry, mayMove, onMove, onClose }: MoveDialogProps): ReactNode {
  const say = useWords(calendarWords);
  const [at, setAt] = useState<string | undefined>(entry.at);
  const isMovable = mayMove && entry.kind !== 'published';
  return (
    <Modal
      open title={entry.title} onCancel={onClose}
      footer={<><Button onClick={onClose}>{say('close')}</Button>{isMovable ? <Button type="primary" disabled={!at || at === entry.at} onClick={() => { if (at) onMove(entry, at); onClose(); }}>{say('move')}</Button> : null}</>}
    >
      <p><Badge tone={tones[entry.kind]}>{say(entry.kind)}</Badge> <Link to={addressOfContent(entry.id)}>{say('look')}</Link></p>
      <Facts facts={[[say('at'), <Time key="a" at={entry.at} />], [say('unit'), entry.unit], [say('embargoName'), entry.embargoedUntil ? <Time key="e" at={entry.embargoedUntil} /> : null], [say('noteName'), entry.note]]} />
      {isMovable ? <div className={styles.exact}><NewsroomPicker isFuture label={say('newTime')} value={at} onChange={setAt} /><span>{say('zone')}</span></div> : null}
    </Modal>
  );
}
