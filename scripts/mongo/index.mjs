import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cleanUpOnSignals } from '../launch/signals.mjs';
import { holdDataDir } from '../launch/data-dir.mjs';
import { dataDirOf } from '../launch/folders.mjs';
import { isAlive } from '../launch/processes.mjs';
import { say as print } from '../launch/say.mjs';
import { endOrphan, liveUri, startEmbedded } from './embedded.mjs';
import { describeServer } from './replica-set.mjs';

/** @typedef {import('./embedded.mjs').Database} Database */

/**
 * The database of a data folder: that of MONGODB_URI, or an embedded one under DATA_DIR/db. The caller holds the lock of the folder.
 * @param {{ dataDir: string, env?: NodeJS.ProcessEnv, say?: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<Database>}
 */
export async function provideDatabase({ dataDir, env = process.env, say = print, signal }) {
  if (env.MONGODB_URI) {
    say(`MongoDB: the server of MONGODB_URI (${await describeServer(env.MONGODB_URI)}).`);
    return { uri: env.MONGODB_URI, stop: async () => {}, ended: new Promise(() => {}) };
  }
  const database = await startEmbedded(dataDir, { say, signal });
  say(`MongoDB: running, data in ${path.join(dataDir, 'db')}, address ${database.uri}`);
  return database;
}

/** A prefix with our process id, so that a later run knows which folders of killed runs it may delete. */
const temporaryPrefix = 'yici-db-';

/**
 * A replica set in a folder of its own that `stop` deletes: for tests and measurements. MONGODB_URI is not looked at.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<Database>}
 */
export async function startTemporaryDatabase({ say = print } = {}) {
  await sweepTemporary();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${temporaryPrefix}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const database = await startEmbedded(folder, { say }, '');
    return { ...database, stop: () => database.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Deletes the folders that killed runs of this user left behind. */
async function sweepTemporary() {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = Number(new RegExp(`^${temporaryPrefix}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    try {
      await endOrphan(path.join(folder, 'db'), () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: not ours to delete.
    }
  }
}

/**
 * Runs `work` with a database for a script: MONGODB_URI, or the embedded one that `npm start` runs now, or one started on the data folder for
 * the duration; with `temporary`, an empty one that is deleted afterwards. Sets MONGODB_URI meanwhile.
 * @template T
 * @param {(uri: string) => Promise<T>} work
 * @param {{ temporary?: boolean, dataDir?: string, say?: (line: string) => void, handlesSignals?: boolean }} [options]  `handlesSignals`: `work` ends by itself on a signal
 * @returns {Promise<T>}
 */
export async function withDatabase(work, { temporary = false, dataDir = dataDirOf(), say = print, handlesSignals = false } = {}) {
  const database = temporary ? await startTemporaryDatabase({ say }) : await databaseForScript(dataDir, say);
  const given = process.env.MONGODB_URI;
  const restore = handlesSignals ? () => {} : cleanUpOnSignals(() => database.stop());
  process.env.MONGODB_URI = database.uri;
  try {
    return await work(database.uri);
  } finally {
    restore();
    if (given === undefined) delete process.env.MONGODB_URI;
    else process.env.MONGODB_URI = given;
    await database.stop();
  }
}

/** @param {string} dataDir @param {(line: string) => void} say @returns {Promise<Database>} */
async function databaseForScript(dataDir, say) {
  const uri = process.env.MONGODB_URI ?? liveUri(dataDir);
  if (uri) return { uri, stop: async () => {}, ended: new Promise(() => {}) };
  const lock = holdDataDir(dataDir, 'a script');
  try {
    const database = await provideDatabase({ dataDir, say });
    return { ...database, stop: () => database.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

export { holdDataDir, liveUri };
