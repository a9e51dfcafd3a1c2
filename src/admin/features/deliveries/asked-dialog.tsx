import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CancelDeliveryDocument, SettleDeliveryDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

/** What needs a reason: taking a delivery back, or writing down what was found out. */
export type Asked = 'cancel' | 'settleYes' | 'settleNo';

/** Asks for the reason, says what follows, and keeps what was typed until the server has answered. */
export function AskedDialog({ id, asked, onClose }: { readonly id: string; readonly asked: Asked; readonly onClose: () => void }): ReactNode {
  const say = useWords(deliveriesWords);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [url, setUrl] = useState('');
  const cancel = useAct(CancelDeliveryDocument, { onDone: () => { toast.done(say('cancelled')); onClose(); } });
  const settle = useAct(SettleDeliveryDocument, { onDone: () => { toast.done(say('settledDone')); onClose(); } });
  const words = reason.trim();
  const start = (): void => {
    if (asked === 'cancel') cancel.mutate({ id, reason: words });
    else settle.mutate({ input: { id, hasArrived: asked === 'settleYes', note: words, ...(url.trim() ? { url: url.trim() } : {}) } });
  };
  return (
    <Modal open title={say(asked)} okText={say('ok')} cancelText={say('close')} okButtonProps={{ disabled: words.length < 2, loading: cancel.isPending || settle.isPending }} onOk={start} onCancel={onClose}>
      <div className={styles.panels}>
        <p className={styles.said}>{say(`${asked}Why`)}</p>
        <Input.TextArea ref={focusOnceShown} aria-label={say('reason')} placeholder={say('reason')} autoSize={{ minRows: 3 }} maxLength={500} showCount value={reason} onChange={(event) => { setReason(event.target.value); }} />
        {asked === 'settleYes' ? <Input type="url" aria-label={say('whereItRan')} placeholder={say('whereItRan')} value={url} onChange={(event) => { setUrl(event.target.value); }} /> : null}
        <ErrorNotice error={cancel.error ?? settle.error} />
      </div>
    </Modal>
  );
}
