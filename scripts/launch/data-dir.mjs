import path from 'node:path';
import { openFolder } from './folders.mjs';
import { takeLock } from './lock.mjs';
import { StopError } from './stop-error.mjs';

/**
 * Opens a data folder for this process alone. Throws in words when it cannot be written or another process works on it.
 * @param {string} dataDir
 * @param {string} purpose  a noun phrase for the message to others
 * @returns {{ release: () => void }}
 */
export function holdDataDir(dataDir, purpose) {
  openFolder(dataDir, 'Name another folder: DATA_DIR=/path/to/folder npm start');
  const lock = takeLock(path.join(dataDir, 'lock'), purpose);
  if ('release' in lock) return lock;
  throw new StopError(`Yici already works on the data folder ${dataDir}: ${lock.holder.purpose}, process ${lock.holder.pid}. Use that one, or end it (Ctrl-C, or kill ${lock.holder.pid}), or start a second one beside it: DATA_DIR=/path/to/other/folder PORT=4001 npm start`);
}
