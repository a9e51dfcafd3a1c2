import { isIP } from 'node:net';
import { Agent, fetch as undiciFetch, FormData as UndiciFormData, type RequestInit as UndiciRequestInit } from 'undici';
import { addressAttemptMs, BlockedAddressError, createPublicLookup, isPublicAddress } from './public-address.js';

export interface GuardedFetchOptions {
  /** `host:port` pairs that may be private. */
  readonly allowedPrivateHosts: readonly string[];
  /** Milliseconds until the whole exchange, the reading of the body included, is given up. */
  readonly timeoutMs?: number;
  /** Bytes of a response body, decompressed, after which reading fails. */
  readonly maxBodyBytes?: number;
}

/** A response's body was longer than its reader allows. */
export class BodyTooLargeError extends Error {
  readonly code = 'BODY_TOO_LARGE';
  constructor(maxBytes: number) {
    super(`the answer is longer than ${maxBytes} bytes`);
    this.name = 'BodyTooLargeError';
  }
}

const publicLookup = createPublicLookup();

/**
 * A `fetch` for addresses that people typed in. The name is resolved once and the very address that was checked is connected
 * to, so a changing DNS answer cannot lead inside. Redirects are not followed: a 3xx is the answer. Rejects with
 * BlockedAddressError (itself or as `cause`); reading a body may reject with BodyTooLargeError or a TimeoutError.
 */
export function createGuardedFetch(options: GuardedFetchOptions): typeof fetch {
  const { timeoutMs = 30_000, maxBodyBytes = 20_000_000 } = options;
  const dispatcherFor = openDoor(options);
  const guarded = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const dispatcher = dispatcherFor(url);
    const asked = input instanceof Request ? { ...await initOf(input, init), ...init } : init;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout;
    const request = { ...asked, ...bodyOf(asked), redirect: 'manual', signal, dispatcher };
    return bounded(await undiciFetch(url, request as unknown as UndiciRequestInit) as unknown as Response, url, maxBodyBytes);
  };
  return guarded as typeof fetch;
}

/**
 * The connections for an address, kept alive between requests: only to public addresses, or also to private ones where its host and port
 * are allowed. Throws BlockedAddressError for what may not be asked at all.
 */
export function openDoor({ allowedPrivateHosts, timeoutMs = 30_000 }: GuardedFetchOptions): (url: URL) => Agent {
  const allowed = new Set(allowedPrivateHosts.map((host) => host.toLowerCase()));
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const connect = { timeout: 10_000, autoSelectFamilyAttemptTimeout: addressAttemptMs };
  const publicAgent = new Agent({ connect: { ...connect, lookup: publicLookup }, ...limits });
  const privateAgent = new Agent({ connect, ...limits });
  return (url) => {
    const isAllowed = allowed.has(hostAndPort(url));
    assertMayAsk(url, isAllowed);
    return isAllowed ? privateAgent : publicAgent;
  };
}

const hostAndPort = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;

/** Throws for other schemes and for addresses written as numbers; `URL` has already turned decimal, octal and short forms into dots. */
function assertMayAsk(url: URL, isAllowed: boolean): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new BlockedAddressError(`${url.protocol}//…`);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!isAllowed && isIP(literal) && !isPublicAddress(literal)) throw new BlockedAddressError(url.host);
}

/** What undici must be told of a `Request` that is not of its own making. Its body is read first, so that its length can be told. */
async function initOf(request: Request, { body }: RequestInit): Promise<RequestInit> {
  const { method, headers, signal } = request;
  return { method, headers: [...headers], signal, ...(request.body && body === undefined ? { body: await request.arrayBuffer() } : {}) };
}

/** undici knows only its own FormData and would send another as "[object FormData]"; a stream must be said to go one way first. */
function bodyOf({ body }: RequestInit): { body?: unknown; duplex?: 'half' } {
  if (body instanceof ReadableStream) return { duplex: 'half' };
  if (!(body instanceof FormData)) return {};
  const form = new UndiciFormData();
  for (const [name, value] of body) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.name);
  }
  return { body: form };
}

/** The same response as the platform's own `Response`, its body ended with an error once it is too long. */
function bounded(response: Response, url: URL, maxBytes: number): Response {
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new BodyTooLargeError(maxBytes);
      controller.enqueue(chunk);
    },
  });
  const { status, statusText } = response;
  const answer = new Response(response.body?.pipeThrough(count) ?? null, { status, statusText, headers: [...response.headers] });
  return Object.defineProperty(answer, 'url', { value: url.href });
}
