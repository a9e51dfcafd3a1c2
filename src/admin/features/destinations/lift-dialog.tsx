import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { LiftDeliveryBlockDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** Ends a block, with a reason; says that nothing is sent by that. */
export function LiftDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const lift = useAct(LiftDeliveryBlockDocument, { onDone: () => { toast.done(say('lifted')); onClose(); } });
  return (
    <Modal open title={say('liftAsk')} okText={say('lift')} cancelText={say('cancel')} okButtonProps={{ disabled: !reason.trim(), loading: lift.isPending }} onOk={() => { lift.mutate({ id, reason: reason.trim() }); }} onCancel={onClose}>
      <div className={styles.panels}>
        <p className={styles.hint}>{say('liftWhy')}</p>
        <Input ref={focusOnceShown} aria-label={say('reason')} placeholder={say('reason')} maxLength={200} value={reason} onChange={(event) => { setReason(event.target.value); }} />
        <ErrorNotice error={lift.error} />
      </div>
    </Modal>
  );
}
