import { jest } from '@jest/globals';
import mongoose from 'mongoose';
import { Type } from 'typebox';
import {
  afterCommit, backlogMetrics, cancelJob, claimDue, clearCaches, currentSession, defineEvent, defineJob, dispatchNextEvent, emit, enqueue, EntityCache, findPage, inTransaction, InvalidCursorError, InvalidInputError,
  JobModel, newJob, newOwner, OutboxModel, on, plantCronJobs, processAll, registry, renewLease, runCommand, runCount, runNextJob,
  type Connection, type Context, type Job, type Order, type OutboxEvent, type PageArgs,
} from '../../src/kernel/index.js';
import { system } from '../kit/people.js';
import { clock, contextOf, ensureIndexes, minute, outbox, second, services, testServices, useDatabase } from '../kit/services.js';
import { deferred } from './until.js';

useDatabase();

const ctx = contextOf(system);

interface Thing { _id: string; name?: string | null; rank?: number | null; at?: Date | null; state?: string; inner?: { at?: Date } }
const thingSchema = new mongoose.Schema<Thing>({ _id: String, name: String, rank: Number, at: Date, state: String, inner: { at: Date } }, { collection: 'things', versionKey: false });
thingSchema.index({ state: 1, at: -1, _id: -1 });
thingSchema.index({ rank: -1, name: 1, _id: 1 });
thingSchema.index({ 'inner.at': -1, _id: -1 });
const ThingModel = mongoose.model<Thing>('TestThing', thingSchema);

const ThingHappened = defineEvent('test.happened', 'Of a test.', Type.Object({ n: Type.Integer() }));
const Silent = defineEvent('test.unheard', 'Nobody reacts to it.', Type.Object({}));
const Rare = defineEvent('test.rare', 'For tests.', Type.Object({ n: Type.Number() }));

let ran: unknown[] = [];
beforeEach(() => { ran = []; });

