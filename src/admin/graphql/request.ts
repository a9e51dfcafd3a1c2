import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { currentLanguage } from '../app/appearance.js';

/** An operation that was generated from a *.graphql file: its text, and the types of its answer and variables. */
export type Operation<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string };

/** Why a request failed, for people: a stable code, a sentence in their language that says what to do next, and the id to tell an administrator. */
export class RequestError extends Error {
  readonly code: string;
  readonly requestId: string | undefined;
  /** What the server adds, such as who saved in between. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, requestId?: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.requestId = requestId;
    this.details = details;
  }
}

type AskToSignIn = () => Promise<void>;
let askToSignIn: AskToSignIn | undefined;

/** What to do when a session has ended: resolves once its owner has signed in again, rejects when they leave. Undo with the answer. */
export function onSessionEnd(ask: AskToSignIn): () => void {
  askToSignIn = ask;
  return () => { if (askToSignIn === ask) askToSignIn = undefined; };
}

/** Asks the person to sign in again, for requests that do not go through `request`, such as uploads. Resolves once they have. */
export async function renewSession(): Promise<void> {
  if (!askToSignIn) throw new RequestError('UNAUTHENTICATED', '');
  await askToSignIn();
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** For requests that are part of signing in: an ended session is told, not asked about. */
  readonly isBare?: boolean;
}

/**
 * Asks the server. Throws RequestError. When the session has ended, it is renewed by its owner over the open page and the request is
 * sent again, so that nothing typed is lost.
 */
export async function request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, options: RequestOptions = {}): Promise<Result> {
  try {
    return await send(operation, variables, options);
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'UNAUTHENTICATED' || options.isBare || !askToSignIn) throw error;
    await askToSignIn();
    return send(operation, variables, options);
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

async function send<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, { signal }: RequestOptions): Promise<Result> {
  const response = await post(JSON.stringify({ query: operation.toString(), variables }), signal);
  const answer = await read<Result>(response);
  const [error] = answer.errors ?? [];
  if (error) throw asRequestError(error.message, error.extensions, response);
  if (answer.data == null) throw unreadable(response);
  return answer.data;
}

async function post(body: string, signal: AbortSignal | undefined): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'accept-language': currentLanguage() === 'en' ? 'en' : 'zh-CN', 'x-yici-client': 'admin' };
  try {
    return await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError('NETWORK', '');
  }
}

async function read<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return await response.json() as Answer<Result>;
  } catch {
    throw unreadable(response);
  }
}

const unreadable = (response: Response): RequestError =>
  new RequestError(response.status >= 500 ? 'UNAVAILABLE_GATEWAY' : 'UNREADABLE', '', response.headers.get('x-request-id') ?? undefined, { status: response.status });

function asRequestError(message: string, extensions: Readonly<Record<string, unknown>> = {}, response: Response): RequestError {
  const { code, requestId, ...details } = extensions;
  return new RequestError(String(code ?? 'INTERNAL'), message, typeof requestId === 'string' ? requestId : response.headers.get('x-request-id') ?? undefined, details);
}
