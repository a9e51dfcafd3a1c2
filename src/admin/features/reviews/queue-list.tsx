import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useContentNames } from '../../components/content-state.js';
import { Importance } from '../../components/importance.js';
import { Time } from '../../components/time.js';
import { useUnitNames } from '../../components/use-choices.js';
import { openBlocks } from './open-blocks.js';
import { Progress } from './progress.js';
import { useReviewNames } from './review-names.js';
import type { ReviewLineFragment } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

/** Reviews as a list that reads the same on a phone. */
export function QueueList({ reviews }: { readonly reviews: readonly ReviewLineFragment[] }): ReactNode {
  return <ul className={styles.queue}>{reviews.map((review) => <li key={review.id}><QueueLine review={review} /></li>)}</ul>;
}

function QueueLine({ review }: { readonly review: ReviewLineFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const kinds = useContentNames();
  const names = useReviewNames();
  const units = useUnitNames();
  const { word, tone } = names.state(review.state);
  return (
    <div className={styles.line}>
      <div className={styles.main}>
        <div className={styles.title}><Link to={`/reviews/${review.id}`}>{review.title}</Link><Importance value={review.importance} /></div>
        <div className={styles.meta}>
          <span>{kinds.kind(review.kind)}</span><span>{units.get(review.unitId)}</span><span>{say('revision', { number: review.revisionNumber })}</span>
          <span>{say('submitted', { name: review.submittedByName })} <Time at={review.submittedAt} look="ago" /></span>
        </div>
      </div>
      <div className={styles.state}>
        {review.state === 'OPEN' ? <Verdict review={review} /> : <Badge tone={tone}>{word}</Badge>}
        <Progress review={review} isSmall />
      </div>
    </div>
  );
}

/** What the checks found, in short. */
function Verdict({ review }: { readonly review: ReviewLineFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const blocks = openBlocks(review).length;
  const warns = review.findings.filter(({ severity }) => severity === 'WARN').length;
  if (blocks > 0) return <Badge tone="bad">{say('blocks', { count: blocks })}</Badge>;
  return warns > 0 ? <Badge tone="warn">{say('warns', { count: warns })}</Badge> : <Badge tone="quiet">{say('clean')}</Badge>;
}
