import { Button, Select } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor } from '../../components/use-cursor.js';
import { useRead } from '../../graphql/use-graphql.js';
import { useBoardView, type BoardView } from './board-view.js';
import { DeliveriesDocument, DestinationNamesDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { DeliveryLine } from './delivery-line.js';
import { StateStrip } from './state-strip.js';
import { useLiveDeliveries, type Connection } from './use-live-deliveries.js';
import styles from './deliveries.module.css';

const ReplayDialog = lazy(async () => ({ default: (await import('./replay-dialog.js')).ReplayDialog }));

/** The live board: every delivery, by state; rows change before one's eyes. */
export function Component(): ReactNode {
  const say = useWords(deliveriesWords);
  const may = useMay();
  const view = useBoardView();
  const page = useCursor();
  const { connection, fresh } = useLiveDeliveries(view.destinationId);
  const everyMs = connection === 'live' ? 60_000 : 4000;
  const [isReplaying, setReplaying] = useState(false);
  const { filter, orderBy, destinationId } = view;
  const { data, error, refetch } = useRead(DeliveriesDocument, { filter, orderBy, ...(destinationId ? { destinationId } : {}), ...page.args }, { keepsLast: true, everyMs });
  const found = data?.deliveries;
  return (
    <>
      <PageHeader note={<LiveNote connection={connection} />} actions={may('delivery.retry') ? <Button onClick={() => { setReplaying(true); }}>{say('replay')}</Button> : null} />
      <StateStrip counts={data?.deliveryCounts} view={view} everyMs={everyMs} />
      <Filters view={view} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0
          ? <ul className={styles.list}>{found.nodes.map((delivery) => <li key={delivery.id} className={fresh.has(delivery.id) ? styles.fresh : undefined}><DeliveryLine delivery={delivery} /></li>)}</ul>
          : view.isFiltered ? <EmptyState title={say('noneHere')} text={say('noneHereText')} action={<Button onClick={() => { view.set({ state: undefined, destination: undefined }); }}>{say('showAll')}</Button>} /> : <EmptyState title={say('none')} text={say('noneText')} />
          : error ? null : <div className={styles.padded}><Loading lines={8} /></div>}
        {found && found.nodes.length > 0 ? <Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /> : null}
      </Panel>
      {isReplaying ? <Suspense fallback={null}><ReplayDialog destinationId={destinationId} onClose={() => { setReplaying(false); }} /></Suspense> : null}
    </>
  );
}

function LiveNote({ connection }: { readonly connection: Connection }): ReactNode {
  const say = useWords(deliveriesWords);
  return <Badge isDot tone={connection === 'live' ? 'ok' : connection === 'lost' ? 'warn' : 'info'}>{say(connection)}</Badge>;
}

function Filters({ view }: { readonly view: BoardView }): ReactNode {
  const say = useWords(deliveriesWords);
  const may = useMay();
  const { data } = useRead(DestinationNamesDocument, {}, { isEnabled: may('destination.read'), isAside: true });
  if (!may('destination.read')) return null;
  return (
    <FilterRow>
      <Select
        allowClear showSearch optionFilterProp="label" aria-label={say('destination')} placeholder={say('anyDestination')} className={styles.filter!}
        value={view.destinationId ?? null} onChange={(destination: string | null | undefined) => { view.set({ destination: destination ?? undefined }); }}
        options={(data?.destinations.nodes ?? []).map(({ id, name, isActive }) => ({ value: id, label: isActive ? name : `${name}（${say('inactive')}）` }))}
      />
      {view.isFiltered ? <Button type="text" onClick={() => { view.set({ state: undefined, destination: undefined }); }}>{say('showAll')}</Button> : null}
    </FilterRow>
  );
}
