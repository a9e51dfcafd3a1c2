import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { connectDatabase, createServices } from '../../src/app/start.js';
import { loadConfig, systemContext, type Services } from '../../src/kernel/index.js';
import { findRendition, planRendition, renditionPath, storageFrom, storeAsset, useStorage, type Asset, type RenditionPreset } from '../../src/media/index.js';
import { onANewDatabase, type BenchEnvironment } from './on-a-new-database.js';
import { figure, median, type Figure } from './figure.js';
import { load } from './load.js';
import { startServer, type ServerProcess } from './server-process.js';

/** Many short rounds, the two roads by turns: what else the machine does hits both alike. */
const rounds = { making: 6, kept: 24 };
const seconds = 0.5;
const warmSeconds = 3;
const photos = 8;
/** Encodes at once, in the bare loop as in the product. */
const atOnce = availableParallelism();
/** Requests that wait for a rendition at a time: what is read and written for one is done while another is encoded. */
const waitingRequests = 3 * atOnce;

/** What is made of each photo in a round, and the bare words for it: the same pixels, from the file and into a file, as somebody with a folder of photos would write it. */
const tasks: readonly { readonly preset: RenditionPreset; readonly format: 'webp' | 'jpeg'; bare(path: string, into: string): Promise<unknown> }[] = [
  { preset: 'card', format: 'webp', bare: (path, into) => sharp(path, { sequentialRead: true }).rotate().resize(960, 600, { fit: 'cover' }).webp({ quality: 78, effort: 3 }).toFile(into) },
  { preset: 'share', format: 'jpeg', bare: (path, into) => sharp(path, { sequentialRead: true }).rotate().resize(1200, 628, { fit: 'cover' }).jpeg({ quality: 82, progressive: true }).toFile(into) },
];

/** Pictures: renditions made beside bare sharp, kept renditions beside a static file server, and how many encodes fifty first requests cost. */
export async function run(): Promise<Figure[]> {
  return onANewDatabase({ YICI_ROLE: 'web' }, measure);
}

async function measure(env: BenchEnvironment): Promise<Figure[]> {
  const { DATA_DIR: dataDir } = env;
  const config = loadConfig();
  const services = createServices(config);
  await connectDatabase(config);
  useStorage(storageFrom(config.dataDir));
  try {
    const taken = await seed(services, dataDir);
    await publish(taken);
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

/** Something that readers see uses every photo: what nothing published uses is not handed out to everybody. */
async function publish(taken: readonly Taken[]): Promise<void> {
  await mongoose.connection.collection<{ _id: string; slug: string; assetIds: string[] }>('published').insertOne({ _id: 'article_000000000000000000000001', slug: 'bench', assetIds: taken.map(({ asset }) => asset._id) });
}

/** By turns, each round with the other first: what is measured is the ratio within a round, and the median over all rounds. */
async function measureMaking(services: Services, taken: readonly Taken[]): Promise<Figure[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds.making; round += 1) {
    const work = taken.flatMap((each) => tasks.map((task) => ({ ...each, task })));
    const bare = (): Promise<number> => rateOf(atOnce, work.map(({ path, task }) => () => task.bare(path, `${path}-${task.preset}-${round}.${task.format}`)));
    // Another focal point in each round, so that nothing is answered from what was kept; it moves the cut by a few pixels.
    const focus = { x: 0.5 + round / 1000, y: 0.5 + round / 1000 };
    const ours = (): Promise<number> => rateOf(waitingRequests, work.map(({ asset, task }) => () => findRendition(services, planRendition({ ...asset, focus }, task.preset)!, task.format)));
    const pair = await inTurn(round, bare, ours);
    if (round > 0) pairs.push(pair);
    console.error(`${round === 0 ? 'warm' : `round ${round}`}: bare sharp ${pair.bare.toFixed(1)}/s, renditions ${pair.ours.toFixed(1)}/s`);
  }
  return paired('bare sharp', 'renditions', '/s', pairs);
}

/** One round of two roads. */
interface Pair {
  readonly bare: number;
  readonly ours: number;
}

async function inTurn(round: number, bare: () => Promise<number>, ours: () => Promise<number>): Promise<Pair> {
  if (round % 2 === 0) return { bare: await bare(), ours: await ours() };
  const first = await ours();
  return { bare: await bare(), ours: first };
}

/** Both rates, and the median of the rounds' own ratios. */
function paired(bareName: string, ourName: string, unit: string, pairs: readonly Pair[]): Figure[] {
  const value = median(pairs.map(({ ours }) => ours));
  return [figure(bareName, median(pairs.map(({ bare }) => bare)), unit), figure(ourName, value, unit, { name: bareName, value: value / median(pairs.map(({ bare, ours }) => ours / bare)) })];
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
  const rate = async (server: ServerProcess, path: string, round: number): Promise<number> => (await load(server, { seconds: round === 0 ? warmSeconds : seconds }, () => ({ path, headers: { accept: 'image/webp' }, expect: 200 }))).perSecond;
  const pairs: Pair[] = [];
  try {
    for (let round = 0; round <= rounds.kept; round += 1) {
      const pair = await inTurn(round, () => rate(bare, '/kept.webp', round), () => rate(ours, renditionPath(asset._id, plan), round));
      if (round > 0) pairs.push(pair);
      if (round % 6 === 0) console.error(`${round === 0 ? 'warm' : `round ${round}`}: static file ${Math.round(pair.bare)} req/s, kept rendition ${Math.round(pair.ours)} req/s`);
    }
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
  }
  return paired('static file', 'kept rendition', 'req/s', pairs);
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
