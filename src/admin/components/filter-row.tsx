import type { ReactNode } from 'react';
import styles from './filter-row.module.css';

/** The filters above a list, in a row that wraps. */
export const FilterRow = ({ children }: { readonly children: ReactNode }): ReactNode => <div role="search" className={`${styles.row} no-print`}>{children}</div>;
