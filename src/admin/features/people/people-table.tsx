import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { useContentNames } from '../../components/content-state.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { DeactivatePersonDocument, ReactivatePersonDocument, ResetPasswordDocument, type PersonLineFragment } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

export interface PeopleTableProps {
  readonly people: readonly PersonLineFragment[];
  readonly onEdit: (person: PersonLineFragment) => void;
  readonly onTell: (name: string, password: string | null) => void;
}

/** People, one row each, with what an administrator may do to the account. */
export function PeopleTable({ people, onEdit, onTell }: PeopleTableProps): ReactNode {
  const say = useWords(peopleWords);
  const names = useContentNames();
  const may = useMay();
  const columns: readonly Column<PersonLineFragment>[] = [
    { title: say('name'), key: 'name', width: 180, render: ({ name, login }) => <span className={styles.two}><strong>{name}</strong><small>{login}</small></span> },
    { title: say('roles'), key: 'roles', width: 170, render: ({ roles }: PersonLineFragment) => roles.map((role) => names.role(role)).join('、') },
    { title: say('unit'), key: 'unit', width: 200, isCut: true, render: ({ unit }) => unit?.shortName ?? '—' },
    { title: say('state'), key: 'state', width: 120, render: (person) => <State person={person} /> },
    { title: say('lastSignIn'), key: 'lastSignIn', width: 130, render: ({ lastSignInAt }) => (lastSignInAt ? <Time at={lastSignInAt} look="ago" /> : <span className={styles.quiet}>{say('never')}</span>) },
    ...(may('person.manage') ? [{ title: <span className="only-read">{say('more')}</span>, key: 'actions', width: 116, render: (person: PersonLineFragment) => <Actions person={person} onEdit={onEdit} onTell={onTell} /> }] : []),
  ];
  return <ScrollBox label={say('name')}><DataTable rows={people} columns={columns} keyOf={({ id }) => id} className={styles.table} /></ScrollBox>;
}

function State({ person: { isActive, lockedUntil, mustChangePassword } }: { readonly person: PersonLineFragment }): ReactNode {
  const say = useWords(peopleWords);
  if (!isActive) return <Badge tone="quiet">{say('inactive')}</Badge>;
  if (lockedUntil) return <Badge tone="bad">{say('locked')}</Badge>;
  return mustChangePassword ? <Badge tone="warn">{say('mustChange')}</Badge> : <Badge tone="ok">{say('active')}</Badge>;
}

interface ActionsProps extends Omit<PeopleTableProps, 'people'> {
  readonly person: PersonLineFragment;
}

function Actions({ person, onEdit, onTell }: ActionsProps): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const { id, name, isActive } = person;
  const reactivate = useAct(ReactivatePersonDocument, { onDone: () => { toast.done(say('reactivated', { name })); } });
  const deactivate = useAct(DeactivatePersonDocument, { onDone: () => { toast.done(say('deactivated', { name }), { undo: () => reactivate.mutateAsync({ id }).then(() => undefined) }); } });
  const reset = useAct(ResetPasswordDocument, { onDone: ({ resetPassword }) => { onTell(name, resetPassword.oneTimePassword); } });
  const confirm = (title: string, why: string, act: () => Promise<unknown>): void => { ask({ title, why, ok: title.replace(/[？?]$/, ''), onOk: () => act().catch(toast.failed) }); };
  return (
    <span className={styles.actions}>
      <Button size="small" aria-label={say('editNamed', { name })} onClick={() => { onEdit(person); }}>{say('edit')}</Button>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [
        { key: 'reset', label: say('reset'), disabled: !isActive, onClick: () => { confirm(say('resetAsk', { name }), say('resetWhy'), () => reset.mutateAsync({ id })); } },
        isActive
          ? { key: 'deactivate', label: say('deactivate'), danger: true, onClick: () => { confirm(say('deactivateAsk', { name }), say('deactivateWhy'), () => deactivate.mutateAsync({ id })); } }
          : { key: 'reactivate', label: say('reactivate'), onClick: () => { reactivate.mutate({ id }, { onError: toast.failed }); } },
      ] }}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={say('moreFor', { name })} />
      </Dropdown>
    </span>
  );
}
