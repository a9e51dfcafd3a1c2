import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';

/** Grey lines in the place of what is being fetched. */
export function Loading({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const say = useWords(componentWords);
  return (
    <div role="status" aria-label={say('loading')}>
      <Skeleton active title={false} paragraph={{ rows: lines, width: Array.from({ length: lines }, (_, at) => `${[96, 88, 92, 74][at % 4]}%`) }} />
    </div>
  );
}
