import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'quiet' | 'info' | 'ok' | 'warn' | 'bad';

/** A state by colour and word; never by colour alone. */
export const Badge = ({ tone, isDot = false, children }: { readonly tone: Tone; readonly isDot?: boolean; readonly children: ReactNode }): ReactNode =>
  <span className={`${styles.badge} ${styles[tone]} ${isDot ? styles.dot : ''}`}>{children}</span>;
