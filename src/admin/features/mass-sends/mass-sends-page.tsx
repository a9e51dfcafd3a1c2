import { Button, Select } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress } from '../../components/use-in-address.js';
import type { MassSendFilter, MassSendState } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { MassSendLine } from './mass-send-line.js';
import { massSendStates } from './mass-send-state.js';
import { MassSendsDocument } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import styles from './mass-sends.module.css';

const RequestDialog = lazy(async () => ({ default: (await import('./request-dialog.js')).RequestDialog }));

/** Every mass send: asked for, approved by another person, previewed, and how many people got it. */
export function Component(): ReactNode {
  const say = useWords(massSendsWords);
  const may = useMay();
  const page = useCursor();
  const { get, set } = useInAddress();
  const [isAsking, setAsking] = useState(false);
  const { state, filter, isFiltered } = filterOf(get('state'), get('destination'));
  const { data, error, refetch } = useRead(MassSendsDocument, { filter, ...page.args }, { keepsLast: true, everyMs: 5000 });
  const found = data?.massSends;
  const request = may('delivery.massSend') ? <Button type="primary" onClick={() => { setAsking(true); }}>{say('request')}</Button> : null;
  return (
    <>
      <PageHeader note={say('pageNote')} actions={request} />
      <FilterRow>
        <Select allowClear aria-label={say('state')} placeholder={say('anyState')} className={styles.filter!} value={state ?? null} options={massSendStates.map((value) => ({ value, label: say(value) }))} onChange={(next: string | null | undefined) => { set({ state: next ?? undefined }); }} />
        {isFiltered ? <Button type="text" onClick={() => { set({ state: undefined, destination: undefined }); }}>{say('showAll')}</Button> : null}
      </FilterRow>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0
          ? <ul className={styles.list}>{found.nodes.map((send) => <li key={send.id}><MassSendLine send={send} /></li>)}</ul>
          : <EmptyState title={say('none')} text={say('noneText')} action={request} />
          : error ? null : <div className={styles.padded}><Loading lines={5} /></div>}
        {found && found.nodes.length > 0 ? <Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /> : null}
      </Panel>
      {isAsking ? <Suspense fallback={null}><RequestDialog onClose={() => { setAsking(false); }} /></Suspense> : null}
    </>
  );
}

/** The filter as the address holds it; what is unknown there is passed over. */
function filterOf(stateText: string | undefined, destinationText: string | undefined): { state: MassSendState | undefined; filter: MassSendFilter; isFiltered: boolean } {
  const state = massSendStates.find((each) => each === stateText);
  const destinationId = /^destination_[0-9a-f]{24}$/.exec(destinationText ?? '')?.[0];
  return { state, filter: { ...(state ? { states: [state] } : {}), ...(destinationId ? { destinationId } : {}) }, isFiltered: state !== undefined || destinationId !== undefined };
}
