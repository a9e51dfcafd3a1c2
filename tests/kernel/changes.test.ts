import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { Type } from 'typebox';
import { Changes, clearCaches, defineEvent, dispatchNextEvent, emit, EntityCache, inTransaction, keepCachesFresh, Loop, on, ReadCache, ringOnChange, runNextJob, type Change, type Context } from '../../src/kernel/index.js';
import { system } from '../kit/people.js';
import { contextOf, ensureIndexes, services } from '../kit/services.js';
import { startProxy, type CuttableProxy } from './cuttable-proxy.js';
import { deferred, until } from './until.js';

const { MongoClient } = mongoose.mongo;
const name = `test_${randomBytes(8).toString('hex')}`;
const ours = 'things';

interface Thing { _id: string; name?: string }

let proxy: CuttableProxy;
/** Another process: it reaches the database whatever happens to our network. */
let other: mongoose.mongo.MongoClient;
const things = (): mongoose.mongo.Collection<Thing> => other.db(name).collection<Thing>(ours);

let changes: Changes;
let heard: Change[] = [];
let resets = 0;
const ids = (): string[] => heard.map(({ id }) => id);

beforeAll(async () => {
  other = await MongoClient.connect(process.env.TEST_MONGODB_URI!);
  const { host, port } = other.options.hosts[0]!;
  proxy = await startProxy(host!, port!);
  await mongoose.connect(`mongodb://127.0.0.1:${proxy.port}/?directConnection=true`, { dbName: name, serverSelectionTimeoutMS: 1000, heartbeatFrequencyMS: 500 });
});
afterAll(async () => {
  await other.db(name).dropDatabase();
  await other.close();
  await mongoose.disconnect();
  await proxy.cut();
});

/** True when our connection answers. */
const isReachable = (): Promise<boolean> => mongoose.connection.db!.command({ ping: 1 }).then(() => true, () => false);

beforeEach(async () => {
  // After a cut the driver has to find its server again.
  await until(isReachable);
  await things().deleteMany({});
  await things().insertOne({ _id: 'before' });
  [heard, resets] = [[], 0];
  changes = new Changes(services.log);
  changes.on(ours, (change) => heard.push(change));
  changes.onReset(() => { resets += 1; });
});
afterEach(() => changes.stop());

