import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import type { SendOutlookQuery } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import styles from './mass-sends.module.css';

/** What is left of an account's sends, and its rules. */
export function Quota({ outlook, error }: { readonly outlook: SendOutlookQuery['massSendOutlook'] | undefined; readonly error: unknown }): ReactNode {
  const say = useWords(massSendsWords);
  if (error) return <ErrorNotice error={error} />;
  if (!outlook) return <Loading lines={2} />;
  const { limit, used, sentToday, sentThisMonth, rules, problem } = outlook;
  return (
    <div className={styles.quota} role="status">
      <p><strong>{limit === null ? say('quotaOwn', { today: sentToday, month: sentThisMonth }) : say('quota', { left: Math.max(0, limit - (used ?? 0)), limit })}</strong></p>
      <ul>{rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
      {problem ? <p>{problem}</p> : null}
    </div>
  );
}
