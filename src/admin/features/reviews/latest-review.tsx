import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { LinkButton } from '../../components/link-button.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { useReviewNames } from './review-names.js';
import { ReviewHistoryDocument } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

/** On the writer's desk: why the text came back, or who signs it next; and the way to its review. */
export function LatestReview({ contentId, workflow }: { readonly contentId: string; readonly workflow: string }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const { data } = useRead(ReviewHistoryDocument, { contentId }, { isEnabled: workflow === 'RETURNED' || workflow === 'IN_REVIEW', isAside: true });
  const [latest] = (data?.reviews.nodes ?? []).toSorted((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt));
  if (!latest) return null;
  const { id, returned, state, nextLevel } = latest;
  const look = <LinkButton size="small" to={`/reviews/${id}`}>{say('lookAtReview')}</LinkButton>;
  if (workflow === 'RETURNED' && returned) {
    return <div className={`${styles.notice} ${styles.bad} ${styles.onDesk}`} role="status"><strong>{say('returnedBy', { name: returned.byName, level: names.level(returned.level) })} · <Time at={returned.at} /></strong><p>{returned.reason}</p><div>{look}</div></div>;
  }
  if (workflow !== 'IN_REVIEW' || state !== 'OPEN' || !nextLevel) return null;
  return <div className={`${styles.notice} ${styles.quiet} ${styles.onDesk}`} role="status"><span>{say('waitsFor', { level: names.level(nextLevel) })} {look}</span></div>;
}
