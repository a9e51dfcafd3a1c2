import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Names and what they are, in a grid; what is empty is left out. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode => (
  <dl className={styles.facts}>
    {facts.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
  </dl>
);
