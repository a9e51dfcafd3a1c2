import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { AskedDialog, type Asked } from './asked-dialog.js';
import { RetryDeliveryDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

const isIn = (state: DeliveryState, ...states: readonly DeliveryState[]): boolean => states.includes(state);

/** Send again, cancel, or write down what was found out; each as far as the state and this person's rights allow. */
export function DeliverySteps({ delivery: { id, state }, isSmall = false }: { readonly delivery: { readonly id: string; readonly state: DeliveryState }; readonly isSmall?: boolean }): ReactNode {
  const say = useWords(deliveriesWords);
  const may = useMay();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>();
  const retry = useAct(RetryDeliveryDocument, { onDone: () => { toast.done(say('retried')); } });
  const mayArriveTwice = isIn(state, 'DELIVERED', 'UNCLEAR');
  // What failed is safe to send again; what may have arrived is asked about first.
  const sendAgain = (): void => {
    if (!mayArriveTwice) retry.mutate({ id });
    else ask({ title: say('retryAsk'), why: say(state === 'UNCLEAR' ? 'retryUnclear' : 'retryDelivered'), ok: say('retry'), cancel: say('close'), onOk: () => { retry.mutate({ id }); } });
  };
  const size = isSmall ? 'small' as const : 'middle' as const;
  const maySettle = may('delivery.confirm') && isIn(state, 'REFUSED', 'UNCLEAR', 'DEAD');
  const mayRetry = may('delivery.retry') && isIn(state, 'DELIVERED', 'REFUSED', 'UNCLEAR', 'DEAD', 'CANCELLED');
  const mayCancel = may('delivery.cancel') && isIn(state, 'WAITING', 'HELD');
  if (!maySettle && !mayRetry && !mayCancel) return null;
  return (
    <>
      <div className={styles.buttons}>
        {mayRetry ? <Button size={size} loading={retry.isPending} onClick={sendAgain}>{say('retry')}</Button> : null}
        {maySettle ? <><Button size={size} onClick={() => { setAsked('settleYes'); }}>{say('settleYes')}</Button><Button size={size} onClick={() => { setAsked('settleNo'); }}>{say('settleNo')}</Button></> : null}
        {mayCancel ? <Button size={size} danger onClick={() => { setAsked('cancel'); }}>{say('cancel')}</Button> : null}
      </div>
      <ErrorNotice error={retry.error} />
      {asked ? <AskedDialog id={id} asked={asked} onClose={() => { setAsked(undefined); }} /> : null}
    </>
  );
}
