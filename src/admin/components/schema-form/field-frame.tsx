import { useId, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import type { Fault } from './schema.js';
import { schemaWords } from './schema-words.js';
import styles from './schema-form.module.css';

export interface FieldFrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  readonly fault?: Fault | undefined;
  /** What the server says of it. */
  readonly problem?: string | undefined;
  /** Whether it holds several controls, so that its label is a legend. */
  readonly isGroup?: boolean;
  readonly isWide?: boolean;
  /** A switch always has a value: neither required nor optional. */
  readonly isPlain?: boolean;
  /** Draws the control with this id; `<id>-note` describes it. */
  readonly children: (id: string) => ReactNode;
}

/** A label, a control, what to know about it and what is wrong with it. */
export function FieldFrame({ label, hint, isRequired = false, fault, problem, isGroup = false, isWide = false, isPlain = false, children }: FieldFrameProps): ReactNode {
  const say = useWords(schemaWords);
  const id = useId();
  const wrong = problem ?? (fault ? say(fault) : undefined);
  const name = <>{label}{isRequired ? <span className={styles.required} aria-hidden="true"> *</span> : isPlain ? null : <span className={styles.optional}> {say('optional')}</span>}</>;
  const below = <div id={`${id}-note`} className={styles.note}>{wrong ? <p role="alert" className={styles.wrong}>{wrong}</p> : null}{hint ? <p>{hint}</p> : null}</div>;
  if (isGroup) return <fieldset className={`${styles.field} ${isWide ? styles.wide : ''}`}><legend className={styles.label}>{name}</legend>{children(id)}{below}</fieldset>;
  return <div className={`${styles.field} ${isWide ? styles.wide : ''}`}><label htmlFor={id} className={styles.label}>{name}</label>{children(id)}{below}</div>;
}
