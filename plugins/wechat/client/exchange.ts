import type { Host } from '../../../src/distribution/channel.js';
import { NoAnswerError, WechatError } from './errors.js';

/** One file of a multipart request. WeChat judges the type by the name's ending too. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly filename: string;
  readonly contentType: string;
}

/** One question to WeChat: a path under the API's base, with a JSON body, a file, or neither (then GET). */
export interface Question {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly file?: Upload;
}

/** Milliseconds and bytes after which an answer is given up. A page of 20 articles stays far below. */
const bounds = { jsonMs: 20_000, uploadMs: 60_000, answerBytes: 16_000_000 } as const;

/** Errors that come before the first byte of a request leaves: asking again is safe after them. */
const beforeSending = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'BLOCKED_ADDRESS',
  'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The last two parts of a path: they name an endpoint in sentences: draft/add. */
export const endpointOf = (path: string): string => path.split('/').filter(Boolean).slice(-2).join('/');

/** Asks once and reads the answer as UTF-8 JSON whatever its content type says. Throws WechatError or NoAnswerError, never an address. */
export async function exchange(base: string, question: Question, host: Pick<Host, 'fetch' | 'signal'>): Promise<object> {
  const endpoint = endpointOf(question.path);
  const address = new URL(base.replace(/\/+$/, '') + question.path);
  for (const [name, value] of Object.entries(question.query ?? {})) address.searchParams.set(name, value);
  const response = await send(address, question, host, endpoint);
  const answer = parse(await readBounded(response, endpoint), response.status, endpoint);
  if ('errcode' in answer && answer.errcode !== 0) throw refusal(endpoint, answer);
  return answer;
}

async function send(address: URL, question: Question, host: Pick<Host, 'fetch' | 'signal'>, endpoint: string): Promise<Response> {
  try {
    const timeout = AbortSignal.timeout(question.file ? bounds.uploadMs : bounds.jsonMs);
    return await host.fetch(address, { ...await bodyOf(question), signal: AbortSignal.any([host.signal, timeout]), redirect: 'manual' });
  } catch (error) {
    const reason = innermostCode(error);
    throw new NoAnswerError(endpoint, reason, !beforeSending.has(reason));
  }
}

async function bodyOf({ json, file }: Question): Promise<RequestInit> {
  if (file) return multipart(file);
  if (json === undefined) return { method: 'GET' };
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}

/** Encoded here, so that the host's fetch need not know this runtime's FormData. */
async function multipart({ bytes, filename, contentType }: Upload): Promise<RequestInit> {
  const form = new FormData();
  form.set('media', new Blob([bytes], { type: contentType }), filename);
  const encoded = new Response(form);
  return { method: 'POST', headers: { 'content-type': encoded.headers.get('content-type')! }, body: await encoded.arrayBuffer() };
}

async function readBounded(response: Response, endpoint: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      const part = chunk as Uint8Array;
      bytes += part.byteLength;
      if (bytes > bounds.answerBytes) throw new NoAnswerError(endpoint, '回答过大', true);
      text += decoder.decode(part, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof NoAnswerError ? error : new NoAnswerError(endpoint, innermostCode(error), true);
  }
}

function parse(text: string, status: number, endpoint: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && status < 400) return value;
  } catch { /* not JSON: reported below with the status */ }
  throw new NoAnswerError(endpoint, `HTTP ${status}`, true);
}

function refusal(endpoint: string, answer: { errcode: unknown }): WechatError {
  const errmsg = 'errmsg' in answer && typeof answer.errmsg === 'string' ? answer.errmsg : '';
  const msgId = 'msg_id' in answer && (typeof answer.msg_id === 'number' || typeof answer.msg_id === 'string') ? String(answer.msg_id) : undefined;
  return new WechatError(endpoint, typeof answer.errcode === 'number' ? answer.errcode : -1, errmsg, msgId);
}

/** The innermost stable code of an error; its message may hold the address and is not used. */
function innermostCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const inner = error.cause instanceof Error ? innermostCode(error.cause) : undefined;
  if (inner && inner !== 'Error') return inner;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
