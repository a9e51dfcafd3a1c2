import mongoose from 'mongoose';
import { DeliveryModel } from '../../src/distribution/delivery.js';
import { countByDay } from '../../src/distribution/count-by-day.js';
import { countReleases } from '../../src/content/count-releases.js';
import { deliverNext, findDeliveries, registerChannels, serveChannel, serveFeed } from '../../src/distribution/index.js';
import { oldestDue } from '../../src/distribution/metrics.js';
import type { Delivery } from '../../src/distribution/channel.js';
import { as } from '../kit/people.js';
import { clock, second, services, stopServices, startServices } from '../kit/services.js';
import { aDestination, article, deliverAll, outlet, registerOutlets, releaseAndPlan } from './outlets.js';

interface Command { readonly name: string; readonly command: Record<string, unknown> }

const commands: Command[] = [];
const watched = new Set(['find', 'aggregate', 'count', 'distinct', 'getMore', 'findAndModify', 'update', 'insert']);

/** The commands that `work` sends to the database. */
async function commandsOf(work: () => Promise<unknown>): Promise<Command[]> {
  commands.length = 0;
  await work();
  return [...commands];
}

/** Every stage of the plans that answer a command. */
async function stagesOf({ name, command }: Command): Promise<string[]> {
  const { lsid: _l, $clusterTime: _c, $db: _d, txnNumber: _t, singleBatch: _s, ...plain } = command;
  const explained = await mongoose.connection.db!.command({ explain: name === 'findAndModify' ? { ...plain } : plain, verbosity: 'queryPlanner' });
  const stages: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('stage' in value && typeof value.stage === 'string') stages.push(value.stage);
    for (const [key, inner] of Object.entries(value)) if (key !== 'rejectedPlans') walk(inner);
  };
  walk(explained);
  return stages;
}

beforeAll(async () => {
  await startServices();
  registerOutlets();
});
afterAll(stopServices);

beforeAll(async () => {
  // Monitoring is asked for when a connection is made; new connections have it.
  const uri = process.env.TEST_MONGODB_URI!;
  const dbName = mongoose.connection.name;
  await mongoose.disconnect();
  await mongoose.connect(uri, { dbName, autoCreate: false, autoIndex: false, monitorCommands: true });
  mongoose.connection.getClient().on('commandStarted', ({ commandName, command }) => { if (watched.has(commandName)) commands.push({ name: commandName, command: command as Record<string, unknown> }); });
});

describe('reading a feed', () => {
  const read = () => serveFeed(services, new Request('https://yici.test/feeds/feed.rss'), 'feed.rss');

  beforeAll(async () => {
    await aDestination('reads', { slug: 'feed' });
    for (let at = 0; at < 60; at += 1) { await releaseAndPlan(article(), 1, 'publish', { title: `标题 ${at}` }); clock.advance(second); }
  });

  it('takes two commands at most, and one once its rows were shown', async () => {
    const first = await commandsOf(read);
    expect(first.map(({ name }) => name)).toEqual(['find', 'aggregate']);
    const again = await commandsOf(read);
    expect(again.map(({ name }) => name)).toEqual(['find']);
  });

  it('scans no collection and sorts nothing', async () => {
    for (const command of await commandsOf(read)) {
      const stages = await stagesOf(command);
      expect(stages).toContain('IXSCAN');
      expect(stages).not.toContain('COLLSCAN');
      expect(stages).not.toContain('SORT');
    }
  });

  it('shows the newest first, one row per content, and what was retracted as such', async () => {
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { title: '初版' });
    clock.advance(second);
    await releaseAndPlan(contentId, 2, 'correct', { title: '更正版' });
    expect((await (await read()).text()).split('\n').slice(0, 2)).toEqual(['correct 2 更正版', 'publish 1 标题 59']);
    clock.advance(second);
    await releaseAndPlan(contentId, 3, 'retract', { title: '更正版' });
    expect((await (await read()).text()).split('\n')[0]).toBe('retract 3 更正版');
  });

  it('answers 404 alike for a feed that is not there and one that is closed, and 500 without words when a channel throws', async () => {
    expect((await serveFeed(services, new Request('https://yici.test/feeds/none.rss'), 'none.rss')).status).toBe(404);
    expect((await serveChannel(services, new Request('https://yici.test/channels/other/feed/x'), 'other', 'feed')).status).toBe(404);
    registerChannels([{ id: 'throws', name: { zh: '错', en: 'T' }, actions: ['publish'], settings: { type: 'object' } as never, render: () => ({ contentType: 'text/plain', body: '' }), deliver: () => Promise.resolve({ outcome: 'delivered' }), serve: () => { throw new Error('internal words'); } }]);
    const { slug } = await aDestination('throws', { settings: {} });
    const answer = await serveChannel(services, new Request(`https://yici.test/channels/throws/${slug}/x`), 'throws', slug);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('internal words')]);
  });

  it('gives the plugin the publication with real dates, and when each row was settled', async () => {
    let rows: Delivery[] = [];
    registerChannels([{ id: 'reads', name: { zh: '读', en: 'R' }, actions: ['publish'], settings: { type: 'object' } as never, isPull: true, render: () => ({ contentType: 'text/plain', body: '' }), deliver: () => Promise.resolve({ outcome: 'delivered' }),
      serve: async (_request, _at, host) => { rows = await host.delivered(1); return new Response(); } }]);
    await read();
    registerOutlets();
    expect(rows[0]).toMatchObject({ action: 'retract', settledAt: expect.any(Date), publication: { publishedAt: expect.any(Date), language: 'zh-CN' }, last: { outcome: 'delivered' } });
  });
});

