import type { ReactNode } from 'react';
import styles from './payload-text.module.css';

export interface PayloadTextProps {
  readonly label: string;
  readonly contentType: string;
  readonly body: string;
}

/** What goes out to an outlet, as text; JSON with its lines broken for people. */
export const PayloadText = ({ label, contentType, body }: PayloadTextProps): ReactNode => (
  <div>
    <code className={styles.type}>{contentType}</code>
    <pre className={styles.text} tabIndex={0} role="group" aria-label={label}>{contentType.includes('json') ? laidOut(body) : body}</pre>
  </div>
);

function laidOut(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
