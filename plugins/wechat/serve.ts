import { randomUUID } from 'node:crypto';
import type { Destination, Host } from '../../src/distribution/channel.js';
import { openClient } from './client/open-client.js';
import { converse } from './conversation/converse.js';
import { writeReply } from './conversation/reply.js';
import { decryptPush, encryptReply, isSameSignature, signatureOf } from './crypto.js';
import { hearMassNews } from './mass/hear-mass-news.js';
import { newsOf } from './pick-up.js';
import { publishReceipt, type PublishNews } from './publish-receipt.js';
import { readPush, type Push } from './read-push.js';
import type { WechatSettings } from './settings.js';

/** Bytes of a push, and seconds its timestamp may differ from our clock: older signatures are replays. */
const bounds = { bodyBytes: 65_536, windowSeconds: 300 } as const;

/** WeChat takes texts only, never HTML. */
const answer = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' } });
const done = (): Response => answer(200, 'success');

/**
 * The callback `…/callback`: GET proves to WeChat that the address is ours, POST takes its events. 404 without a token in the settings,
 * 403 for a wrong or old signature, 413 over 64 KB, 400 for what is no push. Messages get a reply or `success`, events `success`.
 */
export async function serve(request: Request, at: Destination<WechatSettings>, host: Host): Promise<Response> {
  const url = new URL(request.url);
  const token = at.settings.callbackToken;
  if (!token || !url.pathname.endsWith('/callback')) return answer(404, 'not found');
  if (request.method !== 'GET' && request.method !== 'POST') return answer(405, 'method not allowed');
  const query = url.searchParams;
  if (!isFresh(query, host.now()) || !isSigned(query, token)) return answer(403, 'forbidden');
  return request.method === 'GET' ? answer(200, query.get('echostr') ?? '') : takePush(request, query, at, host);
}

function isFresh(query: URLSearchParams, now: Date): boolean {
  const timestamp = query.get('timestamp') ?? '';
  return /^\d{1,11}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= bounds.windowSeconds;
}

const isSigned = (query: URLSearchParams, token: string): boolean =>
  isSameSignature(query.get('signature') ?? '', signatureOf(token, query.get('timestamp') ?? '', query.get('nonce') ?? ''));

async function takePush(request: Request, query: URLSearchParams, at: Destination<WechatSettings>, host: Host): Promise<Response> {
  const xml = await readBody(request);
  if (xml === undefined) return answer(413, 'too large');
  const outer = readPush(xml);
  if (!outer) return answer(400, 'bad request');
  const isSealed = at.settings.encodingAESKey !== undefined;
  const push = isSealed ? openPush(outer, query, at.settings) : outer;
  if (!push) return answer(403, 'forbidden');
  if (push.publication || push.massSend) await hear(push, isSealed, at, host);
  const reply = await converse(push, at, host);
  return reply ? answer(200, sealReply(writeReply(reply, push, host.now()), at.settings, host.now())) : done();
}

/** What is encrypted is news. A plain push is signed without its body, so it is only a hint: WeChat itself is asked. Polling covers failures. */
async function hear(push: Push, isSealed: boolean, at: Destination<WechatSettings>, host: Host): Promise<void> {
  if (isPublishEvent(push)) await (isSealed ? report(push.publication, host) : tellUntrusted(push.publication, at, host));
  if (push.event === 'MASSSENDJOBFINISH' && push.massSend) await hearMassNews(push.massSend, isSealed, at, host);
}

/** A reply as WeChat takes it: encrypted where pushes are. */
function sealReply(xml: string, { encodingAESKey, callbackToken = '', appId }: WechatSettings, now: Date): string {
  if (!encodingAESKey) return xml;
  const encrypted = encryptReply(xml, encodingAESKey, appId);
  const [timestamp, nonce] = [String(Math.floor(now.getTime() / 1000)), randomUUID().replaceAll('-', '').slice(0, 16)];
  const signature = signatureOf(callbackToken, timestamp, nonce, encrypted);
  return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;
}

/** With a key only what is encrypted counts: the plain fields of a compatible push are covered by no signature. */
function openPush({ encrypted }: Push, query: URLSearchParams, { callbackToken = '', encodingAESKey = '', appId }: WechatSettings): Push | undefined {
  if (!encrypted) return undefined;
  const expected = signatureOf(callbackToken, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted);
  if (!isSameSignature(query.get('msg_signature') ?? '', expected)) return undefined;
  const inner = decryptPush(encrypted, encodingAESKey, appId);
  return inner === undefined ? undefined : readPush(inner);
}

const isPublishEvent = (push: Push): push is Push & { publication: PublishNews } => push.event === 'PUBLISHJOBFINISH' && push.publication !== undefined;

async function tellUntrusted({ publishId }: PublishNews, at: Destination<WechatSettings>, host: Host): Promise<void> {
  const known = await openClient(at.settings, host).getPublication(publishId).catch(() => undefined);
  if (known) await report(newsOf(publishId, known), host);
}

/** News that the job still runs settles nothing. */
async function report(news: PublishNews, host: Host): Promise<void> {
  const receipt = publishReceipt(news, undefined, host.now());
  if (receipt.outcome === 'delivered' || receipt.outcome === 'refused') await host.report(news.publishId, receipt);
}

/** The body as text, or undefined over the limit; what is announced too large is not read. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > bounds.bodyBytes) return undefined;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.byteLength;
    if (bytes > bounds.bodyBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
