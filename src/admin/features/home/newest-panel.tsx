import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LineList } from '../../components/line-list.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeNewestDocument } from './home.generated.js';
import styles from './quiet.module.css';

/** What readers got last. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeNewestDocument, {});
  return (
    <Panel title={say('newest')} isFlush>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data ? data.contents.nodes.length > 0
        ? <LineList lines={data.contents.nodes.map(({ id, title, unit, publishedAt, updatedAt }) => ({ id, title, to: addressOfContent(id), note: unit?.shortName, end: <Time at={publishedAt ?? updatedAt} look="ago" /> }))} />
        : <p className={styles.quiet}>{say('newestNone')}</p>
        : error ? null : <div className={styles.quiet}><Loading lines={3} /></div>}
    </Panel>
  );
}
