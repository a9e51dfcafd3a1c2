import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { DeliveryBadge } from '../deliveries/delivery-state.js';
import { BundlesDocument, type BundleLineFragment } from './bundles.generated.js';
import { bundlesWords } from './bundles-words.js';
import styles from './bundles.module.css';

const RequestDialog = lazy(async () => ({ default: (await import('../mass-sends/request-dialog.js')).RequestDialog }));

/** 多图文: what went out as one, and how far each is. */
export function Component(): ReactNode {
  const say = useWords(bundlesWords);
  const [sent, setSent] = useState<BundleLineFragment>();
  const { data, error, refetch } = useRead(BundlesDocument, {}, { everyMs: 5000 });
  const canSend = new Set(data?.channels.filter(({ canMassSend }) => canMassSend).map(({ id }) => id));
  const compose = <LinkButton to="/bundles/new" type="primary" icon={<PlusOutlined />}>{say('compose')}</LinkButton>;
  return (
    <>
      <PageHeader note={say('note')} actions={compose} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {data ? data.deliveryBundles.length > 0 ? (
          <ul className={styles.list}>
            {data.deliveryBundles.map((bundle) => {
              const destination = data.destinations.nodes.find(({ id }) => id === bundle.destinationId);
              return <li key={bundle.id}><BundleLine bundle={bundle} destination={destination?.name ?? ''} onSend={canSend.has(destination?.channelId ?? '') ? () => { setSent(bundle); } : undefined} /></li>;
            })}
          </ul>
        ) : <EmptyState title={say('none')} text={say('noneWhy')} action={compose} /> : error ? null : <div className={styles.padded}><Loading lines={6} /></div>}
      </Panel>
      {sent ? <Suspense fallback={null}><RequestDialog preset={{ destinationId: sent.destinationId, contentId: sent.id, title: sent.parts.map(({ title }) => title).join('；') }} onClose={() => { setSent(undefined); }} /></Suspense> : null}
    </>
  );
}

function BundleLine({ bundle: { id, parts, createdAt, createdByName, delivery }, destination, onSend }: { readonly bundle: BundleLineFragment; readonly destination: string; readonly onSend: (() => void) | undefined }): ReactNode {
  const say = useWords(bundlesWords);
  const may = useMay();
  const address = delivery && addressOf('deliveries.delivery', { id: delivery.id });
  return (
    <article className={styles.bundle} aria-labelledby={`title-${id}`}>
      <div className={styles.text}>
        <p id={`title-${id}`} className={styles.title}><strong>{destination}</strong> · {say('parts', { count: parts.length })}</p>
        <p className={styles.meta}>{say('by', { name: createdByName })} <Time at={createdAt} look="ago" /></p>
        <ol className={styles.parts}>{parts.map(({ contentId, title }) => <li key={contentId}><Link to={addressOfContent(contentId)}>{title}</Link></li>)}</ol>
        {delivery?.lastMessage ? <p className={styles.said}>{delivery.lastMessage}</p> : null}
        <p className={styles.acts}>
          {address ? <LinkButton size="small" to={address}>{say('openDelivery')}</LinkButton> : null}
          {delivery?.url ? <Button size="small" href={delivery.url} target="_blank" rel="noreferrer">{say('openThere')}</Button> : null}
          {onSend && may('delivery.massSend') ? <Button size="small" onClick={onSend}>{say('massSend')}</Button> : null}
        </p>
      </div>
      {delivery ? <DeliveryBadge state={delivery.state} /> : null}
    </article>
  );
}
