import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { MyMentionsDocument } from './mentions.generated.js';
import { mentionsWords } from './mentions-words.js';
import styles from './mentions.module.css';

/** Open comments that name this person, on the home page. */
export function Component(): ReactNode {
  const say = useWords(mentionsWords);
  const { data, error, refetch } = useRead(MyMentionsDocument, {});
  const found = data?.mentions;
  return (
    <Panel title={say('mentions')}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {!found ? (error ? null : <Loading lines={2} />) : found.nodes.length === 0 ? <p className={styles.quiet}>{say('none')}</p> : (
        <ul className={styles.list}>{found.nodes.map(({ id, contentId, title, byName, text, at }) => <li key={id}><Link to={`/contents/${contentId}?tab=comments`}>{title}</Link><p><strong>{byName}</strong> {text}</p><Time at={at} look="ago" /></li>)}</ul>
      )}
    </Panel>
  );
}
