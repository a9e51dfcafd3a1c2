import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { connectDatabase, createServices } from '../../src/app/start.js';
import { loadConfig, systemContext, type Services } from '../../src/kernel/index.js';
import { findRendition, planRendition, renditionPath, storageFrom, storeAsset, useStorage, type Asset, type RenditionPreset } from '../../src/media/index.js';
import { withDatabase } from '../mongo/index.mjs';
import { figure, median, type Figure } from './figure.js';
import { load, type Round } from './load.js';
import { startServer } from './server-process.js';

const rounds = 3;
const seconds = 4;
const photos = 8;
/** Encodes at once, in the bare loop as in the product. */
const atOnce = availableParallelism();
/** Requests that wait for a rendition at a time: what is read and written for one is done while another is encoded. */
const waitingRequests = 3 * atOnce;

/** What is made of each photo in a round, and the bare words for it. */
const tasks: readonly { readonly preset: RenditionPreset; readonly format: 'webp' | 'jpeg'; bare(path: string): Promise<Buffer> }[] = [
  { preset: 'card', format: 'webp', bare: (path) => sharp(path, { sequentialRead: true }).rotate().resize(960, 600, { fit: 'cover' }).webp({ quality: 78, effort: 3 }).toBuffer() },
  { preset: 'share', format: 'jpeg', bare: (path) => sharp(path, { sequentialRead: true }).rotate().resize(1200, 628, { fit: 'cover' }).jpeg({ quality: 82, progressive: true }).toBuffer() },
];

/** Pictures: renditions made beside bare sharp, kept renditions beside a static file server, and how many encodes fifty first requests cost. */
export async function run(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yici-bench-'));
  try {
    return await withDatabase((uri) => measure(uri, dataDir), { temporary: true });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(uri: string, dataDir: string): Promise<Figure[]> {
  const env = { MONGODB_URI: uri, DATA_DIR: dataDir, YICI_SECRET: randomBytes(36).toString('base64'), YICI_ROLE: 'web', LOG_LEVEL: 'warn' };
  Object.assign(process.env, env);
  const config = loadConfig();
  const services = createServices(config);
  await connectDatabase(config);
  useStorage(storageFrom(config.dataDir));
  try {
    const taken = await seed(services, dataDir);
    return [...await measureMaking(services, taken), ...await measureKept(services, dataDir, taken[0]!.asset, env), await countEncodes(taken[1]!.asset, env)];
  } finally {
    await mongoose.disconnect();
  }
}

interface Taken {
  readonly path: string;
  readonly asset: Asset;
}

/** Photos of 20 megapixels, as contributors send them. */
async function seed(services: Services, dataDir: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let at = 0; at < photos; at += 1) {
    const grain = await sharp({ create: { width: 684, height: 456, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).png().toBuffer();
    const bytes = await sharp(grain).resize(5472, 3648).jpeg({ quality: 88 }).toBuffer();
    const path = join(dataDir, `photo-${at}.jpg`);
    await writeFile(path, bytes);
    taken.push({ path, asset: await storeAsset(systemContext(services, 'bench'), { bytes, filename: `照片${at}.jpg` }) });
  }
  return taken;
}

async function measureMaking(services: Services, taken: readonly Taken[]): Promise<Figure[]> {
  const rates: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const work = taken.flatMap((each) => tasks.map((task) => ({ ...each, task })));
    const bare = await rateOf(atOnce, work.map(({ path, task }) => () => task.bare(path)));
    // Another focal point in each round, so that nothing is answered from what was kept; it moves the cut by a few pixels.
    const ours = await rateOf(waitingRequests, work.map(({ asset, task }) => () => findRendition(services, planRendition({ ...asset, focus: { x: 0.5 + round / 1000, y: 0.5 + round / 1000 } }, task.preset)!, task.format)));
    if (round > 0) [rates.bare, rates.ours] = [[...rates.bare, bare], [...rates.ours, ours]];
    console.error(`${round === 0 ? 'warm' : `round ${round}`}: bare sharp ${bare.toFixed(1)}/s, renditions ${ours.toFixed(1)}/s`);
  }
  const base = { name: 'bare sharp', value: median(rates.bare) };
  return [figure('bare sharp', base.value, '/s'), figure('renditions', median(rates.ours), '/s', base)];
}

async function rateOf(lanes: number, work: readonly (() => Promise<unknown>)[]): Promise<number> {
  const waiting = [...work];
  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, async () => { for (let next = waiting.shift(); next; next = waiting.shift()) await next(); }));
  return work.length / ((performance.now() - start) / 1000);
}

async function measureKept(services: Services, dataDir: string, asset: Asset, env: NodeJS.ProcessEnv): Promise<Figure[]> {
  const plan = planRendition(asset, 'card', 320)!;
  await writeFile(join(dataDir, 'kept.webp'), await findRendition(services, plan, 'webp'));
  console.error(`a kept rendition of ${(await readFile(join(dataDir, 'kept.webp'))).length} bytes`);
  const bare = await startServer(new URL('./static-server.ts', import.meta.url).pathname, '/', { ...env, STATIC_ROOT: dataDir });
  const ours = await startServer(new URL('../../src/app/main.ts', import.meta.url).pathname, '/readyz', env);
  const roads = [['static file', bare, '/kept.webp'], ['kept rendition', ours, renditionPath(asset._id, plan)]] as const;
  const measured = new Map<string, Round[]>();
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, server, path] of roads) {
        const result = await load(server, { seconds: round === 0 ? 2 : seconds }, () => ({ path, headers: { accept: 'image/webp' }, expect: 200 }));
        if (round > 0) measured.set(name, [...(measured.get(name) ?? []), result]);
        console.error(`${round === 0 ? 'warm' : `round ${round}`}: ${name.padEnd(14)} ${Math.round(result.perSecond)} req/s`);
      }
    }
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
  }
  const rate = (name: string): number => median(measured.get(name)!.map(({ perSecond }) => perSecond));
  const cpu = (name: string): { cpuMicroseconds: number } => ({ cpuMicroseconds: median(measured.get(name)!.map(({ cpuMicroseconds = 0 }) => cpuMicroseconds)) });
  const base = { name: 'static file', value: rate('static file') };
  return [figure('static file', base.value, 'req/s', undefined, cpu('static file')), figure('kept rendition', rate('kept rendition'), 'req/s', base, cpu('kept rendition'))];
}

/** Fifty first requests for one rendition, half of them to another process: how many encodes they cost. */
async function countEncodes(asset: Asset, env: NodeJS.ProcessEnv): Promise<Figure> {
  const main = new URL('../../src/app/main.ts', import.meta.url).pathname;
  const servers = [await startServer(main, '/readyz', env), await startServer(main, '/readyz', env)];
  try {
    const path = renditionPath(asset._id, planRendition(asset, 'hero')!);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => fetch(`${servers[at % 2]!.url}${path}`, { headers: { accept: 'image/webp' } })));
    const wrong = answers.find(({ status }) => status !== 200);
    if (wrong) throw new Error(`${path} answered ${wrong.status}`);
    const texts = await Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
    const made = texts.map((text) => Number(/^yici_media_renditions_made_total (\d+)/m.exec(text)?.[1] ?? 0));
    return figure('encodes of 50', made.reduce((sum, each) => sum + each, 0), 'encode');
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