describe('Changes', () => {
  it('hears of every change by anyone from the moment it has started, of nothing before and of no other collection', async () => {
    await changes.start();
    expect(changes.isOpen).toBe(true);
    await things().insertOne({ _id: 'a' });
    await things().updateOne({ _id: 'a' }, { $set: { name: '新' } });
    await other.db(name).collection('others').insertOne({});
    await things().replaceOne({ _id: 'a' }, { name: '换' });
    await things().deleteOne({ _id: 'a' });
    await until(() => heard.length === 4);
    expect(heard).toEqual(['insert', 'update', 'replace', 'delete'].map((operation) => ({ collection: ours, operation, id: 'a' })));
    expect(resets).toBe(0);
  });

  it('tells a listener only of the operations it wants, and others when one throws', async () => {
    const inserted: string[] = [];
    changes.on('others', () => { throw new Error('a bug in a listener'); });
    changes.on('others', ({ id }) => inserted.push(id), { operations: ['insert'] });
    await changes.start();
    const others = other.db(name).collection<Thing>('others');
    await others.insertOne({ _id: 'x' });
    await others.updateOne({ _id: 'x' }, { $set: { name: '新' } });
    await others.insertOne({ _id: 'y' });
    await until(() => inserted.length === 2);
    expect(inserted).toEqual(['x', 'y']);
  });

  it('refuses to start while the database does not answer, and starts later', async () => {
    await proxy.cut();
    await expect(changes.start()).rejects.toThrow();
    expect(changes.isOpen).toBe(false);
    await proxy.mend();
    await until(() => changes.start().then(() => true, () => false));
    await things().insertOne({ _id: 'a' });
    await until(() => heard.length === 1);
  });

  it('goes on where it stopped after the network came back, and misses nothing', async () => {
    await changes.start();
    await things().insertOne({ _id: 'a' });
    await until(() => heard.length === 1);
    await proxy.cut();
    await until(() => !changes.isOpen);
    await things().insertMany([{ _id: 'b' }, { _id: 'c' }]);
    await until(() => resets === 1);
    await proxy.mend();
    await until(() => heard.length === 3);
    expect([ids(), changes.isOpen, resets]).toEqual([['a', 'b', 'c'], true, 1]);
  });

  it('goes on where it stopped even when it had heard nothing yet', async () => {
    await changes.start();
    await proxy.cut();
    await until(() => !changes.isOpen);
    await things().insertOne({ _id: 'b' });
    await proxy.mend();
    await until(() => heard.length === 1);
    expect(ids()).toEqual(['b']);
  });

  it('tells that changes may be missing when it cannot go on, and hears those that follow', async () => {
    await changes.start();
    await things().insertOne({ _id: 'a' });
    await until(() => heard.length === 1);
    await killCursor();
    await until(() => resets === 1 && changes.isOpen);
    await things().insertOne({ _id: 'd' });
    await until(() => ids().includes('d'));
  });

  it('tells that changes may be missing when a collection or the database is dropped, and hears those that follow', async () => {
    await changes.start();
    await things().drop();
    await until(() => resets === 1);
    await other.db(name).dropDatabase();
    await until(() => !changes.isOpen);
    const before = resets;
    await until(() => changes.isOpen);
    expect(resets).toBeGreaterThan(before);
    await things().insertOne({ _id: 'd' });
    await until(() => ids().includes('d'));
  });

  it('hears nothing after it was stopped, can be stopped twice and during a break, and started again', async () => {
    await changes.start();
    await changes.stop();
    await changes.stop();
    expect(changes.isOpen).toBe(false);
    await things().insertOne({ _id: 'a' });
    await changes.start();
    await proxy.cut();
    await until(() => !changes.isOpen);
    await changes.stop();
    await proxy.mend();
    expect(heard).toEqual([]);
  });

  it('wakes a loop when something is added', async () => {
    let looks = 0;
    const loop = new Loop(services, { step: async () => { looks += 1; return false; }, concurrency: 1, pollMs: 3_600_000 });
    ringOnChange(changes, 'bells', () => loop);
    await changes.start();
    const before = looks;
    await other.db(name).collection<Thing>('bells').insertOne({ _id: 'a' });
    await until(() => looks > before);
    await loop.stop();
  });
});

const Rung = defineEvent('test.rung', 'Of a test.', Type.Object({ n: Type.Integer() }));
const answered: number[] = [];
async function answer(_ctx: Context, { n }: { n: number }): Promise<void> { answered.push(n); }
on(Rung, answer);

