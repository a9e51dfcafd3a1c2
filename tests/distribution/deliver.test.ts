import { jest } from '@jest/globals';
import mongoose from 'mongoose';
import { AttemptModel, type Attempt } from '../../src/distribution/attempt.js';
import { attemptDelivery } from '../../src/distribution/attempt-delivery.js';
import type { Delivery, Host, Receipt } from '../../src/distribution/channel.js';
import { leaseMs, type Claim } from '../../src/distribution/claim.js';
import { deliveryCollection } from '../../src/distribution/delivery.js';
import { HealthModel, noteSuccess } from '../../src/distribution/health.js';
import {
  activateDestination, cancelDelivery, configureDistribution, deactivateDestination, deliverNext, findDestination, findProgress, planDeliveries, registerChannels, replayDeliveries, retryDelivery, serveChannel, settleByHand, updateDestination,
} from '../../src/distribution/index.js';
import { findMyDestination } from '../../src/distribution/portal/my-destination.js';
import { retryWaits } from '../../src/distribution/retry-schedule.js';
import { StandingModel } from '../../src/distribution/standing.js';
import { Turns } from '../../src/distribution/turns.js';
import { registry } from '../../src/kernel/index.js';
import { as } from '../kit/people.js';
import { clock, day, hour, minute, outbox, second, services, testServices, useDatabase } from '../kit/services.js';
import { aDestination, article, countCommands, ctx, deliverAll, ledger, Outlet, outlet, registerOutlets, release, releaseAndPlan, states } from './outlets.js';

useDatabase();
beforeAll(registerOutlets);
beforeEach(() => outlet.reset());
afterEach(() => { jest.restoreAllMocks(); });

const attempts = (): Promise<Attempt[]> => AttemptModel.find().sort({ _id: 1 }).lean<Attempt[]>().exec();
const outcomes = async (): Promise<string[]> => (await attempts()).map(({ kind, outcome }) => `${kind} ${outcome}`);
const answers = (...receipts: Receipt[]): void => { outlet.answer = () => receipts.length > 1 ? receipts.shift()! : receipts[0]!; };
const failed = (message = 'HTTP 500', retryAt?: Date): Receipt => ({ outcome: 'failed', message, ...(retryAt ? { retryAt } : {}) });
const only = async () => (await ledger())[0]!;

