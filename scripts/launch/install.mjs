import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheDirOf, projectRoot } from './folders.mjs';
import { takeLock } from './lock.mjs';
import { npmCommand, runToEnd } from './processes.mjs';
import { say, waitingFor } from './say.mjs';
import { StopError } from './stop-error.mjs';

/** Below it, require() of ES modules and half of our dependencies do not work. */
const oldestNode = { major: 20, minor: 19 };

/** Throws in words when this Node is older than the product needs. @param {string} [version] */
export function assertNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    throw new StopError(`Yici needs Node.js ${oldestNode.major}.${oldestNode.minor} or newer; this is ${version}. Get a newer one from https://nodejs.org/ (24 is a good choice).`);
  }
}

/**
 * Installs the dependencies when they are missing or package-lock.json has changed since. A file lock keeps two commands on one clone apart.
 * @param {{ root?: string, signal?: AbortSignal }} [options]
 */
export async function ensureInstalled({ root = projectRoot, signal } = {}) {
  if (isInstalled(root)) return;
  await alone(root, async () => {
    if (isInstalled(root)) return;
    say('Installing dependencies with npm ci (one to three minutes the first time) …');
    const [npm, first] = npmCommand();
    const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await waitingFor('npm ci', runToEnd('npm ci', npm, args, { cwd: root, signal, quiet: true })).catch(explainNpm);
    say('Dependencies are installed.');
  });
}

/** @param {unknown} error @returns {never} */
function explainNpm(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOENT/.test(message) && /could not run/.test(message)) throw new StopError('npm was not found. It comes with Node.js: install Node.js from https://nodejs.org/ and start again.');
  if (/ENOSPC/.test(message)) throw new StopError(`The disk is full: npm could not write node_modules (about 600 MB are needed).\n${message}`);
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|ECONNRESET/.test(message)) throw new StopError(`npm could not reach its registry. Check the network or the proxy (npm config get registry) and start again.\n${message}`);
  throw error;
}

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/**
 * Whether node_modules holds what package-lock.json asks for, by the record npm itself writes there as its last step:
 * an interrupted install has none, and a later `npm install` updates it.
 * @param {string} root
 */
function isInstalled(root) {
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  return installed !== undefined && missingFrom(installed, readPackages(path.join(root, 'package-lock.json')) ?? {}).length === 0;
}

/** The wanted packages that are absent or of another version; those for other platforms may be absent. @param {Packages} installed @param {Packages} wanted @returns {string[]} */
export function missingFrom(installed, wanted) {
  return Object.entries(wanted)
    .filter(([name, { version, optional, link }]) => name !== '' && !link && (installed[name] ? installed[name].version !== version : !optional))
    .map(([name]) => name);
}

/** @param {string} file @returns {Packages | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while no other command installs or builds in this clone; waits for the other one, saying so.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function alone(root, work) {
  const file = path.join(cacheDirOf(), 'locks', `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
  let lock = takeLock(file, 'an install or build');
  if ('holder' in lock) say(`Waiting for the install or build that process ${lock.holder.pid} runs in this folder …`);
  while ('holder' in lock) {
    await pause(500);
    lock = takeLock(file, 'an install or build');
  }
  try {
    await work();
  } finally {
    lock.release();
  }
}
