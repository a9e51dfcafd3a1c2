import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { PayloadText } from '../../components/payload-text.js';
import { useRead } from '../../graphql/use-graphql.js';
import { DeliveryPayloadDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';

/** The exact bytes of a delivery, fetched when somebody asks for them. */
export function PayloadView({ id, bytes }: { readonly id: string; readonly bytes: number | null }): ReactNode {
  const say = useWords(deliveriesWords);
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useRead(DeliveryPayloadDocument, { id }, { isEnabled: isOpen });
  if (!bytes) return null;
  return (
    <Panel title={say('payload')} actions={<span className="figures">{say('bytes', { bytes })}</span>}>
      {isOpen ? null : <Button onClick={() => { setOpen(true); }}>{say('showPayload')}</Button>}
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data?.delivery.payload ? <PayloadText label={say('payload')} {...data.delivery.payload} /> : null}
    </Panel>
  );
}