describe('reading the ledger', () => {
  it('finds it whole for ever: nothing in it expires', async () => {
    for (const name of ['deliveries', 'attempts', 'plans', 'standings', 'receipts', 'massSends']) {
      const indexes = await mongoose.connection.collection(name).listIndexes().toArray();
      expect([name, indexes.length, indexes.filter((index) => 'expireAfterSeconds' in index)]).toEqual([name, expect.any(Number), []]);
    }
  });

  const everything = { nodes: { title: {}, state: {} } };
  const list = (filter: Parameters<typeof findDeliveries>[1]['filter']) => () => findDeliveries(as('operator'), { filter, page: { first: 20 }, selection: everything });

  it.each([
    ['all', undefined], ['one destination', { destinationId: 'destination_65f2c0ffee00000000000001' }], ['one content', { contentId: 'article_65f2c0ffee00000000000001' }],
    ['some states', { states: ['dead' as const] }], ['a time range', { since: new Date(0), until: new Date(1) }],
  ])('of %s is one find that scans no collection', async (_, filter) => {
    const [command, ...more] = await commandsOf(list(filter));
    expect([command?.name, more]).toEqual(['find', []]);
    const stages = await stagesOf(command!);
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  });

  it('reads neither bytes nor marks unless they are asked for', async () => {
    const [command] = await commandsOf(list(undefined));
    expect(Object.keys(command!.command.projection as object).sort()).toEqual(['_id', 'destinationId', 'plannedAt', 'state', 'title']);
  });
});

describe('charts', () => {
  const ofDay = (day: string, rows: readonly { readonly day: string }[]) => rows.filter((row) => row.day === day);

  beforeAll(async () => {
    outlet.reset();
    // 23:59:30 in Hangzhou, so that half a minute later it is another day there and not yet in London.
    clock.set('2036-03-04T15:59:30.000Z');
    const { _id } = await aDestination('plain', { slug: 'charted' });
    await releaseAndPlan(article(), 1);
    await deliverAll();
    clock.advance(60 * second);
    outlet.answer = ({ destination }) => (destination.id === _id ? { outcome: 'refused', message: '不收' } : { outcome: 'delivered' });
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await releaseAndPlan(article(), 1);
    await deliverAll();
    // What was refused and is followed by a correction has not failed any more: its place is taken.
    await releaseAndPlan(contentId, 2, 'correct');
    outlet.reset();
  });

  it('count what arrived and what failed by Hangzhou’s day and channel', async () => {
    const rows = await countByDay(as('operator'), 2);
    expect(ofDay('2036-03-04', rows)).toContainEqual({ day: '2036-03-04', channelId: 'plain', delivered: 1, failed: 0 });
    expect(ofDay('2036-03-05', rows)).toContainEqual({ day: '2036-03-05', channelId: 'plain', delivered: 0, failed: 1 });
  });

  it('count releases by Hangzhou’s day and what was done', async () => {
    expect(await countReleases(as('editor'), 2)).toEqual([
      { day: '2036-03-04', published: 1, corrected: 0, retracted: 0 }, { day: '2036-03-05', published: 2, corrected: 1, retracted: 0 },
    ]);
    expect(await countReleases(as('editor'), 1)).toEqual([{ day: '2036-03-05', published: 2, corrected: 1, retracted: 0 }]);
  });

  it.each([['deliveries', () => countByDay(as('operator'), 14)], ['releases', () => countReleases(as('editor'), 14)]])('of %s take one command, answered from an index without reading a document', async (_, count) => {
    const [command, ...more] = await commandsOf(count);
    expect([command?.name, more]).toEqual(['aggregate', []]);
    const stages = await stagesOf(command!);
    expect(stages).toContain('IXSCAN');
    expect(stages.filter((stage) => stage === 'COLLSCAN' || stage === 'FETCH')).toEqual([]);
  });

  it('refuse more than a quarter of a year', () => {
    expect(() => countReleases(as('editor'), 93)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

describe('looking for work', () => {
  beforeAll(async () => {
    outlet.reset();
    await aDestination('plain', { concurrency: 1, slug: 'worker' });
    for (let at = 0; at < 30; at += 1) await releaseAndPlan(article(), 1);
  });

  it('scans no collection, neither for claims nor for what is due nor for what was left running', async () => {
    const sent = await commandsOf(() => deliverNext(services));
    const looks = sent.filter(({ name, command }) => ['find', 'distinct', 'findAndModify'].includes(name) && command[name] === 'deliveries');
    expect(looks.map(({ name }) => name)).toEqual(expect.arrayContaining(['distinct', 'find', 'findAndModify']));
    for (const command of looks) {
      const stages = await stagesOf(command);
      if (command.name === 'distinct') expect(stages).toContain('DISTINCT_SCAN');
      expect(stages).not.toContain('COLLSCAN');
      expect(stages).not.toContain('SORT');
    }
  });

  it('takes three commands when nothing is due, whatever waits for later', async () => {
    outlet.answer = () => ({ outcome: 'failed', message: 'x' });
    await deliverAll();
    const idle = await commandsOf(() => deliverNext(services));
    expect(idle.map(({ name, command }) => `${name} ${String(command[name])}`).sort()).toEqual(['distinct deliveries', 'find deliveries', 'find destinationHealth']);
  });

  it('measures the age of the oldest due row by the index of open work', async () => {
    clock.advance(60 * second);
    const [command] = await commandsOf(() => oldestDue(services.now()));
    const stages = await stagesOf(command!);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('FETCH');
    expect(await DeliveryModel.countDocuments({ dueAt: { $exists: true } })).toBeGreaterThan(0);
  });
});
