import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useCursor } from '../../components/use-cursor.js';
import { useRead } from '../../graphql/use-graphql.js';
import { DestinationsDocument, type DestinationLineFragment, type DestinationsQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { HealthBadge } from './health-badge.js';
import styles from './destinations.module.css';

/** Every outlet, and how it is doing. */
export function Component(): ReactNode {
  const say = useWords(destinationsWords);
  const may = useMay();
  const page = useCursor();
  const { data, error, refetch } = useRead(DestinationsDocument, page.args, { keepsLast: true, everyMs: 15_000 });
  const found = data?.destinations;
  const add = may('destination.manage') ? <LinkButton type="primary" to="/destinations/new">{say('add')}</LinkButton> : null;
  return (
    <>
      <PageHeader actions={<><LinkButton to="/destinations/blocks">{say('blocks')}</LinkButton>{add}</>} note={say('pageNote')} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {found ? found.nodes.length > 0
          ? <ul className={styles.list}>{found.nodes.map((destination) => <li key={destination.id}><Line destination={destination} channel={data.channels.find(({ id }) => id === destination.channelId)} /></li>)}</ul>
          : <EmptyState title={say('none')} text={say('noneText')} action={add} />
          : error ? null : <div className={styles.padded}><Loading lines={6} /></div>}
        {found && found.nodes.length > 0 ? <Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /> : null}
      </Panel>
    </>
  );
}

function Line({ destination, channel }: { readonly destination: DestinationLineFragment; readonly channel: DestinationsQuery['channels'][number] | undefined }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const { id, name, isActive, deactivatedReason, health } = destination;
  const trouble = isActive ? health.failingSince ? health.lastMessage : undefined : deactivatedReason;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.name}><Link to={`/destinations/${id}`}>{name}</Link></div>
        <div className={styles.meta}>
          <span>{language === 'zh' ? channel?.name : channel?.nameEn}</span>
          {health.lastConfirmedAt ? <span>{say('lastConfirmed')} <Time at={health.lastConfirmedAt} look="ago" /></span> : null}
          {health.failures > 0 ? <span>{say('failures', { count: health.failures })}</span> : null}
        </div>
        {trouble ? <p className={styles.trouble}>{trouble}</p> : null}
      </div>
      <HealthBadge destination={destination} />
    </div>
  );
}
