import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { publishContent } from '../../src/content/index.js';
import type { Services } from '../../src/kernel/index.js';
import { ensureBuilt } from '../launch/build.mjs';
import { onANewDatabase, type BenchEnvironment } from './on-a-new-database.js';
import type { Post } from './bare-posts.js';
import { figure, median, percentile, type Figure } from './figure.js';
import { openBench, operator, planForLater, seedApproved, seedDestinations } from './seed-fanout.js';
import { pin, startServer, type ServerProcess } from './server-process.js';

const endpoints = 1000;
const rounds = 5;
/** Releases of one round, each to every endpoint: enough that filling and draining the lanes is a small part of it. */
const releases = 3;
/** As many posts at a time in the bare loop as the worker has lanes. */
const lanes = 256;
/** The steady part: 4 releases a second to 25 destinations are 100 deliveries a second. */
const steady = { destinations: 25, everyMs: 250, warmUp: 4, releases: 40 };

interface Row {
  readonly _id: string;
  readonly contentId: string;
  readonly destinationId: string;
  readonly payload: { readonly body: string };
  readonly settledAt: Date;
}

const deliveries = () => mongoose.connection.collection<Row>('deliveries');

/** Deliveries to a thousand endpoints, with all their bookkeeping, beside a loop that posts the same bytes and keeps none; and the time from approval to delivery under a steady load. */
export async function run(): Promise<Figure[]> {
  await ensureBuilt();
  pin(1);
  const outside = await startEndpoints();
  try {
    const reachable = outside.ports.map((port) => `127.0.0.1:${port}`).join(',');
    return await onANewDatabase({ YICI_ROLE: 'worker', LANES: String(lanes), ALLOWED_PRIVATE_HOSTS: reachable }, (env) => measure(env, outside.ports));
  } finally {
    outside.child.disconnect();
  }
}

async function measure(shared: BenchEnvironment, ports: readonly number[]): Promise<Figure[]> {
  const postsFile = join(shared.DATA_DIR, 'posts.json');
  const env = { ...shared, POSTS_FILE: postsFile };
  const servers: ServerProcess[] = [];
  try {
    const services = await openBench();
    console.error(`seeding ${endpoints} destinations …`);
    await seedDestinations(services, ports, steady.destinations);
    const bare = await startServer(new URL('./bare-posts.ts', import.meta.url).pathname, '/', env);
    servers.push(bare);
    const worker = await startServer(new URL('../../dist/src/app/main.js', import.meta.url).pathname, '/readyz', env);
    servers.push(worker);
    return [...await measureBurst(services, { bare, worker, postsFile }), ...await measureSteady(services)];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await mongoose.disconnect();
  }
}

async function startEndpoints(): Promise<{ child: ChildProcess; ports: number[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', new URL('./endpoints.ts', import.meta.url).pathname], { env: { ...process.env, ENDPOINTS: String(endpoints) }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let printed = '';
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    if (printed.includes('\n')) break;
  }
  return { child, ports: JSON.parse(printed) as number[] };
}

interface Sides {
  readonly bare: ServerProcess;
  readonly worker: ServerProcess;
  readonly postsFile: string;
}

interface Measured {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

async function measureBurst(services: Services, sides: Sides): Promise<Figure[]> {
  const measured: { bare: Measured; ours: Measured }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const planned = performance.now();
    const contentIds = await Promise.all(Array.from({ length: releases }, () => planForLater(services)));
    const planning = (releases * endpoints) / ((performance.now() - planned) / 1000);
    await writeFile(sides.postsFile, JSON.stringify(await postsOf(services, contentIds)));
    const bare = await measureCpu(sides.bare, () => postBare(sides.bare));
    const ours = await measureCpu(sides.worker, () => deliver(contentIds));
    if (round > 0) measured.push({ bare, ours });
    console.error(`${round === 0 ? 'warm' : `round ${round}`}: bare ${Math.round(bare.perSecond)}/s, deliveries ${Math.round(ours.perSecond)}/s, planned ${Math.round(planning)}/s`);
  }
  const of = (side: 'bare' | 'ours', value: keyof Measured): number => median(measured.map((round) => round[side][value]));
  const base = { name: 'bare', value: of('bare', 'perSecond') };
  const ratio = median(measured.map(({ bare, ours }) => ours.perSecond / bare.perSecond));
  const cpuRatio = median(measured.map(({ bare, ours }) => bare.cpuMicroseconds / ours.cpuMicroseconds));
  return [
    figure('bare', base.value, '/s', undefined, { cpuMicroseconds: of('bare', 'cpuMicroseconds') }),
    figure('deliveries', of('ours', 'perSecond'), '/s', base, { ratio: Number(ratio.toPrecision(3)), cpuMicroseconds: of('ours', 'cpuMicroseconds'), cpuRatio: Number(cpuRatio.toPrecision(3)) }),
  ];
}

