import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';
import { ReleaseProgress } from './release-progress.js';

export interface ReleaseOutcomeProps {
  readonly title: string;
  readonly contentId: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** After a release: each outlet as it confirms. It may be closed at any time; deliveries go on. */
export function ReleaseOutcome({ title, contentId, version, onClose }: ReleaseOutcomeProps): ReactNode {
  const say = useWords(publishingWords);
  return (
    <Modal open width={600} title={title} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{say('close')}</Button>}>
      <div className={styles.form}>
        <ReleaseProgress contentId={contentId} version={version} />
        <p className={styles.hint}>{say('mayClose')}</p>
      </div>
    </Modal>
  );
}
