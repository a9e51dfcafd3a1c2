import { jest } from '@jest/globals';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import mongoose from 'mongoose';
import { startTemporaryDatabase } from '../../scripts/mongo/index.mjs';
import { AttemptModel } from '../../src/distribution/attempt.js';
import { registerChannels } from '../../src/distribution/index.js';
import { clock, services, useDatabase } from '../kit/services.js';
import { aDestination, article, ledger, releaseAndPlan } from './outlets.js';
import { httpChannel } from './http-channel.js';

// A database of its own, which ends what a killed process left open after three seconds instead of a minute.
const own = await startTemporaryDatabase({ say: () => undefined });
process.env.TEST_MONGODB_URI = own.uri;
// Four processes one after another, each of which starts slowly on a busy machine.
jest.setTimeout(600_000);
useDatabase();
beforeAll(async () => { await mongoose.connection.getClient().db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 3 }); });
afterAll(() => own.stop());

interface Arrival { readonly id: string; readonly contentId: string; readonly version: number; readonly action: string }

const contents = 40;
/** How much faster the workers' clock runs: a lease of 30 s lasts one and a half real ones. The faster, the shorter the stall in which a row is taken over ten times and given up. */
const speed = '20';
const kills = 3;
const arrivals: Arrival[] = [];
const failedOnce = new Set<string>();
let heard: () => void = () => undefined;

/** Takes every second delivery at the second try only, and leaves some without an answer for a moment, so that kills hit attempts under way. */
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const id = String(request.headers['webhook-id']);
  const isFirst = !failedOnce.has(id);
  failedOnce.add(id);
  if (isFirst && failedOnce.size % 3 === 0) {
    response.writeHead(500).end();
    return;
  }
  arrivals.push({ id, ...JSON.parse(Buffer.concat(chunks).toString()) as Omit<Arrival, 'id'> });
  heard();
  setTimeout(() => response.writeHead(204).end(), arrivals.length % 4 === 0 ? 30 : 0);
}

const server = createServer((request, response) => { void receive(request, response); });
beforeAll(async () => { await once(server.listen(0, '127.0.0.1'), 'listening'); });
afterAll(() => { server.close(); server.closeAllConnections(); });

const began = Date.now();
const children: ChildProcess[] = [];
afterAll(() => { for (const child of children) if (child.exitCode === null) child.kill('SIGKILL'); });

function worker(): ChildProcess {
  const { port } = server.address() as { port: number };
  const env = {
    ...process.env, NODE_OPTIONS: '', MONGODB_URI: process.env.TEST_MONGODB_URI, YICI_SECRET: services.config.secrets[0], ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}`,
    CRASH_DB: mongoose.connection.name, CRASH_BEGAN: String(began), CRASH_START: String(clock.at), CRASH_SPEED: speed,
  };
  const child = fork(new URL('./crash-worker.ts', import.meta.url).pathname, { env, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  return child;
}

/** Resolves when so many deliveries have arrived. */
const arrived = (count: number): Promise<void> => new Promise((resolve) => { heard = () => { if (arrivals.length >= count) resolve(); }; heard(); });

it('loses nothing, keeps the order of every content and repeats only under the same id, though its workers are killed', async () => {
  registerChannels([httpChannel]);
  const { port } = server.address() as { port: number };
  await aDestination('over-http', { settings: { url: `http://127.0.0.1:${port}/` }, concurrency: 4 });
  const ids = Array.from({ length: contents }, article);
  for (const contentId of ids) await releaseAndPlan(contentId, 1);
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = worker();
    await arrived(arrivals.length + 4);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const contentId = ids[kill]!;
    await releaseAndPlan(contentId, 2, kill % 2 ? 'correct' : 'retract');
  }
  await once(worker(), 'message');

  const rows = await ledger();
  expect(rows.filter(({ state }) => !['delivered', 'cancelled', 'superseded'].includes(state))).toEqual([]);
  for (const contentId of ids) {
    const seen = arrivals.filter((arrival) => arrival.contentId === contentId);
    const last = rows.filter((row) => row.contentId === contentId && row.state === 'delivered').at(-1);
    expect(seen.map(({ version }) => version)).toEqual(seen.map(({ version }) => version).sort());
    expect(seen.at(-1)?.id).toBe(last?._id);
    for (const { id, version } of seen) expect(rows.find(({ _id }) => _id === id)?.version).toBe(version);
  }
  expect(rows.filter(({ state }) => state === 'delivered').every(({ _id }) => arrivals.some(({ id }) => id === _id))).toBe(true);
  expect(await AttemptModel.countDocuments({ outcome: 'crashed' })).toBeGreaterThan(0);
});
