import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CancelDeliveryDocument, RetryDeliveryDocument, SettleDeliveryDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

type Asked = 'cancel' | 'settleYes' | 'settleNo';

const isIn = (state: DeliveryState, ...states: readonly DeliveryState[]): boolean => states.includes(state);

/** Send again, cancel, or write down what was found out; each as far as the state and this person's rights allow. */
export function DeliverySteps({ delivery: { id, state } }: { readonly delivery: { readonly id: string; readonly state: DeliveryState } }): ReactNode {
  const say = useWords(deliveriesWords);
  const may = useMay();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>();
  const [reason, setReason] = useState('');
  const close = (): void => { setAsked(undefined); setReason(''); };
  const retry = useAct(RetryDeliveryDocument, { onDone: () => { toast.done(say('retried')); } });
  const cancel = useAct(CancelDeliveryDocument, { onDone: () => { toast.done(say('cancelled')); close(); } });
  const settle = useAct(SettleDeliveryDocument, { onDone: () => { toast.done(say('settledDone')); close(); } });
  const words = reason.trim();
  const start = (): void => {
    if (asked === 'cancel') cancel.mutate({ id, reason: words });
    else settle.mutate({ input: { id, hasArrived: asked === 'settleYes', note: words } });
  };
  const maySettle = may('delivery.confirm') && isIn(state, 'REFUSED', 'UNCLEAR', 'DEAD');
  return (
    <>
      <div className={styles.buttons}>
        {may('delivery.retry') && isIn(state, 'DELIVERED', 'REFUSED', 'UNCLEAR', 'DEAD', 'CANCELLED') ? <Button loading={retry.isPending} onClick={() => { retry.mutate({ id }); }}>{say('retry')}</Button> : null}
        {maySettle ? <><Button onClick={() => { setAsked('settleYes'); }}>{say('settleYes')}</Button><Button onClick={() => { setAsked('settleNo'); }}>{say('settleNo')}</Button></> : null}
        {may('delivery.cancel') && isIn(state, 'WAITING', 'HELD') ? <Button danger onClick={() => { setAsked('cancel'); }}>{say('cancel')}</Button> : null}
      </div>
      <ErrorNotice error={retry.error} />
      {asked ? (
        <Modal open title={say(asked)} okText={say('ok')} cancelText={say('close')} okButtonProps={{ disabled: words.length < 2, loading: cancel.isPending || settle.isPending }} onOk={start} onCancel={close}>
          <Input.TextArea autoFocus aria-label={say('reason')} placeholder={say('reason')} autoSize={{ minRows: 3 }} maxLength={1000} value={reason} onChange={(event) => { setReason(event.target.value); }} />
          <ErrorNotice error={cancel.error ?? settle.error} />
        </Modal>
      ) : null}
    </>
  );
}
