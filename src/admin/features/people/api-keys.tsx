import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { DataTable } from '../../components/data-table.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { SecretOnce } from '../../components/secret-once.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { CreateApiKeyDocument, OwnApiKeysDocument, OwnPermissionsDocument, RevokeApiKeyDocument, type OwnApiKeysQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

type Key = OwnApiKeysQuery['apiKeys']['nodes'][number];

/** One's own API keys. A key's secret is shown once. */
export function ApiKeys(): ReactNode {
  const say = useWords(peopleWords);
  const [isAdding, setAdding] = useState(false);
  const [bearer, setBearer] = useState<string>();
  const { data, error, refetch } = useRead(OwnApiKeysDocument, {});
  const keys = data?.apiKeys.nodes;
  return (
    <Panel title={say('keys')} isFlush actions={<Button size="small" onClick={() => { setAdding(true); }}>{say('addKey')}</Button>}>
      <p className={styles.padded}>{say('keysWhy')}</p>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {keys ? keys.length > 0 ? <KeyTable keys={keys} /> : <p className={styles.padded}>{say('keysNone')}</p> : error ? null : <Loading lines={2} />}
      {isAdding ? <KeyForm onClose={() => { setAdding(false); }} onMade={(made) => { setAdding(false); setBearer(made); }} /> : null}
      {bearer ? <SecretOnce title={say('keyMade')} why={say('keyMadeWhy')} secret={bearer} closeText={say('keyStored')} onClose={() => { setBearer(undefined); }} /> : null}
    </Panel>
  );
}

function KeyTable({ keys }: { readonly keys: readonly Key[] }): ReactNode {
  const say = useWords(peopleWords);
  return (
    <ScrollBox label={say('keys')}>
      <DataTable
        rows={keys} keyOf={({ id }) => id} isDense className={styles.tableSmall}
        columns={[
          { title: say('keyName'), key: 'name', render: ({ name }) => name },
          { title: say('scopes'), key: 'scopes', isCut: true, render: ({ scopes }) => <code title={scopes.join(', ')}>{scopes.join(', ')}</code> },
          { title: say('lastUsed'), key: 'lastUsed', width: 120, render: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} look="ago" /> : '—') },
          { title: say('expires'), key: 'expires', width: 120, render: ({ expiresAt }) => <Time at={expiresAt} look="day" /> },
          { title: <span className="only-read">{say('revoke')}</span>, key: 'revoke', width: 96, render: (key) => <Revoke apiKey={key} /> },
        ]}
      />
    </ScrollBox>
  );
}

function Revoke({ apiKey: { id, name, revokedAt } }: { readonly apiKey: Key }): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const revoke = useAct(RevokeApiKeyDocument);
  if (revokedAt) return <Badge tone="quiet">{say('revoked')}</Badge>;
  return <Button size="small" danger onClick={() => { ask({ title: say('revokeAsk', { name }), why: say('revokeWhy'), ok: say('revoke'), isDanger: true, onOk: () => revoke.mutateAsync({ id }).catch(toast.failed) }); }}>{say('revoke')}</Button>;
}

interface Fields {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Dayjs;
}

function KeyForm({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (bearer: string) => void }): ReactNode {
  const say = useWords(peopleWords);
  const { language } = useAppearance();
  const { data, error } = useRead(OwnPermissionsDocument, {});
  const offered = (data?.ownPermissions ?? []).filter(({ isPersonal }) => !isPersonal);
  const [form] = Form.useForm<Fields>();
  const create = useAct(CreateApiKeyDocument, { onDone: ({ createApiKey }) => { onMade(createApiKey.bearer); } });
  return (
    <Modal open title={say('addKey')} onCancel={onClose} okText={say('addKey')} confirmLoading={create.isPending} onOk={() => { form.submit(); }}>
      <ErrorNotice error={create.error ?? error} />
      <Form<Fields> form={form} layout="vertical" initialValues={{ scopes: ['content.read'], expiresAt: dayjs().add(1, 'year') }} onFinish={({ name, scopes, expiresAt }) => { create.mutate({ input: { name: name.trim(), scopes, expiresAt: expiresAt.toISOString() } }); }}>
        <Form.Item name="name" label={say('keyName')} rules={[{ required: true, whitespace: true, message: say('required') }]}><Input maxLength={60} ref={focusOnceShown} /></Form.Item>
        <Form.Item name="scopes" label={say('scopes')} rules={[{ required: true, type: 'array', min: 1, message: say('needScope') }]}><Select mode="multiple" optionFilterProp="label" loading={!data && !error} options={offered.map((row) => ({ value: row.permission, label: `${row[language]} · ${row.permission}` }))} /></Form.Item>
        <Form.Item name="expiresAt" label={say('expires')} rules={[{ required: true, message: say('required') }]}><DatePicker minDate={dayjs().add(1, 'day')} maxDate={dayjs().add(729, 'day')} /></Form.Item>
      </Form>
    </Modal>
  );
}