describe('an attempt', () => {
  it('delivers, keeps the answer and announces it', async () => {
    const destination = await aDestination();
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    answers({ outcome: 'delivered', remoteId: 'r-1', url: 'https://partner.cn/1', message: '已收' });
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'delivered', remoteId: 'r-1', url: 'https://partner.cn/1', lastMessage: '已收', attempts: 1, owner: null, settledAt: services.now() });
    expect((await only()).dueAt).toBeUndefined();
    expect(await attempts()).toEqual([expect.objectContaining({ kind: 'deliver', outcome: 'delivered', trigger: 'scheduled', startedAt: services.now() })]);
    expect((await outbox('delivery.settled'))[0]?.payload).toMatchObject({ destinationId: destination._id, contentId, version: 1, outcome: 'delivered', url: 'https://partner.cn/1' });
  });

  it('is counted for Prometheus by channel, destination and outcome, and the age of the oldest due row by destination', async () => {
    configureDistribution(services);
    const [well, ill] = [await aDestination('plain'), await aDestination('plain')];
    outlet.answer = ({ destination }) => (destination.id === well._id ? { outcome: 'delivered' } : failed());
    await releaseAndPlan(article(), 1);
    await deliverAll();
    clock.advance(10 * minute);
    const figures = await registry.metrics();
    expect(figures).toContain(`yici_delivery_attempts_total{channel="plain",destination="${well._id}",outcome="delivered"} 1`);
    expect(figures).toContain(`yici_delivery_attempts_total{channel="plain",destination="${ill._id}",outcome="failed"} 1`);
    expect(figures).toMatch(new RegExp(`yici_delivery_oldest_due_seconds\\{destination="${ill._id}"\\} \\d+`));
    expect(figures).not.toContain(`yici_delivery_oldest_due_seconds{destination="${well._id}"}`);
  });

  it('waits out an embargo as its channel asks: no try is used and the destination stays well', async () => {
    const destination = await aDestination();
    const until = new Date(clock.at + 30 * day);
    answers({ outcome: 'failed', message: '禁发', retryAt: until, isWaiting: true }, { outcome: 'delivered' });
    await releaseAndPlan(article(), 1);
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'waiting', dueAt: until, tries: 0 });
    expect((await HealthModel.findById(destination._id).lean())?.failingSince).toBeUndefined();
    clock.set(until);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('gives the channel the same id and bytes every time, and what was confirmed before', async () => {
    await aDestination();
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    answers(failed(), { outcome: 'delivered', remoteId: 'r-1' }, { outcome: 'delivered' });
    await deliverAll();
    clock.advance(minute);
    await deliverAll();
    await releaseAndPlan(contentId, 2);
    await deliverAll();
    const [first, second, third] = outlet.calls.map(({ delivery }) => delivery);
    expect([second!.id, second!.payload, second!.attempt]).toEqual([first!.id, first!.payload, 2]);
    expect(second!.last).toMatchObject({ outcome: 'failed' });
    expect(third).toMatchObject({ action: 'correct', standing: { version: 1, remoteId: 'r-1' } });
    expect(await StandingModel.findOne().lean()).toMatchObject({ confirmed: { version: 2, remoteId: 'r-1' } });
  });

  it('is tried ten times over three days, then is dead and visible', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    answers(failed());
    const start = clock.at;
    for (let at = 0; at < 40 && (await only()).state !== 'dead'; at += 1) {
      clock.set((await only()).dueAt ?? services.now());
      clock.advance(16 * minute);
      await deliverAll();
    }
    expect(outlet.calls).toHaveLength(retryWaits.length + 1);
    expect(await only()).toMatchObject({ state: 'dead', tries: 10, lastMessage: 'HTTP 500' });
    expect((clock.at - start) / hour).toBeGreaterThan(60);
    expect((await outbox('delivery.settled')).at(-1)?.payload).toMatchObject({ outcome: 'dead' });
  });

  it('waits as long as the receiver asks', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    const until = new Date(clock.at + 2 * hour);
    answers(failed('HTTP 429', until), { outcome: 'delivered' });
    await deliverAll();
    expect((await only()).dueAt!.getTime()).toBeGreaterThanOrEqual(until.getTime());
    clock.set(new Date(until.getTime() - second));
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    clock.advance(hour);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('whose text cannot be read for a moment sends nothing and is tried again', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    const { _id, planId } = await only();
    await deliveryCollection().updateOne({ _id }, { $set: { planId: 'nowhere/1' } });
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    expect(await only()).toMatchObject({ state: 'waiting', tries: 1, mayHaveArrived: false, lastMessage: '没有取到要发送的稿件，稍后自动重试' });
    await deliveryCollection().updateOne({ _id }, { $set: { planId } });
    clock.advance(minute);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('files a throwing channel as unknown, without the secret it blurted out', async () => {
    await aDestination('plain', { settings: { title: '标题', key: 'a-very-secret-key' } });
    await releaseAndPlan(article(), 1);
    outlet.answer = () => { throw new Error('bad key a-very-secret-key'); };
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'unclear', lastMessage: '渠道程序出错：bad key •••' });
    expect(JSON.stringify(await attempts())).not.toContain('a-very-secret-key');
  });

  it('never sends again what may have arrived, and tells the operator', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'unknown', message: '连接中断' });
    await deliverAll();
    clock.advance(30 * day);
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    expect(await states()).toEqual(['publish 1 unclear']);
    expect(await outbox('delivery.stuck')).toHaveLength(1);
  });

  it('sends again what may have arrived where receivers drop repeats', async () => {
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'unknown', message: '连接中断' }, { outcome: 'delivered' });
    await deliverAll();
    clock.advance(minute);
    await deliverAll();
    expect(outlet.calls.map(({ id }) => id)).toEqual([(await only())._id, (await only())._id]);
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('asks about what may have arrived instead of sending it, and sends it when nothing did', async () => {
    await aDestination('asks');
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'unknown', message: '超时' }, { outcome: 'delivered' });
    outlet.confirm = () => ({ outcome: 'failed', message: '对方没有' });
    await deliverAll();
    clock.advance(minute);
    await deliverAll();
    clock.advance(minute);
    await deliverAll();
    expect(outlet.calls.map(({ what }) => what)).toEqual(['deliver', 'confirm', 'deliver']);
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('asks about what was accepted at the time the receiver named', async () => {
    await aDestination('asks');
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'accepted', remoteId: 'job-1', askAgainAt: new Date(clock.at + 10 * minute) });
    outlet.confirm = ({ last }) => ({ outcome: 'delivered', url: `https://x.cn/${(last as { remoteId: string }).remoteId}` });
    await deliverAll();
    expect(await states()).toEqual(['publish 1 accepted']);
    clock.advance(9 * minute);
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    clock.advance(minute);
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'delivered', url: 'https://x.cn/job-1', remoteId: 'job-1' });
  });

  it('keeps what was said over HTTP, without query strings and secrets', async () => {
    const http = await import('node:http');
    const server = http.createServer((_request, response) => { response.setHeader('content-type', 'application/json'); response.end(JSON.stringify({ access_token: 'T0KEN-1234', say: '好'.repeat(3000) })); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const open = { ...services, config: { ...services.config, allowedPrivateHosts: [`127.0.0.1:${port}`] } };
    await aDestination();
    await releaseAndPlan(article(), 1);
    outlet.answer = async (_delivery, host) => {
      const form = new FormData();
      form.set('file', new Blob(['x']), 'x.txt');
      const response = await host.fetch(`http://127.0.0.1:${port}/send?token=T0KEN-1234`, { method: 'POST', body: form });
      return { outcome: 'delivered', message: String((await response.text()).length) };
    };
    await deliverAll(open);
    await new Promise((resolve) => server.close(resolve));
    const [attempt] = await attempts();
    expect(attempt).toMatchObject({ message: '3038', exchanges: [{ method: 'POST', url: `http://127.0.0.1:${port}/send`, status: 200 }] });
    expect(Buffer.byteLength(attempt!.exchanges[0]!.answer!)).toBeLessThanOrEqual(4000);
    expect(JSON.stringify(attempt)).not.toContain('T0KEN');
  });

  it('refuses private addresses that are not allowed', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    outlet.answer = async (_delivery, host) => { await host.fetch('http://127.0.0.1:9/'); return { outcome: 'delivered' }; };
    await deliverAll();
    expect((await attempts())[0]?.exchanges[0]?.answer).toContain('not a public address');
  });
});

