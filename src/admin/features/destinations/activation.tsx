import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { ActivateDestinationDocument, DeactivateDestinationDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** Opens an outlet, or closes it with a reason; says what becomes of what waits. */
export function Activation({ destination: { id, name, isActive } }: { readonly destination: { readonly id: string; readonly name: string; readonly isActive: boolean } }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const close = (): void => { setAsked(false); setReason(''); };
  const activate = useAct(ActivateDestinationDocument, { onDone: () => { toast.done(say('activated')); close(); } });
  const deactivate = useAct(DeactivateDestinationDocument, { onDone: () => { toast.done(say('deactivated')); close(); } });
  const act = isActive ? deactivate : activate;
  const start = (): void => { if (isActive) deactivate.mutate({ id, reason: reason.trim() }); else activate.mutate({ id }); };
  return (
    <>
      <Button danger={isActive} onClick={() => { setAsked(true); }}>{say(isActive ? 'deactivate' : 'activate')}</Button>
      {isAsked ? (
        <Modal open title={say(isActive ? 'deactivateAsk' : 'activateAsk', { name })} okText={say(isActive ? 'deactivate' : 'activate')} cancelText={say('cancel')} okButtonProps={{ danger: isActive, disabled: isActive && reason.trim().length < 2, loading: act.isPending }} onOk={start} onCancel={close}>
          <div className={styles.panels}>
            <p className={styles.hint}>{say(isActive ? 'deactivateWhy' : 'activateWhy')}</p>
            {isActive ? <Input.TextArea ref={focusOnceShown} aria-label={say('reason')} placeholder={say('reason')} autoSize={{ minRows: 2 }} maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); }} /> : null}
            <ErrorNotice error={act.error} />
          </div>
        </Modal>
      ) : null}
    </>
  );
}