describe('inTransaction', () => {
  it('commits all or nothing', async () => {
    await inTransaction(async () => { await ThingModel.create([{ _id: 'a' }]); await ThingModel.create([{ _id: 'b' }]); });
    await expect(inTransaction(async () => { await ThingModel.create([{ _id: 'c' }]); throw new Error('no'); })).rejects.toThrow('no');
    expect(await ThingModel.distinct('_id')).toEqual(['a', 'b']);
  });

  it('joins the transaction it is called in', async () => {
    await expect(inTransaction(async () => {
      const outer = currentSession();
      await inTransaction(async () => { expect(currentSession()).toBe(outer); await ThingModel.create([{ _id: 'a' }]); });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await ThingModel.countDocuments()).toBe(0);
    expect(currentSession()).toBeUndefined();
  });

  it('calls back after the commit, seen by others, and not at all after an abort', async () => {
    let seen: Promise<unknown> = Promise.resolve();
    await inTransaction(async () => {
      await ThingModel.create([{ _id: 'a' }]);
      afterCommit(() => { ran.push(currentSession()); seen = ThingModel.exists({ _id: 'a' }).exec(); });
      expect(ran).toEqual([]);
    });
    expect(ran).toEqual([undefined]);
    expect(await seen).not.toBeNull();
    await inTransaction(async () => { afterCommit(() => ran.push('aborted')); throw new Error('no'); }).catch(() => undefined);
    afterCommit(() => ran.push('outside'));
    expect(ran).toEqual([undefined, 'outside']);
  });

  it('answers with the result although a callback threw, and calls the others', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await expect(inTransaction(async () => {
      afterCommit(() => { throw new Error('a bug in a callback'); });
      afterCommit(() => ran.push('next'));
      return 'result';
    })).resolves.toBe('result');
    expect(ran).toEqual(['next']);
    expect(warned.mock.calls).toEqual([[expect.stringContaining('a bug in a callback')]]);
    warned.mockRestore();
  });

  it('runs again on a transient error, and calls back once', async () => {
    let runs = 0;
    await inTransaction(async () => {
      runs += 1;
      afterCommit(() => ran.push(runs));
      await ThingModel.create([{ _id: `run-${runs}` }]);
      const passing = new mongoose.mongo.MongoServerError({ message: 'passing', code: 112 });
      passing.addErrorLabel('TransientTransactionError');
      if (runs === 1) throw passing;
    });
    expect(ran).toEqual([2]);
    expect(await ThingModel.distinct('_id')).toEqual(['run-2']);
  });

  it('lets two writers of one document both succeed, one after the other', async () => {
    await ThingModel.create([{ _id: 'a', rank: 0 }]);
    const bothHaveRead = deferred();
    let [reads, runs] = [0, 0];
    const add = (): Promise<void> => inTransaction(async () => {
      runs += 1;
      const { rank } = (await ThingModel.findById('a').lean<Thing>())!;
      reads += 1;
      if (reads === 2) bothHaveRead.resolve();
      await bothHaveRead.promise;
      await ThingModel.updateOne({ _id: 'a' }, { $set: { rank: rank! + 1 } });
    });
    await Promise.all([add(), add()]);
    expect((await ThingModel.findById('a').lean<Thing>())!.rank).toBe(2);
    expect(runs).toBeGreaterThan(2);
  });
});

describe('the outbox and its reactions', () => {
  async function noteHappening(_ctx: Context, { n }: { n: number }): Promise<void> { ran.push(n); }
  async function noteAgain(reacting: Context, { n }: { n: number }): Promise<void> { ran.push([reacting.actor.id, n]); }
  on(ThingHappened, noteHappening);
  on(ThingHappened, noteAgain);
  async function noteRare(_ctx: Context, { n }: { n: number }): Promise<void> { ran.push(['rare', n]); }
  on(Rare, noteRare, ({ n }) => n > 1);

  const happen = (...numbers: number[]): Promise<void> => inTransaction(async () => { for (const n of numbers) await emit(ctx, ThingHappened, { n }); });

  it('give each event to each reaction', async () => {
    await happen(1);
    expect(ran).toEqual([]);
    await processAll(services);
    expect(ran).toHaveLength(2);
    expect(ran).toEqual(expect.arrayContaining([1, ['system', 1]]));
    expect(await outbox('test.happened')).toMatchObject([{ actorId: 'system', requestId: ctx.requestId, at: clock.now(), dispatchedAt: clock.now() }]);
  });

  it('keep nothing of an aborted transaction', async () => {
    await inTransaction(async () => { await emit(ctx, ThingHappened, { n: 1 }); await enqueue(ctx, counted, { n: 1 }); throw new Error('no'); }).catch(() => undefined);
    expect([await outbox(), await JobModel.countDocuments()]).toEqual([[], 0]);
  });

  it('refuse a payload of another shape and an event that is not in the catalogue', async () => {
    await expect(emit(ctx, ThingHappened, { n: 'one' } as unknown as { n: number })).rejects.toThrow('event test.happened: /n');
    await expect(emit(ctx, { name: 'test.invented', description: '', payload: Type.Object({}) }, {})).rejects.toThrow('not in the catalogue');
    expect(() => defineEvent('test.happened', '', Type.Object({}))).toThrow('defined twice');
    expect(() => on(Silent, async () => undefined)).toThrow('has no name');
    expect(() => on(ThingHappened, noteAgain)).toThrow('defined twice');
    expect(await outbox()).toEqual([]);
  });

  it('are relayed in the order of announcement, a hundred at a time', async () => {
    await happen(...Array.from({ length: 101 }, (_, n) => n));
    expect(await dispatchNextEvent(services)).toBe(true);
    const first = await JobModel.find({ name: 'test.happened>noteHappening' }).sort({ _id: 1 }).lean<Job[]>();
    expect(first.map(({ payload }) => (payload as { n: number }).n)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect([await dispatchNextEvent(services), await dispatchNextEvent(services)]).toEqual([true, false]);
    expect(await JobModel.countDocuments()).toBe(202);
  });

  it('are never waited for when they concern none of those who react', async () => {
    await inTransaction(async () => { for (const n of [1, 2]) await emit(ctx, Rare, { n }); });
    expect((await outbox('test.rare')).map(({ dispatchedAt }) => dispatchedAt)).toEqual([clock.now(), null]);
    await processAll(services);
    expect(ran).toEqual([['rare', 2]]);
  });

  it('are settled when nobody reacts', async () => {
    await inTransaction(() => emit(ctx, Silent, {}));
    await processAll(services);
    expect(await OutboxModel.countDocuments({ dispatchedAt: null })).toBe(0);
  });

  it('get one job per event and reaction, however many relays run at once', async () => {
    await happen(...Array.from({ length: 250 }, (_, n) => n));
    const relay = async (): Promise<void> => { while (await dispatchNextEvent(services)); };
    await Promise.all([relay(), relay(), relay(), relay()]);
    const jobs = await JobModel.find({ name: 'test.happened>noteHappening' }).lean<Job[]>();
    expect(jobs.map(({ payload }) => (payload as { n: number }).n).sort((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, n) => n));
  });

  it('leave an event of a newer version to a process that knows it, past all others, and set it aside after a day', async () => {
    const row = (name: string, _id: string): OutboxEvent => ({ _id, name, payload: { n: 7 }, at: clock.now(), actorId: 'system', requestId: 'r', dispatchedAt: null });
    await OutboxModel.insertMany([row('test.fromTheFuture', 'event_1'), row('test.happened', 'event_2')]);
    await processAll(services);
    expect(ran).toContain(7);
    expect((await OutboxModel.findById('event_1').lean<OutboxEvent>())!.dispatchedAt).toBeNull();
    clock.advance(25 * 60 * minute);
    await processAll(services);
    expect((await OutboxModel.findById('event_1').lean<OutboxEvent>())!.dispatchedAt).not.toBeNull();
  });

  it('find what waits by an index', async () => {
    await happen(1, 2);
    const plan = await OutboxModel.find({ dispatchedAt: null, $or: [{ name: { $in: ['test.happened'] } }, { at: { $lt: clock.now() } }] }).hint('waiting').sort({ _id: 1 }).limit(100).explain('queryPlanner');
    expect(stagesOf(plan)).toContain('IXSCAN');
    expect(stagesOf(plan)).not.toContain('SORT');
  });
});

/** Names of all stages of an explained plan. */
const stagesOf = (plan: unknown): string[] => [...JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan).matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage!);

let work: (n: number, signal: AbortSignal) => Promise<void> = async (n) => { ran.push(n); };
const counted = defineJob<{ n: number }>({ name: 'test.counted', maxAttempts: 3, run: (_ctx, { n }, signal) => work(n, signal) });
const leased = defineJob<{ n: number }>({ name: 'test.leased', leaseMs: 10 * minute, run: (_ctx, { n }, signal) => work(n, signal) });
const hourly = defineJob({ name: 'test.hourly', cron: '0 * * * *', maxAttempts: 2, run: (_ctx, _payload, signal) => work(0, signal) });
const theJob = async (): Promise<Job> => (await JobModel.findOne().lean<Job>())!;

describe('jobs', () => {
  beforeEach(() => { work = async (n) => { ran.push(n); }; });

  it('run once they are due, oldest first', async () => {
    await enqueue(ctx, counted, { n: 2 }, { dueAt: new Date(clock.at + second) });
    await enqueue(ctx, counted, { n: 1 });
    await enqueue(ctx, counted, { n: 3 }, { dueAt: new Date(clock.at + minute) });
    await processAll(services);
    expect(ran).toEqual([1]);
    clock.advance(minute);
    await processAll(services);
    expect(ran).toEqual([1, 2, 3]);
    expect(await JobModel.countDocuments({ state: 'done', owner: null, finishedAt: { $exists: true } })).toBe(3);
  });

  it('have one waiting or running job per key, and a new one after that', async () => {
    const options = { uniqueKey: 'report:2035-03' };
    await enqueue(ctx, counted, { n: 1 }, options);
    await enqueue(ctx, counted, { n: 2 }, options);
    work = async (n) => { ran.push(n); await enqueue(ctx, counted, { n: 3 }, options); };
    await processAll(services);
    expect(ran).toEqual([1]);
    work = async (n) => { ran.push(n); };
    await enqueue(ctx, counted, { n: 4 }, options);
    await processAll(services);
    expect(ran).toEqual([1, 4]);
  });

  it('have one job per key under forty who enter it at once, in transactions and outside', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => enqueue(ctx, counted, { n }, { uniqueKey: 'a' })));
    await Promise.all(Array.from({ length: 40 }, (_, n) => inTransaction(() => enqueue(ctx, counted, { n }, { uniqueKey: 'b' }))));
    expect(await JobModel.countDocuments()).toBe(2);
  });

  it('are taken back while they wait, not while they run', async () => {
    await enqueue(ctx, counted, { n: 1 }, { uniqueKey: 'a' });
    expect([await cancelJob('a'), await cancelJob('a')]).toEqual([true, false]);
    await enqueue(ctx, counted, { n: 2 }, { uniqueKey: 'a' });
    work = async () => { ran.push(await cancelJob('a')); };
    await processAll(services);
    expect(ran).toEqual([false]);
  });

  it('are tried again later and then dead, with the reason', async () => {
    work = async (n) => { ran.push(n); throw new Error(`boom ${ran.length}`); };
    await enqueue(ctx, counted, { n: 1 }, { uniqueKey: 'a' });
    await processAll(services);
    expect(await theJob()).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'boom 1', owner: null });
    expect((await theJob()).dueAt.getTime()).toBeGreaterThan(clock.at);
    for (let more = 0; more < 3; more += 1) { clock.advance(minute); await processAll(services); }
    expect(ran).toHaveLength(3);
    expect(await theJob()).toMatchObject({ state: 'dead', attempts: 3, lastError: 'boom 3' });
    expect(await theJob()).not.toHaveProperty('uniqueKey');
  });

  it('forget their error when they succeed', async () => {
    work = async () => { if ((await theJob()).attempts === 1) throw new Error('boom'); };
    await enqueue(ctx, counted, { n: 1 });
    await processAll(services);
    clock.advance(minute);
    await processAll(services);
    expect(await theJob()).toMatchObject({ state: 'done', attempts: 2 });
    expect(await theJob()).not.toHaveProperty('lastError');
  });

  it('of an unknown kind wait for a version that knows them, and say so', async () => {
    await JobModel.insertMany([newJob(ctx, { name: 'test.fromTheFuture', run: async () => undefined }, {})]);
    await processAll(services);
    expect(await theJob()).toMatchObject({ state: 'waiting', lastError: 'no code for job test.fromTheFuture in this version of the product' });
  });

  const crash = (): Promise<unknown> => claimDue<Job>(JobModel.collection as never, newOwner(), clock.now(), 30 * second);

  it('are dead when every attempt ended its process', async () => {
    await enqueue(ctx, counted, { n: 1 });
    for (let crashes = 0; crashes < 3; crashes += 1) { expect(await crash()).not.toBeNull(); clock.advance(31 * second); }
    expect(await runNextJob(services)).toBe(true);
    expect(ran).toEqual([]);
    expect(await theJob()).toMatchObject({ state: 'dead', lastError: 'its process died or stalled during attempt 3 of 3' });
    expect(await runNextJob(services)).toBe(false);
  });

  it('get the lease of their kind before their work begins', async () => {
    work = async () => { ran.push((await theJob()).dueAt.getTime() - clock.at); };
    await enqueue(ctx, leased, { n: 1 });
    await processAll(services);
    expect(ran).toEqual([10 * minute]);
  });

  it('cannot be ended by a worker that lost its lease', async () => {
    const isStarted = deferred();
    const gate = deferred();
    let starts = 0;
    work = async () => { starts += 1; if (starts === 1) { isStarted.resolve(); await gate.promise; throw new Error('late'); } };
    await enqueue(ctx, counted, { n: 1 });
    const slow = runNextJob(services);
    await isStarted.promise;
    clock.advance(31 * second);
    expect(await runNextJob(services)).toBe(true);
    expect(await theJob()).toMatchObject({ state: 'done', attempts: 2 });
    gate.resolve();
    await slow;
    expect(await theJob()).toMatchObject({ state: 'done', attempts: 2 });
    expect(await theJob()).not.toHaveProperty('lastError');
  });

  it('are each run by one of many workers', async () => {
    await JobModel.insertMany(Array.from({ length: 100 }, (_, n) => newJob(ctx, counted, { n })));
    const worker = async (): Promise<void> => { while (await runNextJob(services)); };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect((ran as number[]).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('refuse a name twice and a cron expression that is none', () => {
    expect(() => defineJob({ name: 'test.counted', run: async () => undefined })).toThrow('defined twice');
    expect(() => defineJob({ name: 'test.badCron', cron: 'every day', run: async () => undefined })).toThrow();
  });
});

describe('repeating jobs', () => {
  const start = new Date('2035-03-08T08:30:00Z');
  const cronJobs = (): Promise<Job[]> => JobModel.find({ name: hourly.name }).lean<Job[]>();
  const isDueAt = async (time: string): Promise<void> => expect((await cronJobs()).map(({ dueAt }) => dueAt.toISOString())).toEqual([time]);
  beforeEach(() => { clock.set(start); work = async (n) => { ran.push(n); }; });

  it('are planted once, whoever plants them and how often', async () => {
    await Promise.all([plantCronJobs(services), plantCronJobs(services), plantCronJobs(testServices())]);
    await isDueAt('2035-03-08T09:00:00.000Z');
  });

  it('run at their time and wait for the next one, once however long nobody looked', async () => {
    await plantCronJobs(services);
    clock.set('2035-03-08T13:20:00Z');
    await plantCronJobs(services);
    await processAll(services);
    expect(ran).toEqual([0]);
    await isDueAt('2035-03-08T14:00:00.000Z');
  });

  it('are taken over after a crash, and not planted beside it', async () => {
    await plantCronJobs(services);
    clock.set('2035-03-08T09:00:00Z');
    await claimDue<Job>(JobModel.collection as never, newOwner(), clock.now(), 30 * second);
    await plantCronJobs(services);
    expect(await runNextJob(services)).toBe(false);
    clock.advance(31 * second);
    await processAll(services);
    expect(ran).toEqual([0]);
    await isDueAt('2035-03-08T10:00:00.000Z');
  });

  it('go on at their next time after their last attempt', async () => {
    work = async () => { throw new Error('boom'); };
    await plantCronJobs(services);
    clock.set('2035-03-08T09:00:00Z');
    await processAll(services);
    clock.advance(minute);
    await processAll(services);
    expect(await cronJobs()).toMatchObject([{ state: 'waiting', attempts: 0, lastError: 'boom' }]);
    await isDueAt('2035-03-08T10:00:00.000Z');
  });

  it('are moved forward when their expression now says so', async () => {
    await plantCronJobs(services);
    await JobModel.updateOne({ name: hourly.name }, { $set: { dueAt: new Date('2036-01-01') } });
    await plantCronJobs(services);
    await isDueAt('2035-03-08T09:00:00.000Z');
  });
});

describe('leases', () => {
  it('are claimed by one index, without sorting in memory', async () => {
    await JobModel.insertMany(Array.from({ length: 30 }, (_, n) => ({ ...newJob(ctx, counted, { n }), state: ['waiting', 'running', 'done'][n % 3] })));
    const plan = await mongoose.connection.db!.command({ explain: {
      findAndModify: 'jobs', query: { state: { $in: ['waiting', 'running'] }, dueAt: { $lte: clock.now() } }, sort: { dueAt: 1 }, update: { $inc: { attempts: 1 } },
    }, verbosity: 'executionStats' }) as { executionStats: { totalDocsExamined: number } };
    expect(stagesOf(plan)).toEqual(expect.arrayContaining(['IXSCAN', 'SORT_MERGE']));
    expect(stagesOf(plan).filter((stage) => stage === 'SORT' || stage === 'COLLSCAN')).toEqual([]);
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(2);
  });

  it('are extended by their owner only, and not after another has claimed the row', async () => {
    const collection = JobModel.collection as unknown as mongoose.mongo.Collection<Job>;
    await enqueue(ctx, counted, { n: 1 });
    const first = (await claimDue(collection, 'first', clock.now(), second))!;
    expect(first).toMatchObject({ wasRunning: false, row: { owner: 'first', attempts: 1, state: 'waiting' } });
    expect(await claimDue(collection, 'second', clock.now(), second)).toBeNull();
    expect(await renewLease(collection, first.row._id, 'first', clock.now(), 2 * second)).toBe(true);
    clock.advance(2 * second);
    expect(await claimDue(collection, 'second', clock.now(), second)).toMatchObject({ wasRunning: true, row: { owner: 'second', attempts: 2 } });
    expect(await renewLease(collection, first.row._id, 'first', clock.now(), second)).toBe(false);
  });
});

it('tells at each scrape how long jobs and events have waited, and how many jobs are dead', async () => {
  const valueOf = async (name: string): Promise<number> => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await registry.metrics())?.[1]);
  const names = ['yici_jobs_oldest_due_seconds', 'yici_outbox_oldest_waiting_seconds', 'yici_jobs_dead'];
  expect(await Promise.all(names.map(valueOf))).toEqual([0, 0, 0]);
  const ago = { now: () => new Date(Date.now() - minute) };
  await JobModel.insertMany([newJob(ago, counted, { n: 1 }), newJob(ctx, counted, { n: 2 }), { ...newJob(ctx, counted, { n: 3 }), state: 'dead' }]);
  await emit({ ...ctx, now: ago.now }, ThingHappened, { n: 1 });
  const [job, event, dead] = await Promise.all(names.map(valueOf));
  expect(job).toBeGreaterThanOrEqual(60);
  expect(event).toBeGreaterThanOrEqual(60);
  expect(dead).toBe(1);
  const broken = jest.spyOn(JobModel, 'countDocuments').mockReturnValue({ exec: () => Promise.reject(new Error('no database')) } as never);
  expect(await valueOf('yici_jobs_dead')).toBeNaN();
  expect(await valueOf('yici_jobs_oldest_due_seconds')).toBeGreaterThanOrEqual(60);
  broken.mockRestore();
  expect(Object.keys(backlogMetrics)).toHaveLength(3);
});

