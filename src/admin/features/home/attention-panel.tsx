import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LineList } from '../../components/line-list.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { homeWords } from './home-words.js';
import { HomeAttentionDocument } from './home.generated.js';
import styles from './quiet.module.css';

/** Deliveries that go no further by themselves, in the receivers' own words. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeAttentionDocument, {}, { everyMs: 60_000 });
  const found = data?.deliveries;
  return (
    <Panel title={say('attention')} isFlush actions={found?.totalCount ? <Link to="/deliveries?state=REFUSED">{say('all', { count: found.totalCount })}</Link> : null}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {found ? found.nodes.length > 0
        ? <LineList lines={found.nodes.map(({ id, title, state, lastMessage, destination }) => ({
          id, title, to: addressOf('deliveries.delivery', { id }), note: [destination?.name, lastMessage].filter(Boolean).join(' · '),
          end: <Badge tone={state === 'UNCLEAR' ? 'warn' : 'bad'}>{say(state === 'UNCLEAR' ? 'unclear' : state === 'DEAD' ? 'dead' : 'refused')}</Badge>,
        }))} />
        : <p className={styles.quiet}>{say('attentionNone')}</p>
        : error ? null : <div className={styles.quiet}><Loading lines={2} /></div>}
    </Panel>
  );
}
