import { lazy, Suspense, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { Activation } from './activation.js';
import { DestinationDocument, type ChannelWholeFragment, type DestinationQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { HealthBadge } from './health-badge.js';
import { HealthPanel } from './health-panel.js';
import { MassOutlook } from './mass-outlook.js';
import { Operations } from './operations.js';
import { PartnerKeys } from './partner-keys.js';
import { PayloadPreview } from './payload-preview.js';
import { RulePanel } from './rule-panel.js';
import { SettingsPanel } from './settings-panel.js';
import { TestButton } from './test-button.js';
import styles from './destinations.module.css';

const FeedAddresses = lazy(async () => ({ default: (await import('./feed-addresses.js')).FeedAddresses }));

/** One outlet: how it is doing, where it is read, what it takes, and what can be done there. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(DestinationDocument, { id }, { everyMs: 15_000 });
  const channel = data?.channels.find((each) => each.id === data.destination.channelId);
  if (data && channel) return <Detail data={data} channel={channel} />;
  return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} />{error ? null : <Panel><Loading lines={8} /></Panel>}</>;
}

function Detail({ data: { destination, deliveryCounts }, channel }: { readonly data: DestinationQuery; readonly channel: ChannelWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const may = useMay();
  const { language } = useAppearance();
  const { id, name, feedUrls, hasSecrets } = destination;
  const mayManage = may('destination.manage');
  return (
    <>
      <PageHeader
        title={name} documentTitle={name} note={<span className={styles.meta}><HealthBadge destination={destination} /><span>{language === 'zh' ? channel.name : channel.nameEn}</span></span>}
        actions={mayManage ? <><Activation destination={destination} /><LinkButton type="primary" to={`/destinations/${id}/edit`}>{say('edit')}</LinkButton></> : null}
      />
      <div className={styles.columns}>
        <div className={styles.panels}>
          <HealthPanel destination={destination} counts={deliveryCounts} />
          {mayManage ? <TestButton id={id} /> : null}
          {feedUrls.length > 0 ? <Suspense fallback={<Panel title={say('addresses')}><Loading lines={3} /></Panel>}><FeedAddresses name={name} urls={feedUrls} isKeyed={hasSecrets.length > 0} /></Suspense> : null}
          {mayManage && channel.operations.length > 0 ? <Operations destinationId={id} operations={channel.operations} /> : null}
          {channel.canMassSend && (may('delivery.massSend') || may('massSend.approve')) ? <MassOutlook destinationId={id} /> : null}
          {mayManage && !channel.isPull && !channel.canMassSend ? <PartnerKeys destinationId={id} name={name} /> : null}
        </div>
        <div className={styles.panels}>
          <RulePanel rule={destination.rule} />
          <SettingsPanel destination={destination} channel={channel} />
          {mayManage ? <PayloadPreview channel={channel} destinationId={id} /> : null}
        </div>
      </div>
    </>
  );
}
