import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { request } from 'undici';
import mongoose from 'mongoose';
import { createPerson, signIn } from '../../src/accounts/index.js';
import { connectDatabase, createServices } from '../../src/app/start.js';
import { loadConfig, systemContext } from '../../src/kernel/index.js';
import { onANewDatabase, type BenchEnvironment } from './on-a-new-database.js';
import { figure, type Figure } from './figure.js';
import { startServer, type ServerProcess } from './server-process.js';

/** Gigabytes that are sent: 2, or BENCH_UPLOAD_GB. Three times as much is needed on the disk for a while. */
const gigabytes = Number(process.env.BENCH_UPLOAD_GB ?? 2);
const bytes = Math.round(gigabytes * 1e9);
const chunk = Buffer.alloc(1 << 20, 7);
/** The beginning of a film (ISO 14496-12): what the first bytes are judged by. */
const head = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypisom\0\0\x02\0isommp41', 'latin1')]);

/** One large film over one connection: how fast, and how much memory the server has while it arrives and is made an asset. */
export async function run(): Promise<Figure[]> {
  return onANewDatabase({ VIDEO_CONCURRENCY: '0', DEMO: '0' }, measure);
}

async function measure(env: BenchEnvironment): Promise<Figure[]> {
  const token = await aSender();
  const server = await startServer(new URL('../../src/app/main.ts', import.meta.url).pathname, '/readyz', { ...env, YICI_ROLE: 'all' });
  const memory: number[] = [];
  const before = residentOf(server);
  const watch = setInterval(() => { memory.push(residentOf(server)); }, 500);
  try {
    const location = await begin(server, token);
    const start = performance.now();
    await send(location, token);
    const sent = (performance.now() - start) / 1000;
    await untilJudged(location, token);
    const whole = (performance.now() - start) / 1000;
    memory.push(residentOf(server));
    console.error(`${gigabytes} GB: sent in ${sent.toFixed(1)} s, an asset after ${whole.toFixed(1)} s; RSS ${before} MB before, ${Math.min(...memory)} to ${Math.max(...memory)} MB throughout`);
    return [figure('upload', bytes / 1e6 / sent, 'MB/s'), figure('memory before', before, 'MB'), figure('memory at most', Math.max(...memory), 'MB', { name: 'before', value: before })];
  } finally {
    clearInterval(watch);
    await server.stop();
    await mongoose.disconnect();
  }
}

/** A person who may send films of this size, signed in. */
async function aSender(): Promise<string> {
  const config = loadConfig();
  const services = createServices(config);
  await connectDatabase(config);
  const ctx = systemContext(services, 'bench');
  const password = randomBytes(18).toString('base64url');
  await createPerson(ctx, { login: 'sender', name: '发送人', roles: ['editor'] }, { password, mustChangePassword: false });
  return (await signIn({ ...ctx, ip: '127.0.0.1' }, { login: 'sender', password })).token;
}

const headersOf = (token: string): Record<string, string> => ({ 'tus-resumable': '1.0.0', authorization: `Bearer ${token}` });

async function begin({ url }: ServerProcess, token: string): Promise<string> {
  const metadata = `filename ${Buffer.from('发布会.mp4').toString('base64')},filetype ${Buffer.from('video/mp4').toString('base64')}`;
  const { statusCode, headers, body } = await request(`${url}/uploads`, { method: 'POST', headers: { ...headersOf(token), 'upload-length': String(bytes), 'upload-metadata': metadata } });
  if (statusCode !== 201) throw new Error(`the upload was refused: ${statusCode} ${await body.text()}`);
  await body.dump();
  return new URL(String(headers.location), url).href;
}

async function send(location: string, token: string): Promise<void> {
  const { statusCode, body } = await request(location, { method: 'PATCH', headers: { ...headersOf(token), 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: Readable.from(film(), { objectMode: false }), headersTimeout: 0, bodyTimeout: 0 });
  if (statusCode !== 204) throw new Error(`the bytes were refused: ${statusCode} ${await body.text()}`);
  await body.dump();
}

async function* film(): AsyncGenerator<Buffer> {
  yield head;
  for (let left = bytes - head.length; left > 0; left -= chunk.length) yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

/** Until the upload is an asset. */
async function untilJudged(location: string, token: string): Promise<void> {
  for (;;) {
    const { body } = await request(new URL('/graphql', location), { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ uploads(first: 1) { nodes { state problem { en } } } }"}' });
    const { data } = await body.json() as { data: { uploads: { nodes: { state: string; problem: { en: string } | null }[] } } };
    const { state, problem } = data.uploads.nodes[0]!;
    if (state === 'STORED') return;
    if (problem) throw new Error(problem.en);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Megabytes of memory that the server's process has. */
function residentOf({ pid }: ServerProcess): number {
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000);
}
