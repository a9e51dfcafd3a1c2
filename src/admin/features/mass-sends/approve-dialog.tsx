import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { ApproveMassSendDocument, SendOutlookDocument, type MassSendLineFragment } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import { Quota } from './quota.js';
import styles from './mass-sends.module.css';

/** Asks before a send that cannot be called back: what, where, and what is left of the quota. */
export function ApproveDialog({ send: { id, title, destinationId, destination }, onClose }: { readonly send: MassSendLineFragment; readonly onClose: () => void }): ReactNode {
  const say = useWords(massSendsWords);
  const toast = useToast();
  const outlook = useRead(SendOutlookDocument, { destinationId });
  const approve = useAct(ApproveMassSendDocument, { onDone: () => { toast.done(say('approved')); onClose(); } });
  return (
    <Modal open title={say('approveAsk', { name: destination?.name ?? '' })} okText={say('approve')} cancelText={say('close')} okButtonProps={{ danger: true, loading: approve.isPending }} onOk={() => { approve.mutate({ id }); }} onCancel={onClose}>
      <div className={styles.form}>
        <p>{say('approveWhy', { title })}</p>
        <Quota outlook={outlook.data?.massSendOutlook} error={outlook.error} />
        <ErrorNotice error={approve.error} />
      </div>
    </Modal>
  );
}
