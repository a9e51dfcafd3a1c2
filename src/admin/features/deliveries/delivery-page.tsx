import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { AttemptLine } from './attempt-line.js';
import { DeliveryDocument, type DeliveryQuery } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { nextMoment } from './next-moment.js';
import { DeliveryBadge } from './delivery-state.js';
import { DeliverySteps } from './delivery-steps.js';
import { PauseNote } from './pause-note.js';
import { PayloadView } from './payload-view.js';
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
  const { title, destination, state, isStuck, isLate, attempts, receipts, contentId, id } = delivery;
  return (
    <>
      <PageHeader title={title} documentTitle={title} note={<span className={styles.meta}><DeliveryBadge state={state} />{isStuck ? <Badge tone="bad">{say('stuck')}</Badge> : isLate ? <Badge tone="warn">{say('late')}</Badge> : null}<Outlet destination={destination} /><Link to={addressOfContent(contentId)}>{say('content')}</Link></span>} />
      <div className={styles.panels}>
        <Panel><Standing delivery={delivery} /></Panel>
        {receipts.length > 0 ? (
          <Panel title={say('receipts')} isFlush>
            <ul className={styles.list}>{receipts.map((receipt) => <li key={receipt.id}><ReceiptLine receipt={receipt} /></li>)}</ul>
          </Panel>
        ) : null}
        <Panel title={say('attempts')} isFlush>
          {attempts.length === 0 ? <p className={styles.padded}>{say('noAttempts')}</p> : <ul className={styles.list}>{[...attempts].reverse().map((attempt) => <li key={attempt.id}><AttemptLine attempt={attempt} /></li>)}</ul>}
        </Panel>
        <PayloadView id={id} bytes={delivery.payloadBytes} />
      </div>
    </>
  );
}

function Outlet({ destination }: { readonly destination: DeliveryDetail['destination'] }): ReactNode {
  const to = destination ? addressOf('destinations.destination', { id: destination.id }) : undefined;
  return to ? <Link to={to}>{destination?.name}</Link> : <span>{destination?.name}</span>;
}

function Standing({ delivery }: { readonly delivery: DeliveryDetail }): ReactNode {
  const say = useWords(deliveriesWords);
  const { state, version, action, lastMessage, url, plannedAt, settledAt, pause, remoteId, attemptCount, mayHaveArrived } = delivery;
  const dueAt = nextMoment(delivery);
  return (
    <>
      <PauseNote pause={pause} />
      {lastMessage ? <p className={styles.word}><span className={styles.said}>{say('said')}</span><br />{lastMessage}</p> : null}
      <Facts
        facts={[
          [say('action'), `${say(action)} · ${say('version', { version })}`], [say('planned'), <Time key="p" at={plannedAt} />], [say('settled'), settledAt ? <Time key="s" at={settledAt} /> : null],
          [say('due'), dueAt && !settledAt ? <Time key="d" at={dueAt} /> : null], [say('tries'), attemptCount], [say('remote'), remoteId ? <code>{remoteId}</code> : null],
        ]}
      />
      {mayHaveArrived && state !== 'DELIVERED' ? <p><Badge tone="warn">{say('mayHaveArrived')}</Badge></p> : null}
      {url ? <p><a href={url} target="_blank" rel="noreferrer">{say('openThere')}</a></p> : null}
      <DeliverySteps delivery={delivery} />
    </>
  );
}

const receiptTones = { RAN: 'ok', ACCEPTED: 'info', DECLINED: 'warn' } as const;

function ReceiptLine({ receipt: { outcome, message, url, position, reportedAt } }: { readonly receipt: DeliveryDetail['receipts'][number] }): ReactNode {
  const say = useWords(deliveriesWords);
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.meta}><Time at={reportedAt} />{position ? <span>{position}</span> : null}</div>
        {message ? <p className={styles.said}>{message}</p> : null}
        {url ? <a href={url} target="_blank" rel="noreferrer">{url}</a> : null}
      </div>
      <div className={styles.state}><Badge tone={receiptTones[outcome]}>{say(`R_${outcome}`)}</Badge></div>
    </div>
  );
}
