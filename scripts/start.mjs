// npm start: from a fresh clone to a running newsroom. Needs nothing installed but Node.js and npm.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './launch/build.mjs';
import { holdDataDir } from './launch/data-dir.mjs';
import { dataDirOf, keptSecret, projectRoot } from './launch/folders.mjs';
import { assertNode, ensureInstalled } from './launch/install.mjs';
import { assertPortUsable } from './launch/port.mjs';
import { say } from './launch/say.mjs';
import { onWishToEnd } from './launch/signals.mjs';
import { StopError } from './launch/stop-error.mjs';

/** Longest time the server may take to finish its requests. */
const drainMs = 20_000;

process.exitCode = await main();
process.exit();

/** @returns {Promise<number>} the exit code: 0 when a person ended it */
async function main() {
  const wish = new AbortController();
  onWishToEnd((signal) => { say(`${signal}: ending in order …`); wish.abort(); }, () => process.kill(process.pid, 'SIGKILL'));
  try {
    return await start(wish.signal);
  } catch (error) {
    if (wish.signal.aborted) return 0;
    console.error(`\n${error instanceof StopError ? error.message : error instanceof Error ? error.stack : error}\n`);
    return 1;
  }
}

/** @param {AbortSignal} wish */
async function start(wish) {
  assertNode();
  const dataDir = dataDirOf();
  const [port, host] = [process.env.PORT || '4000', process.env.HOST || '127.0.0.1'];
  const lock = holdDataDir(dataDir, 'npm start');
  try {
    await assertPortUsable(port, host);
    await ensureInstalled({ signal: wish });
    await ensureBuilt({ signal: wish });
    wish.throwIfAborted();
    const { provideDatabase } = await import('./mongo/index.mjs');
    const database = await provideDatabase({ dataDir, signal: wish });
    try {
      return await serve({ ...process.env, MONGODB_URI: database.uri, DATA_DIR: dataDir, PORT: port, HOST: host, ...secretFor(dataDir) }, database.ended, wish);
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

/** Production must name its secret; elsewhere one is kept in the data folder. @param {string} dataDir */
function secretFor(dataDir) {
  return process.env.YICI_SECRET || process.env.NODE_ENV === 'production' ? {} : { YICI_SECRET: keptSecret(dataDir) };
}

/**
 * Runs the server until it, the database or a person ends it. In a group of its own, so that Ctrl-C reaches it once, through us.
 * @param {NodeJS.ProcessEnv} env
 * @param {Promise<string>} databaseEnded
 * @param {AbortSignal} wish
 */
async function serve(env, databaseEnded, wish) {
  wish.throwIfAborted();
  const preload = new URL('./launch/end-with-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', preload, path.join(projectRoot, 'dist/scripts/serve.js')], {
    cwd: projectRoot, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true,
  });
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const first = await Promise.race([ended, databaseEnded, aborted(wish)]);
  await endChild(child, ended);
  if (wish.aborted) return 0;
  if (typeof first === 'string') throw new StopError(`MongoDB stopped: ${first}. Its log is ${path.join(env.DATA_DIR ?? '', 'mongod.log')}`);
  if (first && first.code !== 0) say(`The server ended by itself (${first.signal ?? `exit code ${first.code}`}); its last lines say why.`);
  return first?.code ?? 1;
}

/** @param {AbortSignal} signal @returns {Promise<undefined>} */
function aborted(signal) {
  return new Promise((resolve) => { signal.addEventListener('abort', () => resolve(undefined), { once: true }); });
}

/** @param {import('node:child_process').ChildProcess} child @param {Promise<unknown>} ended */
async function endChild(child, ended) {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), drainMs);
  await ended;
  clearTimeout(force);
}
