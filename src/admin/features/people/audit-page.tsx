import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { DataTable } from '../../components/data-table.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { dayOf, isDay, startOfDay } from '../../components/newsroom-day.js';
import { PageHeader } from '../../components/page-header.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress, type InAddress } from '../../components/use-in-address.js';
import type { AuditFilter } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ActorFilter } from './actor-filter.js';
import { AuditTrailDocument, type AuditTrailQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

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
        {found ? found.nodes.length > 0 ? <><Trail entries={found.nodes} address={address} /><Pager page={page} pageInfo={found.pageInfo} totalCount={null} /></> : <EmptyState title={say('auditNone')} /> : error ? null : <Loading lines={10} />}
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
      {field('action', say('actionHint'))}
      {field('subject', say('subjectHint'))}
      <ActorFilter value={address.get('actor')} entries={entries} onChange={(actor) => { address.set({ actor }); }} />
      <DatePicker.RangePicker aria-label={say('since')} value={[day('from'), day('to')]} allowEmpty={[true, true]} onChange={(range) => { address.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') }); }} />
    </FilterRow>
  );
}

function Trail({ entries, address }: { readonly entries: readonly Entry[]; readonly address: InAddress }): ReactNode {
  const say = useWords(peopleWords);
  const narrow = (key: string, value: string, shown: ReactNode): ReactNode => <button type="button" className={styles.narrow} onClick={() => { address.set({ [key]: value }); }}>{shown}</button>;
  return (
    <ScrollBox label={say('action')}>
      <DataTable
        rows={entries} keyOf={({ id }) => id} isDense className={styles.table}
        columns={[
          { title: say('at'), key: 'at', width: 188, render: ({ at }) => <Time at={at} look="exact" /> },
          { title: say('who'), key: 'who', width: 130, render: ({ actorId, actorName, actorType }) => narrow('actor', actorId, actorName || say(actorType)) },
          { title: say('action'), key: 'action', width: 190, render: ({ action }) => narrow('action', action, <code>{action}</code>) },
          { title: say('subject'), key: 'subject', width: 270, isCut: true, render: ({ subjectId, subjectType }) => (subjectId ? narrow('subject', subjectId, <code>{subjectId}</code>) : subjectType ?? '—') },
          { title: say('detail'), key: 'detail', isCut: true, render: ({ summary }) => <span className={styles.quiet} title={JSON.stringify(summary)}>{detail(summary)}</span> },
          { title: say('from'), key: 'from', width: 130, isCut: true, render: ({ ip, requestId }) => <span className={styles.quiet} title={`${say('request')} ${requestId}`}>{ip ?? '—'}</span> },
        ]}
      />
    </ScrollBox>
  );
}

const detail = (summary: Readonly<Record<string, unknown>>): string => Object.entries(summary).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ');
