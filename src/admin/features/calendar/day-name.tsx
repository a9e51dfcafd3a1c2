import type { ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { newsroomZone } from '../../components/time.js';
import { startOfDay } from './days.js';
import styles from './calendar.module.css';

/** The name of a day: its weekday, its number, or both. */
export function DayName({ day, look }: { readonly day: string; readonly look: 'weekday' | 'date' | 'both' }): ReactNode {
  const { language } = useAppearance();
  const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: newsroomZone }).format(startOfDay(day).toDate());
  const weekday = format({ weekday: 'short' });
  if (look === 'weekday') return weekday;
  const date = Number(day.slice(8));
  return <time dateTime={day}>{look === 'both' ? <>{weekday} <span className={styles.number}>{date}</span></> : <><span className={styles.number} aria-hidden="true">{date}</span><span className={styles.long}>{format({ month: 'long', day: 'numeric', weekday: 'long' })}</span></>}</time>;
}
