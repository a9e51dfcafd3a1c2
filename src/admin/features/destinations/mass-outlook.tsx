import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { MassOutlookDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** How many mass sends are left, as the outlet says and as we count. The outlet is asked when somebody wants to know. */
export function MassOutlook({ destinationId }: { readonly destinationId: string }): ReactNode {
  const say = useWords(destinationsWords);
  const [isAsked, setAsked] = useState(false);
  const { data, error, refetch } = useRead(MassOutlookDocument, { destinationId }, { isEnabled: isAsked });
  const outlook = data?.massSendOutlook;
  const to = addressOf('massSends');
  return (
    <Panel title={say('quota')} actions={<>{to ? <Link to={`${to}?destination=${destinationId}`}>{say('toMassSends')}</Link> : null}<Button size="small" onClick={() => { setAsked(true); void refetch(); }}>{say('askQuota')}</Button></>}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {outlook ? (
        <>
          <Facts facts={[[say('quotaLimit'), outlook.limit === null ? say('notTold') : say('usedOf', { used: outlook.used ?? 0, limit: outlook.limit })], [say('sentToday'), outlook.sentToday], [say('sentThisMonth'), outlook.sentThisMonth]]} />
          <ul className={styles.rules}>{outlook.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
          {outlook.problem ? <p className={styles.trouble}>{outlook.problem}</p> : null}
        </>
      ) : isAsked && !error ? <Loading lines={2} /> : <p className={styles.hint}>{say('quotaHint')}</p>}
    </Panel>
  );
}
