import { useMemo, type ReactNode } from 'react';
import { ChooseAll, ChooseOne, useChoosing, type Choice } from './choose-rows.js';
import styles from './data-table.module.css';

/** A column of a table: what stands above it, and what each row says in it. */
export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** In pixels. The columns without one share what is left. */
  readonly width?: number;
  readonly align?: 'end';
  /** One line, cut where the column ends. */
  readonly isCut?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  readonly rows: readonly Row[];
  /** While they are the same array, cells are drawn anew for other rows only. */
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Rows that are less tall, for records. */
  readonly isDense?: boolean;
  /** A box before each row to choose it by, and one for all of them. */
  readonly choice?: Choice<Row> | undefined;
  readonly className?: string | undefined;
}

/** Rows under named columns. */
export function DataTable<Row>({ rows, columns, keyOf, isDense, choice, className = '' }: DataTableProps<Row>): ReactNode {
  const keys = rows.map(keyOf);
  const choosing = useChoosing(keys, choice);
  const cells = useMemo(() => rows.map((row) => columns.map(({ key, align, isCut, render }) => <td key={key} data-align={align} data-cut={isCut || undefined}>{render(row)}</td>)), [rows, columns]);
  return (
    <table className={`${styles.table} ${className}`} data-dense={isDense || undefined}>
      <colgroup>
        {choice ? <col style={{ width: 44 }} /> : null}
        {columns.map(({ key, width }) => <col key={key} style={{ width }} />)}
      </colgroup>
      <thead>
        <tr>
          {choice ? <th scope="col" className={styles.choose}><ChooseAll choosing={choosing} /></th> : null}
          {columns.map(({ key, title, align }) => <th key={key} scope="col" data-align={align}>{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={keys[at]!} data-chosen={choosing.isChosen(at) || undefined}>
            {choice ? <td className={styles.choose}><ChooseOne choosing={choosing} at={at} name={choice.nameOf(row)} /></td> : null}
            {cells[at]}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