it('an announced event reaches its reaction by rings alone, nobody having to look', async () => {
  await ensureIndexes();
  const never = { concurrency: 4, pollMs: 3_600_000 };
  const [relay, worker] = [new Loop(services, { step: dispatchNextEvent, ...never, concurrency: 1 }), new Loop(services, { step: runNextJob, ...never })];
  ringOnChange(changes, 'outbox', () => relay);
  ringOnChange(changes, 'jobs', () => worker);
  await changes.start();
  for (let n = 0; n < 20; n += 1) await inTransaction(() => emit(contextOf(system), Rung, { n }));
  await until(() => answered.length === 20);
  expect([...answered].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  await Promise.all([relay.stop(), worker.stop()]);
});

/** Ends the change stream's cursor on the server, as an administrator or a restart can. */
async function killCursor(): Promise<void> {
  let cursors: unknown[] = [];
  // Between two questions of its reader a cursor is listed nowhere for a moment; one of an earlier test may still be there.
  await until(async () => {
    const operations = await other.db('admin').aggregate<{ ns?: string; cursor?: { cursorId: unknown; originatingCommand?: { pipeline?: object[] } } }>([{ $currentOp: { allUsers: true, idleCursors: true } }]).toArray();
    cursors = operations.filter((operation) => operation.ns?.startsWith(`${name}.`) && operation.cursor?.originatingCommand?.pipeline?.some((stage) => '$changeStream' in stage)).map(({ cursor }) => cursor!.cursorId);
    return cursors.length > 0;
  });
  await other.db(name).command({ killCursors: '$cmd.aggregate', cursors });
}

describe('EntityCache with news from other processes', () => {
  const cache = new EntityCache<Thing>(ours, ['name']);
  beforeEach(() => { clearCaches(); keepCachesFresh(changes); });

  it('keeps nothing before the news comes in', async () => {
    await cache.load(['before']);
    expect(cache.peek('before')).toBeUndefined();
    await changes.start();
    await cache.load(['before']);
    expect(cache.peek('before')).toEqual({ _id: 'before' });
  });

  it('drops what another process changed, and learns what it added under an id that was not there', async () => {
    await changes.start();
    expect(await cache.load(['before', 'later'])).toEqual([{ _id: 'before' }, undefined]);
    expect(cache.peek('later')).toBeNull();
    await things().updateOne({ _id: 'before' }, { $set: { name: '改' } });
    await things().insertOne({ _id: 'later', name: '后' });
    await until(() => cache.peek('later') === undefined);
    expect(await cache.load(['before', 'later'])).toEqual([{ _id: 'before', name: '改' }, { _id: 'later', name: '后' }]);
    await things().deleteOne({ _id: 'later' });
    await until(() => cache.peek('later') === undefined);
    expect(await cache.get('later')).toBeUndefined();
  });

  it('empties when changes may have been missed', async () => {
    await changes.start();
    await cache.load(['before']);
    await killCursor();
    await until(() => cache.peek('before') === undefined);
  });
});

describe('ReadCache with news from other processes', () => {
  const cache = new ReadCache<Thing[]>(ours, (id) => id.split('/')[0]!, 10);
  let reads = 0;
  const read = (group: string): Promise<Thing[]> => cache.read(group, 'all', async () => {
    reads += 1;
    return things().find({ _id: { $regex: `^${group}/` } }).toArray();
  });
  const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
    reads = 0;
    await work();
    return reads;
  };
  beforeEach(() => { clearCaches(); keepCachesFresh(changes); });

  it('makes every read while no news comes in', async () => {
    expect(await readsOf(async () => { await read('a'); await read('a'); })).toBe(2);
  });

  it('makes every read of a collection whose news this process spares itself', async () => {
    keepCachesFresh(changes, [ours]);
    await changes.start();
    expect(await readsOf(async () => { await read('a'); await read('a'); })).toBe(2);
    await things().insertOne({ _id: 'a/1' });
    expect(await read('a')).toEqual([{ _id: 'a/1' }]);
  });

  it('makes a read once, also for those who ask meanwhile, until a document of its group changes anywhere', async () => {
    await changes.start();
    expect(await readsOf(() => Promise.all([read('a'), read('a'), read('b')]))).toBe(2);
    await things().insertOne({ _id: 'a/1' });
    await until(async () => (await read('a')).length === 1);
    expect(await readsOf(() => Promise.all([read('a'), read('b')]))).toBe(0);
  });

  it('keeps nothing whose reading saw a change, nor what failed', async () => {
    await changes.start();
    const { promise, resolve } = deferred<Thing[]>();
    const early = cache.read('a', 'all', () => promise);
    cache.drop('a/1');
    resolve([{ _id: 'a/old' }]);
    expect(await early).toEqual([{ _id: 'a/old' }]);
    expect(await read('a')).toEqual([]);
    await expect(cache.read('c', 'all', () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(await readsOf(() => read('c'))).toBe(1);
  });

  it('drops with the commit of a transaction, in which every read is made', async () => {
    await changes.start();
    await read('a');
    const inside = await inTransaction(async () => {
      cache.drop('a/1');
      return readsOf(() => read('a'));
    });
    expect([inside, await readsOf(() => read('a'))]).toEqual([1, 1]);
  });
});
