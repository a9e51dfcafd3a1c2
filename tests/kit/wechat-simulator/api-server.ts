import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiRequest, ApiResult } from './api-call.js';
import { appidOf, recordCall, runApiCall } from './api-call.js';
import { Bytes } from './endpoint.js';
import type { Trouble } from './fault-queue.js';
import { Rejection } from './rejection.js';
import { clientIp } from './token-endpoints.js';
import type { World } from './world.js';

const maxBodyBytes = 32 * 1024 * 1024;

/** Reads a body to its end; undefined when it is larger than any the platform takes. */
export async function readBody(request: IncomingMessage, limit = maxBodyBytes): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}

interface Sealed {
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
}

function seal(result: ApiResult, isTextPlain: boolean): Sealed {
  if (result.answer instanceof Bytes) {
    const name = encodeURIComponent(result.answer.fileName);
    return {
      headers: { 'content-type': result.answer.contentType, 'content-disposition': `attachment; filename*=UTF-8''${name}` },
      bytes: result.answer.bytes,
    };
  }
  const type = isTextPlain ? 'text/plain' : 'application/json; encoding=utf-8';
  return { headers: { 'content-type': type }, bytes: Buffer.from(JSON.stringify(result.answer), 'utf8') };
}

function send(response: ServerResponse, status: number, { headers, bytes }: Sealed): void {
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length), connection: 'keep-alive' });
  response.end(bytes);
}

function sendHalf(response: ServerResponse, { headers, bytes }: Sealed): void {
  response.writeHead(200, { ...headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

type Seen = 'sent' | 'dropped' | 'truncated' | `http ${number}`;

/** What the caller will see of the answer. */
function seenWith(trouble: Trouble | undefined): Seen {
  if (trouble?.kind === 'http') return `http ${trouble.status}`;
  if (trouble?.kind === 'drop-after-effect' || trouble?.kind === 'drop-before-effect') return 'dropped';
  return trouble?.kind === 'truncated' || trouble?.kind === 'half-json' ? 'truncated' : 'sent';
}

async function pause(trouble: Trouble | undefined, stopped: AbortSignal): Promise<void> {
  if (trouble?.kind === 'delay') await wait(trouble.ms, undefined, { signal: stopped, ref: false }).catch(() => undefined);
  if (trouble?.kind === 'hold') {
    trouble.arrive();
    await trouble.opened;
  }
}

function deliver(response: ServerResponse, result: ApiResult, trouble: Trouble | undefined): void {
  const sealed = seal(result, result.isTextPlain || trouble?.kind === 'text-plain');
  switch (trouble?.kind) {
    case 'drop-before-effect':
    case 'drop-after-effect': response.destroy(); return;
    case 'http': send(response, trouble.status, { headers: { 'content-type': 'text/html' }, bytes: Buffer.from('<h1>Server Error</h1>') }); return;
    case 'truncated': sendHalf(response, sealed); return;
    case 'half-json': send(response, 200, { ...sealed, bytes: sealed.bytes.subarray(0, Math.floor(sealed.bytes.length / 2)) }); return;
    default: send(response, 200, sealed);
  }
}

const isWithoutEffect = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'drop-before-effect' || (trouble?.kind === 'http' && !trouble.effect);

const nothingDone = (appid: string): ApiResult =>
  ({ answer: {}, errcode: 0, appid, subject: '', hasEffect: false, isTextPlain: false });

/** Answers one API request: takes its fault, does the work, records and saves, and only then lets the answer go. */
export async function answerApi(world: World, request: IncomingMessage, response: ServerResponse, url: URL, stopped: AbortSignal): Promise<void> {
  const body = await readBody(request);
  if (!body) {
    response.writeHead(413).end();
    return;
  }
  const call: ApiRequest = {
    method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, contentType: request.headers['content-type'] ?? '', body,
    ip: clientIp(request),
  };
  const appid = appidOf(world, call);
  const trouble = world.faults.take(call.path, appid);
  const forced = trouble?.kind === 'errcode' ? new Rejection(trouble.errcode, trouble.errmsg) : undefined;
  const result = isWithoutEffect(trouble) ? nothingDone(appid) : await runApiCall(world, call, forced);
  recordCall(world, call, result, seenWith(trouble));
  world.save();
  await pause(trouble, stopped);
  deliver(response, result, trouble);
}
