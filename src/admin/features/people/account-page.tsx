import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ChangePasswordForm } from '../../app/session/password-page.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { DataTable } from '../../components/data-table.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { ApiKeys } from './api-keys.js';
import { EndOtherSessionsDocument, EndSessionDocument, OwnSessionsDocument } from './people.generated.js';
import { peopleWords } from './people-words.js';
import { Profile } from './profile.js';
import styles from './people.module.css';

/** One's own account: who one is here, the password, where one is signed in, keys for programs. */
export function Component(): ReactNode {
  const may = useMay();
  return (
    <>
      <PageHeader />
      <div className={styles.account}>
        <div><Profile /><Sessions /></div>
        <div><Password />{may('apiKey.manage') ? <ApiKeys /> : null}</div>
      </div>
    </>
  );
}

function Password(): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const client = useQueryClient();
  const [times, setTimes] = useState(0);
  const changed = (): void => {
    setTimes(times + 1);
    toast.done(say('passwordChanged'));
    // Sessions elsewhere have ended: the list below must say so.
    void client.invalidateQueries();
  };
  return (
    <Panel title={say('password')}>
      <p className={styles.why}>{say('passwordWhy')}</p>
      <div className={styles.narrowForm}><ChangePasswordForm key={times} onChanged={changed} /></div>
    </Panel>
  );
}

function Sessions(): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const { data, error, refetch } = useRead(OwnSessionsDocument, {});
  const end = useAct(EndSessionDocument, { onDone: () => { toast.done(say('ended', { count: 1 })); } });
  const endOthers = useAct(EndOtherSessionsDocument, { onDone: ({ endOtherSessions: count }) => { toast.done(say('ended', { count })); } });
  const sessions = data?.sessions.nodes;
  return (
    <Panel title={say('sessions')} isFlush actions={sessions && sessions.length > 1 ? <Button size="small" loading={endOthers.isPending} onClick={() => { endOthers.mutate({}); }}>{say('endOthers')}</Button> : null}>
      <ErrorNotice error={error ?? end.error ?? endOthers.error} onRetry={() => { void refetch(); }} />
      {sessions ? (
        <ScrollBox label={say('sessions')}>
          <DataTable
            rows={sessions} keyOf={({ id }) => id} isDense className={styles.tableSmall}
            columns={[
              { title: say('began'), key: 'began', render: ({ createdAt }) => <Time at={createdAt} /> },
              { title: say('lastSeen'), key: 'lastSeen', render: ({ lastSeenAt }) => <Time at={lastSeenAt} look="ago" /> },
              { title: say('ip'), key: 'ip', render: ({ ip }) => ip ?? '—' },
              { title: <span className="only-read">{say('endSession')}</span>, key: 'end', width: 96, render: ({ id, isCurrent }) => (isCurrent ? <Badge tone="info">{say('current')}</Badge> : <Button size="small" onClick={() => { end.mutate({ id }); }}>{say('endSession')}</Button>) },
            ]}
          />
        </ScrollBox>
      ) : error ? null : <Loading lines={2} />}
    </Panel>
  );
}
