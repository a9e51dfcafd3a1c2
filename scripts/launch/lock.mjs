import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthOf, isAlive } from './processes.mjs';

/**
 * Who holds a lock. `birth` keeps a later process with the same id from being taken for the holder.
 * @typedef {{ pid: number, birth?: string, purpose: string }} Holder
 */

/** Whether the process that wrote this lock still lives. @param {Holder} holder @param {{ isAlive: typeof isAlive, birthOf: typeof birthOf }} [look] */
export function isHeld(holder, look = { isAlive, birthOf }) {
  if (!Number.isInteger(holder.pid) || !look.isAlive(holder.pid)) return false;
  const birth = look.birthOf(holder.pid);
  return !holder.birth || !birth || holder.birth === birth;
}

/**
 * Takes the lock file for this process, over the body of a dead holder if need be.
 * @param {string} file
 * @param {string} purpose  a noun phrase that tells others who holds it, such as "npm start"
 * @returns {{ release: () => void } | { holder: Holder }} the living holder when there is one
 */
export function takeLock(file, purpose) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let round = 0; round < 5; round += 1) {
    if (createLock(file, purpose)) return { release: () => rmSync(file, { force: true }) };
    const holder = readLock(file);
    if (holder && isHeld(holder)) return { holder };
    buryLock(file);
  }
  throw new Error(`The lock ${file} cannot be taken: other processes keep replacing it.`);
}

/** @param {string} file @param {string} purpose */
function createLock(file, purpose) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), purpose }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** The holder a lock file names, or undefined when there is none or the file is torn. @param {string} file @returns {Holder | undefined} */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Moves a dead lock aside before deleting it: of several buriers one wins, and none deletes the lock a rival has just made. @param {string} file */
function buryLock(file) {
  const grave = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, grave);
  } catch {
    return;
  }
  const buried = readLock(grave);
  if (buried && isHeld(buried)) renameSync(grave, file);
  else rmSync(grave, { force: true });
}
