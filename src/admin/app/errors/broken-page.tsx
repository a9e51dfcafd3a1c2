import { useEffect, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Logo } from '../../components/logo.js';
import { RequestError } from '../../graphql/request.js';
import { useWords } from '../words.js';
import { describeError } from './describe-error.js';
import { errorWords } from './error-words.js';
import styles from './broken-page.module.css';

/** What is shown when a page cannot be: what happened, the request's id for the administrator, and ways out. */
export function BrokenPage(): ReactNode {
  const say = useWords(errorWords);
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  useEffect(() => { if (isOldPage(error)) reloadOnce(); }, [error]);
  const described = error instanceof RequestError ? describeError(error) : undefined;
  return (
    <main className={styles.page}>
      <Logo size={40} />
      <h1>{isMissing ? say('missingTitle') : described?.title ?? say('brokenTitle')}</h1>
      <p>{isMissing ? say('missingWhy') : described?.message ?? say('brokenWhy')}</p>
      {isMissing ? null : <p className={styles.id}>{say(described?.requestId ? 'requestId' : 'fault')}<code>{described?.requestId ?? pageFault(error)}</code></p>}
      <p className={styles.ways}>
        {isMissing ? null : <a href={window.location.href}>{say('reload')}</a>}
        <a href="/admin/">{say('home')}</a>
      </p>
    </main>
  );
}

/** A fault of the page itself has no request: its own words, short, so that two people can tell whether they met the same. */
const pageFault = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 160) : String(error).slice(0, 160));

/** After an update, an open page asks for pieces of code that are gone. */
const isOldPage = (error: unknown): boolean => error instanceof Error && /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(error.message);

function reloadOnce(): void {
  const key = 'yici.reloadedAt';
  const last = Number(sessionStorage.getItem(key) ?? 0);
  if (Date.now() - last < 30_000) return;
  sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
}
