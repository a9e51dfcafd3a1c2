import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { QueueList } from './queue-list.js';
import { ReviewsWaitingDocument } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';

/** On the home page: what waits for this person's signature, longest waiting first. */
export function Component(): ReactNode {
  const say = useWords(reviewsWords);
  const { data, error, refetch } = useRead(ReviewsWaitingDocument, { first: 10 }, { everyMs: 60_000 });
  const found = data?.reviews;
  return (
    <Panel title={say('waiting')} isFlush actions={found?.totalCount ? <Link to="/reviews">{say('all', { count: found.totalCount })}</Link> : null}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {found ? found.nodes.length > 0 ? <QueueList reviews={found.nodes.slice(0, 6)} /> : <EmptyState title={say('noneMine')} text={say('noneMineWhy')} /> : error ? null : <Loading lines={3} />}
    </Panel>
  );
}
