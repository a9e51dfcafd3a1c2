import type { ReactNode } from 'react';
import { useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { LinkButton } from '../../components/link-button.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { useReviewNames } from './review-names.js';
import { ReviewsWaitingDocument, ReviewTextDocument, type ReviewDeskFragment } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

/** Where the review stands, in words: why it ended, who must sign, who is at the text; and the way to the next one. */
export function Standing({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const { person, permissions } = useMe();
  const { data } = useRead(ReviewTextDocument, { contentId: review.contentId, number: review.revisionNumber });
  const lock = data?.content.editorial?.lock;
  const step = review.steps.find(({ level }) => level === review.nextLevel);
  const hasSigned = review.signatures.some(({ signedBy }) => signedBy === person.id);
  const isOpen = review.state === 'OPEN';
  return (
    <>
      <Ended review={review} />
      {isOpen && lock && lock.personId !== person.id ? <div className={styles.notice}>{say('editing', { name: lock.name })}</div> : null}
      {isOpen && step && (hasSigned || !permissions.has(step.permission)) ? <div className={`${styles.notice} ${styles.quiet}`}>{hasSigned ? say('youSigned') : say('notYours', { level: names.level(step.level) })}</div> : null}
      {!isOpen || hasSigned ? <NextReview current={review.id} /> : null}
    </>
  );
}

/** Why it ended. */
function Ended({ review: { returned, state } }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  if (returned) return <div className={`${styles.notice} ${styles.bad}`}><strong>{say('returnedBy', { name: returned.byName, level: names.level(returned.level) })} · <Time at={returned.at} /></strong><p>{returned.reason}</p></div>;
  if (state === 'APPROVED') return <div className={`${styles.notice} ${styles.ok}`}>{say('closedApproved')}</div>;
  return state === 'VOID' ? <div className={styles.notice}>{say('closedVoid')}</div> : null;
}

function NextReview({ current }: { readonly current: string }): ReactNode {
  const say = useWords(reviewsWords);
  const { permissions } = useMe();
  const signs = [...permissions].some((permission) => permission.startsWith('revision.sign.'));
  const { data } = useRead(ReviewsWaitingDocument, { first: 10 }, { isEnabled: signs });
  const next = data?.reviews.nodes.find(({ id }) => id !== current);
  return (
    <div className={styles.buttons}>
      {next ? <LinkButton to={`/reviews/${next.id}`} type="primary">{say('next')}：{next.title}</LinkButton> : null}
      <LinkButton to="/reviews">{say('backToQueue')}</LinkButton>
    </div>
  );
}
