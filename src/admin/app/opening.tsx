import type { ReactNode } from 'react';
import { Logo } from '../components/logo.js';
import styles from './opening.module.css';

/** What is seen until the first page is there. */
export const Opening = (): ReactNode => <div className={styles.opening} aria-busy="true"><Logo size={44} /></div>;
