import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { withDatabase } from '../mongo/index.mjs';
import { figure, median, type Figure } from './figure.js';
import { load, type LoadRequest, type Round } from './load.js';
import { seedReads } from './seed-reads.js';
import { startServer, type ServerProcess } from './server-process.js';

const rounds = 3;
const seconds = 4;
const articles = 10_000;

const pages = 25;
const document = 'query List($after: String) { articles(first: 20, after: $after) { nodes { title summary slug publishedAt unit { name } topics { name } cover { url } } } }';

/** The list query as readers send it; `page` turns to another page each time, so that nothing answers from what it just read. */
const listAt = (after: string | null): LoadRequest => ({
  path: '/graphql', method: 'POST', expect: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document, operationName: 'List', variables: { after } }),
});

/** Readers' roads: our list beside plain http and driver over the same data, the feed, and a feed that has not changed. */
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
  console.error(`seeding ${articles} articles …`);
  const feed = await seedReads(articles);
  const raw = await startServer(new URL('./raw-server.ts', import.meta.url).pathname, '/', env);
  const ours = await startServer(new URL('../../src/app/main.ts', import.meta.url).pathname, '/readyz', env);
  try {
    return await compare(raw, ours, feed);
  } finally {
    await Promise.all([raw.stop(), ours.stop()]);
    await mongoose.disconnect();
  }
}

interface Turned {
  readonly cursor: string;
  readonly time: number;
}

/** Pages through the list as a reader would, so that both servers are asked for the same pages. */
async function turnPages(server: ServerProcess): Promise<Turned[]> {
  const turned: Turned[] = [];
  const paging = 'query Pages($after: String) { articles(first: 20, after: $after) { nodes { publishedAt } pageInfo { endCursor } } }';
  for (let after: string | null = null; turned.length < pages;) {
    const response: Response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: paging, variables: { after } }) });
    const { data } = await response.json() as { data: { articles: { nodes: { publishedAt: string }[]; pageInfo: { endCursor: string } } } };
    after = data.articles.pageInfo.endCursor;
    turned.push({ cursor: after, time: Date.parse(data.articles.nodes.at(-1)!.publishedAt) });
  }
  return turned;
}

async function compare(raw: ServerProcess, ours: ServerProcess, feed: string): Promise<Figure[]> {
  const turned = await turnPages(ours);
  const etag = (await fetch(`${ours.url}${feed}`)).headers.get('etag') ?? '';
  const roads: readonly (readonly [name: string, server: ServerProcess, request: (n: number) => LoadRequest])[] = [
    ['raw', raw, (n) => ({ path: `/?before=${turned[n % pages]!.time}`, expect: 200 })],
    ['list uncached', ours, (n) => listAt(turned[n % pages]!.cursor)],
    ['list repeated', ours, () => listAt(null)],
    ['feed', ours, () => ({ path: feed, expect: 200 })],
    ['feed 304', ours, () => ({ path: feed, expect: 304, headers: { 'if-none-match': etag } })],
  ];
  const measured = new Map<string, Round[]>();
  for (const [name, server, request] of roads) await load(server, 2, request).then(() => console.error(`warm: ${name}`));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, server, request] of roads) {
      const result = await load(server, seconds, request);
      measured.set(name, [...(measured.get(name) ?? []), result]);
      console.error(`round ${round}: ${name.padEnd(14)} ${Math.round(result.perSecond)} req/s`);
    }
  }
  return figuresOf(measured);
}

function figuresOf(measured: ReadonlyMap<string, Round[]>): Figure[] {
  const base = { name: 'raw', value: median(measured.get('raw')!.map(({ perSecond }) => perSecond)) };
  return [...measured].map(([name, results]) => {
    const cpu = median(results.map(({ cpuMicroseconds = Number.NaN }) => cpuMicroseconds));
    return figure(name, median(results.map(({ perSecond }) => perSecond)), 'req/s', name === 'raw' ? undefined : base, Number.isNaN(cpu) ? {} : { cpuMicroseconds: cpu });
  });
}
