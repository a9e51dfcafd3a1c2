import { useMemo, type ReactNode } from 'react';
import { useAppearance } from '../../../app/appearance.js';
import { useMay } from '../../../app/session/me.js';
import { useWords } from '../../../app/words.js';
import { ErrorNotice } from '../../../components/error-notice.js';
import { Panel } from '../../../components/panel.js';
import { useRead } from '../../../graphql/use-graphql.js';
import { homeWords } from '../home-words.js';
import { HomeDeliveryDaysDocument, HomeReleasesDocument, type HomeDeliveryDaysQuery } from '../home.generated.js';
import { Chart, useIsSeen } from './chart.js';
import { isEmpty, lastDays, valuesByDay, type Series } from './chart-days.js';
import styles from './charts.module.css';

const dayCount = 14;

/** What was published and what arrived, day by day. Nothing of it is fetched before it is about to be seen. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const may = useMay();
  const [watch, isSeen] = useIsSeen();
  const days = useMemo(() => lastDays(new Date(), dayCount), []);
  return (
    <Panel title={say('trend', { count: dayCount })}>
      <div ref={watch} className={styles.room}>
        {isSeen ? <><Releases days={days} />{may('delivery.read') ? <Arrivals days={days} /> : null}</> : null}
      </div>
    </Panel>
  );
}

function Releases({ days }: { readonly days: readonly string[] }): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeReleasesDocument, { days: dayCount });
  const series = useMemo<readonly Series[]>(() => {
    const rows = data?.releasesByDay ?? [];
    return [
      { id: 'published', name: say('published'), token: '--primary', values: valuesByDay(days, rows, (row) => row.published) },
      { id: 'corrected', name: say('corrected'), token: '--warn', values: valuesByDay(days, rows, (row) => row.corrected) },
      { id: 'retracted', name: say('retracted'), token: '--bad', values: valuesByDay(days, rows, (row) => row.retracted) },
    ];
  }, [data, days, say]);
  if (error) return <ErrorNotice error={error} onRetry={() => { void refetch(); }} />;
  if (!data) return null;
  return isEmpty(series) ? <p className={styles.nothing}>{say('nothingReleased', { count: dayCount })}</p> : <Chart title={say('releasesByDay')} days={days} series={series} />;
}

function Arrivals({ days }: { readonly days: readonly string[] }): ReactNode {
  const say = useWords(homeWords);
  const { language } = useAppearance();
  const { data, error, refetch } = useRead(HomeDeliveryDaysDocument, { days: dayCount });
  const series = useMemo(() => (data ? arrivalSeries(data, days, language === 'zh', say('notArrived')) : []), [data, days, language, say]);
  if (error) return <ErrorNotice error={error} onRetry={() => { void refetch(); }} />;
  if (!data || isEmpty(series)) return null;
  return <Chart title={say('arrivalsByDay')} days={days} series={series} />;
}

const tokens = ['--primary', '--ok', '--warn', '--text-3', '--seal'] as const;

function arrivalSeries({ deliveriesByDay, channels }: HomeDeliveryDaysQuery, days: readonly string[], isChinese: boolean, notArrived: string): readonly Series[] {
  const ids = [...new Set(deliveriesByDay.map(({ channelId }) => channelId))].sort();
  const nameOf = (id: string): string => { const channel = channels.find((each) => each.id === id); return channel ? isChinese ? channel.name : channel.nameEn : id; };
  return [
    ...ids.map((id, at): Series => ({ id, name: nameOf(id), token: tokens[at % tokens.length]!, values: valuesByDay(days, deliveriesByDay.filter(({ channelId }) => channelId === id), (row) => row.delivered) })),
    { id: 'failed', name: notArrived, token: '--bad', values: valuesByDay(days, deliveriesByDay, (row) => row.failed) },
  ];
}
