import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { dayOf } from '../../components/newsroom-day.js';
import { inNewsroom } from '../../components/newsroom-picker.js';
import { calendarWords } from './calendar-words.js';
import { DayName } from './day-name.js';
import { inHour } from './days.js';
import { DropCell } from './drop-cell.js';
import { EntryChip } from './entry-chip.js';
import type { GridProps } from './month-grid.js';
import styles from './calendar.module.css';

const usual = { first: 7, last: 20 } as const;

/** A week by the hour; what is dropped on an hour keeps its minute. Hours outside of the day are shown when something is there. */
export function WeekGrid({ days, entries, mayMove, onMove, onOpen }: GridProps): ReactNode {
  const say = useWords(calendarWords);
  const now = new Date().toISOString();
  const today = dayOf(now);
  const hourOf = (at: string): number => inNewsroom(at).hour();
  const used = entries.map(({ at }) => hourOf(at));
  const first = Math.min(usual.first, ...used);
  const hours = Array.from({ length: Math.max(usual.last, ...used) - first + 1 }, (_, at) => first + at);
  const drop = (id: string, day: string, hour: number): void => { const entry = entries.find((each) => each.id === id && each.kind !== 'published'); if (entry) onMove(entry, inHour(entry.at, day, hour)); };
  return (
    <div className={styles.scroller} role="group" aria-label={say('week')} tabIndex={0}>
      <div className={styles.week}>
        <div />
        {days.map((day) => <h3 key={day} className={`${styles.weekHead} ${day === today ? styles.today : ''}`}><DayName day={day} look="both" /></h3>)}
        {hours.map((hour) => [
          <div key={`h${hour}`} className={`${styles.hour} figures`}>{`${hour}:00`}</div>,
          ...days.map((day) => {
            const own = entries.filter(({ at }) => dayOf(at) === day && hourOf(at) === hour);
            const isOver = inHour(now, day, hour) < now;
            return (
              <DropCell key={`${day}-${hour}`} isEnabled={mayMove && !isOver} className={`${styles.slot} ${isOver ? styles.over : ''}`} onDrop={(id) => { drop(id, day, hour); }}>
                {own.map((entry) => <EntryChip key={`${entry.kind}-${entry.id}`} entry={entry} view="week" mayMove={mayMove} onMove={onMove} onOpen={onOpen} />)}
              </DropCell>
            );
          }),
        ])}
      </div>
    </div>
  );
}
