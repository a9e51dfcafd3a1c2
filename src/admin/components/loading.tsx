import type { ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import styles from './loading.module.css';

const widths = [96, 88, 92, 74] as const;

/** Grey lines in the place of what is being fetched. */
export function Loading({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const say = useWords(componentWords);
  return (
    <div role="status" aria-label={say('loading')} data-loading className={styles.lines}>
      {Array.from({ length: lines }, (_, at) => <div key={at} style={{ width: `${widths[at % widths.length]}%` }} />)}
    </div>
  );
}
