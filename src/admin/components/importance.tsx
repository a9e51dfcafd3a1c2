import type { ReactNode } from 'react';
import { useAppearance } from '../app/appearance.js';
import styles from './importance.module.css';

const names = { 4: { zh: '重要', en: 'Important' }, 5: { zh: '特别重要', en: 'Most important' } } as const;

/** Marks what is important (4 and 5 of 5); nothing for the others. */
export function Importance({ value }: { readonly value: number }): ReactNode {
  const { language } = useAppearance();
  if (value !== 4 && value !== 5) return null;
  return <span className={styles.mark}>{names[value][language]}</span>;
}
