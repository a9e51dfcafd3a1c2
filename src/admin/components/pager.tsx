import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import type { CursorPage } from './use-cursor.js';
import styles from './pager.module.css';

export interface PagerProps {
  readonly page: CursorPage;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly totalCount: number | null;
}

/** Under a list: how many there are, pages, and how many to a page. */
export function Pager({ page, pageInfo, totalCount }: PagerProps): ReactNode {
  const say = useWords(componentWords);
  return (
    <nav aria-label={say('pages')} className={styles.pager}>
      <span className="figures" role="status">{totalCount === null ? '' : say('total', { count: totalCount })}</span>
      <span className={styles.right}>
        <Select size="small" aria-label={say('perPage')} value={page.size} options={[20, 50, 100].map((size) => ({ value: size, label: `${say('perPage')} ${size}` }))} onChange={page.setSize} />
        <Button size="small" disabled={!pageInfo.hasPreviousPage} onClick={() => { page.goBefore(pageInfo.startCursor); }}>{say('previous')}</Button>
        <Button size="small" disabled={!pageInfo.hasNextPage} onClick={() => { page.goAfter(pageInfo.endCursor); }}>{say('next')}</Button>
      </span>
    </nav>
  );
}
