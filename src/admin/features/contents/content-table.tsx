import { EditOutlined } from '@ant-design/icons';
import { Grid, Table, type TableColumnsType } from 'antd';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { PublicationBadge, useContentNames, WorkflowBadge } from '../../components/content-state.js';
import { Importance } from '../../components/importance.js';
import { Time } from '../../components/time.js';
import type { ContentLineFragment } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import { bulkVerbs, permissionOf } from './use-bulk.js';
import styles from './contents.module.css';

/** The columns that can be left out. */
export const columnKeys = ['kind', 'workflow', 'publication', 'unit', 'topic', 'saved'] as const;
export type ColumnKey = (typeof columnKeys)[number];

export interface ContentTableProps {
  readonly rows: readonly ContentLineFragment[];
  readonly chosen: readonly ContentLineFragment[];
  readonly onChoose: (rows: readonly ContentLineFragment[]) => void;
  readonly onOpen: (id: string) => void;
  /** The columns beside the title that this person wants. */
  readonly shown: readonly ColumnKey[];
  /** True while other rows are on their way. */
  readonly isStale: boolean;
}

/** The list as a table; on phones, one cell to a row. */
export function ContentTable({ rows, chosen, onChoose, onOpen, shown, isStale }: ContentTableProps): ReactNode {
  const say = useWords(contentsWords);
  const may = useMay();
  const { language } = useAppearance();
  const { md: isWide = true } = Grid.useBreakpoint();
  const columns = useColumns(useSame(onOpen), isWide).filter(({ key }) => key === 'title' || shown.some((name) => name === key)).map(onceForEachRow);
  const canChoose = bulkVerbs.some((verb) => may(permissionOf(verb))) || may('delivery.retry');
  const choose = (ids: readonly unknown[]): void => { onChoose(ids.flatMap((id) => chosen.find((row) => row.id === id) ?? rows.find((row) => row.id === id) ?? [])); };
  return (
    <Table<ContentLineFragment>
      key={`${language} ${isWide}`} rowKey="id" columns={columns} dataSource={rows} pagination={false} size="middle" className={isStale ? styles.stale! : ''} tableLayout="fixed"
      {...(canChoose ? { rowSelection: { selectedRowKeys: chosen.map(({ id }) => id), preserveSelectedRowKeys: true, onChange: choose, columnWidth: 44, getCheckboxProps: ({ title }) => ({ 'aria-label': say('choose', { title }) }) } } : {})}
    />
  );
}

/** A cell is drawn again when its row, the language or the width is another one: a list of a hundred rows is not drawn anew for each key and click around it. */
const onceForEachRow = <T,>(column: TableColumnsType<T>[number]): TableColumnsType<T>[number] => ({ ...column, shouldCellUpdate: (row, before) => row !== before });

/** One function that always does what the newest one does. */
function useSame(act: (id: string) => void): (id: string) => void {
  const newest = useRef(act);
  useEffect(() => { newest.current = act; }, [act]);
  return useCallback((id) => { newest.current(id); }, []);
}

function useColumns(onOpen: (id: string) => void, isWide: boolean): TableColumnsType<ContentLineFragment> {
  const say = useWords(contentsWords);
  const names = useContentNames();
  const { xl: isWider = true } = Grid.useBreakpoint();
  const title = { title: say('title'), key: 'title', render: (row: ContentLineFragment) => <Title row={row} isWide={isWide} onOpen={onOpen} /> };
  if (!isWide) return [title];
  return [
    title,
    { title: say('kind'), key: 'kind', width: 84, render: ({ id }) => <span className={styles.quiet}>{names.kind(id)}</span> },
    { title: say('workflow'), key: 'workflow', width: 100, render: ({ editorial }) => (editorial ? <WorkflowBadge state={editorial.workflow} /> : null) },
    { title: say('publication'), key: 'publication', width: 128, render: ({ editorial }) => (editorial ? <PublicationBadge state={editorial.publication} /> : null) },
    { title: say('unit'), key: 'unit', width: 140, ellipsis: true, render: ({ unit }) => unit?.shortName ?? say('none') },
    ...(isWider ? [{ title: say('topic'), key: 'topic', width: 150, ellipsis: true, render: ({ topics }) => <span className={styles.quiet}>{topics[0]?.name ?? say('none')}{topics.length > 1 ? <> +{topics.length - 1}</> : null}</span> }] satisfies TableColumnsType<ContentLineFragment> : []),
    { title: say('saved'), key: 'saved', width: 148, render: ({ editorial }) => (editorial ? <span className={styles.saved}><Time at={editorial.savedAt} look="ago" /><small>{editorial.savedByName}</small></span> : null) },
  ];
}

function Title({ row, isWide, onOpen }: { readonly row: ContentLineFragment; readonly isWide: boolean; readonly onOpen: (id: string) => void }): ReactNode {
  const say = useWords(contentsWords);
  const names = useContentNames();
  const { id, title, importance, editorial, unit } = row;
  const edit = addressOf('editor', { id });
  return (
    <div className={styles.titleCell}>
      <span className={styles.titleLine}>
        {edit ? <Link to={edit}>{title}</Link> : <button type="button" className={styles.titleButton} onClick={() => { onOpen(id); }}>{title}</button>}
        <Importance value={importance} />
        {editorial?.lock ? <span className={styles.lock} title={say('lockedBy', { name: editorial.lock.name })}><EditOutlined aria-hidden="true" /> {editorial.lock.name}</span> : null}
      </span>
      {isWide || !editorial ? null : (
        <span className={styles.meta}>
          <WorkflowBadge state={editorial.workflow} /><PublicationBadge state={editorial.publication} />
          <span>{names.kind(id)}</span><span>{unit?.shortName}</span><Time at={editorial.savedAt} look="ago" />
        </span>
      )}
    </div>
  );
}