describe('EntityCache', () => {
  const cache = new EntityCache<Thing>('things', ['name'], 3);
  const commands = (): jest.SpiedFunction<mongoose.mongo.Db['command']> => jest.spyOn(mongoose.connection.db!, 'command');
  beforeEach(async () => { await ThingModel.insertMany(['a', 'b', 'c'].map((_id) => ({ _id, name: `名${_id}`, rank: 1 }))); clearCaches(); });
  afterEach(() => { jest.restoreAllMocks(); });

  it('answers in order, with holes, by one command, and then from memory', async () => {
    const asked = commands();
    expect(await cache.load(['b', 'none', 'a', 'b'])).toEqual([{ _id: 'b', name: '名b' }, undefined, { _id: 'a', name: '名a' }, { _id: 'b', name: '名b' }]);
    expect([cache.peek('a'), cache.peek('none'), cache.peek('c')]).toEqual([{ _id: 'a', name: '名a' }, null, undefined]);
    await cache.load(['b', 'none', 'a']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('shows this process its own write once it is committed', async () => {
    await cache.load(['a', 'z']);
    await inTransaction(async () => {
      await ThingModel.updateOne({ _id: 'a' }, { name: '新' });
      await ThingModel.create([{ _id: 'z', name: '末' }]);
      cache.drop('a');
      cache.drop('z');
    });
    expect(await cache.load(['a', 'z'])).toEqual([{ _id: 'a', name: '新' }, { _id: 'z', name: '末' }]);
  });

  it('shows a transaction its own writes, and keeps nothing of what is not committed', async () => {
    await cache.load(['a']);
    await inTransaction(async () => {
      await ThingModel.updateMany({ _id: { $in: ['a', 'b'] } }, { name: '未提交' });
      expect((await cache.load(['a', 'b'])).map((thing) => thing?.name)).toEqual(['未提交', '未提交']);
      expect(cache.peek('a')).toBeUndefined();
      throw new Error('no');
    }).catch((error: Error) => expect(error.message).toBe('no'));
    expect([cache.peek('a')?.name, cache.peek('b')]).toEqual(['名a', undefined]);
    expect((await cache.load(['a', 'b'])).map((thing) => thing?.name)).toEqual(['名a', '名b']);
  });

  it('never puts back what was read before a write, but keeps the rest of that read', async () => {
    const asked = commands();
    const [reply, isAsked] = [deferred(), deferred()];
    asked.mockImplementationOnce(async (...call) => {
      const answer = await mongoose.connection.getClient().db(mongoose.connection.name).command(call[0], call[1]);
      isAsked.resolve();
      await reply.promise;
      return answer;
    });
    const loading = cache.load(['a', 'b']);
    await isAsked.promise;
    cache.forget('a');
    reply.resolve();
    await loading;
    expect([cache.peek('a'), cache.peek('b')?.name]).toEqual([undefined, '名b']);
  });

  it('keeps nothing of a read during which everything was dropped, and answers it whole', async () => {
    await cache.load(['a']);
    const asked = commands();
    asked.mockImplementationOnce(async (...call) => {
      clearCaches();
      return mongoose.connection.getClient().db(mongoose.connection.name).command(call[0], call[1]);
    });
    expect((await cache.load(['a', 'b'])).map((thing) => thing?.name)).toEqual(['名a', '名b']);
    expect([cache.peek('a'), cache.peek('b')]).toEqual([undefined, undefined]);
  });

  it('keeps no more than its limit, the oldest gone first', async () => {
    await cache.load(['a']);
    await cache.load(['b', 'c', 'x', 'y']);
    expect(['a', 'b', 'c', 'x', 'y'].filter((id) => cache.peek(id) !== undefined)).toEqual(['c', 'x', 'y']);
  });

  it('loads thousands of ids by a few commands', async () => {
    await ThingModel.insertMany(Array.from({ length: 2500 }, (_, n) => ({ _id: `many-${n}`, name: String(n) })));
    const asked = commands();
    const ids = Array.from({ length: 2500 }, (_, n) => `many-${n}`);
    expect((await cache.load(ids)).map((thing) => thing?.name)).toEqual(ids.map((_, n) => String(n)));
    expect(asked).toHaveBeenCalledTimes(3);
  });
});

describe('reading by command', () => {
  afterEach(() => { jest.restoreAllMocks(); });
  const ask = { find: 'things', filter: {}, limit: 5 };
  const failover = (): Error => new mongoose.mongo.MongoServerError({ message: 'not primary', code: 10107 });

  it.each([['a network error', () => new mongoose.mongo.MongoNetworkError('cut')], ['a failover', failover]])('is tried once more after %s', async (_name, makeError) => {
    await ThingModel.create([{ _id: 'a' }]);
    const asked = jest.spyOn(mongoose.connection.db!, 'command').mockRejectedValueOnce(makeError());
    await expect(runCommand(ask)).resolves.toEqual([{ _id: 'a' }]);
    await expect(runCount('things', {})).resolves.toBe(1);
    expect(asked).toHaveBeenCalledTimes(3);
    asked.mockRejectedValueOnce(makeError()).mockRejectedValueOnce(makeError());
    await expect(runCommand(ask)).rejects.toThrow();
  });

  it('is not tried again after other errors, nor inside a transaction', async () => {
    const asked = jest.spyOn(mongoose.connection.db!, 'command').mockRejectedValueOnce(new mongoose.mongo.MongoServerError({ message: 'bad value', code: 2 }));
    await expect(runCommand(ask)).rejects.toThrow('bad value');
    asked.mockRejectedValueOnce(failover());
    await expect(inTransaction(() => runCommand(ask))).rejects.toThrow('not primary');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('sees what the running transaction wrote', async () => {
    await inTransaction(async () => {
      await ThingModel.create([{ _id: 'a' }]);
      expect([(await runCommand(ask)).length, await runCount('things', {})]).toEqual([1, 1]);
    });
  });
});

describe('findPage', () => {
  const page = (orderBy: readonly Order[], args: Partial<PageArgs>, more: object = {}): Promise<Connection<Thing>> => findPage<Thing>({ collection: 'things', filter: {}, orderBy, args, ...more });
  const idsOf = ({ nodes }: Connection<Thing>): string[] => nodes.map(({ _id }) => _id);

  /** All ids of a list, `size` at a time, from its start or its end. */
  async function walk(orderBy: readonly Order[], size: number, isBackward = false): Promise<string[]> {
    const pages: string[][] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const found = await page(orderBy, isBackward ? { last: size, before: cursor } : { first: size, after: cursor });
      pages.push(idsOf(found));
      more = isBackward ? found.pageInfo.hasPreviousPage : found.pageInfo.hasNextPage;
      cursor = (isBackward ? found.pageInfo.startCursor : found.pageInfo.endCursor) ?? undefined;
    }
    return (isBackward ? pages.reverse() : pages).flat();
  }

  const day = (n: number): Date => new Date(Date.UTC(2035, 0, n));
  // Ties, nulls and absent values in every sorted field.
  const things: Thing[] = Array.from({ length: 23 }, (_, n) => ({
    _id: `t${String(n).padStart(2, '0')}`, state: n % 2 ? 'open' : 'shut',
    ...(n % 5 ? { at: n % 4 ? day(n % 7) : null } : {}), ...(n % 6 ? { rank: n % 3 } : {}), ...(n % 4 ? { name: n % 3 ? `名${n % 2}` : null } : {}),
    ...(n % 3 ? { inner: { at: day(n % 5) } } : {}),
  }));
  beforeEach(async () => { await ThingModel.collection.insertMany(things as never); });

  const orders: Record<string, readonly Order[]> = {
    'by id alone': [], 'by a time': [['at', -1]], 'by a time upwards': [['at', 1]], 'by two fields': [['rank', -1], ['name', 1]],
    'by three fields': [['rank', 1], ['at', -1], ['name', 1]], 'by an inner field': [['inner.at', -1]], 'by a given id order': [['name', 1], ['_id', -1]],
  };
  it.each(Object.entries(orders))('shows every item once, forwards and backwards, %s', async (_name, orderBy) => {
    const sort = Object.fromEntries([...orderBy, ...(orderBy.some(([field]) => field === '_id') ? [] : [['_id', orderBy.at(-1)?.[1] ?? -1] as const])]);
    const expected = (await ThingModel.find().sort(sort).lean<Thing[]>()).map(({ _id }) => _id);
    for (const size of [1, 4, 23, 100]) {
      expect(await walk(orderBy, size)).toEqual(expected);
      expect(await walk(orderBy, size, true)).toEqual(expected);
    }
  });

  it('tells where a page stands', async () => {
    const first = await page([], { first: 22 }, { withTotal: true });
    expect(first).toMatchObject({ totalCount: 23, pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: first.edges[0]!.cursor, endCursor: first.edges[21]!.cursor } });
    expect((await page([], { after: first.pageInfo.endCursor! })).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect((await page([], { last: 3 })).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(await page([], {}, { filter: { _id: 'none' } })).toEqual({ edges: [], nodes: [], totalCount: undefined, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  });

  it('gives twenty unless told, none when asked for none, and the twenty before a cursor', async () => {
    expect((await page([], {})).nodes).toHaveLength(20);
    expect(await page([], { first: 0 })).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, startCursor: null } });
    const { endCursor } = (await page([], { first: 22 })).pageInfo;
    expect(idsOf(await page([], { before: endCursor! }))).toEqual(idsOf(await page([], { first: 21 })).slice(1));
  });

  it.each<[string, Partial<PageArgs>]>([
    ['first 101', { first: 101 }], ['first -1', { first: -1 }], ['last 101', { last: 101 }], ['first and last', { first: 1, last: 1 }], ['first and before', { first: 1, before: 'x' }],
    ['last and after', { last: 1, after: 'x' }], ['after and before', { after: 'x', before: 'x' }],
  ])('refuses %s', async (_name, args) => {
    await expect(page([], args)).rejects.toThrow(InvalidInputError);
  });

  it('takes null for absent, as GraphQL clients send it', async () => {
    const args = { first: 3, after: null, last: null, before: null } as unknown as PageArgs;
    expect((await page([], args)).nodes).toHaveLength(3);
  });

  it('refuses cursors of another list and forged ones', async () => {
    const cursorOf = async (orderBy: readonly Order[]): Promise<string> => (await page(orderBy, { first: 1 })).pageInfo.endCursor!;
    const cursor = await cursorOf([['at', -1]]);
    const [mark] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const forged = [[mark, { d: 9e99 }, 'a'], [mark, { $gt: '' }, 'a'], [mark, ['a'], 'a'], [mark, null], ['', null, 'a'], mark, null].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    for (const wrong of [await cursorOf([['at', 1]]), await cursorOf([['name', -1]]), await cursorOf([]), '', '?', 'null', 'W10', 'x'.repeat(5000), ...forged]) {
      await expect(page([['at', -1]], { after: wrong })).rejects.toThrow(InvalidCursorError);
    }
    expect((await page([['at', -1]], { after: cursor })).nodes).toHaveLength(20);
  });

  it('reads the fields asked for and those it sorts by, together with what holds them', async () => {
    expect((await page([['rank', -1]], { first: 1 }, { projection: { name: 1 }, filter: { _id: 't02' } })).nodes).toEqual([{ _id: 't02', rank: 2, name: '名0' }]);
    expect((await page([['inner.at', -1]], { first: 1 }, { projection: { inner: 1 }, filter: { _id: 't02' } })).nodes).toEqual([{ _id: 't02', inner: { at: day(2) } }]);
  });

  it('refuses to sort by what has no place in a cursor', async () => {
    await ThingModel.collection.insertOne({ _id: 'odd', name: ['a'] } as never);
    const found = await page([['name', -1]], { first: 100 });
    expect(() => found.edges).toThrow('cannot be sorted by');
  });

  it('reads a later page by one index scan, without sorting, and little more than it shows', async () => {
    await ensureIndexes();
    await ThingModel.deleteMany({});
    await ThingModel.collection.insertMany(Array.from({ length: 3000 }, (_, n) => ({ _id: `t${n}`, state: 'open', at: day(n), rank: n % 40, name: `n${n % 7}` })) as never);
    const lists: [Record<string, unknown>, readonly Order[]][] = [[{ state: 'open' }, [['at', -1]]], [{ state: 'open' }, [['at', 1], ['_id', 1]]], [{}, [['rank', -1], ['name', 1]]], [{}, []]];
    for (const [filter, orderBy] of lists) {
      for (const isBackward of [false, true]) {
        const middle = (await page(orderBy, isBackward ? { last: 100 } : { first: 100 }, { filter })).pageInfo;
        const asked = jest.spyOn(mongoose.connection.db!, 'command');
        const found = await page(orderBy, isBackward ? { last: 20, before: middle.startCursor! } : { first: 20, after: middle.endCursor! }, { filter });
        const { singleBatch: _single, batchSize: _size, ...command } = asked.mock.calls[0]![0] as Record<string, unknown>;
        asked.mockRestore();
        expect(found.nodes).toHaveLength(20);
        const plan = await mongoose.connection.db!.command({ explain: command, verbosity: 'executionStats' }) as { executionStats: { totalDocsExamined: number; totalKeysExamined: number } };
        expect(stagesOf(plan)).toContain('IXSCAN');
        expect(stagesOf(plan).filter((stage) => stage === 'SORT' || stage === 'COLLSCAN')).toEqual([]);
        expect(plan.executionStats.totalDocsExamined).toBeLessThan(60);
        expect(plan.executionStats.totalKeysExamined).toBeLessThan(120);
      }
    }
  });
});

