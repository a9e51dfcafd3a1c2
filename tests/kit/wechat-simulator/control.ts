import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './api-server.js';
import type { AccountOptions, Fault, MassScript, PublishScript } from './options.js';
import type { WechatSimulator } from './simulator.js';

/** A foreign web page must not steer the simulator: browsers name the page's origin on every POST. */
export const isForeign = (request: IncomingMessage): boolean => {
  const origin = request.headers.origin;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
};

interface Order {
  readonly appid?: string;
  readonly openid?: string;
  readonly text?: string;
  readonly key?: string;
  readonly name?: string;
  readonly ms?: number;
  readonly path?: string;
  readonly fault?: Fault;
  readonly times?: number;
  readonly articleId?: string;
  readonly changes?: Partial<Omit<AccountOptions, 'appid'>>;
  readonly publish?: readonly PublishScript[];
  readonly mass?: readonly MassScript[];
}

type Act = (simulator: WechatSimulator, order: Order) => unknown;

const handle = (simulator: WechatSimulator, order: Order): ReturnType<WechatSimulator['account']> =>
  simulator.account(order.appid ?? simulator.appids[0] ?? '');

function need(value: string | undefined, name: string): string {
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

/** What another process may do: the same as a test in this one. */
const acts: Readonly<Record<string, Act>> = {
  calls: (simulator, { appid, path }) => simulator.calls({ appid, endpoint: path }),
  pushes: (simulator) => simulator.pushes(),
  drafts: (simulator, order) => handle(simulator, order).drafts(),
  published: (simulator, order) => handle(simulator, order).published(),
  conversation: (simulator, order) => handle(simulator, order).conversation(need(order.openid, 'openid')),
  advance: (simulator, { ms = 0 }) => simulator.advance(ms),
  settled: (simulator) => simulator.settled(),
  fault: (simulator, { path, fault, times, appid }) => (fault ? simulator.fault(need(path, 'path'), fault, { times, appid }) : need('', 'fault')),
  'clear-faults': (simulator) => simulator.clearFaults(),
  script: (simulator, order) => {
    handle(simulator, order).scriptPublish(...(order.publish ?? []));
    handle(simulator, order).scriptMass(...(order.mass ?? []));
  },
  configure: (simulator, order) => handle(simulator, order).configure(order.changes ?? {}),
  'revoke-tokens': (simulator, order) => handle(simulator, order).revokeTokens(),
  ban: (simulator, order) => handle(simulator, order).ban(need(order.articleId, 'articleId')),
  'verify-callback': (simulator, order) => handle(simulator, order).verifyCallback(),
  follow: (simulator, order) => handle(simulator, order).follow(order.openid, order.name),
  unfollow: (simulator, order) => handle(simulator, order).unfollow(need(order.openid, 'openid')),
  say: (simulator, order) => handle(simulator, order).say(need(order.openid, 'openid'), need(order.text, 'text')),
  click: (simulator, order) => handle(simulator, order).click(need(order.openid, 'openid'), need(order.key, 'key')),
};

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

async function readOrder(request: IncomingMessage, url: URL): Promise<Order> {
  if (request.method !== 'POST') return Object.fromEntries(url.searchParams);
  const body = (await readBody(request, 1_000_000))?.toString('utf8');
  return body ? (JSON.parse(body) as Order) : {};
}

const readOnly = new Set(['calls', 'pushes', 'drafts', 'published', 'conversation', 'settled']);

/** `POST /_control/<act>` with a JSON order; reading acts also by GET. Answers `{"result": …}` or `{"error": "…"}`. */
export async function answerControl(simulator: WechatSimulator, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const name = url.pathname.slice('/_control/'.length);
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) return answer(response, 404, { error: `no such act: ${name}` });
  if (isForeign(request)) return answer(response, 403, { error: 'foreign origin' });
  if (request.method !== 'POST' && !readOnly.has(name)) return answer(response, 405, { error: 'POST only' });
  try {
    answer(response, 200, { result: await act(simulator, await readOrder(request, url)) });
  } catch (error) {
    answer(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}
