import { RequestError } from '../../graphql/request.js';
import { say } from '../words.js';
import { errorWords } from './error-words.js';

type Title = 'failed' | 'noRight' | 'gone' | 'busy' | 'conflict' | 'input';
/** What a person can do next about an error. */
export type NextStep = 'retry' | 'reload' | 'signIn' | 'back' | 'correct';

export interface DescribedError {
  readonly title: string;
  /** A whole sentence that says what to do. */
  readonly message: string;
  readonly next: NextStep;
  readonly requestId?: string;
}

// The server's sentences already say what to do; this table adds the class of the error and the button that goes with it.
const byCode: Readonly<Record<string, readonly [Title, NextStep]>> = {
  NETWORK: ['failed', 'retry'], UNAVAILABLE: ['busy', 'retry'], UNAVAILABLE_GATEWAY: ['busy', 'retry'], UNREADABLE: ['failed', 'reload'], TOO_MANY_REQUESTS: ['busy', 'retry'],
  UNAUTHENTICATED: ['noRight', 'signIn'], FORBIDDEN: ['noRight', 'back'], PASSWORD_CHANGE_REQUIRED: ['noRight', 'signIn'], NOT_FOUND: ['gone', 'back'],
  REVISION_CONFLICT: ['conflict', 'reload'], TOPIC_PLACE_GONE: ['conflict', 'reload'], WRONG_REVISION: ['conflict', 'reload'], REVIEW_CLOSED: ['conflict', 'reload'], WRONG_STATE: ['conflict', 'reload'], LOCKED: ['busy', 'retry'],
  INVALID_INPUT: ['input', 'correct'], INVALID_FIELDS: ['input', 'correct'], INVALID_BODY: ['input', 'correct'], CHECKLIST_INCOMPLETE: ['input', 'correct'], REASON_MISSING: ['input', 'correct'],
  BLOCKING_FINDINGS: ['input', 'correct'], SAME_SIGNER: ['noRight', 'back'], GRAPHQL_VALIDATION_FAILED: ['failed', 'reload'], INTERNAL: ['failed', 'retry'],
};

const ownSentences = { NETWORK: 'network', UNAVAILABLE_GATEWAY: 'gateway', UNREADABLE: 'unreadable', GRAPHQL_VALIDATION_FAILED: 'outdated' } as const;
const isOwn = (code: string): code is keyof typeof ownSentences => code in ownSentences;

/** An error for people: what it is, what to do, and what to press. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof RequestError)) return { title: say(errorWords, 'brokenTitle'), message: say(errorWords, 'brokenWhy'), next: 'reload' };
  const { code, message, requestId } = error;
  const [title, next] = byCode[code] ?? ['failed', 'correct'];
  return { title: say(errorWords, title), message: isOwn(code) ? say(errorWords, ownSentences[code]) : message, next, ...(requestId ? { requestId } : {}) };
}
