import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor, type CursorPage } from '../../components/use-cursor.js';
import type { ReviewFilter } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { QueueList } from './queue-list.js';
import { ReviewsDocument } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import { useWaitingCount } from './use-waiting-count.js';
import styles from './reviews.module.css';

const tabs = ['mine', 'open', 'approved', 'returned'] as const;
type Tab = (typeof tabs)[number];
const filters: Readonly<Record<Tab, ReviewFilter>> = { mine: { isMine: true }, open: { state: ['OPEN'] }, approved: { state: ['APPROVED'] }, returned: { state: ['RETURNED', 'VOID'] } };
const empty = { mine: ['noneMine', 'noneMineWhy'], open: ['noneOpen', 'noneOpenWhy'], approved: ['noneClosed', 'noneClosedWhy'], returned: ['noneClosed', 'noneClosedWhy'] } as const;

/** The queue of reviews: what waits longest is first; what has ended, newest first. */
export function Component(): ReactNode {
  const say = useWords(reviewsWords);
  const { permissions } = useMe();
  const [search, setSearch] = useSearchParams();
  const signs = [...permissions].some((permission) => permission.startsWith('revision.sign.'));
  const shown = tabs.filter((tab) => tab !== 'mine' || signs);
  const tab = shown.find((each) => each === search.get('tab')) ?? shown[0]!;
  const waiting = useWaitingCount();
  return (
    <>
      <PageHeader />
      <Tabs
        activeKey={tab} aria-label={say('tabs')} className={styles.tabs!}
        items={shown.map((each) => ({ key: each, label: each === 'mine' && waiting ? `${say(each)} ${waiting}` : say(each), children: each === tab ? <Queue tab={tab} /> : null }))}
        onChange={(next) => { setSearch(next === shown[0] ? {} : { tab: next }); }}
      />
    </>
  );
}

function Queue({ tab }: { readonly tab: Tab }): ReactNode {
  const say = useWords(reviewsWords);
  const isNewestFirst = tab === 'approved' || tab === 'returned';
  const page = useCursor();
  const args = isNewestFirst ? backwards(page) : page.args;
  const { data, error, refetch } = useRead(ReviewsDocument, { filter: filters[tab], ...args }, { keepsLast: true, ...(tab === 'mine' ? { everyMs: 60_000 } : {}) });
  const found = data?.reviews;
  const [title, why] = empty[tab];
  if (error) return <ErrorNotice error={error} onRetry={() => { void refetch(); }} />;
  if (!found) return <Panel><Loading lines={6} /></Panel>;
  if (found.nodes.length === 0) return <Panel><EmptyState title={say(title)} text={say(why)} /></Panel>;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.pageInfo;
  const pageInfo = isNewestFirst ? { hasNextPage: hasPreviousPage, hasPreviousPage: hasNextPage, startCursor: endCursor, endCursor: startCursor } : found.pageInfo;
  return (
    <Panel isFlush>
      <QueueList reviews={isNewestFirst ? [...found.nodes].reverse() : found.nodes} />
      <Pager page={page} pageInfo={pageInfo} totalCount={found.totalCount} />
    </Panel>
  );
}

/** The API tells reviews oldest first; read from its end, the newest come first. */
const backwards = ({ args, size }: CursorPage): CursorPage['args'] => {
  if (args.before) return { first: size, after: args.before };
  return args.after ? { last: size, before: args.after } : { last: size };
};
