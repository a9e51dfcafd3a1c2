import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { SecretOnce } from '../../components/secret-once.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CreatePartnerKeyDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** What a partner's key may do: see its own deliveries, report where they ran, replay and test. */
const partnerScopes = ['delivery.read', 'delivery.confirm', 'portal.use'];

/** A key by which the outlet looks after its own side. It is shown once. */
export function PartnerKey({ destinationId, name }: { readonly destinationId: string; readonly name: string }): ReactNode {
  const say = useWords(destinationsWords);
  const [bearer, setBearer] = useState<string>();
  const create = useAct(CreatePartnerKeyDocument, { onDone: ({ createApiKey }) => { setBearer(createApiKey.bearer); } });
  return (
    <Panel title={say('partnerKey')} actions={<Button size="small" loading={create.isPending} onClick={() => { create.mutate({ input: { name: say('partnerKeyName', { name }).slice(0, 60), destinationId, scopes: partnerScopes } }); }}>{say('makeKey')}</Button>}>
      <p className={styles.hint}>{say('partnerKeyHint')}</p>
      <ErrorNotice error={create.error} />
      {bearer ? <SecretOnce title={say('partnerKey')} why={say('partnerKeyOnce')} secret={bearer} closeText={say('handedOver')} onClose={() => { setBearer(undefined); }} /> : null}
    </Panel>
  );
}
