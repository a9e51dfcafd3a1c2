import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Storage } from '../../src/media/index.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function allKeys(storage: Storage, prefix?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.keys(prefix)) keys.push(key);
  return keys.sort();
}

/** The promises every storage keeps. `make` is called once, after the database is there; its storage starts empty. */
export function describeStorage(name: string, make: () => Promise<Storage>): void {
  describe(`every storage: ${name}`, () => {
    let storage: Storage;
    let folder: string;
    beforeAll(async () => {
      storage = await make();
      folder = await mkdtemp(join(tmpdir(), 'yici-storage-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const kept = async (bytes: Buffer): Promise<string> => {
      await storage.put(sha256(bytes), bytes);
      return sha256(bytes);
    };

    it('gives back exactly what was put, and nothing for what was not', async () => {
      const bytes = randomBytes(300_000);
      const key = await kept(bytes);
      expect((await storage.get(key)).equals(bytes)).toBe(true);
      expect((await buffer(storage.stream(key))).equals(bytes)).toBe(true);
      expect([await storage.has(key), await storage.sizeOf(key)]).toEqual([true, bytes.length]);
      const absent = sha256(Buffer.from('absent'));
      expect([await storage.has(absent), await storage.sizeOf(absent)]).toEqual([false, undefined]);
      await expect(storage.get(absent)).rejects.toThrow();
      await expect(buffer(storage.stream(absent))).rejects.toThrow();
    });

    it('keeps no bytes at all as no bytes', async () => {
      const key = await kept(Buffer.alloc(0));
      expect([await storage.sizeOf(key), (await storage.get(key)).length]).toEqual([0, 0]);
    });

    it('takes keys of letters, digits, dots and dashes', async () => {
      await storage.put('upload-1.part-0', Buffer.from('piece'));
      expect(String(await storage.get('upload-1.part-0'))).toBe('piece');
      await storage.delete('upload-1.part-0');
    });

    it('streams ranges with both ends included', async () => {
      const bytes = randomBytes(2_500_000);
      const key = await kept(bytes);
      for (const [start, end] of [[0, 0], [10, 19], [999_990, 1_000_010], [2_499_999, 2_499_999]] as const) {
        expect((await buffer(storage.stream(key, { start, end }))).equals(bytes.subarray(start, end + 1))).toBe(true);
      }
    });

    it('keeps files of many parts, and leaves the file where it is', async () => {
      const bytes = randomBytes(20_000_000);
      const path = join(folder, 'large');
      await writeFile(path, bytes);
      await storage.putFile(sha256(bytes), path);
      await writeFile(path, 'the caller writes over it');
      await rm(path);
      expect(sha256(await storage.get(sha256(bytes)))).toBe(sha256(bytes));
    });

    it('takes a key twice as once, also at the same time', async () => {
      const bytes = randomBytes(100_000);
      const key = sha256(bytes);
      await Promise.all([storage.put(key, bytes), storage.put(key, bytes), storage.put(key, bytes)]);
      await storage.put(key, bytes);
      expect((await storage.get(key)).equals(bytes)).toBe(true);
      expect((await allKeys(storage)).filter((each) => each === key)).toEqual([key]);
    });

    it('lists every key once and forgets what is deleted, once or twice', async () => {
      const keys = [await kept(Buffer.from('a')), await kept(Buffer.from('b'))];
      expect(await allKeys(storage)).toEqual(expect.arrayContaining(keys));
      await storage.delete(keys[0]!);
      await storage.delete(keys[0]!);
      expect(await storage.has(keys[0]!)).toBe(false);
      expect(await allKeys(storage)).not.toContain(keys[0]);
      expect(await storage.has(keys[1]!)).toBe(true);
    });

    it('lists what begins alike, and only that', async () => {
      const hash = sha256(Buffer.from('picture'));
      const [card, hero, other] = [`${hash}.card.0123456789ab.webp`, `${hash}.hero.0123456789ab.jpeg`, `${hash.slice(0, -1)}z.card.0123456789ab.webp`];
      for (const key of [hash, card, hero, other]) await storage.put(key, Buffer.from(key));
      expect(await allKeys(storage, `${hash}.`)).toEqual([card, hero]);
      expect(await allKeys(storage, `${sha256(Buffer.from('none'))}.`)).toEqual([]);
    });

    it('that sweeps takes nothing away that is kept', async () => {
      const bytes = randomBytes(1_500_000);
      const key = await kept(bytes);
      await storage.sweep?.(new Date(Date.now() + 86_400_000));
      expect((await storage.get(key)).equals(bytes)).toBe(true);
    });

    it('that keeps bytes on this disk says where', async () => {
      const bytes = randomBytes(1000);
      const path = storage.localPath?.(await kept(bytes));
      expect(path === undefined || (await readFile(path)).equals(bytes)).toBe(true);
    });

    it('leaves a stream half read without harm', async () => {
      const key = await kept(randomBytes(3_000_000));
      const stream = storage.stream(key);
      for await (const chunk of stream) { expect((chunk as Buffer).length).toBeGreaterThan(0); break; }
      expect(stream.destroyed).toBe(true);
      expect(await storage.sizeOf(key)).toBe(3_000_000);
    });
  });
}
