import { withoutQuery, type Exchange as Ask } from '../kernel/index.js';
import type { Exchange } from './attempt.js';

/** Bytes of an answer that are kept. */
const answerLimit = 4000;
/** Exchanges of one attempt that are kept; a channel that uploads pictures makes many. */
const exchangeLimit = 30;
const textual = /^(text\/|application\/([a-z.+-]*\+)?(json|xml)|application\/x-www-form-urlencoded)/;

export interface Recorder {
  readonly fetch: typeof fetch;
  readonly exchanges: Exchange[];
  /** Runs `work`; answers heard meanwhile are kept without their text (they carry tokens). */
  quietly<T>(work: () => Promise<T>): Promise<T>;
}

/** A fetch that writes down what was said: no query strings, no request bodies, answers shortened and redacted. */
export function recordExchanges(ask: Ask, redact: (text: string) => string): Recorder {
  const exchanges: Exchange[] = [];
  let quiet = 0;
  const keep = (exchange: Exchange): void => { if (exchanges.length < exchangeLimit) exchanges.push(exchange); };
  const recording = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { url, ...request } = await plainRequest(input, init);
    const begun = performance.now();
    const said = { method: request.method, url: redact(withoutQuery(url)) };
    const isQuiet = quiet > 0;
    try {
      const answered = await ask(url, request);
      const answer = isQuiet ? undefined : textOf(answered);
      keep({ ...said, status: answered.status, milliseconds: since(begun), ...(answer ? { answer: cut(redact(answer)) } : {}) });
      return toResponse(answered);
    } catch (error) {
      keep({ ...said, milliseconds: since(begun), answer: cut(redact(reasonOf(error))) });
      throw error;
    }
  };
  return {
    fetch: recording as typeof fetch,
    exchanges,
    async quietly(work) {
      quiet += 1;
      try {
        return await work();
      } finally {
        quiet -= 1;
      }
    },
  };
}

type Answered = Awaited<ReturnType<Ask>>;

interface PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal;
}

/** The request with its body as bytes: what is underneath knows neither Node's Request nor its FormData. */
async function plainRequest(input: string | URL | Request, init: RequestInit = {}): Promise<PlainRequest> {
  const given = input instanceof Request ? { method: input.method, headers: input.headers, signal: input.signal, body: input.body, ...init } : init;
  const headers = new Headers(given.headers);
  const { body, contentType } = await bytesOf(given.body);
  if (contentType && !headers.has('content-type')) headers.set('content-type', contentType);
  return {
    url: String(input instanceof Request ? input.url : input), method: (given.method ?? 'GET').toUpperCase(), headers: [...headers] as [string, string][],
    ...(given.signal ? { signal: given.signal } : {}), ...(body ? { body } : {}),
  };
}

async function bytesOf(body: RequestInit['body']): Promise<{ body?: Uint8Array; contentType?: string | null }> {
  if (body === null || body === undefined) return {};
  if (body instanceof Uint8Array) return { body };
  if (typeof body === 'string') return { body: new TextEncoder().encode(body), contentType: 'text/plain;charset=UTF-8' };
  const carrier = new Response(body);
  return { body: new Uint8Array(await carrier.arrayBuffer()), contentType: carrier.headers.get('content-type') };
}

/** The platform's own response, for the plugin to read as it likes. */
function toResponse({ status, headers, bytes }: Answered): Response {
  return new Response(bytes.byteLength > 0 && status !== 204 && status !== 205 && status !== 304 ? bytes : null, { status, headers: headers as [string, string][] });
}

function textOf({ headers, bytes }: Answered): string | undefined {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? 'text/plain';
  return textual.test(type.trim().toLowerCase()) ? new TextDecoder().decode(bytes) : undefined;
}

/** At most `answerLimit` bytes, whole characters. */
function cut(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= answerLimit ? text : new TextDecoder().decode(bytes.subarray(0, answerLimit)).replace(/\uFFFD+$/, '');
}

const since = (begun: number): number => Math.round(performance.now() - begun);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
