import { RequestError } from '../../graphql/request.js';
import { say } from '../words.js';
import { errorSteps, type NextStep } from './error-steps.js';
import { errorWords } from './error-words.js';

export interface DescribedError {
  readonly title: string;
  /** A whole sentence that says what to do. */
  readonly message: string;
  readonly next: NextStep;
  readonly requestId?: string;
}

const ownSentences = { NETWORK: 'network', UNAVAILABLE_GATEWAY: 'gateway', UNREADABLE: 'unreadable', GRAPHQL_VALIDATION_FAILED: 'outdated' } as const;
const isOwn = (code: string): code is keyof typeof ownSentences => code in ownSentences;

/** An error for people: what it is, what to do, and what to press. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof RequestError)) return { title: say(errorWords, 'brokenTitle'), message: say(errorWords, 'brokenWhy'), next: 'reload' };
  const { code, message, requestId } = error;
  const { title, next } = errorSteps.get(code) ?? { title: 'failed', next: 'retry' };
  return { title: say(errorWords, title), message: isOwn(code) ? say(errorWords, ownSentences[code]) : message, next, ...(requestId ? { requestId } : {}) };
}
