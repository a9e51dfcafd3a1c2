import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Services } from '../kernel/index.js';
import { storage } from './storage.js';

const folderOf = ({ config }: Pick<Services, 'config'>): string => join(config.dataDir, 'tmp');

/** Hands over a path for a file that is gone afterwards. */
export async function withTemporaryFile<T>(services: Pick<Services, 'config'>, work: (path: string) => Promise<T>): Promise<T> {
  const folder = folderOf(services);
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  return work(path).finally(() => rm(path, { force: true }));
}

/** Hands over a path where what is kept under this key can be read: where it lies when that is this disk, otherwise a copy that is gone afterwards. Nothing is held in memory. */
export async function withStoredFile<T>(services: Pick<Services, 'config'>, key: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = storage().localPath?.(key);
  return path ? work(path) : withTemporaryFile(services, async (copy) => {
    await pipeline(storage().stream(key), createWriteStream(copy));
    return work(copy);
  });
}

/** Takes away temporary files that were last written before this time: their process has died. */
export async function sweepTemporaryFiles(services: Pick<Services, 'config'>, before: Date): Promise<void> {
  const folder = folderOf(services);
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isFile() && await stat(path).then(({ mtime }) => mtime < before, () => false)) await rm(path, { force: true });
  }
}
