import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LineList } from '../../components/line-list.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { formatTime, Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeScheduledDocument } from './home.generated.js';
import styles from './quiet.module.css';

/** What is published by itself today, in Hangzhou's day, by the hour. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeScheduledDocument, {}, { everyMs: 60_000 });
  const timed = (data?.contents.nodes ?? []).flatMap(({ id, title, editorial }) => (editorial?.schedule ? [{ id, title, at: editorial.schedule.at }] : [])).sort((a, b) => a.at.localeCompare(b.at));
  const today = timed.filter(({ at }) => formatTime(at, 'day', 'zh') <= formatTime(new Date(), 'day', 'zh'));
  const later = (data?.contents.totalCount ?? timed.length) - today.length;
  return (
    <Panel title={say('scheduled')} isFlush actions={later > 0 ? <Link to="/contents?workflow=SCHEDULED">{say('scheduledLater', { count: later })}</Link> : null}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data ? today.length > 0
        ? <LineList lines={today.map(({ id, title, at }) => ({ id, title, to: addressOfContent(id), end: new Date(at) < new Date() ? say('overdue') : <Time at={at} look="clock" /> }))} />
        : <p className={styles.quiet}>{say('scheduledNone')}</p>
        : error ? null : <div className={styles.quiet}><Loading lines={2} /></div>}
    </Panel>
  );
}
