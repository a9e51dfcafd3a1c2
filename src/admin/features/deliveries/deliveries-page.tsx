import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Select } from 'antd';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress } from '../../components/use-in-address.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { DeliveriesDocument, type DeliveriesQuery, type DeliveryLineFragment } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { DeliveryBadge, deliveryStates } from './delivery-state.js';
import styles from './deliveries.module.css';

/** The live ledger: every delivery, by state. Looked at again every few seconds. */
export function Component(): ReactNode {
  const say = useWords(deliveriesWords);
  const address = useInAddress();
  const page = useCursor();
  const state = deliveryStates.find((each) => each === address.get('state'));
  const { data, error, refetch } = useRead(DeliveriesDocument, { filter: state ? { states: [state] } : {}, ...page.args }, { keepsLast: true, everyMs: 3000 });
  const found = data?.deliveries;
  return (
    <>
      <PageHeader actions={<StateFilter counts={data?.deliveryCounts} state={state} onChange={(next) => { address.set({ state: next }); }} />} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0
          ? <ul className={styles.list}>{found.nodes.map((delivery) => <li key={delivery.id}><DeliveryLine delivery={delivery} /></li>)}</ul>
          : <EmptyState title={say('none')} text={say('noneText')} />
          : error ? null : <div style={{ padding: 16 }}><Loading lines={8} /></div>}
        {found && found.nodes.length > 0 ? <Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /> : null}
      </Panel>
    </>
  );
}

function StateFilter({ counts = [], state, onChange }: { readonly counts: DeliveriesQuery['deliveryCounts'] | undefined; readonly state: DeliveryState | undefined; readonly onChange: (state: DeliveryState | undefined) => void }): ReactNode {
  const say = useWords(deliveriesWords);
  const countOf = (each: DeliveryState): number => counts.find((row) => row.state === each)?.count ?? 0;
  const options = deliveryStates.map((each) => ({ value: each, label: `${say(each)} ${countOf(each)}` }));
  return <Select allowClear aria-label={say('states')} placeholder={say('all')} style={{ minWidth: 180 }} value={state} options={options} onChange={(next: DeliveryState | undefined) => { onChange(next); }} />;
}

/** One delivery as a line that reads the same on a phone. */
export function DeliveryLine({ delivery }: { readonly delivery: DeliveryLineFragment }): ReactNode {
  const say = useWords(deliveriesWords);
  const { id, title, version, action, state, isLate, isStuck, lastMessage, destination, settledAt, plannedAt } = delivery;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.title}><Link to={`/deliveries/${id}`}>{title}</Link></div>
        <div className={styles.meta}><span>{destination?.name}</span><span>{say(action)}</span><span>{say('version', { version })}</span><Time at={settledAt ?? plannedAt} look="ago" /></div>
        {lastMessage && state !== 'DELIVERED' ? <p className={styles.said}>{lastMessage}</p> : null}
      </div>
      <div className={styles.state}>
        <DeliveryBadge state={state} />
        {isStuck ? <Badge tone="bad">{say('stuck')}</Badge> : isLate ? <Badge tone="warn">{say('late')}</Badge> : null}
      </div>
    </div>
  );
}
