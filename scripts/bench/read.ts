import mongoose from 'mongoose';
import { figure, median, type Figure } from './figure.js';
import { onANewDatabase, type BenchEnvironment } from './on-a-new-database.js';
import { load, type LoadRequest, type Round } from './load.js';
import { seedReads } from './seed-reads.js';
import { pin, startServer, type ServerProcess } from './server-process.js';
import { ensureBuilt } from '../launch/build.mjs';

/** Many short rounds, each road in each: what else the machine does then meets them all. */
const rounds = 10;
const seconds = 1.5;
/** Requests before anything is measured: V8 compiles what is asked often, however long that takes on a busy machine. */
const warmUp = 4000;
const articles = 10_000;

const pages = 25;
const document = 'query List($after: String) { articles(first: 20, after: $after) { nodes { title summary slug publishedAt unit { name } topics { name } cover { url } } } }';

/** The list query as readers send it. With `isFresh` no kept answer is wanted: the query is executed, as for a question that nobody has asked yet. */
const listAt = (after: string | null, isFresh = false): LoadRequest => ({
  path: '/graphql', method: 'POST', expect: 200, headers: { 'content-type': 'application/json', ...(isFresh ? { 'cache-control': 'no-store' } : {}) }, body: JSON.stringify({ query: document, operationName: 'List', variables: { after } }),
});

/** Readers' roads: our list beside plain http and driver over the same data, the feed, and a feed that has not changed. */
export async function run(): Promise<Figure[]> {
  await ensureBuilt();
  pin(1);
  return onANewDatabase({ YICI_ROLE: 'web' }, measure);
}

async function measure(env: BenchEnvironment): Promise<Figure[]> {
  console.error(`seeding ${articles} articles …`);
  const feed = await seedReads(articles);
  const raw = await startServer(new URL('./raw-server.mjs', import.meta.url).pathname, '/', env);
  const ours = await startServer(new URL('../../dist/src/app/main.js', import.meta.url).pathname, '/readyz', env);
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
    ['list uncached', ours, (n) => listAt(turned[n % pages]!.cursor, true)],
    ['list repeated', ours, () => listAt(null)],
    ['feed', ours, () => ({ path: feed, expect: 200 })],
    ['feed 304', ours, () => ({ path: feed, expect: 304, headers: { 'if-none-match': etag } })],
  ];
  const measured = new Map<string, Round[]>();
  for (const [name, server, request] of roads) await load(server, { requests: warmUp }, request).then(() => console.error(`warm: ${name}`));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, server, request] of roads) {
      const result = await load(server, { seconds }, request);
      measured.set(name, [...(measured.get(name) ?? []), result]);
      console.error(`round ${round}: ${name.padEnd(14)} ${Math.round(result.perSecond)} req/s`);
    }
  }
  return figuresOf(measured);
}

/** Ratios are the median of each round's own, so that a slow moment of the machine counts for both sides. */
function figuresOf(measured: ReadonlyMap<string, Round[]>): Figure[] {
  const raw = measured.get('raw')!;
  const base = { name: 'raw', value: median(raw.map(({ perSecond }) => perSecond)) };
  return [...measured].map(([name, results]) => {
    const value = median(results.map(({ perSecond }) => perSecond));
    const cpu = median(results.map(({ cpuMicroseconds = Number.NaN }) => cpuMicroseconds));
    const cpuMicroseconds = Number.isNaN(cpu) ? {} : { cpuMicroseconds: cpu };
    if (name === 'raw') return figure(name, value, 'req/s', undefined, cpuMicroseconds);
    const ratio = median(results.map(({ perSecond }, round) => perSecond / raw[round]!.perSecond));
    const cpuRatio = median(results.map((result, round) => (raw[round]!.cpuMicroseconds ?? Number.NaN) / (result.cpuMicroseconds ?? Number.NaN)));
    return figure(name, value, 'req/s', base, { ratio: Number(ratio.toPrecision(3)), ...cpuMicroseconds, ...(Number.isNaN(cpuRatio) ? {} : { cpuRatio: Number(cpuRatio.toPrecision(3)) }) });
  });
}