describe('order between a destination and a content', () => {
  it('holds a correction until the version in flight is settled, then lets it go in the same transaction', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    outlet.answer = async () => { outlet.answer = () => ({ outcome: 'delivered' }); await releaseAndPlan(contentId, 2); return { outcome: 'delivered' }; };
    await deliverNext(services);
    expect(await states()).toEqual(['publish 1 delivered', 'correct 2 waiting']);
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'correct 2']);
  });

  it('lets a version that failed give way to the one behind it', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    outlet.answer = async () => { outlet.answer = () => ({ outcome: 'delivered' }); await releaseAndPlan(contentId, 2); return failed(); };
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'correct 2']);
    expect(await states()).toEqual(['publish 1 superseded', 'correct 2 delivered']);
  });

  it('holds a correction behind what is unclear until a person clears it up', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    answers({ outcome: 'unknown', message: '?' }, { outcome: 'delivered' });
    await deliverAll();
    await releaseAndPlan(contentId, 2);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 unclear', 'correct 2 held']);
    await settleByHand(as('operator'), (await ledger({ version: 1 }))[0]!._id, { hasArrived: true, note: '电话确认' });
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'correct 2']);
    expect(outlet.calls.at(-1)?.delivery.standing).toMatchObject({ version: 1 });
  });

  it('sends a retraction at once past what is unclear, with its traces', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    outlet.answer = async (_delivery, host) => { outlet.answer = () => ({ outcome: 'delivered' }); await host.mark('draft', 'm-1'); return { outcome: 'unknown', message: '?' }; };
    await deliverAll();
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'retract 2']);
    expect(outlet.calls.at(-1)?.delivery.standing).toEqual({ version: 1, isUncertain: true, marks: { draft: 'm-1' } });
  });

  it('takes back what may have arrived although it is still being tried, and tries it no more', async () => {
    await aDestination('repeats');
    const content = article();
    await releaseAndPlan(content, 1);
    answers({ outcome: 'unknown', message: '没有回答' }, { outcome: 'delivered' });
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'waiting', mayHaveArrived: true });
    await releaseAndPlan(content, 2, 'retract');
    await deliverAll();
    clock.advance(day);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 cancelled', 'retract 2 delivered']);
  });

  it('says a retraction again when what it overtook turns out to have arrived', async () => {
    await aDestination('asks');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    answers({ outcome: 'accepted', remoteId: 'job', askAgainAt: new Date(clock.at + hour) }, { outcome: 'delivered' });
    await deliverAll();
    outlet.confirm = () => ({ outcome: 'accepted', remoteId: 'job', askAgainAt: new Date(clock.at + hour) });
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    expect(await states()).toEqual(['publish 1 accepted', 'retract 2 delivered']);
    outlet.confirm = () => ({ outcome: 'delivered', url: 'https://x.cn/1' });
    clock.advance(hour);
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'retract 2', 'retract 2']);
    expect(outlet.calls.at(-1)?.delivery.standing).toMatchObject({ version: 1, url: 'https://x.cn/1' });
    expect(await StandingModel.findOne().lean()).toMatchObject({ confirmed: { version: 2, action: 'retract' } });
  });

  it('lets a retraction overtake other contents of its destination', async () => {
    await aDestination('plain', { concurrency: 1 });
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    for (let at = 0; at < 3; at += 1) await releaseAndPlan(article(), 1);
    clock.advance(second);
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    expect(outlet.sent.slice(1)).toEqual(['retract 2', 'publish 1', 'publish 1', 'publish 1']);
  });

  // A receiver that drops repeats by id and versions below what it has; what it shows must be what was released last.
  it.each(Array.from({ length: 25 }, (_, seed) => seed))('keeps the order and ends at the last release under generated failures (%i)', async (seed) => {
    const random = randomOf(seed);
    const channelId = random() < 0.5 ? 'repeats' : 'asks';
    await aDestination(channelId, { concurrency: 2 });
    const contentId = article();
    const shown = { version: 0, isVisible: false };
    const take = ({ action, publication: { version } }: Delivery): void => {
      if (version < shown.version) return;
      Object.assign(shown, { version, isVisible: action !== 'retract' });
    };
    const arrivedIds = new Set<string>();
    outlet.answer = (delivery) => {
      const chance = random();
      if (chance < 0.25) return failed();
      if (chance < 0.4) { if (random() < 0.5) { arrivedIds.add(delivery.id); take(delivery); } return { outcome: 'unknown', message: '?' }; }
      arrivedIds.add(delivery.id);
      take(delivery);
      return chance < 0.5 && channelId === 'asks' ? { outcome: 'accepted', remoteId: delivery.id, askAgainAt: new Date(clock.at + minute) } : { outcome: 'delivered' };
    };
    outlet.confirm = (delivery) => (random() < 0.3 ? { outcome: 'unknown', message: '?' } : arrivedIds.has(delivery.id) ? { outcome: 'delivered' } : failed('没有'));
    const actions = ['publish', ...Array.from({ length: 3 }, () => (random() < 0.6 ? 'correct' : 'retract'))] as ('publish' | 'correct' | 'retract')[];
    let isRetracted = false;
    for (const [at, wanted] of actions.entries()) {
      const action: 'publish' | 'correct' | 'retract' = isRetracted ? 'publish' : wanted;
      isRetracted = action === 'retract';
      await releaseAndPlan(contentId, at + 1, action);
      for (let step = Math.floor(random() * 4); step > 0; step -= 1) { await deliverNext(services); clock.advance(random() * 2 * minute); }
    }
    for (let round = 0; round < 200 && (await ledger({ dueAt: { $exists: true } })).length > 0; round += 1) { await deliverAll(); clock.advance(hour); }
    const versions = outlet.calls.filter(({ what }) => what === 'deliver').map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect((await ledger()).filter(({ state }) => ['held', 'waiting', 'running', 'accepted'].includes(state))).toEqual([]);
    const last = (await ledger()).at(-1)!;
    if (isRetracted) expect(shown.isVisible).toBe(false);
    else if (last.state === 'delivered') expect(shown).toEqual({ version: actions.length, isVisible: true });
  });
});

