import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StopError } from './stop-error.mjs';

/** The folder of the clone. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The data folder as an absolute path: DATA_DIR, or ./data of the clone. @param {NodeJS.ProcessEnv} [env] */
export const dataDirOf = (env = process.env) => path.resolve(projectRoot, env.DATA_DIR || 'data');

/** Where downloads are kept for all clones of this user: YICI_CACHE_DIR, XDG_CACHE_HOME/yici or ~/.cache/yici. @param {NodeJS.ProcessEnv} [env] */
export function cacheDirOf(env = process.env) {
  if (env.YICI_CACHE_DIR) return path.resolve(env.YICI_CACHE_DIR);
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'yici');
}

/**
 * Makes a folder and proves that it can be written.
 * @param {string} folder
 * @param {string} remedy  what to do when it cannot, as a sentence
 */
export function openFolder(folder, remedy) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new StopError(`${folderProblem(folder, /** @type {NodeJS.ErrnoException} */ (error).code)} ${remedy}`);
  }
}

/** @param {string} folder @param {string | undefined} code */
function folderProblem(folder, code) {
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk that holds ${folder} is full.`;
  if (code === 'EROFS') return `${folder} is on a read-only file system.`;
  if (code === 'EACCES' || code === 'EPERM') return `${folder} may not be written by this user.`;
  if (code === 'ENOENT') return `${folder} cannot be made: the folder above it is missing or read-only.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} is not a folder, or runs through a file.`;
  return `${folder} cannot be used (${code}).`;
}

/** Free bytes of the disk that holds a folder. @param {string} folder */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Throws when the disk has less room than asked.
 * @param {string} folder
 * @param {number} megabytes
 * @param {string} purpose  a noun phrase
 */
export function assertRoom(folder, megabytes, purpose) {
  const free = Math.floor(freeBytes(folder) / 1e6);
  if (free < megabytes) {
    throw new StopError(`The disk that holds ${folder} has ${free} MB free; ${purpose} needs at least ${megabytes} MB. Free some room, or name another folder.`);
  }
}

/** The secret kept in the data folder, made on first use and readable by its owner only. @param {string} dataDir */
export function keptSecret(dataDir) {
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`; // renamed when whole: a kill in between must not leave half a secret
    writeFileSync(draft, `${randomBytes(36).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}
