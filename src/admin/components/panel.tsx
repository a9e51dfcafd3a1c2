import type { ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** Without space around what it holds: for tables and lists. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A white sheet with a title, on the grey desk. */
export const Panel = ({ title, actions, isFlush = false, children }: PanelProps): ReactNode => (
  <section className={styles.panel}>
    {title || actions ? <div className={styles.head}>{title ? <h2>{title}</h2> : null}{actions ? <div className={styles.actions}>{actions}</div> : null}</div> : null}
    <div className={isFlush ? undefined : styles.body}>{children}</div>
  </section>
);
