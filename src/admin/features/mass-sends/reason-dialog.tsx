import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CancelMassSendDocument, RejectMassSendDocument, SettleMassSendDocument } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import styles from './mass-sends.module.css';

/** What is done with a reason, which is kept. */
export type Reasoned = 'reject' | 'cancel' | 'arrived' | 'notArrived';

/** Asks for the reason and says what follows. */
export function ReasonDialog({ id, asked, onClose }: { readonly id: string; readonly asked: Reasoned; readonly onClose: () => void }): ReactNode {
  const say = useWords(massSendsWords);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const done = { onDone: (): void => { toast.done(say('noted')); onClose(); } };
  const reject = useAct(RejectMassSendDocument, done);
  const cancel = useAct(CancelMassSendDocument, done);
  const settle = useAct(SettleMassSendDocument, done);
  const words = reason.trim();
  const act = asked === 'reject' ? reject : asked === 'cancel' ? cancel : settle;
  const start = (): void => {
    if (asked === 'reject') reject.mutate({ id, reason: words });
    else if (asked === 'cancel') cancel.mutate({ id, reason: words });
    else settle.mutate({ id, hasArrived: asked === 'arrived', note: words });
  };
  return (
    <Modal open title={say(asked)} okText={say(asked)} cancelText={say('close')} okButtonProps={{ disabled: words.length < 2, loading: act.isPending, danger: asked === 'cancel' }} onOk={start} onCancel={onClose}>
      <div className={styles.form}>
        <p className={styles.said}>{say(`${asked}Why`)}</p>
        <Input.TextArea ref={focusOnceShown} aria-label={say('reason')} placeholder={say('reason')} autoSize={{ minRows: 2 }} maxLength={500} showCount value={reason} onChange={(event) => { setReason(event.target.value); }} />
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  );
}
