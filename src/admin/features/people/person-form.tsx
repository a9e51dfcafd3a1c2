import { Button, Drawer, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { roles, useContentNames } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useUnitNames } from '../../components/use-choices.js';
import { useToast } from '../../components/use-toast.js';
import type { Role } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CreatePersonDocument, UpdatePersonDocument, type PersonLineFragment } from './people.generated.js';
import { peopleWords } from './people-words.js';

interface Fields {
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly unitId?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface PersonFormProps {
  /** The person to change; a new one when left out. */
  readonly person: PersonLineFragment | undefined;
  readonly onClose: () => void;
  readonly onTell: (name: string, password: string | null) => void;
}

/** Adds or changes a person. */
export function PersonForm({ person, onClose, onTell }: PersonFormProps): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const create = useAct(CreatePersonDocument, { onDone: ({ createPerson }) => {
    onClose();
    toast.done(say('added', { name: createPerson.person.name }));
    onTell(createPerson.person.name, createPerson.oneTimePassword);
  } });
  const update = useAct(UpdatePersonDocument, { onDone: () => {
    onClose();
    toast.done(say('saved'));
  } });
  function save({ login, ...fields }: Fields): void {
    const input = { ...fields, unitId: fields.unitId ?? null, phone: fields.phone?.trim() || null, email: fields.email?.trim() || null };
    if (person) update.mutate({ input: { id: person.id, ...input } });
    else create.mutate({ input: { ...input, login } });
  }
  return (
    <Drawer
      open onClose={onClose} size="min(440px, 100vw)" title={say(person ? 'editTitle' : 'addTitle')}
      footer={<Button type="primary" loading={create.isPending || update.isPending} onClick={() => { form.submit(); }}>{say('save')}</Button>}
    >
      <ErrorNotice error={create.error ?? update.error} />
      <Form<Fields> form={form} layout="vertical" onFinish={save} initialValues={person ?? { roles: ['CONTRIBUTOR'] }}>
        <PersonFields isNew={!person} />
      </Form>
    </Drawer>
  );
}

function PersonFields({ isNew }: { readonly isNew: boolean }): ReactNode {
  const say = useWords(peopleWords);
  const names = useContentNames();
  const units = useUnitNames();
  const needsUnit = Form.useWatch<Fields['roles'] | undefined>('roles')?.includes('CONTRIBUTOR') ?? false;
  const required = { required: true, whitespace: true, message: say('required') };
  return (
    <>
      <Form.Item name="name" label={say('name')} rules={[required]}><Input maxLength={30} autoComplete="off" /></Form.Item>
      <Form.Item name="login" label={say('login')} extra={isNew ? say('loginHint') : undefined} rules={isNew ? [required, { pattern: /^[A-Za-z0-9._-]{3,32}$/, message: say('loginHint') }] : []}><Input disabled={!isNew} maxLength={32} autoComplete="off" /></Form.Item>
      <Form.Item name="roles" label={say('roles')} rules={[{ required: true, type: 'array', min: 1, message: say('needRole') }]}>
        <Select mode="multiple" optionFilterProp="label" options={roles.filter((role) => role !== 'PARTNER').map((role) => ({ value: role, label: names.role(role) }))} />
      </Form.Item>
      <Form.Item
        name="unitId" label={say('unit')} required={needsUnit} dependencies={['roles']}
        rules={[({ getFieldValue }) => ({ validator: async (_, value: unknown) => { if (!value && (getFieldValue('roles') as Role[] | undefined)?.includes('CONTRIBUTOR')) throw new Error(say('needUnit')); } })]}
      >
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...units].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="phone" label={say('phone')}><Input maxLength={30} inputMode="tel" autoComplete="off" /></Form.Item>
      <Form.Item name="email" label={say('email')}><Input maxLength={120} inputMode="email" autoComplete="off" /></Form.Item>
    </>
  );
}
