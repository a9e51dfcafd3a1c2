import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { dayOf, isDay, startOfDay } from '../../components/newsroom-day.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress, type InAddress } from '../../components/use-in-address.js';
import type { AuditFilter } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ActorFilter } from './actor-filter.js';
import { AuditTable } from './audit-table.js';
import { AuditTrailDocument, type AuditTrailQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';
import { namedActions, useAuditNames } from './use-audit-names.js';

type Entry = AuditTrailQuery['auditEntries']['nodes'][number];

/** What was done, by whom, newest first. A name or an id in a row narrows the list to it. */
export function Component(): ReactNode {
  const say = useWords(peopleWords);
  const address = useInAddress();
  const page = useCursor(50);
  const { data, error, refetch } = useRead(AuditTrailDocument, { filter: filterOf(address), ...page.args }, { keepsLast: true });
  const found = data?.auditEntries;
  return (
    <>
      <PageHeader note={say('auditNote')} />
      <Filters address={address} entries={found?.nodes ?? []} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0 ? <><AuditTable entries={found.nodes} onNarrow={(key, value) => { address.set({ [key]: value }); }} /><Pager page={page} pageInfo={found.pageInfo} totalCount={null} /></> : <EmptyState title={say('auditNone')} /> : error ? null : <Loading lines={10} />}
      </Panel>
    </>
  );
}

function filterOf(address: InAddress): AuditFilter {
  const [actorId, action, subjectId, from, to] = ['actor', 'action', 'subject', 'from', 'to'].map((key) => address.get(key));
  return {
    ...(actorId ? { actorId } : {}), ...(action ? { action } : {}), ...(subjectId ? { subjectId } : {}),
    ...(isDay(from) ? { from: startOfDay(from) } : {}), ...(isDay(to) ? { before: startOfDay(dayOf(startOfDay(to), 1)) } : {}),
  };
}

function Filters({ address, entries }: { readonly address: InAddress; readonly entries: readonly Entry[] }): ReactNode {
  const say = useWords(peopleWords);
  const field = (key: string, label: string): ReactNode => <Input.Search key={`${key}-${address.get(key) ?? ''}`} allowClear aria-label={label} placeholder={label} defaultValue={address.get(key) ?? ''} onSearch={(text) => { address.set({ [key]: text.trim() }); }} />;
  const day = (key: string): dayjs.Dayjs | null => { const value = address.get(key); return isDay(value) ? dayjs(value) : null; };
  return (
    <FilterRow>
      <ActionFilter value={address.get('action')} onChange={(action) => { address.set({ action }); }} />
      {field('subject', say('subjectHint'))}
      <ActorFilter value={address.get('actor')} entries={entries} onChange={(actor) => { address.set({ actor }); }} />
      <DatePicker.RangePicker aria-label={say('since')} value={[day('from'), day('to')]} allowEmpty={[true, true]} onChange={(range) => { address.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') }); }} />
    </FilterRow>
  );
}

/** Chooses what was done, by its words or its code. */
function ActionFilter({ value, onChange }: { readonly value: string | undefined; readonly onChange: (action: string | undefined) => void }): ReactNode {
  const say = useWords(peopleWords);
  const names = useAuditNames();
  const known = value && !namedActions.includes(value) ? [value, ...namedActions] : namedActions;
  return (
    <Select
      allowClear showSearch={{ filterOption: (text, option) => `${option?.label} ${option?.value}`.toLowerCase().includes(text.trim().toLowerCase()) }} aria-label={say('action')} placeholder={say('action')} popupMatchSelectWidth={false}
      value={value ?? null} options={known.map((code) => ({ value: code, label: names.action(code) }))} onChange={(code: string | null | undefined) => { onChange(code ?? undefined); }}
    />
  );
}
