import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import type { Action, Publication, Receipt } from '../../src/distribution/channel.js';
import { aDelivery, aDestination, aHost, type AHostOptions } from '../kit/a-host.js';
import { aCorrection, aPublication } from '../kit/a-publication.js';
import { faults, startPartnerReceiver, tooMany, type Fault, type PartnerReceiver, type PartnerReceiverOptions } from '../kit/partner-receiver/index.js';
import { until } from '../kernel/until.js';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const earlierSecret = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const running: PartnerReceiver[] = [];
const folders: string[] = [];

async function start(options: Partial<PartnerReceiverOptions> = {}): Promise<PartnerReceiver> {
  const receiver = await startPartnerReceiver({ secrets: [secret], ...options });
  running.push(receiver);
  return receiver;
}
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((receiver) => receiver.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** Signs with the standard's own library, so that the receiver is not checked by the code it was written beside. */
function sign(body: string, { id = 'msg-1', at = new Date(), key = secret } = {}): Record<string, string> {
  return { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': new Webhook(key).sign(id, at, body) };
}
// One moment for all: the same news, asked for twice, must be the same bytes, or its signature is another's.
const saidAt = new Date().toISOString();
const news = (version = 1, uri = 'https://a.cn/1', type = 'content.published') => JSON.stringify({ type, timestamp: saidAt, data: { uri, version: String(version), headlines: [{ value: `第 ${version} 版` }] } });
const send = (receiver: PartnerReceiver, body: string, headers = sign(body)): Promise<Response> => fetch(receiver.url, { method: 'POST', body, headers });
const deliver = (receiver: PartnerReceiver, publication: Publication = aPublication(), action: Action = 'publish', network: Pick<AHostOptions, 'fetch' | 'signal'> = {}): Promise<Receipt> => {
  const host = aHost({ fetch: globalThis.fetch, now: () => new Date(), ...network });
  return partnerMedia.deliver(aDelivery(partnerMedia, { destination: aDestination({ url: receiver.url, secret, provider: '某市跑改办' }), publication, action }) as never, host);
};
/** Gives up what never ends, by what has happened and not by a time: silence once the message is there, a body once its head is here. */
async function deliverAndGiveUp(receiver: PartnerReceiver, fault: Fault): Promise<Receipt> {
  const end = new AbortController();
  const untilHead: typeof fetch = async (...call) => { const answer = await fetch(...call); end.abort(); return answer; };
  const receipt = deliver(receiver, aPublication(), 'publish', { signal: end.signal, fetch: fault.fault === 'slow-body' ? untilHead : fetch });
  if (fault.fault === 'hang') await until(() => receiver.log().length > 0).then(() => end.abort());
  return receipt;
}
const verdicts = (receiver: PartnerReceiver): string[] => receiver.log().map(({ verdict }) => verdict);

describe('verification', () => {
  it('takes what the standard library signed, under the present and the earlier secret', async () => {
    const receiver = await start({ secrets: [secret, earlierSecret] });
    expect((await send(receiver, news())).status).toBe(200);
    expect((await send(receiver, news(2), sign(news(2), { id: 'msg-2', key: earlierSecret }))).status).toBe(200);
  });

  it.each<[string, (body: string) => Record<string, string>]>([
    ['a foreign secret', (body) => sign(body, { key: earlierSecret })],
    ['another body', () => sign('{}')],
    ['another id', (body) => ({ ...sign(body), 'webhook-id': 'msg-2' })],
    ['a time six minutes ago', (body) => sign(body, { at: new Date(Date.now() - 360_000) })],
    ['a time six minutes ahead', (body) => sign(body, { at: new Date(Date.now() + 360_000) })],
    ['no signature', (body) => ({ ...sign(body), 'webhook-signature': '' })],
    ['a signature of another kind', (body) => ({ ...sign(body), 'webhook-signature': sign(body)['webhook-signature']!.replace('v1,', 'v1a,') })],
    ['no headers', () => ({})],
  ])('refuses %s with 401 and takes nothing', async (_name, headers) => {
    const receiver = await start();
    const body = news();
    expect((await send(receiver, body, headers(body))).status).toBe(401);
    expect([receiver.items(), verdicts(receiver)]).toEqual([[], ['refused']]);
  });

  it('agrees with the formula of the standard', async () => {
    const receiver = await start({ now: () => new Date(1_700_000_000_000) });
    const body = news();
    const signature = createHmac('sha256', Buffer.alloc(24, 1)).update(`m.1700000000.${body}`).digest('base64');
    expect((await send(receiver, body, { 'webhook-id': 'm', 'webhook-timestamp': '1700000000', 'webhook-signature': `v1,AAAA v1,${signature}` })).status).toBe(200);
  });

  it.each(['not json', '{}', '{"type":"content.published","data":{"uri":"https://a.cn/1"}}'])('answers 400 to a signed body that is no message: %s', async (body) => {
    expect((await send(await start(), body)).status).toBe(400);
  });
});

describe('keeping', () => {
  it('takes a webhook-id once and gives the same answer to its repeats', async () => {
    const receiver = await start();
    const first = await (await send(receiver, news())).json();
    const second = await (await send(receiver, news())).json();
    expect([first, second]).toEqual([{ status: 'taken', id: 'P-1', url: `${receiver.deskUrl}#P-1` }, { status: 'repeat', id: 'P-1', url: `${receiver.deskUrl}#P-1` }]);
    expect([receiver.items().length, verdicts(receiver)]).toEqual([1, ['taken', 'repeat']]);
  });

  it('drops a version that is not above the one it has, with 200 so that the sender stops', async () => {
    const receiver = await start();
    await send(receiver, news(3), sign(news(3), { id: 'c' }));
    expect((await send(receiver, news(2), sign(news(2), { id: 'b' }))).status).toBe(200);
    expect([receiver.items()[0]!.item.version, verdicts(receiver)]).toEqual(['3', ['taken', 'stale']]);
  });

  it('acknowledges a test.ping and keeps nothing of it', async () => {
    const receiver = await start();
    const body = JSON.stringify({ type: 'test.ping', timestamp: '2025-03-03T00:00:00Z', data: {} });
    expect((await send(receiver, body)).status).toBe(200);
    expect([receiver.items(), verdicts(receiver)]).toEqual([[], ['ping']]);
  });

  it('has on disk what it answered 200 to, also when many come at once, and knows it after a restart', async () => {
    const stateFile = join(await aFolder(), 'state.json');
    const receiver = await start({ stateFile });
    const many = Array.from({ length: 30 }, (_, at) => news(1, `https://a.cn/${at}`));
    await Promise.all(many.map((body, at) => send(receiver, body, sign(body, { id: `m-${at}` }))));
    const kept = JSON.parse(await readFile(stateFile, 'utf8')) as { items: object };
    expect(Object.keys(kept.items)).toHaveLength(30);
    expect(await readdir(join(stateFile, '..'))).toEqual(['state.json']);
    await running.shift()!.stop();
    const again = await start({ stateFile });
    expect(again.items()).toHaveLength(30);
    expect(await (await send(again, many[7]!, sign(many[7]!, { id: 'm-7' }))).json()).toMatchObject({ status: 'repeat' });
  });

  it('says which file it cannot read instead of starting empty', async () => {
    const stateFile = join(await aFolder(), 'state.json');
    await writeFile(stateFile, '{"items":');
    await expect(startPartnerReceiver({ secrets: [secret], stateFile })).rejects.toThrow(stateFile);
  });
});

describe('the way from the channel to the desk', () => {
  it('publishes, corrects and retracts one item, each confirmed with the partner’s number and address', async () => {
    const receiver = await start();
    const receipts = [await deliver(receiver), await deliver(receiver, aCorrection(), 'correct'), await deliver(receiver, aCorrection({ version: 3 }), 'retract')];
    expect(receipts).toEqual(receipts.map(() => ({ outcome: 'delivered', remoteId: 'P-1', url: `${receiver.deskUrl}#P-1` })));
    expect(receiver.items()).toEqual([expect.objectContaining({ type: 'content.retracted', item: expect.objectContaining({ version: '3', pubStatus: 'canceled' }) })]);
  });

  it.each<[string, Fault, Receipt['outcome']]>([
    ['500', faults.serverError, 'unknown'], ['503', faults.unavailable, 'failed'], ['429', tooMany(60), 'failed'], ['410', faults.gone, 'refused'],
    ['302', faults.redirect, 'refused'], ['a reset', faults.reset, 'unknown'], ['silence', faults.hang, 'unknown'], ['a body that drips', faults.slowBody, 'delivered'],
  ])('meets %s with the right receipt, and gets through on the next attempt', async (_name, fault, outcome) => {
    const receiver = await start({ script: [fault] });
    expect(await deliverAndGiveUp(receiver, fault)).toMatchObject({ outcome });
    expect(await deliver(receiver)).toMatchObject({ outcome: 'delivered', remoteId: 'P-1' });
    expect(receiver.items()).toHaveLength(1);
  });

  it('changes the desk once when the answer was lost after the item was taken', async () => {
    const receiver = await start({ script: [{ fault: 'reset', takesFirst: true }] });
    expect(await deliver(receiver)).toMatchObject({ outcome: 'unknown', message: expect.stringContaining('ECONNRESET') });
    expect(await deliver(receiver)).toMatchObject({ outcome: 'delivered', remoteId: 'P-1' });
    expect(verdicts(receiver)).toEqual(['taken', 'fault', 'repeat']);
  });

  it('asks a script function about every request', async () => {
    const receiver = await start({ script: ({ number, webhookId }) => (number === 2 && webhookId?.startsWith('delivery-') ? faults.serverError : undefined) });
    expect([(await deliver(receiver)).outcome, (await deliver(receiver)).outcome, (await deliver(receiver)).outcome]).toEqual(['delivered', 'unknown', 'delivered']);
  });
});

describe('the desk', () => {
  it('shows texts of others as text, under a policy that runs only its own script', async () => {
    const receiver = await start({ name: '杭州日报<演示>' });
    const body = JSON.stringify({ type: 'content.published', data: { uri: 'https://a.cn/1', version: '1', headlines: [{ value: '<script>alert(1)</script>' }], bodies: [{ role: 'main', value: '"><script>alert(2)</script>' }] } });
    await send(receiver, body);
    const page = await fetch(receiver.deskUrl);
    const html = await page.text();
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<iframe sandbox ');
    expect(html).toContain('杭州日报&lt;演示&gt;');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'nonce-/);
  });

  it('gives its items and its log as JSON, and knows no other address', async () => {
    const receiver = await start();
    await send(receiver, news());
    expect(await (await fetch(`${receiver.deskUrl}items`)).json()).toEqual([expect.objectContaining({ id: 'P-1' })]);
    expect(await (await fetch(`${receiver.deskUrl}log`)).json()).toEqual([expect.objectContaining({ verdict: 'taken', webhookId: 'msg-1' })]);
    expect([(await fetch(`${receiver.deskUrl}other`)).status, (await fetch(receiver.url)).status]).toEqual([404, 405]);
  });

  it('refuses a body over 5 MB', async () => {
    expect((await send(await start(), 'x'.repeat(5_000_001))).status).toBe(413);
  });
});

describe('the page for partners', () => {
  it('holds a Node example that takes what the channel sends, once, and refuses what it did not sign', async () => {
    const page = await readFile(new URL('../../docs/partners.md', import.meta.url), 'utf8');
    const file = join(await aFolder(), 'receiver.mjs');
    await writeFile(file, /```js\n([\s\S]*?)```/.exec(page)![1]!);
    const example = spawn(process.execPath, [file], { env: { PORT: '0', PARTNER_SECRETS: `${earlierSecret} ${secret}` }, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [line] = (await once(example.stdout, 'data')) as [Buffer];
      const receiver = { url: `http://127.0.0.1:${line.toString().trim().split(' ')[1]}/` } as PartnerReceiver;
      const lines: string[] = [];
      example.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
      expect([(await deliver(receiver)).outcome, (await deliver(receiver)).outcome]).toEqual(['delivered', 'delivered']);
      expect((await send(receiver, news(), sign('{}'))).status).toBe(401);
      await until(() => lines.join('').includes('\n'));
      expect(lines.join('')).toBe(`content.published ${aPublication().url} 1\n`);
    } finally {
      example.kill();
      await once(example, 'exit');
    }
  });
});
