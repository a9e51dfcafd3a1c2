import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { defineJob, enqueue, JobModel, processAll, runNextJob, type Job } from '../../src/kernel/index.js';
import { system } from '../kit/people.js';
import { clock, contextOf, second, services, useDatabase } from '../kit/services.js';

useDatabase();

const ctx = contextOf(system);
const root = fileURLToPath(new URL('../../', import.meta.url));
const theJob = async (): Promise<Job> => (await JobModel.findOne().lean<Job>())!;

// The same kinds of job as in the other process, done by this one.
let ran: string[] = [];
const hangs = defineJob({ name: 'test.hangs', run: async () => { ran.push('hangs'); } });
const dies = defineJob({ name: 'test.dies', maxAttempts: 2, run: async () => { ran.push('dies'); } });

const children: ChildProcess[] = [];
beforeEach(() => { ran = []; });
afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL'); });

/** A worker process that is in the midst of a job. Fails when it ends before. */
async function aProcessAtWork(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/kernel/job-process.ts'], {
    cwd: root, env: { ...process.env, NODE_OPTIONS: '', DB: mongoose.connection.name, NOW: clock.now().toISOString() }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let words = '';
  child.stderr!.on('data', (chunk) => { words += chunk; });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk) => { words += chunk; if (words.includes('running')) resolve(); });
    child.on('exit', () => { if (!words.includes('running')) reject(new Error(`it did no job: ${words}`)); });
  });
  return child;
}

const ended = async (child: ChildProcess): Promise<void> => { if (child.signalCode === null) await once(child, 'exit'); };

it('a job whose process is killed is taken over once the lease has ended, not before', async () => {
  await enqueue(ctx, hangs, {}, { uniqueKey: 'a' });
  const worker = await aProcessAtWork();
  worker.kill('SIGKILL');
  await ended(worker);
  expect(await theJob()).toMatchObject({ state: 'running', attempts: 1 });
  clock.advance(29 * second);
  expect(await runNextJob(services)).toBe(false);
  clock.advance(2 * second);
  await processAll(services);
  expect(ran).toEqual(['hangs']);
  expect(await theJob()).toMatchObject({ state: 'done', attempts: 2, owner: null });
});

it('a job that kills its process every time is dead after its last attempt, with the reason, and its key is free', async () => {
  await enqueue(ctx, dies, {}, { uniqueKey: 'a' });
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const worker = await aProcessAtWork();
    await ended(worker);
    expect(worker.signalCode).toBe('SIGKILL');
    expect(await theJob()).toMatchObject({ state: 'running', attempts: attempt });
    clock.advance(31 * second);
  }
  await processAll(services);
  expect(ran).toEqual([]);
  expect(await theJob()).toMatchObject({ state: 'dead', lastError: 'its process died or stalled during attempt 2 of 2' });
  await enqueue(ctx, dies, {}, { uniqueKey: 'a' });
  await processAll(services);
  expect(ran).toEqual(['dies']);
});
