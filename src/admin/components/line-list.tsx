import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './line-list.module.css';

export interface Line {
  readonly id: string;
  readonly title: string;
  /** Where the title leads; plain text when left out. */
  readonly to?: string;
  /** A quiet second line. */
  readonly note?: ReactNode;
  readonly end?: ReactNode;
}

/** A short list for panels: a title that leads somewhere, a quiet line, something at the end. */
export const LineList = ({ lines }: { readonly lines: readonly Line[] }): ReactNode => (
  <ul className={styles.list}>
    {lines.map(({ id, title, to, note, end }) => (
      <li key={id} className={styles.line}>
        <div className={styles.text}>
          {to ? <Link to={to} className={styles.title}>{title}</Link> : <span className={styles.title}>{title}</span>}
          {note ? <div className={styles.note}>{note}</div> : null}
        </div>
        {end ? <div className={styles.end}>{end}</div> : null}
      </li>
    ))}
  </ul>
);
