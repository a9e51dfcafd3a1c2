import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Pagination } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { ScrollBox } from '../../components/scroll-box.js';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { dictionariesWords } from './dictionaries-words.js';
import { isPhrases, type Difference, type Entry } from './entries.js';
import { useColumnNames } from './use-column-names.js';
import styles from './dictionaries.module.css';

export interface EntryTableProps {
  readonly name: DictionaryName;
  readonly entries: readonly Entry[];
  readonly difference: Difference;
  /** Which lines to show; all when left out. */
  readonly isShown: ((entry: Entry) => boolean) | undefined;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (from: number, to: number) => void;
}

interface Line {
  readonly entry: Entry;
  readonly index: number;
}

const pageSize = 50;

/** The lines of a dictionary, with a mark on those that are not saved. */
export function EntryTable(props: EntryTableProps): ReactNode {
  const { name, entries, difference, isShown } = props;
  const say = useWords(dictionariesWords);
  const columnName = useColumnNames(name);
  const [added, changed] = [difference.added, difference.changed].map((list) => new Set(list.map(({ term }) => term)));
  const lines = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => isShown?.(entry) ?? true);
  const [page, setPage] = useState(1);
  // Filtered, there may be fewer pages than the one that was open.
  const from = (Math.min(page, Math.ceil(lines.length / pageSize)) - 1) * pageSize;
  if (lines.length === 0) return <EmptyState title={say('nothing')} text={say('nothingWhy')} />;
  const columns: readonly Column<Line>[] = [
    ...(name === 'LEADERS' ? [{ title: say('order'), key: 'order', width: 64, render: ({ index }: Line) => <span className="figures">{index + 1}</span> }] : []),
    { title: columnName('term'), key: 'term', width: 170, render: ({ entry: { term } }) => <span className={styles.term}><span>{term}</span>{added!.has(term) ? <Badge tone="info">{say('isNew')}</Badge> : changed!.has(term) ? <Badge tone="info">{say('isChanged')}</Badge> : null}</span> },
    ...(isPhrases(name) ? [
      { title: say('replacement'), key: 'replacement', width: 150, render: ({ entry }: Line) => entry.replacement ?? <span className={styles.quiet}>—</span> },
      { title: say('severity'), key: 'severity', width: 92, render: ({ entry }: Line) => <Badge tone={entry.severity === 'BLOCK' ? 'bad' : 'warn'}>{say(entry.severity ?? 'WARN')}</Badge> },
    ] : []),
    ...(name === 'LEADERS' ? [{ title: say('posts'), key: 'posts', width: 210, render: ({ entry }: Line) => entry.posts.join('、') }] : []),
    { title: columnName('note'), key: 'note', render: ({ entry }) => <Note entry={entry} /> },
    { title: <span className="only-read">{say('edit')}</span>, key: 'actions', width: name === 'LEADERS' ? 136 : 80, render: (line) => <Actions {...props} line={line} /> },
  ];
  return (
    <>
      <ScrollBox label={say(name)}><DataTable rows={lines.slice(from, from + pageSize)} columns={columns} keyOf={({ entry }) => entry.term} isDense className={styles.table} /></ScrollBox>
      {lines.length > pageSize ? <Pagination className={styles.pages!} size="small" align="center" showSizeChanger={false} showLessItems pageSize={pageSize} total={lines.length} current={from / pageSize + 1} onChange={setPage} /> : null}
    </>
  );
}

function Note({ entry: { note, exceptions, misspellings } }: { readonly entry: Entry }): ReactNode {
  const say = useWords(dictionariesWords);
  const more = ([['misspellings', misspellings], ['exceptions', exceptions]] as const).filter(([, items]) => items.length > 0);
  return <span className={styles.note}>{note}{more.map(([label, items]) => <small key={label} title={items.join('、')}>{say(label)}：{items.join('、')}</small>)}</span>;
}

function Actions({ line: { entry: { term }, index }, name, entries, isShown, onEdit, onRemove, onMove }: EntryTableProps & { readonly line: Line }): ReactNode {
  const say = useWords(dictionariesWords);
  return (
    <span className={styles.actions}>
      {name === 'LEADERS' && !isShown ? (
        <>
          <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={say('up', { term })} disabled={index === 0} onClick={() => { onMove(index, index - 1); }} />
          <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={say('down', { term })} disabled={index === entries.length - 1} onClick={() => { onMove(index, index + 1); }} />
        </>
      ) : null}
      <Button size="small" type="text" icon={<EditOutlined />} aria-label={say('editOf', { term })} onClick={() => { onEdit(index); }} />
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={say('removeOf', { term })} onClick={() => { onRemove(index); }} />
    </span>
  );
}
