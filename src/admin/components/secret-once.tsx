import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import { copyText } from './copy-text.js';
import styles from './secret-once.module.css';
import { useToast } from './use-toast.js';

export interface SecretOnceProps {
  readonly title: string;
  readonly why: string;
  readonly secret: string;
  readonly closeText: string;
  readonly onClose: () => void;
}

/** A secret that is shown this once. It goes away by its button only, so that a stray click loses nothing. */
export function SecretOnce({ title, why, secret, closeText, onClose }: SecretOnceProps): ReactNode {
  const say = useWords(componentWords);
  const toast = useToast();
  return (
    <Modal open title={title} closable={false} mask={{ closable: false }} keyboard={false} footer={<Button type="primary" onClick={onClose}>{closeText}</Button>}>
      <p>{why}</p>
      <p className={styles.secret}>
        <code>{secret}</code>
        <Button size="small" onClick={() => { void copyText(secret).then(() => { toast.done(say('copied')); }, toast.failed); }}>{say('copy')}</Button>
      </p>
    </Modal>
  );
}
