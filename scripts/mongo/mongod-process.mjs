import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freeBytes } from '../launch/folders.mjs';
import { endProcess, isGoneWithin } from '../launch/processes.mjs';
import { explainEnd } from './versions.mjs';

/**
 * A shell of a megabyte between us and mongod. It reads from a pipe we hold open: when we die, even by SIGKILL, the pipe closes
 * and the shell ends mongod in order. It prints the id of mongod first.
 */
const guard = `
exec 3<&0
"$@" </dev/null &
pid=$!
echo "$pid"
{ read -r _ <&3; kill -TERM "$pid"; } 2>/dev/null >&2 &
wait "$pid"
`;

/** Data to run on; `alone` outside its replica set, for repairs. @typedef {{ dbPath: string, logFile: string, port: number, cacheGB: number, alone?: boolean }} Place */

/**
 * A running mongod. `stop` ends it in order (by force after 20 s); `ended` settles with a sentence when it ends in any way.
 * @typedef {{ pid: number, port: number, stop: () => Promise<void>, ended: Promise<string> }} RunningMongod
 */

/**
 * Starts mongod on 127.0.0.1 and waits until it accepts connections. Throws with the reason in words when it ends before that.
 * @param {string} program
 * @param {Place} place
 * @returns {Promise<RunningMongod>}
 */
export async function startMongod(program, place) {
  turnLog(place.logFile);
  const logStart = sizeOf(place.logFile);
  const child = process.platform === 'win32'
    ? spawn(program, argumentsFor(place), { stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn('/bin/sh', ['-c', guard, 'mongod', program, ...argumentsFor(place)], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let words = '';
  child.stdout.on('data', (chunk) => { words += chunk; });
  child.stderr.on('data', (chunk) => { words += chunk; });
  child.stdin.on('error', () => {});
  let hasEnded = false;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(explainEnd(`${words}\n${readFrom(place.logFile, logStart)}\n${diskState(place.dbPath)}`, code, signal)));
  });
  void ended.then(() => { hasEnded = true; });
  while (!hasEnded && !await accepts(place.port)) await pause(30);
  const pid = process.platform === 'win32' ? child.pid : Number(/^(\d+)/.exec(words)?.[1]);
  if (hasEnded || !pid) throw new Error(await ended);
  return { pid, port: place.port, ended, stop: () => stopMongod(child, pid, ended) };
}

/** @param {import('node:child_process').ChildProcessWithoutNullStreams} child @param {number} pid @param {Promise<string>} ended */
async function stopMongod(child, pid, ended) {
  if (process.platform === 'win32') child.kill();
  child.stdin.end();
  if (!await isGoneWithin(pid, 20_000)) await endProcess(pid, 1_000);
  await ended;
}

/** @param {Place} place */
function argumentsFor({ dbPath, logFile, port, cacheGB, alone }) {
  return [
    '--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1',
    ...(alone ? ['--setParameter', 'disableLogicalSessionCacheRefresh=true'] : ['--replSet', replicaSetName]),
    '--wiredTigerCacheSizeGB', String(cacheGB), '--oplogSize', '512', '--setParameter', `transactionLifetimeLimitSeconds=${transactionSeconds}`, '--logpath', logFile, '--logappend', '--quiet',
    '--setParameter', 'diagnosticDataCollectionEnabled=false',
    '--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100', // nobody to hand over to: the default waits 15 s
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
  ];
}

export const replicaSetName = 'yici';

// A process killed within a transaction leaves locks that others wait for until this; ours take milliseconds.
const transactionSeconds = 15;

/** mongod cannot log that the disk is full on a disk that is full. @param {string} dbPath */
const diskState = (dbPath) => (existsSync(dbPath) && freeBytes(dbPath) < 5e6 ? 'No space left on device' : '');

/** Keeps one older log, so that years of starts do not fill the disk. @param {string} logFile */
function turnLog(logFile) {
  if (sizeOf(logFile) > 10e6) renameSync(logFile, `${logFile}.1`);
}

/** @param {string} file */
const sizeOf = (file) => (existsSync(file) ? statSync(file).size : 0);

/** What a file holds from a byte on, at most its last 64 KB. @param {string} file @param {number} start */
function readFrom(file, start) {
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  const size = fstatSync(descriptor).size;
  const from = Math.max(start, size - 65_536);
  const bytes = Buffer.alloc(Math.max(0, size - from));
  readSync(descriptor, bytes, 0, bytes.length, from);
  closeSync(descriptor);
  return bytes.toString('utf8');
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
