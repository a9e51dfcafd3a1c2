import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { useContentNames } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { OwnContactDocument, UpdateOwnContactDocument } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

/** Who one is here, which an administrator decides; and how one can be reached, which one writes oneself. */
export function Profile(): ReactNode {
  const say = useWords(peopleWords);
  const { person } = useMe();
  const names = useContentNames();
  const { data, error, refetch } = useRead(OwnContactDocument, {});
  const own = data?.me?.person;
  return (
    <Panel title={say('profile')}>
      <Facts facts={[[say('name'), person.name], [say('login'), person.login], [say('roles'), person.roles.map((role) => names.role(role)).join('、')], [say('unit'), person.unit?.shortName]]} />
      <p className={styles.why}>{say('profileWhy')}</p>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {own ? <ContactForm key={own.id} contact={own} /> : error ? null : <Loading lines={2} />}
    </Panel>
  );
}

interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

function ContactForm({ contact: { phone, email } }: { readonly contact: Contact }): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const save = useAct(UpdateOwnContactDocument, { onDone: () => { toast.done(say('saved')); } });
  return (
    <Form<Contact> layout="vertical" className={styles.narrowForm!} initialValues={{ phone, email }} onFinish={(typed) => { save.mutate({ input: { phone: typed.phone?.trim() || null, email: typed.email?.trim() || null } }); }}>
      <Form.Item name="phone" label={say('phone')}><Input maxLength={30} inputMode="tel" autoComplete="tel" /></Form.Item>
      <Form.Item name="email" label={say('email')}><Input maxLength={254} inputMode="email" autoComplete="email" /></Form.Item>
      <ErrorNotice error={save.error} />
      <Button htmlType="submit" loading={save.isPending}>{say('saveContact')}</Button>
    </Form>
  );
}
