import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Storage } from './storage.js';

const unfinished = '.tmp';
const isHash = (key: string): boolean => /^[0-9a-f]{4}/.test(key);
// Hashes spread by themselves; other keys are spread by theirs.
const shardOf = (key: string): string => (isHash(key) ? key : createHash('sha256').update(key).digest('hex'));

/** A folder: `ab/cd/<key>`. Files are written beside, synced, then renamed, so that a crash leaves a whole file or none. */
export function folderStorage(root: string): Storage {
  const path = (key: string): string => join(root, shardOf(key).slice(0, 2), shardOf(key).slice(2, 4), assertKey(key));
  return {
    name: 'folder',
    put: (key, bytes) => keep(path(key), async (beside) => {
      const file = await open(beside, 'wx');
      await file.writeFile(bytes).finally(() => file.close());
    }),
    putFile: (key, from) => keep(path(key), (beside) => copyFile(from, beside, constants.COPYFILE_FICLONE)),
    get: (key) => readFile(path(key)),
    localPath: path,
    stream: (key, range) => createReadStream(path(key), range),
    has: (key) => stat(path(key)).then(() => true, isAbsent),
    sizeOf: (key) => stat(path(key)).then(({ size }) => size, (error: unknown) => { isAbsent(error); return undefined; }),
    delete: (key) => rm(path(key), { force: true }),
    async sweep(before) {
      for await (const file of walk(root)) if (file.endsWith(unfinished) && (await stat(file)).mtime < before) await rm(file, { force: true });
    },
    async* keys(prefix = '') {
      for await (const file of walk(isHash(prefix) ? dirname(path(prefix)) : root)) if (basename(file).startsWith(prefix) && !file.endsWith(unfinished)) yield basename(file);
    },
  };
}

async function keep(target: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${target}.${randomUUID()}${unfinished}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await write(beside);
    await sync(beside);
    await rename(beside, target);
    await sync(dirname(target));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/** Every file below a folder. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => { isAbsent(error); return []; });
  for (const entry of entries) {
    if (entry.isDirectory()) yield* walk(join(folder, entry.name));
    else yield join(folder, entry.name);
  }
}

/** False for "no such file"; any other failure is thrown, so that a broken disk is never taken for an absent file. */
function isAbsent(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
  throw error;
}

/** Keys are made by this product; a path among them would be a fault of ours. */
function assertKey(key: string): string {
  if (!/^[\w.-]{1,200}$/.test(key) || key.startsWith('.')) throw new Error(`"${key.slice(0, 80)}" is not a storage key`);
  return key;
}
