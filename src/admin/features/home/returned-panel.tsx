import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LineList } from '../../components/line-list.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeReturnedDocument } from './home.generated.js';
import styles from './quiet.module.css';

/** What reviewers sent back and this person may mend. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeReturnedDocument, {});
  const found = data?.contents;
  return (
    <Panel title={say('returned')} isFlush actions={found?.totalCount ? <Link to="/contents?workflow=RETURNED">{say('all', { count: found.totalCount })}</Link> : null}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {found ? found.nodes.length > 0
        ? <LineList lines={found.nodes.map(({ id, title, unit, editorial }) => ({ id, title, to: addressOfContent(id), note: `${unit?.shortName ?? say('noUnit')} · ${say('by', { name: editorial?.savedByName ?? '' })}`, end: editorial ? <Time at={editorial.savedAt} look="ago" /> : null }))} />
        : <EmptyState title={say('returnedNone')} text={say('returnedWhy')} />
        : error ? null : <div className={styles.quiet}><Loading lines={3} /></div>}
    </Panel>
  );
}
