import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ListPanel } from '../../components/list-panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { homeWords } from './home-words.js';
import { HomeApprovedDocument } from './home.generated.js';

/** What has all its signatures and waits for somebody to publish it, longest waiting first. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeApprovedDocument, {}, { everyMs: 60_000 });
  const found = data?.contents;
  return (
    <ListPanel
      title={say('approved')} error={error} onRetry={() => { void refetch(); }} none={say('approvedNone')}
      actions={found?.totalCount ? <Link to="/contents?workflow=APPROVED">{say('all', { count: found.totalCount })}</Link> : null}
      lines={found?.nodes.map(({ id, title, unit, editorial }) => ({
        id, title, to: `/contents?workflow=APPROVED&open=${id}`, note: unit?.shortName,
        end: <>{editorial?.publication === 'PUBLISHED' ? <Badge tone="warn">{say('toCorrect')}</Badge> : null} {editorial?.approvedAt ? <Time at={editorial.approvedAt} look="ago" /> : null}</>,
      }))}
    />
  );
}
