import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { ListPanel } from '../../components/list-panel.js';
import { formatTime, Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeScheduledDocument } from './home.generated.js';

/** What is published by itself today, in Hangzhou's day, by the hour. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeScheduledDocument, {}, { everyMs: 60_000 });
  const timed = (data?.contents.nodes ?? []).flatMap(({ id, title, editorial }) => (editorial?.schedule ? [{ id, title, at: editorial.schedule.at }] : [])).sort((a, b) => a.at.localeCompare(b.at));
  const today = timed.filter(({ at }) => formatTime(at, 'day', 'zh') <= formatTime(new Date(), 'day', 'zh'));
  const later = (data?.contents.totalCount ?? timed.length) - today.length;
  return (
    <ListPanel
      title={say('scheduled')} error={error} onRetry={() => { void refetch(); }} none={say('scheduledNone')}
      actions={later > 0 ? <Link to="/contents?workflow=SCHEDULED">{say('scheduledLater', { count: later })}</Link> : null}
      lines={data && today.map(({ id, title, at }) => ({ id, title, to: addressOfContent(id), end: new Date(at) < new Date() ? say('overdue') : <Time at={at} look="clock" /> }))}
    />
  );
}
