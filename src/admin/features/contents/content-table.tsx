import { EditOutlined } from '@ant-design/icons';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useIsWide, useMedia } from '../../app/use-media.js';
import { useWords } from '../../app/words.js';
import { PublicationBadge, useContentNames, WorkflowBadge } from '../../components/content-state.js';
import { DataTable, type Column } from '../../components/data-table.js';
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
  const columns = useColumns(useSame(onOpen), shown);
  const canChoose = bulkVerbs.some((verb) => may(permissionOf(verb))) || may('delivery.retry');
  const choose = (ids: readonly string[]): void => { onChoose(ids.flatMap((id) => chosen.find((row) => row.id === id) ?? rows.find((row) => row.id === id) ?? [])); };
  return (
    <DataTable
      rows={rows} columns={columns} keyOf={keyOf} className={isStale ? styles.stale : undefined}
      choice={canChoose ? { chosen: chosen.map(keyOf), onChoose: choose, nameOf: ({ title }) => say('choose', { title }) } : undefined}
    />
  );
}

const keyOf = ({ id }: ContentLineFragment): string => id;

/** One function that always does what the newest one does. */
function useSame(act: (id: string) => void): (id: string) => void {
  const newest = useRef(act);
  useEffect(() => { newest.current = act; }, [act]);
  return useCallback((id) => { newest.current(id); }, []);
}

/** The columns that are wanted and have room; the same array until one of that changes. */
function useColumns(onOpen: (id: string) => void, shown: readonly ColumnKey[]): readonly Column<ContentLineFragment>[] {
  const say = useWords(contentsWords);
  const names = useContentNames();
  const isWide = useIsWide();
  const isWider = useMedia('(min-width: 1200px)');
  const wanted = shown.join(' ');
  return useMemo(() => {
    const title: Column<ContentLineFragment> = { key: 'title', title: say('title'), render: (row) => <Title row={row} isWide={isWide} onOpen={onOpen} /> };
    const beside: readonly (Column<ContentLineFragment> & { readonly key: ColumnKey })[] = [
      { key: 'kind', title: say('kind'), width: 84, render: ({ id }) => <span className={styles.quiet}>{names.kind(id)}</span> },
      { key: 'workflow', title: say('workflow'), width: 100, render: ({ editorial }) => (editorial ? <WorkflowBadge state={editorial.workflow} /> : null) },
      { key: 'publication', title: say('publication'), width: 128, render: ({ editorial }) => (editorial ? <PublicationBadge state={editorial.publication} /> : null) },
      { key: 'unit', title: say('unit'), width: 140, isCut: true, render: ({ unit }) => unit?.shortName ?? say('none') },
      { key: 'topic', title: say('topic'), width: 150, isCut: true, render: ({ topics }) => <span className={styles.quiet}>{topics[0]?.name ?? say('none')}{topics.length > 1 ? <> +{topics.length - 1}</> : null}</span> },
      { key: 'saved', title: say('saved'), width: 148, render: ({ editorial }) => (editorial ? <span className={styles.saved}><Time at={editorial.savedAt} look="ago" /><small>{editorial.savedByName}</small></span> : null) },
    ];
    return isWide ? [title, ...beside.filter(({ key }) => wanted.split(' ').includes(key) && (isWider || key !== 'topic'))] : [title];
  }, [say, names, isWide, isWider, wanted, onOpen]);
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
