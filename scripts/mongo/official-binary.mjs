import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitingFor } from '../launch/say.mjs';

/** Longest wait for the first byte: a closed network must cost seconds. */
const connectMs = 20_000;
/** Longest wait without a further byte. */
const stallMs = 30_000;

/**
 * MongoDB's own binary for this platform through mongodb-memory-server-core, which also obeys MONGOMS_VERSION, MONGOMS_DOWNLOAD_MIRROR and proxies.
 * @param {string} folder  where it is kept
 * @param {import('./find-mongod.mjs').Finding} finding
 * @returns {Promise<string>} the path of mongod
 */
export function fetchOfficialBinary(folder, { say, signal }) {
  mkdirSync(folder, { recursive: true });
  const script = fileURLToPath(new URL('./download-official.mjs', import.meta.url));
  const env = { ...process.env, MONGOMS_PREFER_GLOBAL_PATH: 'false', MONGOMS_SYSTEM_BINARY: '' };
  const child = spawn(process.execPath, [script, folder], { env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const work = watchDownload(child, folder);
  return waitingFor('the official MongoDB binary', work, say, () => `(${Math.round(bytesIn(folder) / 1e6)} MB)`);
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child @param {string} folder @returns {Promise<string>} */
function watchDownload(child, folder) {
  return new Promise((resolve, reject) => {
    let out = '';
    let problem = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { problem += chunk; });
    const stop = endWhenStalled(folder, (reason) => { child.kill('SIGKILL'); reject(new Error(reason)); });
    child.on('error', reject);
    child.on('close', (code) => {
      stop();
      const found = out.trim().split('\n').at(-1) ?? '';
      if (code === 0 && found) resolve(found);
      else reject(new Error(shortReason(problem)));
    });
  });
}

/** Calls back once when the folder stops growing for too long. @param {string} folder @param {(reason: string) => void} end @returns {() => void} */
function endWhenStalled(folder, end) {
  const first = bytesIn(folder);
  let last = first;
  let since = Date.now();
  const timer = setInterval(() => {
    const now = bytesIn(folder);
    if (now !== last) [last, since] = [now, Date.now()];
    const limit = last === first ? connectMs : stallMs;
    if (Date.now() - since < limit) return;
    clearInterval(timer);
    end(`nothing arrived for ${limit / 1000} s`);
  }, 500);
  return () => clearInterval(timer);
}

/** The line of a stack trace that says what happened. @param {string} text */
function shortReason(text) {
  const line = text.split('\n').find((each) => /getaddrinfo|ECONN|ETIMEDOUT|Status Code|Unknown|UNABLE|certificate/i.test(each));
  return (line ?? text.split('\n').find((each) => /Error/.test(each)) ?? 'the download failed').trim();
}

/** @param {string} folder @returns {number} */
function bytesIn(folder) {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) sum += statSync(path.join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