describe('workers', () => {
  const claimOne = async (on = services): Promise<Claim> => (await new Turns(on).next())!;

  it('never let two take the same delivery', async () => {
    await aDestination('repeats', { concurrency: 10 });
    for (let at = 0; at < 5; at += 1) await releaseAndPlan(article(), 1);
    const claims = await Promise.all(Array.from({ length: 8 }, () => new Turns(services).next()));
    const ids = claims.flatMap((claim) => (claim ? [claim.row._id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(5);
  });

  it('keep what they claimed although the database said too late that it was done', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    const collection = deliveryCollection();
    const claim = collection.findOneAndUpdate.bind(collection) as (...call: unknown[]) => Promise<unknown>;
    const late = async (...call: unknown[]): Promise<never> => { await claim(...call); throw new mongoose.mongo.MongoServerError({ message: 'operation exceeded time limit', code: 50 }); };
    jest.spyOn(collection, 'findOneAndUpdate').mockImplementationOnce(late as never);
    await deliverAll();
    expect([await states(), await outcomes()]).toEqual([['publish 1 delivered'], ['deliver delivered']]);
  });

  it('never run more at once at a destination than it allows, over all processes', async () => {
    await aDestination('repeats', { concurrency: 2 });
    for (let at = 0; at < 6; at += 1) await releaseAndPlan(article(), 1);
    const claims = await Promise.all(Array.from({ length: 6 }, () => new Turns(services).next()));
    expect(claims.filter(Boolean)).toHaveLength(2);
    expect(await deliveryCollection().countDocuments({ state: 'running' })).toBe(2);
  });

  it('take over a delivery when its lease has ended, not before, and note the crash', async () => {
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    await claimOne();
    clock.advance(leaseMs - 1);
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    clock.advance(1);
    await deliverAll();
    expect(await outcomes()).toEqual(['deliver crashed', 'deliver delivered']);
    expect(await only()).toMatchObject({ state: 'delivered', mayHaveArrived: true, attempts: 2 });
  });

  it('keep a delivery whose receiver is slow: the lease is renewed while the attempt goes on', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    let answer: () => void = () => undefined;
    outlet.answer = () => new Promise((resolve) => { answer = () => resolve({ outcome: 'delivered' }); });
    // Only the heartbeat beats by hand; the database's own waits stay real.
    const beats = jest.spyOn(globalThis, 'setInterval');
    const slow = deliverNext(services);
    await until(() => outlet.calls.length === 1);
    const beat = beats.mock.calls.find(([, ms]) => ms === leaseMs / 3)![0] as () => void;
    clock.advance(leaseMs - 1);
    beat();
    for (let due = (await only()).dueAt!; due.getTime() < clock.at + leaseMs; due = (await only()).dueAt!) await new Promise((resolve) => setImmediate(resolve));
    clock.advance(leaseMs - 1);
    expect(await new Turns(services).next()).toBeNull();
    answer();
    await slow;
    expect(await outcomes()).toEqual(['deliver delivered']);
  });

  it('ask after a crash where asking is possible', async () => {
    await aDestination('asks');
    await releaseAndPlan(article(), 1);
    await claimOne();
    clock.advance(leaseMs);
    await deliverAll();
    expect(outlet.calls.map(({ what }) => what)).toEqual(['confirm']);
  });

  it('do not send a delivery of a plain channel again after a crash', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    await claimOne();
    clock.advance(leaseMs);
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    expect(await states()).toEqual(['publish 1 unclear']);
    expect(await outcomes()).toEqual(['deliver crashed']);
  });

  it('end a delivery whose every attempt kills its process', async () => {
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    await claimOne();
    for (let at = 0; at < 12; at += 1) {
      clock.advance(leaseMs);
      const claim = await claimOne().catch(() => undefined);
      if (claim) await deliveryCollection().updateOne({ _id: claim.row._id }, { $inc: { tries: 1 } });
    }
    clock.advance(leaseMs);
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    expect(await states()).toEqual(['publish 1 dead']);
  });

  it('cannot write once another has taken over', async () => {
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    const old = await claimOne();
    clock.advance(leaseMs);
    let heldUp: () => void = () => undefined;
    outlet.answer = () => new Promise((resolve) => { heldUp = () => resolve({ outcome: 'refused', message: 'from the old one' }); });
    const slow = attemptDelivery(services, old);
    await until(() => outlet.calls.length === 1);
    outlet.answer = () => ({ outcome: 'delivered', message: 'from the new one' });
    const taken = await claimOne();
    await attemptDelivery(services, taken);
    heldUp();
    await slow;
    expect(await only()).toMatchObject({ state: 'delivered', lastMessage: 'from the new one' });
    expect((await attempts()).map(({ message }) => message)).not.toContain('from the old one');
  });

  it('cannot mark once another has taken over, so that nothing irrevocable follows', async () => {
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    const old = await claimOne();
    let hostOfOld: Host | undefined;
    let go: () => void = () => undefined;
    outlet.answer = (_delivery, host) => { hostOfOld = host; return new Promise((resolve) => { go = () => resolve({ outcome: 'delivered' }); }); };
    const slow = attemptDelivery(services, old);
    await until(() => hostOfOld !== undefined);
    await hostOfOld!.mark('step', '1');
    clock.advance(leaseMs);
    await claimOne();
    await expect(hostOfOld!.mark('step', '2')).rejects.toThrow('the lease was lost');
    go();
    await slow;
    expect((await only()).marks).toEqual({ step: '1' });
  });

  it('serve a destination with one delivery while another has a thousand waiting', async () => {
    const [busy, quiet] = [await aDestination('repeats', { concurrency: 1 }), await aDestination('plain', { rule: { conditions: [{ kinds: ['video'] }] } })];
    await updateDestination(ctx(), busy._id, { rule: { conditions: [{ kinds: ['article'] }] } });
    await releaseAndPlan(article(), 1);
    const first = await only();
    await deliveryCollection().insertMany(Array.from({ length: 999 }, (_, at) => ({ ...first, _id: `delivery_${at}`, contentId: `article_${at}` })));
    clock.advance(second);
    await releaseAndPlan(article(), 1, 'publish', { kind: 'video' });
    for (let at = 0; at < 2; at += 1) await deliverNext(services);
    expect(outlet.calls.map(({ destinationId }) => destinationId).sort()).toEqual([busy._id, quiet._id].sort());
  });

  it('pass over a destination that is busy, without waiting for it', async () => {
    const slowOne = await aDestination('repeats', { concurrency: 1 });
    await releaseAndPlan(article(), 1);
    let go: () => void = () => undefined;
    outlet.answer = ({ destination }) => (destination.id === slowOne._id ? new Promise((resolve) => { go = () => resolve({ outcome: 'delivered' }); }) : { outcome: 'delivered' });
    const slow = deliverNext(services);
    await until(() => outlet.calls.length === 1);
    await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    await deliverAll();
    expect(outlet.calls).toHaveLength(2);
    outlet.answer = () => ({ outcome: 'delivered' });
    go();
    await slow;
    await deliverAll();
    expect((await ledger()).every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('begin no more attempts in a minute than the destination allows', async () => {
    await aDestination('repeats', { ratePerMinute: 2 });
    for (let at = 0; at < 5; at += 1) await releaseAndPlan(article(), 1);
    await deliverAll();
    expect(outlet.calls).toHaveLength(2);
    clock.advance(minute);
    await deliverAll();
    expect(outlet.calls).toHaveLength(4);
  });

  it('work in processes of their own: each sees what the other wrote', async () => {
    await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 4; at += 1) await releaseAndPlan(article(), 1);
    const other = testServices();
    await Promise.all([deliverAll(), deliverAll(other)]);
    await deliverAll();
    expect(outlet.calls).toHaveLength(4);
  });
});

describe('deliveries that go out at the same time', () => {
  const atOnce = (count: number): Promise<unknown> => Promise.all(Array.from({ length: count }, () => deliverNext(services)));

  it('are claimed, sent and settled by fewer database commands than there are deliveries', async () => {
    for (let at = 0; at < 15; at += 1) await aDestination('repeats');
    await releaseAndPlan(article(), 1);
    await releaseAndPlan(article(), 1);
    expect(await countCommands(() => atOnce(30))).toBeLessThan(30);
    expect((await ledger()).map(({ state, slot, owner }) => [state, slot, owner])).toEqual(Array.from({ length: 30 }, () => ['delivered', undefined, null]));
    expect(await AttemptModel.countDocuments({ outcome: 'delivered' })).toBe(30);
    expect(await outbox('delivery.settled')).toHaveLength(30);
    expect(await StandingModel.countDocuments({ 'confirmed.version': 1 })).toBe(30);
  });

  it('are got all but one where another process has one destination\'s place', async () => {
    const destinations = await Promise.all(Array.from({ length: 8 }, () => aDestination('repeats', { concurrency: 1 })));
    const held = destinations[3]!._id;
    const before = article();
    await release(before, 1, 'publish', { targets: { also: [], only: [held], except: [] } });
    await planDeliveries(ctx(), { contentId: before, version: 1 });
    expect((await new Turns(services).next())?.row.destinationId).toBe(held);
    await releaseAndPlan(article(), 1);
    await atOnce(8);
    expect(outlet.calls.map(({ destinationId }) => destinationId).sort()).toEqual(destinations.map(({ _id }) => _id).filter((id) => id !== held).sort());
    expect(await states({ destinationId: held })).toEqual(['publish 1 running', 'publish 1 waiting']);
  });

  it('end each in its own way', async () => {
    const [good, bad, unclear] = [await aDestination('repeats'), await aDestination('repeats'), await aDestination('plain')];
    await releaseAndPlan(article(), 1);
    outlet.answer = ({ destination: { id } }) => (id === good._id ? { outcome: 'delivered' } : id === bad._id ? failed() : { outcome: 'unknown', message: '?' });
    await atOnce(3);
    expect(await states({ destinationId: good._id })).toEqual(['publish 1 delivered']);
    expect(await states({ destinationId: bad._id })).toEqual(['publish 1 waiting']);
    expect(await states({ destinationId: unclear._id })).toEqual(['publish 1 unclear']);
    expect((await outbox()).map(({ name }) => name).sort()).toEqual(['delivery.settled', 'delivery.stuck']);
  });

  it('let the later version go behind the one that settles, and lose none for one that another worker took', async () => {
    const [plain, corrected, stolen] = [await aDestination('repeats'), await aDestination('repeats'), await aDestination('repeats')];
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    outlet.answer = async ({ destination: { id } }) => {
      const row = { destinationId: id, contentId };
      if (id === corrected._id) await release(contentId, 2);
      if (id === corrected._id) await planDeliveries(ctx(), { contentId, version: 2 });
      if (id === stolen._id) await deliveryCollection().updateOne({ ...row, version: 1 }, { $set: { owner: 'another' } });
      return { outcome: 'delivered' };
    };
    await atOnce(3);
    expect(await states({ destinationId: plain._id, version: 1 })).toEqual(['publish 1 delivered']);
    expect(await states({ destinationId: corrected._id })).toEqual(['publish 1 delivered', 'correct 2 waiting']);
    expect(await ledger({ destinationId: stolen._id, version: 1 })).toMatchObject([{ state: 'running', owner: 'another' }]);
  });
});

describe('the health of a destination', () => {
  it('pauses after five failures in a row, then lets one probe through', async () => {
    await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 12; at += 1) await releaseAndPlan(article(), 1);
    answers(failed());
    await deliverAll();
    expect(outlet.calls).toHaveLength(5);
    clock.advance(61 * second);
    await deliverAll();
    expect(outlet.calls).toHaveLength(6);
    expect(await HealthModel.findOne().lean()).toMatchObject({ failures: 6 });
  });

  it('is probed by one delivery, however many workers look when its pause is over', async () => {
    await aDestination('repeats', { concurrency: 8 });
    for (let at = 0; at < 12; at += 1) await releaseAndPlan(article(), 1);
    answers(failed());
    await deliverAll();
    clock.advance(61 * second);
    const claims = await Promise.all(Array.from({ length: 4 }, () => new Turns(services).next()));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('opens again with the first success', async () => {
    await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 8; at += 1) await releaseAndPlan(article(), 1);
    answers(failed());
    await deliverAll();
    answers({ outcome: 'delivered' });
    clock.advance(hour);
    await deliverAll();
    expect((await ledger()).every(({ state }) => state === 'delivered')).toBe(true);
    expect(await HealthModel.findOne().lean()).toMatchObject({ failures: 0 });
  });

  it('is left alone for as long as its receiver asks, in every process, even when something sent before succeeds meanwhile', async () => {
    const { _id } = await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 4; at += 1) await releaseAndPlan(article(), 1);
    const until = new Date(clock.at + hour);
    answers({ outcome: 'failed', message: 'HTTP 429', retryAt: until, isForAll: true }, { outcome: 'delivered' });
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    await noteSuccess(_id);
    clock.set(new Date(until.getTime() - second));
    await deliverAll();
    expect(await new Turns(services).next()).toBeNull();
    expect(outlet.calls).toHaveLength(1);
    expect((await findMyDestination({ ...ctx(), actor: { ...ctx().actor, destinationId: _id } })).pausedUntil).toEqual(until);
    clock.advance(hour);
    await deliverAll();
    expect((await ledger()).map(({ state, tries }) => [state, tries])).toEqual([['delivered', 1], ['delivered', 0], ['delivered', 0], ['delivered', 0]]);
  });

  it('is left alone for a day at most, whatever its receiver asks', async () => {
    await aDestination('repeats', { concurrency: 1 });
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'failed', message: 'HTTP 429', retryAt: new Date(clock.at + 400 * day), isForAll: true }, { outcome: 'delivered' });
    await deliverAll();
    clock.advance(1.2 * day);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('uses up no tries of what waits during a pause', async () => {
    await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 7; at += 1) await releaseAndPlan(article(), 1);
    answers(failed());
    await deliverAll();
    expect((await ledger()).filter(({ attempts: count }) => count === 0)).toHaveLength(2);
  });

  it('closes a destination after 120 hours without a success, with the reason', async () => {
    const destination = await aDestination('repeats');
    answers(failed('HTTP 503'));
    for (let at = 0; at < 200 && (await findDestination(destination._id))?.isActive; at += 1) {
      if (at % 10 === 0) await releaseAndPlan(article(), 1);
      await deliverAll();
      clock.advance(6 * hour);
    }
    expect(await findDestination(destination._id)).toMatchObject({ isActive: false, deactivatedReason: expect.stringContaining('120 小时') });
    expect((await outbox('destination.deactivated'))[0]?.payload).toMatchObject({ destinationId: destination._id });
  });

  it('closes a destination at once when its receiver says that it is gone', async () => {
    const destination = await aDestination('repeats', { concurrency: 1 });
    for (let at = 0; at < 3; at += 1) await releaseAndPlan(article(), 1);
    answers({ outcome: 'refused', message: '410 Gone', deactivate: true });
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    expect(await findDestination(destination._id)).toMatchObject({ isActive: false, deactivatedReason: '410 Gone' });
    answers({ outcome: 'delivered' });
    await activateDestination(ctx(), destination._id);
    await deliverAll();
    expect((await ledger()).map(({ state }) => state).sort()).toEqual(['delivered', 'delivered', 'refused']);
  });
});

