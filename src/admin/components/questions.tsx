import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { onQuestion, openQuestion } from './ask.js';

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.js')).AskDialog }));

/** Where the questions of `ask` appear. Once in the page. */
export function Questions(): ReactNode {
  const question = useSyncExternalStore(onQuestion, openQuestion);
  return question ? <Suspense><AskDialog key={question.title} question={question} /></Suspense> : null;
}
