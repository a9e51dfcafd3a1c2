import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { SystemHealthDocument, type SystemHealthQuery } from './health.generated.js';
import { healthWords } from './health-words.js';
import styles from './health.module.css';

type Problem = SystemHealthQuery['systemHealth']['problems'][number];

/** What is wrong now, the worst first, each with what to do and where. */
export function Component(): ReactNode {
  const say = useWords(healthWords);
  const { data, error, refetch, isFetching } = useRead(SystemHealthDocument, {}, { everyMs: 20_000 });
  const health = data?.systemHealth;
  return (
    <>
      <PageHeader
        note={health ? <><Badge tone={health.isWell ? 'ok' : 'bad'}>{say(health.isWell ? 'well' : 'unwell')}</Badge> {say('lookedAt')} <Time at={health.at} look="exact" /></> : null}
        actions={<Button loading={isFetching} onClick={() => { void refetch(); }}>{say('lookAgain')}</Button>}
      />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {health ? health.problems.length > 0
          ? <ul className={styles.list} aria-live="polite">{health.problems.map((problem, at) => <li key={`${problem.kind}-${at}`}><ProblemLine problem={problem} /></li>)}</ul>
          : <EmptyState title={say('none')} text={say('noneText')} />
          : error ? null : <div className={styles.padded}><Loading lines={4} /></div>}
      </Panel>
    </>
  );
}

function ProblemLine({ problem: { kind, grade, zh, en, subject, since } }: { readonly problem: Problem }): ReactNode {
  const say = useWords(healthWords);
  const { language } = useAppearance();
  const to = placeOf(kind, subject);
  return (
    <div className={styles.line}>
      <div>
        <p>{language === 'zh' ? zh : en}</p>
        <p className={styles.meta}>{since ? <span>{say('since')} <Time at={since} look="ago" /></span> : null}{to ? <Link to={to}>{say('goThere')}</Link> : null}<code>{kind}</code></p>
      </div>
      <Badge tone={grade === 'TROUBLE' ? 'bad' : 'warn'}>{say(grade)}</Badge>
    </div>
  );
}

/** Where a problem is mended. */
function placeOf(kind: string, subject: string | null): string | undefined {
  if (kind === 'delivery.overdue' || kind === 'delivery.stuck') return subject ? `${addressOf('deliveries') ?? '/'}?destination=${subject}&state=${kind === 'delivery.stuck' ? 'stuck' : 'late'}` : undefined;
  if (subject?.startsWith('destination_')) return addressOf('destinations.destination', { id: subject });
  return /^(article|case|video)_/.test(subject ?? '') ? addressOf('editor', { id: subject ?? '' }) : undefined;
}