async function measureCpu(server: ServerProcess, work: () => Promise<number>): Promise<Measured> {
  const before = server.cpu() ?? Number.NaN;
  const perSecond = await work();
  return { perSecond, cpuMicroseconds: ((server.cpu() ?? Number.NaN) - before) / (releases * endpoints) };
}

/** The same bytes to the same addresses with the same secrets. */
async function postsOf({ vault }: Services, contentIds: readonly string[]): Promise<Post[]> {
  const rows = await deliveries().find({ contentId: { $in: [...contentIds] } }).toArray();
  const found = await mongoose.connection.collection<{ _id: string; settings: { url: string }; secrets: { secret: string } }>('destinations').find().toArray();
  const destinations = new Map(found.map((each) => [each._id, { url: each.settings.url, secret: JSON.parse(vault.open(each.secrets.secret)) as string }]));
  return rows.map(({ _id: id, destinationId, payload: { body } }) => ({ id, body, ...destinations.get(destinationId)! }));
}

async function postBare({ url }: ServerProcess): Promise<number> {
  const { milliseconds } = await (await fetch(`${url}/run`)).json() as { milliseconds: number };
  return (releases * endpoints) / (milliseconds / 1000);
}

/** Lets the planned rows become due, and measures from the first attempt until the last is settled. */
async function deliver(contentIds: readonly string[]): Promise<number> {
  const ours = { contentId: { $in: [...contentIds] } };
  await deliveries().updateMany(ours, { $set: { dueAt: new Date() } });
  for (const end = Date.now() + 300_000; await deliveries().findOne({ state: { $in: ['waiting', 'running'] } }, { hint: 'state', projection: { _id: 1 } });) {
    if (Date.now() > end) throw new Error('the worker did not deliver everything within 300 s');
    await pause(50);
  }
  const rows = await deliveries().find(ours, { projection: { settledAt: 1 } }).toArray();
  const attempts = await mongoose.connection.collection<{ startedAt: Date; outcome: string }>('attempts').find({ deliveryId: { $in: rows.map(({ _id }) => _id) } }, { projection: { startedAt: 1, outcome: 1 } }).toArray();
  const wrong = attempts.find(({ outcome }) => outcome !== 'delivered');
  if (wrong || attempts.length !== rows.length) throw new Error(`${rows.length} deliveries took ${attempts.length} attempts; one ended ${wrong?.outcome ?? 'well'}`);
  const begun = Math.min(...attempts.map(({ startedAt }) => startedAt.getTime()));
  return rows.length / ((Math.max(...rows.map(({ settledAt }) => settledAt.getTime())) - begun) / 1000);
}

/** From the operator's word for an approved content to the moment each outlet has confirmed it. */
async function measureSteady(services: Services): Promise<Figure[]> {
  console.error('approving contents for the steady load …');
  const approved = await seedApproved(services, steady.warmUp + steady.releases);
  const ctx = operator(services);
  const said = new Map<string, number>();
  const start = Date.now() + steady.everyMs;
  await Promise.all(approved.map(async (id, at) => {
    await pause(start + at * steady.everyMs - Date.now());
    said.set(id, Date.now());
    await publishContent(ctx, { id });
  }));
  const contentIds = approved.slice(steady.warmUp);
  const wanted = steady.releases * steady.destinations;
  const settled = { contentId: { $in: contentIds }, settledAt: { $exists: true } };
  for (const end = Date.now() + 120_000; await deliveries().countDocuments(settled) < wanted;) {
    if (Date.now() > end) throw new Error(`not all of ${wanted} deliveries were made within 120 s`);
    await pause(200);
  }
  const waits = (await deliveries().find(settled, { projection: { contentId: 1, settledAt: 1 } }).toArray()).map(({ contentId, settledAt }) => settledAt.getTime() - said.get(contentId)!);
  const rate = `at ${(1000 / steady.everyMs) * steady.destinations}/s`;
  return [figure(`p50 ${rate}`, percentile(waits, 50), 'ms'), figure(`p99 ${rate}`, percentile(waits, 99), 'ms')];
}
