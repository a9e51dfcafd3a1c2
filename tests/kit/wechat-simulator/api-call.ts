import { createHash, randomBytes } from 'node:crypto';
import type { Answer, Ask, Endpoint } from './endpoint.js';
import { Bytes } from './endpoint.js';
import { findEndpoint } from './endpoint-table.js';
import { readRawJson } from './raw-json.js';
import { Rejection, reject } from './rejection.js';
import { findTokenOwner } from './token-book.js';
import { tokenEndpoints } from './token-endpoints.js';
import { countCall } from './usage.js';
import type { Account, World } from './world.js';

/** One HTTP request to the API, read to its end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
  readonly ip: string;
}

/** What the platform did with a request. */
export interface ApiResult {
  readonly answer: Answer;
  readonly errcode: number;
  readonly appid: string;
  readonly subject: string;
  readonly hasEffect: boolean;
  readonly isTextPlain: boolean;
  readonly rid?: string;
}

/** Looks like `6aac005a-01bfdbee-79769285`; the first part is the time. */
function newRid(world: World): string {
  const hex = (): string => randomBytes(4).toString('hex');
  return `${world.clock.seconds().toString(16).padStart(8, '0')}-${hex()}-${hex()}`;
}

const tokenEndpoint = (path: string): (typeof tokenEndpoints)[number] | undefined => tokenEndpoints.find((one) => one.path === path);

/** Whose call this seems to be, before any check: for faults and for the log. */
export function appidOf(world: World, request: ApiRequest): string {
  if (tokenEndpoint(request.path)) return request.query.get('appid') ?? /"appid"\s*:\s*"(\w+)"/.exec(request.body.toString('utf8'))?.[1] ?? '';
  const owner = findTokenOwner(world, request.query.get('access_token') ?? '');
  return typeof owner === 'number' ? '' : owner.appid;
}

function ownerOf(world: World, request: ApiRequest): Account {
  const token = request.query.get('access_token');
  if (!token) return reject(41001);
  const owner = findTokenOwner(world, token);
  return typeof owner === 'number' ? reject(owner) : owner;
}

async function readForm(request: ApiRequest): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(request.body), { headers: { 'content-type': request.contentType } }).formData();
  } catch {
    return reject(41005);
  }
}

/** Method, token, rights, quota, body: in the platform's order. */
async function prepare(world: World, request: ApiRequest, endpoint: Endpoint): Promise<Ask> {
  if (endpoint.method === 'POST' && request.method !== 'POST') reject(43002);
  if (endpoint.method === 'GET' && request.method !== 'GET') reject(43001);
  const account = ownerOf(world, request);
  if (endpoint.mayCall && !endpoint.mayCall(account)) reject(48001);
  countCall(world, account, endpoint.path, endpoint);
  return {
    world, account, query: request.query, now: world.clock.now(), subject: '',
    body: endpoint.body === 'json' ? readRawJson(request.body) : {},
    form: endpoint.body === 'multipart' ? await readForm(request) : undefined,
  };
}

type Outcome = Pick<ApiResult, 'answer' | 'subject' | 'hasEffect' | 'isTextPlain'>;

async function perform(world: World, request: ApiRequest): Promise<Outcome> {
  const open = tokenEndpoint(request.path);
  if (open) {
    const answer = open.handle({ world, method: request.method, query: request.query, rawBody: request.body, ip: request.ip });
    return { answer, subject: '', hasEffect: false, isTextPlain: false };
  }
  const endpoint = findEndpoint(request.path) ?? reject(40066);
  const ask = await prepare(world, request, endpoint);
  const answer = await endpoint.handle(ask);
  return { answer, subject: ask.subject, hasEffect: endpoint.hasEffect, isTextPlain: endpoint.isTextPlain ?? false };
}

/** The error body: the text always ends with the request's rid. */
export function failure(world: World, rejection: Rejection): { readonly answer: Answer; readonly rid: string } {
  const rid = newRid(world);
  return { rid, answer: { errcode: rejection.errcode, errmsg: `${rejection.message} rid: ${rid}`, ...rejection.extra } };
}

/** Runs one request against the platform. Never throws: what is not a rejection answers -1. */
export async function runApiCall(world: World, request: ApiRequest, forced?: Rejection): Promise<ApiResult> {
  const appid = appidOf(world, request);
  try {
    if (forced) throw forced;
    return { ...(await perform(world, request)), errcode: 0, appid };
  } catch (error) {
    const rejection = error instanceof Rejection ? error : new Rejection(-1, `system error: ${String(error)}`);
    return { ...failure(world, rejection), errcode: rejection.errcode, appid, subject: '', hasEffect: false, isTextPlain: false };
  }
}

const mask = (query: URLSearchParams): string => {
  const masked = new URLSearchParams(query);
  for (const name of ['access_token', 'secret', 'appsecret']) if (masked.has(name)) masked.set(name, '***');
  return masked.size > 0 ? `?${masked.toString()}` : '';
};

const keptCalls = 10_000;
const keptRequests = 200;

/** Writes the call log, and for failures what openapi/rid/get will tell. */
export function recordCall(world: World, request: ApiRequest, result: ApiResult, seen: 'sent' | 'dropped' | 'truncated' | `http ${number}`): void {
  const isSecret = tokenEndpoint(request.path) !== undefined;
  const { state } = world;
  state.calls.push({
    at: new Date(world.clock.now()).toISOString(), appid: result.appid, method: request.method, endpoint: request.path, errcode: result.errcode,
    hasEffect: result.hasEffect, answer: seen, subject: result.subject, rid: result.rid,
    bodyHash: isSecret ? undefined : createHash('sha256').update(request.body).digest('hex'),
  });
  if (state.calls.length > keptCalls) state.calls.shift();
  if (!result.rid) return;
  state.requests.push({
    rid: result.rid, appid: result.appid, at: world.clock.now(), costMs: 1, url: `${request.path}${mask(request.query)}`, ip: request.ip,
    body: isSecret || !request.contentType.includes('json') ? '' : request.body.toString('utf8').slice(0, 2000),
    answer: result.answer instanceof Bytes ? '' : JSON.stringify(result.answer),
  });
  if (state.requests.length > keptRequests) state.requests.shift();
}
