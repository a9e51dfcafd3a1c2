import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { describeError } from '../app/errors/describe-error.js';
import type { NextStep } from '../app/errors/error-steps.js';
import { errorWords } from '../app/errors/error-words.js';
import { useWords } from '../app/words.js';
import styles from './error-notice.module.css';

export interface ErrorNoticeProps {
  readonly error: unknown;
  /** Asks again. Without it, an error that may pass has no button. */
  readonly onRetry?: () => void;
}

/** What went wrong, what to do about it, and the id to tell an administrator. Nothing is drawn for no error. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps): ReactNode {
  const say = useWords(errorWords);
  if (!error) return null;
  const { title, message, next, requestId } = describeError(error);
  return (
    <div role="alert" className={styles.notice}>
      <span className={styles.sign} aria-hidden="true">!</span>
      <div className={styles.text}>
        <strong>{title}</strong>
        <p>{message}</p>
        {requestId ? <p className={styles.id}>{say('requestId')}<code>{requestId}</code></p> : null}
      </div>
      <NextButton next={next} onRetry={onRetry} />
    </div>
  );
}

function NextButton({ next, onRetry }: { readonly next: NextStep; readonly onRetry: (() => void) | undefined }): ReactNode {
  const say = useWords(errorWords);
  const navigate = useNavigate();
  const { search } = useLocation();
  const steps: Readonly<Record<NextStep, (() => void) | undefined>> = {
    retry: onRetry, reload: onRetry ?? ((): void => { window.location.reload(); }), signIn: (): void => { window.location.assign('/admin/sign-in'); }, back: (): void => { if (hasPageBefore()) void navigate(-1); else void navigate('/'); }, correct: undefined,
    firstPage: (): void => { void navigate({ search: withoutPlace(search) }, { replace: true }); },
  };
  const step = steps[next];
  return step ? <Button size="small" onClick={step}>{say(next === 'correct' ? 'retry' : next)}</Button> : null;
}

/** Whether Back stays in the admin: who came by a link from elsewhere has no page before this one. The router numbers its entries in the browser's history. */
const hasPageBefore = (): boolean => ((window.history.state as { readonly idx?: number } | null)?.idx ?? 0) > 0;

/** An address of a list without the place in it. */
function withoutPlace(search: string): string {
  const kept = new URLSearchParams(search);
  for (const key of ['after', 'before']) kept.delete(key);
  return kept.toString();
}
