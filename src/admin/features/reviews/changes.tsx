import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { RevisionChanges } from '../../components/revision-changes.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ReviewChangesDocument, ReviewHistoryDocument, type ReviewDeskFragment, type ReviewHistoryQuery } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

type Earlier = ReviewHistoryQuery['reviews']['nodes'][number];

/** The earlier reviews of other revisions, newest first, one for each revision. */
const earlierReviews = (history: readonly Earlier[], revisionNumber: number): readonly Earlier[] =>
  history.filter((review) => review.revisionNumber < revisionNumber).sort((a, b) => b.revisionNumber - a.revisionNumber || Date.parse(b.submittedAt) - Date.parse(a.submittedAt))
    .filter(({ revisionNumber: number }, at, all) => all.findIndex((each) => each.revisionNumber === number) === at);

/** The review to compare with: the last that somebody signed before this revision, else the last there was. */
const comparedReview = (earlier: readonly Earlier[]): Earlier | undefined => earlier.find(({ signatures }) => signatures.length > 0) ?? earlier[0];

const whyOf = ({ state, signatures }: Earlier): 'lastApproved' | 'lastReturned' | 'lastSigned' | 'stateVoid' => {
  if (state === 'APPROVED') return 'lastApproved';
  return signatures.length > 0 ? 'lastSigned' : state === 'RETURNED' ? 'lastReturned' : 'stateVoid';
};

/** What this revision changed against the last one that reviewers know. */
export function Changes({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const history = useRead(ReviewHistoryDocument, { contentId: review.contentId });
  const earlier = earlierReviews(history.data?.reviews.nodes ?? [], review.revisionNumber);
  const [chosen, setChosen] = useState<string>();
  const compared = earlier.find(({ id }) => id === chosen) ?? comparedReview(earlier);
  const { data, error, refetch } = useRead(ReviewChangesDocument, { contentId: review.contentId, from: compared?.revisionNumber ?? 1, to: review.revisionNumber }, { isEnabled: compared !== undefined });
  if (error ?? history.error) return <ErrorNotice error={error ?? history.error} onRetry={() => { void refetch(); }} />;
  if (!history.data) return <Loading lines={6} />;
  if (!compared) return <p>{say('noEarlier')}</p>;
  return (
    <div className={styles.changes}>
      <p className={styles.same}>{say('changesSince', { number: compared.revisionNumber, why: say(whyOf(compared)) })}</p>
      {earlier.length > 1 ? <Select size="small" aria-label={say('compareWith')} value={compared.id} options={earlier.map((each) => ({ value: each.id, label: say('earlierReview', { number: each.revisionNumber, why: say(whyOf(each)) }) }))} onChange={setChosen} /> : null}
      {data ? <RevisionChanges diff={data.revisionDiff} /> : <Loading lines={6} />}
    </div>
  );
}
