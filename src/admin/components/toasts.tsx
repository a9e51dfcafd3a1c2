import { useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import { hideToast, onToasts, shownToasts, type ShownToast } from './toast-store.js';
import styles from './toasts.module.css';

/** Where the messages of `useToast` appear; screen readers read them out. Once in the page. */
export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(onToasts, shownToasts);
  return <div className={styles.toasts} role="status">{shown.map((toast) => <OneToast key={toast.id} toast={toast} />)}</div>;
}

function OneToast({ toast: { id, tone, text, undo } }: { readonly toast: ShownToast }): ReactNode {
  const say = useWords(componentWords);
  return (
    <div className={styles.toast}>
      <span className={styles[tone]} aria-hidden="true">{tone === 'ok' ? '✓' : '!'}</span>
      <span>{text}</span>
      {undo ? <button type="button" className={styles.undo} onClick={() => { hideToast(id); undo(); }}>{say('undo')}</button> : null}
    </div>
  );
}
