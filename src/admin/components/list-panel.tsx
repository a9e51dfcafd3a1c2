import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.js';
import { LineList, type Line } from './line-list.js';
import styles from './list-panel.module.css';
import { Loading } from './loading.js';
import { Panel } from './panel.js';

export interface ListPanelProps {
  readonly title: ReactNode;
  /** A link to all of it, where there is more than is shown. */
  readonly actions?: ReactNode;
  /** Undefined while it is being read. */
  readonly lines: readonly Line[] | undefined;
  /** Said where there are no lines. */
  readonly none: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A panel of a few lines; or a sentence that there are none, an error, or grey lines while they are on their way. */
export const ListPanel = ({ title, actions, lines, none, error, onRetry }: ListPanelProps): ReactNode => (
  <Panel title={title} isFlush actions={actions}>
    <ErrorNotice error={error} onRetry={onRetry} />
    {lines ? lines.length > 0 ? <LineList lines={lines} /> : <p className={styles.quiet}>{none}</p> : error ? null : <div className={styles.quiet}><Loading lines={2} /></div>}
  </Panel>
);
