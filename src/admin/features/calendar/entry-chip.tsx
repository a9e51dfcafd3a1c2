import { LockOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { formatTime } from '../../components/time.js';
import { calendarWords } from './calendar-words.js';
import { stepped, type View } from './days.js';
import { dragType } from './drop-cell.js';
import type { Entry } from './use-entries.js';
import styles from './calendar.module.css';

export interface EntryChipProps {
  readonly entry: Entry;
  readonly view: View;
  readonly mayMove: boolean;
  readonly onMove: (entry: Entry, at: string) => void;
  readonly onOpen: (entry: Entry) => void;
}

/** One entry: its time and title. What is still to come can be dragged, or moved by Alt and the arrow keys; pressing it opens it. */
export function EntryChip({ entry, view, mayMove, onMove, onOpen }: EntryChipProps): ReactNode {
  const say = useWords(calendarWords);
  const { title, at, kind, embargoedUntil } = entry;
  const isMovable = mayMove && kind !== 'published';
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event) || !event.altKey || !isMovable) return;
    const next = stepped(at, view, event.key);
    if (!next) return;
    event.preventDefault();
    onMove(entry, next);
  };
  const label = `${formatTime(at, 'clock')} ${title}，${say(kind)}${embargoedUntil ? `，${say('embargo', { until: formatTime(embargoedUntil) })}` : ''}`;
  return (
    <button
      type="button" className={`${styles.chip} ${styles[kind]}`} draggable={isMovable} aria-label={label} title={label} aria-keyshortcuts={isMovable ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
      onDragStart={(event) => { event.dataTransfer.setData(dragType, entry.id); event.dataTransfer.effectAllowed = 'move'; }} onKeyDown={press} onClick={() => { onOpen(entry); }}
    >
      <span className={`${styles.clock} figures`}>{formatTime(at, 'clock')}</span>{embargoedUntil ? <LockOutlined aria-hidden="true" /> : null}<span className={styles.title}>{title}</span>
    </button>
  );
}
