import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Time } from '../../components/time.js';
import type { ReviewLevel, ReviewState } from '../../graphql/generated/schema-types.js';
import { useReviewNames } from './review-names.js';
import { reviewsWords } from './reviews-words.js';
import styles from './progress.module.css';

interface Subject {
  readonly state: ReviewState;
  readonly nextLevel: ReviewLevel | null;
  readonly steps: readonly { readonly level: ReviewLevel }[];
  readonly signatures: readonly { readonly level: ReviewLevel; readonly signedByName?: string; readonly signedAt?: string }[];
}

/** The levels as seals: stamped, at hand, to come. */
export function Progress({ review, isSmall = false }: { readonly review: Subject; readonly isSmall?: boolean }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  return (
    <ol className={`${styles.steps} ${isSmall ? styles.small : ''}`} aria-label={say('progress')}>
      {review.steps.map(({ level }) => {
        const signature = review.signatures.find((each) => each.level === level);
        const isNext = review.state === 'OPEN' && review.nextLevel === level;
        return (
          <li key={level} className={`${styles.step} ${signature ? styles.signed : isNext ? styles.next : ''}`} aria-current={isNext ? 'step' : undefined}>
            <span className={styles.seal}>{names.level(level)}</span>
            {isSmall ? null : (
              <span className={styles.who}>
                {signature?.signedByName ? <strong>{signature.signedByName}</strong> : <span>{isNext ? say('current') : say('notYet')}</span>}
                {signature?.signedAt ? <Time at={signature.signedAt} /> : null}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
