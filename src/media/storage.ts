import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';

/** Where bytes are kept. Keys are content hashes: a key's bytes never change. */
export interface Storage {
  /** Keeps the bytes durably; keeping the same key twice is one. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** The bytes. Rejects when there are none. */
  get(key: string): Promise<Buffer>;
  /** The bytes from `start` to `end`, both included, as a stream. */
  stream(key: string, range?: { start: number; end: number }): Readable;
  has(key: string): Promise<boolean>;
}

/** A folder: `ab/cd/<key>`. Files are written beside, synced, then renamed, so that a crash leaves a whole file or none. */
export function folderStorage(root: string): Storage {
  const path = (key: string): string => join(root, key.slice(0, 2), key.slice(2, 4), key);
  return {
    async put(key, bytes) {
      const target = path(key);
      const beside = `${target}.${randomUUID()}.tmp`;
      await mkdir(dirname(target), { recursive: true });
      const file = await open(beside, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, target);
    },
    get: (key) => readFile(path(key)),
    stream: (key, range) => createReadStream(path(key), range),
    has: (key) => stat(path(key)).then(() => true, () => false),
  };
}

let current: Storage | undefined;

/** Sets the process's storage; once, by the composition root. */
export const useStorage = (storage: Storage): void => { current = storage; };

export function storage(): Storage {
  if (!current) throw new Error('no media storage was set');
  return current;
}
