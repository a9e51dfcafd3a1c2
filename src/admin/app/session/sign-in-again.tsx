import { useEffect, useRef, useState, type ReactNode } from 'react';
import { onSessionEnd } from '../../graphql/request.js';
import { useWords } from '../words.js';
import { formClass, PlainButton } from './light-form.js';
import { leave } from './leave.js';
import { SignInForm } from './sign-in-form.js';
import { sessionWords } from './session-words.js';
import styles from './doorway.module.css';

interface Waiting {
  readonly resume: () => void;
}

/** Asks a person whose session ended to sign in over the page they work on. All requests that wait go on together. */
export function SignInAgain({ login }: { readonly login: string }): ReactNode {
  const say = useWords(sessionWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [waiting, setWaiting] = useState<Waiting>();

  useEffect(() => {
    let renewal: Promise<void> | undefined;
    return onSessionEnd(() => {
      renewal ??= new Promise<void>((resolve) => { setWaiting({ resume: resolve }); }).finally(() => { renewal = undefined; });
      return renewal;
    });
  }, []);
  useEffect(() => {
    if (!waiting) return;
    dialog.current?.showModal();
    // A dialog that opens gives the focus to its first field, which is the login that cannot be changed here.
    dialog.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus();
  }, [waiting]);

  if (!waiting) return null;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="sign-in-again" onCancel={(event) => { event.preventDefault(); }}>
      <h2 id="sign-in-again" className={styles.title}>{say('again')}</h2>
      <p className={styles.why}>{say('againWhy')}</p>
      <div className={formClass}>
        <SignInForm login={login} onSignedIn={() => { setWaiting(undefined); waiting.resume(); }} />
        <PlainButton onClick={() => { void leave(); }}>{say('againOther')}</PlainButton>
      </div>
    </dialog>
  );
}
