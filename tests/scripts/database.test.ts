import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { freePort } from '../../scripts/launch/port.mjs';
import { isAlive, isGoneWithin } from '../../scripts/launch/processes.mjs';
import { ownMongodOn } from '../../scripts/mongo/embedded.mjs';
import { liveUri, provideDatabase, startTemporaryDatabase, type Database } from '../../scripts/mongo/index.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yici-database-'));
const dbPath = path.join(folder, 'db');
const lines: string[] = [];
const options = { dataDir: folder, env: {}, say: (line: string) => { lines.push(line); } };
const door = fileURLToPath(new URL('../../scripts/mongo/index.mjs', import.meta.url));

let database: Database | undefined;
beforeEach(() => { lines.length = 0; });
afterEach(async () => { await database?.stop(); database = undefined; });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const note = (): { pid?: number; program: string } => JSON.parse(readFileSync(path.join(folder, 'db.json'), 'utf8'));

async function countAfterInsert(uri: string): Promise<number> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  const session = client.startSession();
  const items = client.db().collection<{ at: Date }>('items');
  await session.withTransaction(async () => { await items.insertOne({ at: new Date() }, { session }); });
  const count = await items.countDocuments();
  await session.endSession();
  await client.close();
  return count;
}

/** A process of its own that holds a database, as npm start does. Resolves once it is up. */
async function startElsewhere(): Promise<{ kill: () => void }> {
  const source = `import { provideDatabase } from ${JSON.stringify(`file://${door}`)};
    await provideDatabase({ dataDir: ${JSON.stringify(folder)}, env: {}, say() {} }); console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => { child.stdout.once('data', resolve); child.once('exit', reject); });
  return { kill: () => { child.removeAllListeners('exit'); child.kill('SIGKILL'); } };
}

describe('the database of a data folder', () => {
  it('runs transactions, tells scripts its address, and leaves no process when it stops', async () => {
    database = await provideDatabase(options);
    expect(await countAfterInsert(database.uri)).toBe(1);
    expect(liveUri(folder)).toBe(database.uri);
    const { pid } = note();
    await database.stop();
    expect(isAlive(pid!)).toBe(false);
    expect(liveUri(folder)).toBeUndefined();
  });

  it('keeps its data and its address over a restart', async () => {
    database = await provideDatabase(options);
    const { uri } = database;
    await database.stop();
    database = await provideDatabase(options);
    expect(database.uri).toBe(uri);
    expect(await countAfterInsert(uri)).toBe(2);
  });

  it('ends with the process that started it, even by SIGKILL', async () => {
    const other = await startElsewhere();
    const pid = ownMongodOn(dbPath);
    expect(pid).toBe(note().pid);
    other.kill();
    expect(await isGoneWithin(pid!, 60_000)).toBe(true);
  });

  it('ends an orphan on its data, says so, and goes on with them', async () => {
    const port = await freePort();
    const orphan = spawn(note().program, ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'yici', '--nounixsocket'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const gone = new Promise((resolve) => { orphan.once('exit', resolve); });
    await new Promise<void>((resolve) => { orphan.stdout.on('data', (chunk) => { if (String(chunk).includes('Waiting for connections')) resolve(); }); });
    database = await provideDatabase(options);
    await gone;
    expect(lines.join('\n')).toContain(`process ${orphan.pid}`);
    expect(await countAfterInsert(database.uri)).toBe(3);
  });

  it('moves to another port when its own is taken', async () => {
    database = await provideDatabase(options);
    const port = Number(new URL(database.uri).port);
    await database.stop();
    const { createServer } = await import('node:net');
    const squatter = createServer();
    // Taken by somebody else in the meantime is taken, too.
    await new Promise<void>((resolve) => { squatter.once('error', () => resolve()).listen(port, '127.0.0.1', resolve); });
    database = await provideDatabase(options);
    expect(new URL(database.uri).port).not.toBe(String(port));
    expect(await countAfterInsert(database.uri)).toBe(4);
    await new Promise((resolve) => { squatter.close(resolve); });
  });

  it('tells why it ended when mongod dies', async () => {
    database = await provideDatabase(options);
    process.kill(note().pid!, 'SIGKILL');
    expect(await database.ended).toContain('killed');
  });

  it('says in words that a server of MONGODB_URI does not answer or is no address', async () => {
    const port = await freePort();
    await expect(provideDatabase({ ...options, env: { MONGODB_URI: `mongodb://127.0.0.1:${port}/x?serverSelectionTimeoutMS=200` } })).rejects.toThrow('does not answer');
    await expect(provideDatabase({ ...options, env: { MONGODB_URI: 'localhost:27017' } })).rejects.toThrow('is not an address of MongoDB');
  });
});

describe('a temporary database', () => {
  it('leaves neither a process nor a folder', async () => {
    const temporary = await startTemporaryDatabase({ say: options.say });
    const client = await new mongoose.mongo.MongoClient(temporary.uri).connect();
    const { parsed } = await client.db('admin').command({ getCmdLineOpts: 1 });
    await client.close();
    await temporary.stop();
    expect(existsSync(parsed.storage.dbPath)).toBe(false);
    expect(ownMongodOn(parsed.storage.dbPath)).toBeUndefined();
  });
});
