import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { roles, useContentNames } from '../../components/content-state.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { SecretOnce } from '../../components/secret-once.js';
import { useUnitNames } from '../../components/use-choices.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress, type InAddress } from '../../components/use-in-address.js';
import type { PersonFilter } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { PeopleDocument, type PersonLineFragment } from './people.generated.js';
import { PeopleTable } from './people-table.js';
import { peopleWords } from './people-words.js';
import { PersonForm } from './person-form.js';

/** The directory of people; administrators add, change and close accounts here. */
export function Component(): ReactNode {
  const say = useWords(peopleWords);
  const may = useMay();
  const address = useInAddress();
  const page = useCursor();
  const [edited, setEdited] = useState<PersonLineFragment | 'new'>();
  const [told, setTold] = useState<{ readonly name: string; readonly password: string }>();
  const { data, error, refetch } = useRead(PeopleDocument, { filter: filterOf(address), ...page.args }, { keepsLast: true });
  const found = data?.people;
  const tell = (name: string, password: string | null): void => { if (password) setTold({ name, password }); };
  return (
    <>
      <PageHeader actions={may('person.manage') ? <Button type="primary" icon={<PlusOutlined />} onClick={() => { setEdited('new'); }}>{say('add')}</Button> : null} />
      <Filters address={address} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0 ? <><PeopleTable people={found.nodes} onEdit={setEdited} onTell={tell} /><Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /></> : <EmptyState title={say('none')} text={say('noneWhy')} /> : error ? null : <Loading lines={8} />}
      </Panel>
      {edited ? <PersonForm person={edited === 'new' ? undefined : edited} onClose={() => { setEdited(undefined); }} onTell={tell} /> : null}
      {told ? <SecretOnce title={say('oneTime')} why={say('oneTimeWhy', { name: told.name })} secret={told.password} closeText={say('close')} onClose={() => { setTold(undefined); }} /> : null}
    </>
  );
}

function filterOf(address: InAddress): PersonFilter {
  const role = roles.find((each) => each === address.get('role'));
  const unitId = address.get('unit');
  const text = address.get('text');
  const state = address.get('state');
  return { ...(role ? { role } : {}), ...(unitId ? { unitId } : {}), ...(text ? { text } : {}), ...(state === 'all' ? {} : { isActive: state !== 'inactive' }) };
}

function Filters({ address }: { readonly address: InAddress }): ReactNode {
  const say = useWords(peopleWords);
  const names = useContentNames();
  const units = useUnitNames();
  return (
    <FilterRow>
      <Input.Search allowClear aria-label={say('text')} placeholder={say('text')} defaultValue={address.get('text') ?? ''} onSearch={(text) => { address.set({ text: text.trim() }); }} />
      <Select allowClear aria-label={say('role')} placeholder={say('role')} value={address.get('role') ?? null} options={roles.filter((role) => role !== 'PARTNER').map((role) => ({ value: role, label: names.role(role) }))} onChange={(role: string | null) => { address.set({ role: role ?? undefined }); }} />
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={say('unit')} placeholder={say('unit')} value={address.get('unit') ?? null} options={[...units].map(([value, label]) => ({ value, label }))} onChange={(unit: string | null) => { address.set({ unit: unit ?? undefined }); }} />
      <Select aria-label={say('state')} value={address.get('state') ?? 'active'} options={(['active', 'inactive', 'all'] as const).map((value) => ({ value, label: say(value) }))} onChange={(state: string) => { address.set({ state: state === 'active' ? undefined : state }); }} />
    </FilterRow>
  );
}
