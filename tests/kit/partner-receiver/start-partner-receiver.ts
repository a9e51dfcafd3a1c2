import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deskPage } from './desk-page.js';
import { faultFor, misbehave, statusOf, type Script } from './faults.js';
import { Inbox, type LogEntry, type NewsItem, type ReceivedItem, type Taken } from './inbox.js';
import { verifyWebhook } from './verify-webhook.js';

/** `secrets`: the present one and, during a rotation, the one before. Without `port` a free one is taken; without `stateFile` nothing outlives the process. */
export interface PartnerReceiverOptions {
  readonly secrets: readonly string[];
  readonly port?: number;
  readonly name?: string;
  readonly stateFile?: string;
  readonly script?: Script;
  readonly now?: () => Date;
}

/** A running receiver. `url` takes the webhooks, `deskUrl` shows what came. */
export interface PartnerReceiver {
  readonly url: string;
  readonly deskUrl: string;
  readonly port: number;
  items(): ReceivedItem[];
  log(): readonly LogEntry[];
  /** Replaces the script; its count of requests starts anew. */
  play(script: Script | undefined): void;
  stop(): Promise<void>;
}

const bodyLimit = 5_000_000;

/** Starts an example of a partner's receiver on 127.0.0.1: Node only, so that a partner can take it as a start. */
export async function startPartnerReceiver(options: PartnerReceiverOptions): Promise<PartnerReceiver> {
  const inbox = new Inbox(options.stateFile);
  const playing = { script: options.script, requests: 0 };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => reply(response, 500, { error: String(error) }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const deskUrl = `http://127.0.0.1:${port}/`;
  const now = options.now ?? (() => new Date());

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', deskUrl);
    if (request.method === 'GET' && pathname === '/') return sendPage(response, deskPage(options.name ?? '合作媒体', inbox, randomBytes(12).toString('base64url')));
    if (request.method === 'GET' && pathname === '/items') return reply(response, 200, inbox.items());
    if (request.method === 'GET' && pathname === '/log') return reply(response, 200, inbox.log());
    if (pathname !== '/webhooks') return reply(response, 404, { error: 'not found' });
    if (request.method !== 'POST') return reply(response, 405, { error: 'POST only' }, { allow: 'POST' });
    return receive(request, response);
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!body) return reply(response, 413, { error: `more than ${bodyLimit} bytes` });
    playing.requests += 1;
    const webhookId = request.headers['webhook-id'];
    const fault = faultFor(playing.script, { number: playing.requests, webhookId: typeof webhookId === 'string' ? webhookId : undefined });
    if (!fault) return judge(request, response, body);
    if (fault.takesFirst) await judge(request, undefined, body);
    inbox.note({ at: now().toISOString(), verdict: 'fault', status: statusOf(fault), reason: fault.fault, ...(typeof webhookId === 'string' && { webhookId }) });
    misbehave(fault, response);
  }

  async function judge(request: IncomingMessage, response: ServerResponse | undefined, body: Buffer): Promise<void> {
    const at = now();
    const verified = verifyWebhook({ headers: request.headers, body }, options.secrets, at);
    if (!verified.isValid) return refuse(response, 401, verified.reason, at);
    const message = readMessage(body);
    if (!message) return refuse(response, 400, 'not a message we know', at, verified.id);
    const taken = inbox.take(verified.id, message.type, message.item, at.toISOString());
    inbox.note(logEntry(at, verified.id, message, taken));
    await inbox.save();
    if (response) reply(response, 200, { status: taken.verdict, ...(taken.id && { id: taken.id, url: `${deskUrl}#${taken.id}` }) });
  }

  async function refuse(response: ServerResponse | undefined, status: number, reason: string, at: Date, webhookId?: string): Promise<void> {
    inbox.note({ at: at.toISOString(), verdict: 'refused', status, reason, ...(webhookId && { webhookId }) });
    await inbox.save();
    if (response) reply(response, status, { error: reason });
  }

  return {
    url: `${deskUrl}webhooks`, deskUrl, port,
    items: () => inbox.items(),
    log: () => inbox.log(),
    play: (script) => Object.assign(playing, { script, requests: 0 }),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await inbox.save();
    },
  };
}

interface Message {
  readonly type: string;
  readonly item?: NewsItem;
}

function readMessage(body: Buffer): Message | undefined {
  try {
    const { type, data } = JSON.parse(body.toString('utf8')) as { type?: unknown; data?: NewsItem };
    if (type === 'test.ping') return { type };
    if (typeof type !== 'string' || typeof data?.uri !== 'string' || !/^\d+$/.test(data.version)) return undefined;
    return { type, item: data };
  } catch {
    return undefined;
  }
}

const logEntry = (at: Date, webhookId: string, { type, item }: Message, { verdict }: Taken): LogEntry =>
  ({ at: at.toISOString(), verdict, status: 200, webhookId, type, ...(item && { uri: item.uri, version: Number(item.version) }) });

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}

function reply(response: ServerResponse, status: number, answer: unknown, headers: Record<string, string> = {}): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(answer));
}

function sendPage(response: ServerResponse, page: { html: string; policy: string }): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': page.policy, 'cache-control': 'no-store' }).end(page.html);
}
