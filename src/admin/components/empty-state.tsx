import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What this place is for and how something gets here: an empty page teaches. */
  readonly text?: string;
  readonly action?: ReactNode;
  /** True when it is all that the page shows: then it is the page's heading. */
  readonly isPage?: boolean;
}

/** What a place shows while nothing is there. */
export const EmptyState = ({ title, text, action, isPage = false }: EmptyStateProps): ReactNode => (
  <div className={styles.empty}>
    <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true" focusable="false">
      <path d="M4 40c10-9 17-9 26-2s19 6 38-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity="0.35" />
      <rect x="20" y="6" width="28" height="30" rx="4" fill="var(--surface)" stroke="currentColor" strokeWidth="2" opacity="0.7" />
      <path d="M27 15h14M27 21h14M27 27h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" opacity="0.5" />
    </svg>
    {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
    {text ? <p className={styles.text}>{text}</p> : null}
    {action ? <div className={styles.action}>{action}</div> : null}
  </div>
);
