import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { dayOf, isDay } from '../../components/newsroom-day.js';
import { newsroomZone } from '../../components/time.js';
import { useInAddress } from '../../components/use-in-address.js';
import { calendarWords } from './calendar-words.js';
import { daysOf, startOfDay, turned, type View } from './days.js';
import { MonthGrid } from './month-grid.js';
import { useEntries, type Entry } from './use-entries.js';
import { useReschedule } from './use-reschedule.js';
import { WeekGrid } from './week-grid.js';
import styles from './calendar.module.css';

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.js')).MoveDialog }));

/** What was and will be published, by month or week. Times are moved by dragging, by arrow keys, or exactly in a dialog. */
export function Component(): ReactNode {
  const say = useWords(calendarWords);
  const may = useMay();
  const { view, around, set } = useShown();
  const days = daysOf(view, around);
  const { entries, error, isCut, refetch } = useEntries(days);
  const { move, moving } = useReschedule();
  const [open, setOpen] = useState<Entry>();
  const shown = entries?.map((entry) => ({ ...entry, at: moving.get(entry.id) ?? entry.at }));
  const Grid = view === 'month' ? MonthGrid : WeekGrid;
  return (
    <>
      <PageHeader note={say(may('content.schedule') ? 'noteMove' : 'note')} actions={<Segmented aria-label={say('view')} value={view} options={[{ value: 'month', label: say('month') }, { value: 'week', label: say('week') }]} onChange={(next) => { set({ view: next }); }} />} />
      <Turner view={view} around={around} onTurn={(next) => { set({ at: next }); }} />
      <ErrorNotice error={error} onRetry={refetch} />
      {isCut ? <p role="status" className={styles.cut}>{say('cut')}</p> : null}
      {shown ? <Grid days={days} month={around.slice(0, 7)} entries={shown} mayMove={may('content.schedule')} onMove={move} onOpen={setOpen} /> : error ? null : <Panel><Loading lines={10} /></Panel>}
      {shown?.length === 0 ? <p className={styles.empty}>{say('none')}</p> : null}
      {open ? <Suspense fallback={null}><MoveDialog entry={open} mayMove={may('content.schedule')} onMove={move} onClose={() => { setOpen(undefined); }} /></Suspense> : null}
    </>
  );
}

function useShown(): { view: View; around: string; set: (change: { view?: string; at?: string }) => void } {
  const { get, set } = useInAddress();
  const asked = get('at');
  return { view: get('view') === 'week' ? 'week' : 'month', around: isDay(asked) ? asked : dayOf(new Date()), set };
}

function Turner({ view, around, onTurn }: { readonly view: View; readonly around: string; readonly onTurn: (around: string) => void }): ReactNode {
  const say = useWords(calendarWords);
  const { language } = useAppearance();
  const days = daysOf(view, around);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = (key: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, { ...options, timeZone: newsroomZone }).format(startOfDay(key).toDate());
  const title = view === 'month' ? format(around, { year: 'numeric', month: 'long' }) : `${format(days[0]!, { year: 'numeric', month: 'long', day: 'numeric' })} – ${format(days.at(-1)!, { month: 'long', day: 'numeric' })}`;
  return (
    <div className={styles.turner}>
      <Button aria-label={say('earlier')} onClick={() => { onTurn(turned(view, around, -1)); }}>‹</Button>
      <Button onClick={() => { onTurn(dayOf(new Date())); }}>{say('today')}</Button>
      <Button aria-label={say('later')} onClick={() => { onTurn(turned(view, around, 1)); }}>›</Button>
      <h2 aria-live="polite">{title}</h2>
    </div>
  );
}
