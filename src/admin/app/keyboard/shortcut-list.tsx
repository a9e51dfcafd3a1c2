import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useAppearance } from '../appearance.js';
import { said, useWords } from '../words.js';
import { keyboardWords } from './keyboard-words.js';
import { keyNames, type Shortcut } from './shortcut.js';
import styles from './keyboard.module.css';

/** The shortcuts that work on this page. */
export function ShortcutList({ shortcuts, onClose }: { readonly shortcuts: readonly Shortcut[]; readonly onClose: () => void }): ReactNode {
  const say = useWords(keyboardWords);
  const { language } = useAppearance();
  return (
    <Modal open title={say('shortcuts')} footer={null} onCancel={onClose} width={420}>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, title }) => (
          <div key={keys}>
            <dt>{said(title, language)}</dt>
            <dd><Keys keys={keys} /></dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** A key combination as keycaps. */
export const Keys = ({ keys }: { readonly keys: string }): ReactNode => <>{keyNames(keys).map((name) => <kbd key={name} className={styles.key}>{name}</kbd>)}</>;
