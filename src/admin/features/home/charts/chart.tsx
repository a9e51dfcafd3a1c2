import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../../app/words.js';
import { homeWords } from '../home-words.js';
import type { Series } from './chart-days.js';
import styles from './charts.module.css';

const BarChart = lazy(() => import('./bar-chart.js'));

export interface ChartProps {
  readonly title: string;
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

/** Bars with a legend, and the same as a table: screen readers always have the table, others by a button. */
export function Chart({ title, days, series }: ChartProps): ReactNode {
  const say = useWords(homeWords);
  const [isTable, setTable] = useState(false);
  return (
    <section className={styles.one} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <ul className={styles.legend} aria-hidden="true">{series.map(({ id, name, token }) => <li key={id}><i style={{ background: `var(${token})` }} />{name}</li>)}</ul>
        <button type="button" className={styles.switch} onClick={() => { setTable(!isTable); }}>{say(isTable ? 'asChart' : 'asTable')}</button>
      </div>
      {isTable ? null : <Suspense fallback={<div className={styles.chart} />}><BarChart days={days} series={series} /></Suspense>}
      <div className={isTable ? styles.tableBox : 'only-read'}>
        <table className={styles.table}>
          <caption className="only-read">{title}</caption>
          <thead><tr><th scope="col">{say('day')}</th>{series.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}</tr></thead>
          <tbody>{days.map((day, at) => <tr key={day}><th scope="row">{day}</th>{series.map(({ id, values }) => <td key={id}>{values[at]}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

/** True from the moment the element is about to be seen, and the page has had time to draw itself. */
export function useIsSeen(): readonly [(element: Element | null) => void, boolean] {
  const [isSeen, setSeen] = useState(false);
  const [element, watch] = useState<Element | null>(null);
  const waits = useRef<number>(undefined);
  useEffect(() => {
    if (!element || isSeen) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      // What stands above may push it out of sight again while the page fills.
      window.clearTimeout(waits.current);
      if (entries.at(-1)?.isIntersecting) waits.current = window.setTimeout(() => { setSeen(true); }, 600);
    }, { rootMargin: '80px' });
    watcher.observe(element);
    return () => { watcher.disconnect(); window.clearTimeout(waits.current); };
  }, [element, isSeen]);
  return [watch, isSeen];
}
