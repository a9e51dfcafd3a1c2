import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Form, Input, InputNumber, Radio, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { DataTable } from '../../components/data-table.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import type { UnitKind } from '../../graphql/generated/schema-types.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { AllUnitsDocument, CreateUnitDocument, UpdateUnitDocument, type UnitLineFragment } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

const kinds = ['BUREAU', 'DISTRICT', 'ZONE'] as const satisfies readonly UnitKind[];

/** The units that people belong to and content comes from. */
export function Component(): ReactNode {
  const say = useWords(peopleWords);
  const [edited, setEdited] = useState<UnitLineFragment | 'new'>();
  const { data, error, refetch } = useRead(AllUnitsDocument, {});
  const units = data?.units.nodes;
  return (
    <>
      <PageHeader actions={<Button type="primary" icon={<PlusOutlined />} onClick={() => { setEdited('new'); }}>{say('addUnit')}</Button>} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {units ? units.length > 0 ? <UnitTable units={units} onEdit={setEdited} /> : <EmptyState title={say('unitsNone')} text={say('unitsNoneWhy')} /> : error ? null : <Loading lines={8} />}
      </Panel>
      {edited ? <UnitForm unit={edited === 'new' ? undefined : edited} onClose={() => { setEdited(undefined); }} /> : null}
    </>
  );
}

function UnitTable({ units, onEdit }: { readonly units: readonly UnitLineFragment[]; readonly onEdit: (unit: UnitLineFragment) => void }): ReactNode {
  const say = useWords(peopleWords);
  return (
    <ScrollBox label={say('fullName')}>
      <DataTable
        rows={units} keyOf={({ id }) => id} className={styles.table}
        columns={[
          { title: say('fullName'), key: 'name', render: ({ name }) => <strong className={styles.name}>{name}</strong> },
          { title: say('shortName'), key: 'shortName', width: 220, render: ({ shortName }) => shortName },
          { title: say('kind'), key: 'kind', width: 160, render: ({ kind }) => say(kind) },
          { title: say('state'), key: 'state', width: 100, render: ({ isActive }) => <Badge tone={isActive ? 'ok' : 'quiet'}>{say(isActive ? 'active' : 'inactive')}</Badge> },
          { title: say('order'), key: 'order', width: 80, align: 'end', render: ({ order }) => <span className="figures">{order}</span> },
          { title: <span className="only-read">{say('edit')}</span>, key: 'actions', width: 90, render: (unit) => <Button size="small" aria-label={say('editNamed', { name: unit.shortName })} onClick={() => { onEdit(unit); }}>{say('edit')}</Button> },
        ]}
      />
    </ScrollBox>
  );
}

interface Fields {
  readonly name: string;
  readonly shortName?: string;
  readonly kind: UnitKind;
  readonly order: number;
  readonly isActive: boolean;
}

function UnitForm({ unit, onClose }: { readonly unit: UnitLineFragment | undefined; readonly onClose: () => void }): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const done = { onDone: (): void => { onClose(); toast.done(say('saved')); } };
  const create = useAct(CreateUnitDocument, done);
  const update = useAct(UpdateUnitDocument, done);
  function save({ isActive, shortName, ...fields }: Fields): void {
    const input = { ...fields, ...(shortName?.trim() ? { shortName: shortName.trim() } : {}) };
    if (unit) update.mutate({ input: { id: unit.id, isActive, ...input } });
    else create.mutate({ input });
  }
  return (
    <Drawer open onClose={onClose} size="min(440px, 100vw)" title={say(unit ? 'editUnit' : 'addUnit')} footer={<Button type="primary" loading={create.isPending || update.isPending} onClick={() => { form.submit(); }}>{say('save')}</Button>}>
      <ErrorNotice error={create.error ?? update.error} />
      <Form<Fields> form={form} layout="vertical" onFinish={save} initialValues={unit ?? { kind: 'BUREAU', order: 0, isActive: true }}>
        <Form.Item name="name" label={say('fullName')} rules={[{ required: true, whitespace: true, min: 2, message: say('required') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="shortName" label={say('shortName')}><Input maxLength={20} /></Form.Item>
        <Form.Item name="kind" label={say('kind')}><Radio.Group options={kinds.map((kind) => ({ value: kind, label: say(kind) }))} /></Form.Item>
        <Form.Item name="order" label={say('order')} extra={say('orderHint')}><InputNumber min={0} max={9999} precision={0} /></Form.Item>
        {unit ? <Form.Item name="isActive" label={say('unitActive')} valuePropName="checked"><Switch /></Form.Item> : null}
      </Form>
    </Drawer>
  );
}
