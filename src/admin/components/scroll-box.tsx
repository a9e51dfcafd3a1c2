import type { ReactNode } from 'react';
import styles from './scroll-box.module.css';

/** A box that scrolls sideways when what it holds is wider, by the keyboard too. */
export const ScrollBox = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode =>
  <div className={styles.box} tabIndex={0} role="group" aria-label={label}>{children}</div>;
