import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import type { AttemptOutcome } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { DeliveryDocument, type DeliveryQuery } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { DeliveryBadge } from './delivery-state.js';
import { DeliverySteps } from './delivery-steps.js';
import styles from './deliveries.module.css';

type DeliveryDetail = DeliveryQuery['delivery'];

/** One delivery: where it stands, every attempt in the receiver's own words, and what a person may do. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(DeliveryDocument, { id }, { everyMs: 3000 });
  if (data) return <Detail delivery={data.delivery} />;
  return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} />{error ? null : <Panel><Loading lines={8} /></Panel>}</>;
}

function Detail({ delivery }: { readonly delivery: DeliveryDetail }): ReactNode {
  const say = useWords(deliveriesWords);
  const { title, destination, state, version, action, lastMessage, url, plannedAt, settledAt, dueAt, remoteId, attempts } = delivery;
  return (
    <>
      <PageHeader title={title} documentTitle={title} note={<><DeliveryBadge state={state} /> {destination?.name}</>} />
      <div className={styles.panels}>
      <Panel>
        <Facts
          facts={[
            [say('state'), `${say(action)} · ${say('version', { version })}`], [say('planned'), <Time key="p" at={plannedAt} />], [say('settled'), settledAt ? <Time key="s" at={settledAt} /> : null],
            [say('due'), dueAt && !settledAt ? <Time key="d" at={dueAt} /> : null], [say('said'), lastMessage], [say('remote'), remoteId],
          ]}
        />
        {url ? <p><a href={url} target="_blank" rel="noreferrer">{say('openThere')}</a></p> : null}
        <DeliverySteps delivery={delivery} />
      </Panel>
      <Panel title={say('attempts')}>
        {attempts.length === 0 ? <p>{say('noAttempts')}</p> : <ul className={styles.list}>{attempts.map((attempt) => <li key={attempt.id}><Attempt attempt={attempt} /></li>)}</ul>}
      </Panel>
      </div>
    </>
  );
}

const tones: Readonly<Record<AttemptOutcome, Tone>> = { ACCEPTED: 'info', CRASHED: 'warn', DELIVERED: 'ok', FAILED: 'warn', REFUSED: 'bad', UNKNOWN: 'warn' };

function Attempt({ attempt }: { readonly attempt: DeliveryDetail['attempts'][number] }): ReactNode {
  const say = useWords(deliveriesWords);
  const { outcome, message, milliseconds, startedAt, who, exchanges } = attempt;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.meta}><Time at={startedAt} /><span className="figures">{say('ms', { ms: milliseconds })}</span>{who ? <span>{say('by', { who })}</span> : null}</div>
        {message ? <p className={styles.said}>{message}</p> : null}
        {exchanges.map(({ method, url, status, answer }, at) => (
          <details key={`${attempt.id}-${at}`}>
            <summary>{say('exchange', { method, url })} {status ? <span className="figures">{status}</span> : null}</summary>
            <pre className={styles.answer} tabIndex={0}>{answer ?? say('noAnswer')}</pre>
          </details>
        ))}
      </div>
      <div className={styles.state}><Badge tone={tones[outcome]}>{say(`O_${outcome}`)}</Badge></div>
    </div>
  );
}
