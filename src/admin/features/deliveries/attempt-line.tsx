import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../components/badge.js';
import { Time } from '../../components/time.js';
import type { AttemptOutcome } from '../../graphql/generated/schema-types.js';
import type { DeliveryQuery } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

const tones: Readonly<Record<AttemptOutcome, Tone>> = { ACCEPTED: 'info', CRASHED: 'warn', DELIVERED: 'ok', FAILED: 'warn', REFUSED: 'bad', UNKNOWN: 'warn' };

/** One try at a delivery: what came of it, and every exchange in the receiver's own words. */
export function AttemptLine({ attempt }: { readonly attempt: DeliveryQuery['delivery']['attempts'][number] }): ReactNode {
  const say = useWords(deliveriesWords);
  const { id, kind, outcome, message, code, milliseconds, startedAt, who, exchanges } = attempt;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.meta}><Time at={startedAt} look="exact" /><span>{say(`K_${kind}`)}</span><span className="figures">{say('ms', { ms: milliseconds })}</span>{who ? <span>{say('by', { who })}</span> : null}{code ? <code>{code}</code> : null}</div>
        {message ? <p className={styles.said}>{message}</p> : null}
        {exchanges.map(({ method, url, status, answer }, at) => (
          <details key={`${id}-${at}`} className={styles.exchange}>
            <summary><code>{say('exchange', { method, url })}</code> {status ? <span className="figures">{status}</span> : null}</summary>
            <pre className={styles.answer} tabIndex={0}>{answer ?? say('noAnswer')}</pre>
          </details>
        ))}
      </div>
      <div className={styles.state}><Badge tone={tones[outcome]}>{say(`O_${outcome}`)}</Badge></div>
    </div>
  );
}
