import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assertRoom } from '../launch/folders.mjs';
import { freePort, isPortFree } from '../launch/port.mjs';
import { commandLineOf, endProcess, isAlive, isGoneWithin } from '../launch/processes.mjs';
import { StopError } from '../launch/stop-error.mjs';
import { findMongod } from './find-mongod.mjs';
import { startMongod } from './mongod-process.mjs';
import { becomePrimary, rewriteHost, uriOf } from './replica-set.mjs';

/** @typedef {import('./find-mongod.mjs').Finding} Finding */

/**
 * A database to use. `stop` ends it when it is ours; `ended` settles with a sentence should it end before.
 * @typedef {{ uri: string, stop: () => Promise<void>, ended: Promise<string> }} Database
 */

/** What db.json keeps beside the data; `pid` only while mongod runs. @typedef {{ pid?: number, port: number, program: string, fcv: string }} Note */

/** Room a new database takes at once (journal, 200 MB) and an existing one needs to open, in MB, with some air. */
const roomFor = { new: 500, existing: 50 };

/**
 * Starts a one-node replica set on the data under `folder`/db, after ending a mongod that a killed run left on them. The caller makes sure
 * that nobody else works on the folder.
 * @param {string} folder
 * @param {Finding} finding
 * @param {string} [name]  the database in the address
 * @returns {Promise<Database>}
 */
export async function startEmbedded(folder, finding, name) {
  const dbPath = path.join(folder, 'db');
  await endOrphan(dbPath, finding.say);
  const isNew = !existsSync(path.join(dbPath, 'WiredTiger'));
  assertRoom(folder, isNew ? roomFor.new : roomFor.existing, isNew ? 'a new database' : 'the database');
  mkdirSync(dbPath, { recursive: true });
  const note = readNote(folder);
  const mongod = await findMongod({ ...finding, fcv: isNew ? undefined : note?.fcv });
  const running = await startOnAPort(mongod.path, { dbPath, logFile: path.join(folder, 'mongod.log'), cacheGB: 0.5 }, isNew, note?.port);
  const kept = { port: running.port, program: mongod.path, fcv: running.fcv };
  writeNote(folder, { pid: running.pid, ...kept });
  const stop = async () => {
    await running.stop();
    writeNote(folder, kept);
  };
  return { uri: uriOf(running.port, name), ended: running.ended, stop };
}

/**
 * The port of the last run when it is free, so that addresses stay valid; else another one, three times, since a free port may be taken in between.
 * @param {string} program
 * @param {Omit<import('./mongod-process.mjs').Place, 'port'>} place
 * @param {boolean} isNew  whether there are no data yet
 * @param {number | undefined} lastPort
 */
async function startOnAPort(program, place, isNew, lastPort) {
  for (let round = 1; ; round += 1) {
    const port = round === 1 && lastPort && await isPortFree(lastPort) ? lastPort : await freePort();
    try {
      if (!isNew && port !== lastPort) await moveTo(program, { ...place, port });
      const running = await startMongod(program, { ...place, port });
      return { ...running, fcv: await primaryOrStop(running) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (round === 3 || !/port is in use/.test(reason)) throw new StopError(`MongoDB could not start: ${reason}. Its log is ${place.logFile}`);
    }
  }
}

/**
 * Writes a new port into the stored replica set. Inside the set mongod would first ask the old port whether it is itself there, and wait half a
 * minute for a stranger who listens but does not answer.
 * @param {string} program
 * @param {import('./mongod-process.mjs').Place} place
 */
async function moveTo(program, place) {
  const running = await startMongod(program, { ...place, alone: true });
  try {
    await rewriteHost(place.port);
  } finally {
    await running.stop();
  }
}

/** @param {import('./mongod-process.mjs').RunningMongod} running @returns {Promise<string>} */
async function primaryOrStop(running) {
  const diedFirst = running.ended.then((reason) => { throw new Error(reason); });
  try {
    return await Promise.race([becomePrimary(running.port), diedFirst]);
  } catch (error) {
    diedFirst.catch(() => {});
    await running.stop();
    throw error;
  }
}

/**
 * Ends a mongod that an earlier run left on these data. One whose guard is already ending it is only waited for. A process that merely has the
 * same id, or works on other data, is left alone.
 * @param {string} dbPath
 * @param {(line: string) => void} say
 */
export async function endOrphan(dbPath, say) {
  const pid = ownMongodOn(dbPath);
  if (!pid) return;
  say(`MongoDB: an earlier run left its database behind (process ${pid}); ending it in order …`);
  if (!await isGoneWithin(pid, 500)) await endProcess(pid, 20_000);
  if (isAlive(pid)) throw new StopError(`The mongod of an earlier run (process ${pid}) still uses ${dbPath} and cannot be ended by this user. End it and start again.`);
}

/** The id of the living mongod that works on these data: mongod writes it into its lock file. @param {string} dbPath @returns {number | undefined} */
export function ownMongodOn(dbPath) {
  const file = path.join(dbPath, 'mongod.lock');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : 0;
  return pid > 0 && isAlive(pid) && isMongodOn(commandLineOf(pid), dbPath) ? pid : undefined;
}

/** Whether a command line is a mongod on exactly these data. @param {string | undefined} commandLine @param {string} dbPath */
export function isMongodOn(commandLine, dbPath) {
  return commandLine !== undefined && `${commandLine} `.includes(`--dbpath ${dbPath} `);
}

/** The address of the embedded database of a data folder when it runs now. @param {string} folder @returns {string | undefined} */
export function liveUri(folder) {
  const note = readNote(folder);
  return note?.pid && ownMongodOn(path.join(folder, 'db')) === note.pid ? uriOf(note.port) : undefined;
}

/** @param {string} folder */
const noteFile = (folder) => path.join(folder, 'db.json');

/** @param {string} folder @returns {Note | undefined} */
function readNote(folder) {
  try {
    return JSON.parse(readFileSync(noteFile(folder), 'utf8'));
  } catch {
    return undefined; // none yet, or torn by a full disk: it only saves a choice of port
  }
}

/** @param {string} folder @param {Note} note */
function writeNote(folder, note) {
  const draft = `${noteFile(folder)}.draft`;
  try {
    writeFileSync(draft, JSON.stringify(note));
    renameSync(draft, noteFile(folder));
  } catch {
    // A full disk: the note only saves a choice of port, and mongod's own words say more.
  }
}
