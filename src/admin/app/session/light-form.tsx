import { useId, useState, type ReactNode, type Ref } from 'react';
import { useWords } from '../words.js';
import { sessionWords } from './session-words.js';
import styles from './light-form.module.css';

// The pages before the workplace draw their own few fields: Ant Design is fetched while people type.

export interface LightFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly isInvalid?: boolean;
  readonly hint?: string;
  readonly isReadOnly?: boolean;
}

/** A text field with its label. */
export function LightField(props: LightFieldProps): ReactNode {
  return <Labelled {...props} type="text" />;
}

/** A password field whose text can be shown; it tells when Caps Lock is on. */
export function PasswordField(props: LightFieldProps): ReactNode {
  const say = useWords(sessionWords);
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const word = isShown ? say('hidePassword') : say('showPassword');
  return (
    <Labelled {...props} type={isShown ? 'text' : 'password'} hint={hasCapsLock ? say('capsLock') : props.hint} onCapsLock={setCapsLock}>
      <button type="button" className={styles.toggle} aria-pressed={isShown} aria-label={word} onClick={() => { setShown(!isShown); }}><Eye isShut={isShown} /></button>
    </Labelled>
  );
}

const Eye = ({ isShut }: { readonly isShut: boolean }): ReactNode => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.800" strokeLinecap="round" aria-hidden="true">
    <path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z" /><circle cx="12" cy="12" r="3" />
    {isShut ? <path d="M4 20L20 4" /> : null}
  </svg>
);

interface LabelledProps extends LightFieldProps {
  readonly type: string;
  readonly children?: ReactNode;
  readonly onCapsLock?: (isOn: boolean) => void;
}

function Labelled({ label, name, value, onChange, autoComplete, inputRef, isInvalid, hint, isReadOnly, type, children, onCapsLock }: LabelledProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={children ? `${styles.input} ${styles.withToggle}` : styles.input}>
        <input
          id={id} ref={inputRef} name={name} type={type} value={value} autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} readOnly={isReadOnly}
          aria-invalid={isInvalid || undefined} aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => { onChange(event.target.value); }}
          onKeyUp={(event) => { onCapsLock?.(event.getModifierState('CapsLock')); }}
        />
        {children}
      </div>
      {hint ? <span id={`${id}-hint`} className={styles.hint}>{hint}</span> : null}
    </div>
  );
}

/** The button that sends a form. It stays focusable while it works, and says so. */
export function SubmitButton({ isBusy, children }: { readonly isBusy: boolean; readonly children: ReactNode }): ReactNode {
  return <button type="submit" className={styles.primary} aria-disabled={isBusy}>{children}</button>;
}

/** A quiet button. */
export function PlainButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }): ReactNode {
  return <button type="button" className={styles.plain} onClick={onClick}>{children}</button>;
}

/** What went wrong, read out by screen readers as soon as it appears. */
export function Problem({ children }: { readonly children: ReactNode }): ReactNode {
  return <div role="alert">{children ? <div className={styles.problem}>{children}</div> : null}</div>;
}

export const formClass = styles.form;