describe('people', () => {
  const operator = () => as('operator');

  it('send the same bytes again under the same id', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    await deliverAll();
    const { _id, payload } = await only();
    await retryDelivery(operator(), _id);
    await deliverAll();
    expect(outlet.calls.map(({ delivery }) => [delivery.id, delivery.payload])).toEqual([[_id, payload], [_id, payload]]);
    expect((await attempts()).map(({ trigger, who }) => [trigger, who])).toEqual([['scheduled', undefined], ['manual', operator().actor.id]]);
  });

  it('cannot send an old version over a newer one', async () => {
    await aDestination();
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await releaseAndPlan(contentId, 2);
    await expect(retryDelivery(operator(), (await ledger({ version: 1 }))[0]!._id)).rejects.toMatchObject({ code: 'LATER_VERSION' });
  });

  it('cannot send to a closed destination', async () => {
    const destination = await aDestination();
    await releaseAndPlan(article(), 1);
    await deliverAll();
    await deactivateDestination(ctx(), destination._id, '停');
    await expect(retryDelivery(operator(), (await only())._id)).rejects.toMatchObject({ code: 'INACTIVE_DESTINATION' });
  });

  it('hurry a delivery that waits to be tried again', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    answers(failed(), { outcome: 'delivered' });
    await deliverAll();
    await retryDelivery(operator(), (await only())._id);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('cancel what has not gone out, and nothing else', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    const { _id } = await only();
    await cancelDelivery(operator(), _id, '重复');
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    expect(await only()).toMatchObject({ state: 'cancelled', lastMessage: 'operator取消：重复' });
    await expect(cancelDelivery(operator(), _id, '重复')).rejects.toMatchObject({ code: 'WRONG_DELIVERY_STATE' });
  });

  it('who take back the sending again of what arrived leave it delivered, and its receiver counted', async () => {
    await aDestination();
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    const { _id, settledAt } = await only();
    clock.advance(minute);
    await retryDelivery(operator(), _id);
    await cancelDelivery(operator(), _id, '点错了');
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'delivered', settledAt, lastMessage: 'operator取消重发：点错了' });
    expect(await findProgress(operator(), contentId, 1)).toMatchObject({ confirmed: 1, total: 1, missing: [] });
  });

  it('state what became of an unclear delivery; one that did not arrive can be sent again', async () => {
    await aDestination('plain');
    await releaseAndPlan(article(), 1);
    answers({ outcome: 'unknown', message: '?' }, { outcome: 'delivered' });
    await deliverAll();
    const { _id } = await only();
    await settleByHand(operator(), _id, { hasArrived: false, note: '对方没有收到' });
    expect(await states()).toEqual(['publish 1 cancelled']);
    await retryDelivery(operator(), _id);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 delivered']);
    expect(await outcomes()).toEqual(['deliver unknown', 'hand failed', 'deliver delivered']);
  });

  it('replay what failed in a range, skipping what a later version followed', async () => {
    const destination = await aDestination();
    const [overtaken, corrected] = [article(), article()];
    await releaseAndPlan(corrected, 1);
    await deliverAll();
    answers({ outcome: 'refused', message: '400' });
    await releaseAndPlan(overtaken, 1);
    await releaseAndPlan(article(), 1);
    await deliverAll();
    clock.advance(day);
    answers({ outcome: 'delivered' });
    await releaseAndPlan(overtaken, 2);
    await releaseAndPlan(corrected, 2);
    await releaseAndPlan(article(), 1);
    await deliverAll();
    const replay = await replayDeliveries(operator(), { destinationId: destination._id, from: new Date(clock.at - 2 * day), until: new Date(clock.at - hour) });
    expect(replay).toEqual({ reopened: 1, skipped: 0 });
    outlet.calls.length = 0;
    await deliverAll();
    expect(outlet.calls).toHaveLength(1);
    const whole = await replayDeliveries(operator(), { destinationId: destination._id, from: new Date(clock.at - 2 * day), until: new Date(clock.at - hour), withDelivered: true });
    expect(whole).toEqual({ reopened: 1, skipped: 1 });
  });

  it('replay what failed everywhere after an outage of our own, but nothing at a closed destination', async () => {
    const destinations = [await aDestination(), await aDestination(), await aDestination()];
    answers({ outcome: 'refused', message: '我方证书过期' });
    await releaseAndPlan(article(), 1);
    await deliverAll();
    await deactivateDestination(ctx(), destinations[2]!._id, '停');
    answers({ outcome: 'delivered' });
    expect(await replayDeliveries(operator(), { from: new Date(clock.at - hour), until: new Date(clock.at + hour) })).toEqual({ reopened: 2, skipped: 0 });
    await deliverAll();
    expect((await ledger()).map(({ destinationId, state }) => [destinationId, state]).sort()).toEqual(destinations.map(({ _id }, at) => [_id, at < 2 ? 'delivered' : 'refused']).sort());
  });

  it('see who confirmed a version and who is missing', async () => {
    const [good, bad] = [await aDestination(), await aDestination()];
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    outlet.answer = ({ destination }) => (destination.id === good._id ? { outcome: 'delivered' } : { outcome: 'refused', message: '格式不对' });
    await deliverAll();
    const progress = await findProgress(operator(), contentId, 1);
    expect(progress).toMatchObject({ isPlanned: true, confirmed: 1, total: 2, missing: [{ destinationId: bad._id, lastMessage: '格式不对' }] });
  });

  it('of a partner see and state only their own destination\'s', async () => {
    const [mine] = [await aDestination(), await aDestination()];
    await releaseAndPlan(article(), 1);
    await deliverAll();
    const partner = as('partner', { destinationId: mine._id });
    const [own, others] = [await ledger({ destinationId: mine._id }), await ledger({ destinationId: { $ne: mine._id } })];
    await expect(settleByHand(partner, others[0]!._id, { hasArrived: true, note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await settleByHand(partner, own[0]!._id, { hasArrived: true, note: '已刊登', url: 'https://partner.cn/ran' });
    expect((await ledger({ destinationId: mine._id }))[0]).toMatchObject({ url: 'https://partner.cn/ran' });
  });
});

describe('news from outside', () => {
  const callback = (destinationId: string, remoteId: string, receipt: Receipt): Promise<Response> => {
    registerChannels([{ ...channelThatAccepts, serve: async (_request, _at, host) => { await host.report(remoteId, receipt); return new Response('ok'); } }]);
    return serveChannel(services, new Request('https://yici.test/channels/accepts/x/cb'), 'accepts', destinationId);
  };
  const script = new Outlet();
  const channelThatAccepts = {
    id: 'accepts', name: { zh: '受理', en: 'Accepts' }, actions: ['publish', 'correct', 'retract'] as const, settings: { type: 'object', examples: [{}] } as never,
    render: () => ({ contentType: 'text/plain', body: 'x' }), deliver: (delivery: Delivery, host: Host) => script.hear('deliver', delivery, host),
  };
  beforeEach(() => { script.reset(); registerChannels([channelThatAccepts]); });
  const accepted = (remoteId: string): Receipt => ({ outcome: 'accepted', remoteId, askAgainAt: new Date(clock.at + hour) });

  it('settles the delivery that carries the remote id, once', async () => {
    const destination = await aDestination('accepts');
    await releaseAndPlan(article(), 1);
    script.answer = () => accepted('job-1');
    await deliverAll();
    await callback(destination._id, 'job-1', { outcome: 'delivered', url: 'https://x.cn/1' });
    await callback(destination._id, 'job-1', { outcome: 'delivered', url: 'https://x.cn/1' });
    expect(await only()).toMatchObject({ state: 'delivered', url: 'https://x.cn/1' });
    expect(await outcomes()).toEqual(['deliver accepted', 'report delivered']);
    expect(await outbox('delivery.settled')).toHaveLength(1);
  });

  it('is kept when it comes before the remote id is known', async () => {
    const destination = await aDestination('accepts');
    await releaseAndPlan(article(), 1);
    script.answer = async () => { await callback(destination._id, 'job-1', { outcome: 'refused', message: '审核不通过' }); return accepted('job-1'); };
    await deliverAll();
    expect(await only()).toMatchObject({ state: 'refused', lastMessage: '审核不通过' });
  });

  it('is believed when it says that a delivery given up as dead did arrive', async () => {
    const destination = await aDestination('accepts');
    await releaseAndPlan(article(), 1);
    script.answer = () => accepted('job-1');
    await deliverAll();
    await deliveryCollection().updateOne({}, { $set: { state: 'dead' } });
    await callback(destination._id, 'job-1', { outcome: 'delivered' });
    expect(await states()).toEqual(['publish 1 delivered']);
  });

  it('about another destination\'s delivery changes nothing', async () => {
    const [mine, other] = [await aDestination('accepts'), await aDestination('accepts', { rule: { conditions: [{ kinds: ['video'] }] } })];
    await releaseAndPlan(article(), 1);
    script.answer = () => accepted('job-1');
    await deliverAll();
    await callback(other._id, 'job-1', { outcome: 'refused', message: 'x' });
    expect(await states({ destinationId: mine._id })).toEqual(['publish 1 accepted']);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
