import { useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import { ErrorNotice } from './error-notice.js';
import styles from './unread.module.css';

/** Choices and the like that could not be read: said at the foot of the page, over dialogs too, until they are. */
export function Unread(): ReactNode {
  const say = useWords(componentWords);
  const client = useQueryClient();
  const listen = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client]);
  const failed = useSyncExternalStore(listen, () => client.getQueryCache().getAll().find(isUnread));
  if (!failed) return null;
  return (
    <section className={`${styles.unread} no-print`} aria-label={say('unread')}>
      <p>{say('unread')}</p>
      <ErrorNotice error={failed.state.error} onRetry={() => { void client.refetchQueries({ predicate: isUnread }); }} />
    </section>
  );
}

const isUnread = (query: Query): boolean => query.meta?.isAside === true && query.state.status === 'error' && query.isActive();
