import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { folderStorage, gridfsStorage, type Storage } from '../../src/media/index.js';
import { useDatabase } from '../kit/services.js';
import { startS3 } from './s3-server.js';

useDatabase({ keep: true });

let dataDir: string;
let folder: Storage;
const gridfs = gridfsStorage();
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'yici-move-'));
  folder = folderStorage(join(dataDir, 'media'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly words: string;
}

/** Runs the command as an operator would. */
function move(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const uri = process.env.TEST_MONGODB_URI!.replace(/\/(\?|$)/, `/${mongoose.connection.name}$1`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/move-media.ts', ...args], { env: { ...process.env, ...more, MONGODB_URI: uri, DATA_DIR: dataDir, YICI_SECRET: 'a-secret-for-tests-of-32-characters-or-more', NODE_ENV: 'test' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => { words += String(chunk); });
  return new Promise((resolve) => { child.on('close', (code) => resolve({ code, words })); });
}

const keep = async (storage: Storage, bytes: Buffer): Promise<string> => {
  const key = createHash('sha256').update(bytes).digest('hex');
  await storage.put(key, bytes);
  return key;
};

describe('npm run move-media', () => {
  it('moves everything, goes on where it was stopped, mends what is half there, and empties the old storage only when told', async () => {
    const pictures = await Promise.all([1000, 300_000, 2_000_000].map((size) => keep(folder, randomBytes(size))));
    await folder.put(`${pictures[0]}.card.0123456789ab.jpeg`, Buffer.from('a rendition'));
    await gridfs.put(pictures[0]!, await folder.get(pictures[0]!));
    await gridfs.put(pictures[1]!, Buffer.from('half'));
    const first = await move(['--from', 'folder', '--to', 'gridfs']);
    expect(first).toMatchObject({ code: 0, words: expect.stringContaining('3 moved and verified') });
    for (const key of pictures) expect((await gridfs.get(key)).equals(await folder.get(key))).toBe(true);
    expect(await move(['--from', 'folder', '--to', 'gridfs', '--verify', '--delete'])).toMatchObject({ code: 0, words: expect.stringContaining('4 deleted from folder') });
    expect(await folder.has(pictures[0]!)).toBe(false);
    expect(String(await gridfs.get(`${pictures[0]}.card.0123456789ab.jpeg`))).toBe('a rendition');
  });

  it('moves to S3 and back, whole', async () => {
    const server = await startS3();
    try {
      const key = await keep(folder, randomBytes(700_000));
      const bytes = await folder.get(key);
      expect(await move(['--from', 'folder', '--to', 's3', '--delete'], server.env)).toMatchObject({ code: 0 });
      expect([(await server.storage.get(key)).equals(bytes), await folder.has(key)]).toEqual([true, false]);
      expect(await move(['--from', 's3', '--to', 'folder'], server.env)).toMatchObject({ code: 0 });
      expect((await folder.get(key)).equals(bytes)).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('stops at damaged bytes and says which', async () => {
    const key = 'f'.repeat(64);
    await folder.put(key, Buffer.from('not what the key says'));
    const damaged = await move(['--from', 'folder', '--to', 'gridfs']);
    expect([damaged.code, damaged.words]).toEqual([1, expect.stringContaining(`${key} is damaged in folder`)]);
    expect(await gridfs.has(key)).toBe(false);
  });
});
