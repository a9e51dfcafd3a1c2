import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { SecretOnce } from '../../components/secret-once.js';
import { formatTime, Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { CreatePartnerKeyDocument, PartnerKeysDocument, RevokePartnerKeyDocument, type PartnerKeysQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

type Key = PartnerKeysQuery['apiKeys']['nodes'][number];

/** What a partner's key may do: see its own deliveries, report where they ran, replay and test. */
const partnerScopes = ['delivery.read', 'delivery.confirm', 'portal.use'];

/** The keys by which an outlet looks after its own side, whoever made them. A new one is shown once. */
export function PartnerKeys({ destinationId, name }: { readonly destinationId: string; readonly name: string }): ReactNode {
  const say = useWords(destinationsWords);
  const [bearer, setBearer] = useState<string>();
  const { data, error, refetch } = useRead(PartnerKeysDocument, { destinationId });
  const create = useAct(CreatePartnerKeyDocument, { onDone: ({ createApiKey }) => { setBearer(createApiKey.bearer); } });
  const keys = data?.apiKeys.nodes;
  return (
    <Panel title={say('partnerKey')} actions={<Button size="small" loading={create.isPending} onClick={() => { create.mutate({ input: { name: say('partnerKeyName', { name }).slice(0, 60), destinationId, scopes: partnerScopes } }); }}>{say('makeKey')}</Button>}>
      <p className={styles.hint}>{keys?.length === 0 ? <>{say('noKeys')} </> : null}{say('partnerKeyHint')}</p>
      <ErrorNotice error={create.error ?? error} onRetry={() => { void refetch(); }} />
      {keys ? <ul className={styles.keys}>{keys.map((key) => <li key={key.id}><KeyLine apiKey={key} /></li>)}</ul> : error ? null : <Loading lines={2} />}
      {bearer ? <SecretOnce title={say('partnerKey')} why={say('partnerKeyOnce')} secret={bearer} closeText={say('handedOver')} onClose={() => { setBearer(undefined); }} /> : null}
    </Panel>
  );
}

function KeyLine({ apiKey: { id, name, createdAt, expiresAt, lastUsedAt, revokedAt } }: { readonly apiKey: Key }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const revoke = useAct(RevokePartnerKeyDocument);
  const askToRevoke = (): void => { ask({ title: say('revokeKeyAsk', { name }), why: say('revokeKeyWhy'), ok: say('revokeKey'), cancel: say('cancel'), isDanger: true, onOk: () => revoke.mutateAsync({ id }).catch(toast.failed) }); };
  return (
    <div className={styles.key}>
      <div>
        <div>{name}</div>
        <div className={styles.meta}>
          <span>{say('keyMadeAt')} <Time at={createdAt} look="day" /></span>
          <span>{lastUsedAt ? <>{say('keyUsedAt')} <Time at={lastUsedAt} look="ago" /></> : say('keyUnused')}</span>
          {revokedAt ? null : <span>{say('keyEndsAt')} <Time at={expiresAt} look="day" /></span>}
        </div>
      </div>
      {revokedAt ? <Badge tone="quiet">{say('keyRevoked')}</Badge> : <Button size="small" danger aria-label={say('revokeKeyOf', { name, at: formatTime(createdAt) })} onClick={askToRevoke}>{say('revokeKey')}</Button>}
    </div>
  );
}
