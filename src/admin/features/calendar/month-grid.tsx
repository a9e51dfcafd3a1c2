import { useState, type ReactNode } from 'react';
import { calendarWords } from './calendar-words.js';
import { useWords } from '../../app/words.js';
import { dayOf } from '../../components/newsroom-day.js';
import { DayName } from './day-name.js';
import { onDay } from './days.js';
import { DropCell } from './drop-cell.js';
import { EntryChip } from './entry-chip.js';
import type { Entry } from './use-entries.js';
import styles from './calendar.module.css';

export interface GridProps {
  readonly days: readonly string[];
  /** The month that is meant, `YYYY-MM`; days of others are paler. */
  readonly month: string;
  readonly entries: readonly Entry[];
  readonly mayMove: boolean;
  readonly onMove: (entry: Entry, at: string) => void;
  readonly onOpen: (entry: Entry) => void;
}

/** A month: a cell for each day; what is dropped on a day keeps its time of day. On a phone, a list of the days that hold something. */
export function MonthGrid({ days, month, entries, mayMove, onMove, onOpen }: GridProps): ReactNode {
  const say = useWords(calendarWords);
  const today = dayOf(new Date());
  const move = (id: string, at: string): void => { const entry = entries.find((each) => each.id === id && each.kind !== 'published'); if (entry) onMove(entry, at); };
  return (
    <div className={styles.month} role="group" aria-label={say('month')}>
      {days.slice(0, 7).map((day) => <div key={day} className={styles.weekday} aria-hidden="true"><DayName day={day} look="weekday" /></div>)}
      {days.map((day) => {
        const own = entries.filter(({ at }) => dayOf(at) === day);
        return (
          <DropCell key={day} isEnabled={mayMove && day >= today} className={`${styles.day} ${day.startsWith(month) ? '' : styles.other} ${day === today ? styles.today : ''} ${own.length === 0 ? styles.bare : ''}`} onDrop={(id) => { const entry = entries.find((each) => each.id === id); if (entry) move(id, onDay(entry.at, day)); }}>
            <h3 className={styles.date}><DayName day={day} look="date" /></h3>
            <DayEntries entries={own} mayMove={mayMove} onMove={onMove} onOpen={onOpen} />
          </DropCell>
        );
      })}
    </div>
  );
}

/** So many stand in a day until its reader asks for the rest. */
const mostShown = 6;

function DayEntries({ entries, mayMove, onMove, onOpen }: Pick<GridProps, 'entries' | 'mayMove' | 'onMove' | 'onOpen'>): ReactNode {
  const say = useWords(calendarWords);
  const [isWhole, setWhole] = useState(false);
  if (entries.length === 0) return null;
  const shown = isWhole ? entries : entries.slice(0, mostShown);
  return (
    <>
      <ul>{shown.map((entry) => <li key={`${entry.kind}-${entry.id}`}><EntryChip entry={entry} view="month" mayMove={mayMove} onMove={onMove} onOpen={onOpen} /></li>)}</ul>
      {shown.length < entries.length ? <button type="button" className={styles.more} onClick={() => { setWhole(true); }}>{say('more', { count: entries.length - shown.length })}</button> : null}
    </>
  );
}
