import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { copyText } from '../copy-text.js';
import { useToast } from '../use-toast.js';
import { makeSecret } from './make-secret.js';
import type { FieldProps } from './schema-fields.js';
import { schemaWords } from './schema-words.js';
import styles from './schema-form.module.css';

/** A secret: it can be written, never read. One of our own making is shown until it is saved, so that it can be handed over. */
export function SecretField({ id, schema, value, isKept, isRequired, onChange }: FieldProps & { readonly isKept: boolean; readonly isRequired: boolean }): ReactNode {
  const say = useWords(schemaWords);
  const [isMade, setMade] = useState(false);
  const secret = typeof value === 'string' ? value : '';
  const isGoing = value === null;
  const maker = isMade ? undefined : makeSecret(schema);
  const mayKeep = isGoing || (isKept && secret !== '');
  const placeholder = isKept || isGoing ? say(isGoing ? 'willGo' : 'kept') : '';
  const set = (next: string | null | undefined, made = false): void => { setMade(made); onChange(next); };
  return (
    <div className={styles.secret}>
      {isMade
        ? <Input id={id} aria-describedby={`${id}-note`} className={styles.made!} readOnly value={secret} />
        : <Input type="password" id={id} aria-describedby={`${id}-note`} autoComplete="new-password" placeholder={placeholder} value={secret} onChange={(event) => { set(event.target.value || undefined); }} />}
      <div className={styles.secretButtons}>
        {maker ? <Button size="small" onClick={() => { set(maker(), true); }}>{say('make')}</Button> : null}
        <Handling secret={secret} isMade={isMade} />
        {isKept && !isGoing && !isRequired ? <Button size="small" onClick={() => { set(null); }}>{say('remove')}</Button> : null}
        {mayKeep ? <Button size="small" onClick={() => { set(undefined); }}>{say('keep')}</Button> : null}
      </div>
    </div>
  );
}

/** What becomes of a secret that is not saved yet. */
function Handling({ secret, isMade }: { readonly secret: string; readonly isMade: boolean }): ReactNode {
  const say = useWords(schemaWords);
  const toast = useToast();
  if (!isMade) return secret ? <span className={styles.note}>{say('typed')}</span> : null;
  return <><Button size="small" onClick={() => { void copyText(secret).then(() => { toast.done(say('copied')); }, toast.failed); }}>{say('copy')}</Button><span className={styles.note}>{say('made')}</span></>;
}
