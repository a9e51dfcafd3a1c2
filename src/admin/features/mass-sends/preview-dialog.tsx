import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useAct } from '../../graphql/use-graphql.js';
import { PreviewMassSendDocument } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import styles from './mass-sends.module.css';

/** Shows a mass send to named people, one after the other, before anybody approves it. */
export function PreviewDialog({ id, title, onClose }: { readonly id: string; readonly title: string; readonly onClose: () => void }): ReactNode {
  const say = useWords(massSendsWords);
  const [to, setTo] = useState('');
  const [told, setTold] = useState<readonly { readonly to: string; readonly isSent: boolean; readonly message: string }[]>([]);
  const preview = useAct(PreviewMassSendDocument, { onDone: ({ previewMassSend }) => { setTold((before) => [{ to: to.trim(), ...previewMassSend }, ...before]); setTo(''); } });
  const send = (): void => { if (to.trim()) preview.mutate({ id, to: to.trim() }); };
  return (
    <Modal open title={say('previewTitle', { title })} okText={say('previewSend')} cancelText={say('close')} okButtonProps={{ disabled: !to.trim(), loading: preview.isPending }} onOk={send} onCancel={onClose}>
      <div className={styles.form}>
        <p className={styles.said}>{say('previewWhy')}</p>
        <Input ref={focusOnceShown} aria-label={say('previewTo')} placeholder={say('previewTo')} maxLength={100} value={to} onChange={(event) => { setTo(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event)) send(); }} />
        <ErrorNotice error={preview.error} />
        <ul role="status" className={styles.told}>{told.map((one, at) => <li key={told.length - at}><Badge tone={one.isSent ? 'ok' : 'bad'}>{one.to}</Badge> {one.message}</li>)}</ul>
      </div>
    </Modal>
  );
}
