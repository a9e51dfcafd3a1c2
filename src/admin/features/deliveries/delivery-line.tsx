import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { formatRelative, Time } from '../../components/time.js';
import type { DeliveryLineFragment } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { nextMoment } from './next-moment.js';
import { DeliveryBadge } from './delivery-state.js';
import styles from './deliveries.module.css';

const DeliverySteps = lazy(async () => ({ default: (await import('./delivery-steps.js')).DeliverySteps }));

/** One delivery as a line that reads the same on a phone; what needs a person has its buttons here. */
export function DeliveryLine({ delivery }: { readonly delivery: DeliveryLineFragment }): ReactNode {
  const say = useWords(deliveriesWords);
  const { id, title, version, action, state, isLate, isStuck, lastMessage, destination, settledAt, plannedAt } = delivery;
  const next = nextTry(delivery);
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.title}><Link to={`/deliveries/${id}`}>{title}</Link></div>
        <div className={styles.meta}>
          <span>{destination?.name}</span><span className={action === 'RETRACT' ? styles.retract : undefined}>{say(action)}</span><span>{say('version', { version })}</span><Time at={settledAt ?? plannedAt} look="ago" />
          {next ? <span>{say(...next)}</span> : null}
        </div>
        {lastMessage && state !== 'DELIVERED' ? <p className={styles.said}>{lastMessage}</p> : null}
        {isStuck ? <Suspense fallback={null}><DeliverySteps delivery={delivery} isSmall /></Suspense> : null}
      </div>
      <div className={styles.state}>
        <DeliveryBadge state={state} />
        {isStuck ? <Badge tone="bad">{say('stuck')}</Badge> : isLate ? <Badge tone="warn">{say('late')}</Badge> : null}
      </div>
    </div>
  );
}

/** When it goes out next, as words and their values; nothing before its first try, unless its outlet is left alone. */
function nextTry(delivery: DeliveryLineFragment): ['pausedTill' | 'nextTry', { when: string; count: number }] | undefined {
  const { state, attemptCount, pause } = delivery;
  if (state !== 'WAITING' || (attemptCount === 0 && !pause)) return undefined;
  const moment = nextMoment(delivery);
  const when = moment && formatRelative(moment);
  return when === undefined ? undefined : [moment === pause?.until ? 'pausedTill' : 'nextTry', { when, count: attemptCount }];
}
