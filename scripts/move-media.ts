/** Moves what media are kept in from one storage to another: `npm run move-media -- --from folder --to s3 [--verify] [--delete]`. May be stopped and started again. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { loadConfig } from '../src/kernel/index.js';
import { hashOfFile, storageFrom, storageNames, withTemporaryFile, type Storage } from '../src/media/index.js';

const { values } = parseArgs({ options: {
  from: { type: 'string', default: process.env.MEDIA_STORAGE ?? 'folder' }, to: { type: 'string' },
  verify: { type: 'boolean', default: false }, delete: { type: 'boolean', default: false },
} });

const usage = `Say from where to where: npm run move-media -- --from folder --to s3 (storages: ${storageNames.join(', ')}). --verify reads again what is there already; --delete empties the old storage once all is moved.`;

async function main(): Promise<void> {
  if (!values.to || values.to === values.from) throw new Error(usage);
  const config = loadConfig();
  const [from, to] = [storageFrom(config.dataDir, process.env, values.from), storageFrom(config.dataDir, process.env, values.to)];
  await mongoose.connect(config.mongodbUri, { serverSelectionTimeoutMS: 10_000 });
  const counts = { moved: 0, there: 0, bytes: 0 };
  for await (const key of from.keys()) {
    const moved = await withTemporaryFile({ config }, (path) => move(from, to, key, path));
    counts[moved === undefined ? 'there' : 'moved'] += 1;
    counts.bytes += moved ?? 0;
    if ((counts.moved + counts.there) % 500 === 0) tell(counts);
  }
  tell(counts);
  if (values.delete) await empty(from, to);
  process.stderr.write(`Set MEDIA_STORAGE=${values.to} and restart; then run this once more for what came meanwhile.\n`);
}

/** The bytes moved; undefined when they were there, whole. */
async function move(from: Storage, to: Storage, key: string, path: string): Promise<number | undefined> {
  const size = await from.sizeOf(key);
  if (size === undefined) return undefined; // Deleted since it was listed.
  if (await to.sizeOf(key) === size && (!values.verify || await hashOf(to, key) === await hashOf(from, key))) return undefined;
  await pipeline(from.stream(key), createWriteStream(path));
  const hash = await hashOfFile(path);
  if (/^[0-9a-f]{64}$/.test(key) && hash !== key) throw new Error(`${key} is damaged in ${from.name}: its bytes hash to ${hash}. Restore it from a backup, then go on.`);
  await to.delete(key);
  await to.putFile(key, path);
  const arrived = await hashOf(to, key);
  if (arrived !== hash) throw new Error(`${key} did not arrive whole in ${to.name}: run the command again.`);
  return size;
}

async function hashOf(storage: Storage, key: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(storage.stream(key), hash);
  return hash.digest('hex');
}

/** Deletes only what is seen to be in the other storage, at the same size. */
async function empty(from: Storage, to: Storage): Promise<void> {
  let deleted = 0;
  for await (const key of from.keys()) {
    if (await to.sizeOf(key) !== await from.sizeOf(key)) throw new Error(`${key} is not in ${to.name}: run the command again.`);
    await from.delete(key);
    deleted += 1;
  }
  process.stderr.write(`${deleted} deleted from ${from.name}\n`);
}

const tell = ({ moved, there, bytes }: { moved: number; there: number; bytes: number }): void => { process.stderr.write(`${moved} moved and verified (${(bytes / 1e6).toFixed(1)} MB), ${there} were there\n`); };

main().then(() => mongoose.disconnect()).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  return mongoose.disconnect();
});
