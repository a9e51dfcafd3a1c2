import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { formatTime } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { AskedDialog, type Asked } from './asked-dialog.js';
import { RetryDeliveryDocument, type DeliveryLineFragment } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

const isIn = (state: DeliveryState, ...states: readonly DeliveryState[]): boolean => states.includes(state);

type Steered = Pick<DeliveryLineFragment, 'id' | 'state' | 'dueAt' | 'pause'>;

/** What is tried again by itself later may be tried now, unless its outlet is left alone until then. */
const isTriedLater = ({ state, dueAt, pause }: Steered): boolean => state === 'WAITING' && !pause && Boolean(dueAt && new Date(dueAt) > new Date());

/** Send again, cancel, or write down what was found out; each as far as the state and this person's rights allow. */
export function DeliverySteps({ delivery, isSmall = false }: { readonly delivery: Steered; readonly isSmall?: boolean }): ReactNode {
  const { id, state } = delivery;
  const say = useWords(deliveriesWords);
  const may = useMay();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>();
  const retry = useAct(RetryDeliveryDocument, { onDone: ({ retryDelivery: { pause: met } }) => { if (met) toast.done(say('retriedLater', { until: formatTime(met.until) }), { seconds: 8 }); else toast.done(say('retried')); } });
  const mayArriveTwice = isIn(state, 'DELIVERED', 'UNCLEAR');
  // What failed is safe to send again; what may have arrived is asked about first.
  const sendAgain = (): void => {
    if (!mayArriveTwice) retry.mutate({ id });
    else ask({ title: say('retryAsk'), why: say(state === 'UNCLEAR' ? 'retryUnclear' : 'retryDelivered'), ok: say('retry'), cancel: say('close'), onOk: () => { retry.mutate({ id }); } });
  };
  const maySettle = may('delivery.confirm') && isIn(state, 'REFUSED', 'UNCLEAR', 'DEAD');
  const mayRetry = may('delivery.retry') && (isTriedLater(delivery) || isIn(state, 'DELIVERED', 'REFUSED', 'UNCLEAR', 'DEAD', 'CANCELLED'));
  const mayCancel = may('delivery.cancel') && isIn(state, 'WAITING', 'HELD');
  const size = isSmall ? 'small' as const : 'middle' as const;
  if (!maySettle && !mayRetry && !mayCancel) return null;
  return (
    <>
      <div className={styles.buttons}>
        {mayRetry ? <Button size={size} loading={retry.isPending} onClick={sendAgain}>{say(state === 'WAITING' ? 'retryNow' : 'retry')}</Button> : null}
        {maySettle ? <><Button size={size} onClick={() => { setAsked('settleYes'); }}>{say('settleYes')}</Button><Button size={size} onClick={() => { setAsked('settleNo'); }}>{say('settleNo')}</Button></> : null}
        {mayCancel ? <Button size={size} danger onClick={() => { setAsked('cancel'); }}>{say('cancel')}</Button> : null}
      </div>
      <ErrorNotice error={retry.error} />
      {asked ? <AskedDialog id={id} asked={asked} onClose={() => { setAsked(undefined); }} /> : null}
    </>
  );
}
