import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { RevisionChanges } from '../../components/revision-changes.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ReviewChangesDocument, ReviewHistoryDocument, type ReviewDeskFragment, type ReviewHistoryQuery } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

type Earlier = ReviewHistoryQuery['reviews']['nodes'][number];

/** The review to compare with: the last that was approved before this revision, else the last that was returned. */
export function comparedReview(history: readonly Earlier[], revisionNumber: number): Earlier | undefined {
  const earlier = history.filter((review) => review.revisionNumber < revisionNumber).sort((a, b) => b.revisionNumber - a.revisionNumber);
  return earlier.find(({ state }) => state === 'APPROVED') ?? earlier.find(({ state }) => state === 'RETURNED') ?? earlier[0];
}

/** What this revision changed against the last one that reviewers know. */
export function Changes({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const history = useRead(ReviewHistoryDocument, { contentId: review.contentId });
  const compared = comparedReview(history.data?.reviews.nodes ?? [], review.revisionNumber);
  const { data, error, refetch } = useRead(ReviewChangesDocument, { contentId: review.contentId, from: compared?.revisionNumber ?? 1, to: review.revisionNumber }, { isEnabled: compared !== undefined });
  if (error ?? history.error) return <ErrorNotice error={error ?? history.error} onRetry={() => { void refetch(); }} />;
  if (!history.data) return <Loading lines={6} />;
  if (!compared) return <p>{say('noEarlier')}</p>;
  return (
    <div className={styles.changes}>
      <p className={styles.same}>{say('changesSince', { number: compared.revisionNumber, why: say(compared.state === 'APPROVED' ? 'lastApproved' : 'lastReturned') })}</p>
      {data ? <RevisionChanges diff={data.revisionDiff} /> : <Loading lines={6} />}
    </div>
  );
}
