import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { Facts } from '../../components/facts.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import type { DestinationQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { HealthBadge } from './health-badge.js';
import { healthOf } from './health-of.js';
import styles from './destinations.module.css';

/** How an outlet has been doing, in words, and how its deliveries stand. */
export function HealthPanel({ destination, counts }: { readonly destination: DestinationQuery['destination']; readonly counts: DestinationQuery['deliveryCounts'] }): ReactNode {
  const say = useWords(destinationsWords);
  const { health, deactivatedReason, isActive } = destination;
  const { word } = healthOf(destination);
  const board = addressOf('deliveries');
  const countOf = (...states: readonly string[]): number => counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const [confirmed, open, stuck] = [countOf('DELIVERED'), countOf('WAITING', 'RUNNING', 'HELD', 'ACCEPTED'), countOf('REFUSED', 'DEAD', 'UNCLEAR')];
  return (
    <Panel title={say('health')} actions={board ? <Link to={`${board}?destination=${destination.id}`}>{say('toLedger')}</Link> : null}>
      <p><HealthBadge destination={destination} /> {say(`${word}Why`)}</p>
      {!isActive && deactivatedReason ? <p className={styles.trouble}>{deactivatedReason}</p> : null}
      {health.lastMessage ? <p className={styles.trouble}>{health.lastMessage}</p> : null}
      <Facts
        facts={[
          [say('lastConfirmed'), health.lastConfirmedAt ? <Time key="c" at={health.lastConfirmedAt} /> : say('never')], [say('failingSince'), health.failingSince ? <Time key="f" at={health.failingSince} look="ago" /> : null],
          [say('failureCount'), health.failures > 0 ? health.failures : null], [say('pausedUntil'), word === 'paused' && health.pausedUntil ? <Time key="p" at={health.pausedUntil} look="exact" /> : null],
          [say('delivered'), confirmed], [say('underWay'), open], [say('needPerson'), stuck > 0 && board ? <Link key="s" to={`${board}?destination=${destination.id}&state=stuck`}>{stuck}</Link> : stuck],
        ]}
      />
    </Panel>
  );
}
