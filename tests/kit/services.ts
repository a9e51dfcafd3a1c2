import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import {
  clearCaches, createContext, createLog, createVault, loadConfig, OutboxModel,
  type Actor, type Config, type Context, type ContextOptions, type OutboxEvent, type Services,
} from '../../src/kernel/index.js';

export { processAll } from '../../src/kernel/index.js';

/** Where every test's clock starts: a Thursday, 16:00 in Hangzhou. In the future, or MongoDB would expire what tests keep for a while. */
export const testStart = new Date('2035-03-08T08:00:00.000Z');

/** The clock of `services`. It stands still until told. */
export const clock = {
  at: testStart.getTime(),
  now: (): Date => new Date(clock.at),
  set(at: Date | string): void { clock.at = new Date(at).getTime(); },
  /** Moves on by milliseconds. */
  advance(ms: number): void { clock.at += ms; },
  reset(): void { clock.at = testStart.getTime(); },
};

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const databaseName = `test_${randomBytes(8).toString('hex')}`;
const dataDir = join(tmpdir(), `yici-test-${randomUUID()}`);

/** A configuration as the environment of a test would give it. */
export function testConfig(env: NodeJS.ProcessEnv = {}): Config {
  return loadConfig({
    MONGODB_URI: process.env.TEST_MONGODB_URI ?? 'mongodb://127.0.0.1:27017/?replicaSet=rs0', YICI_SECRET: 'a-secret-for-tests-of-32-characters-or-more',
    DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: 'https://yici.test', LOG_LEVEL: 'silent', ...env,
  });
}

/** Services with a clock of the caller's; the log is silent. */
export function testServices(now: () => Date = clock.now, config: Config = testConfig()): Services {
  return { config, log: createLog(config.logLevel), vault: createVault(config.secrets), now };
}

/** What the contexts of this test file share. */
export const services: Services = testServices();

let requests = 0;

/** A context in which this actor acts. */
export function contextOf(actor: Actor, options: Partial<ContextOptions> = {}): Context {
  requests += 1;
  return createContext(services, { requestId: `request-${requests}`, ...options, actor });
}

/** Connects mongoose to a database of this test file's own and makes the collections and indexes of every model loaded so far. */
export async function startServices(): Promise<Services> {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is not set: jest.config.mjs names the global setup that starts a database');
  await mongoose.connect(uri, { dbName: databaseName, autoCreate: false, autoIndex: false, monitorCommands: true });
  await ensureIndexes();
  await mkdir(dataDir, { recursive: true });
  return services;
}

/** Makes the collections and indexes of all models; also those loaded after `startServices`. */
export async function ensureIndexes(): Promise<void> {
  await Promise.all(Object.values(mongoose.models).map(async (model) => {
    await model.createCollection();
    await model.createIndexes();
  }));
}

/** Drops the database and the files of this test file, and disconnects. */
export async function stopServices(): Promise<void> {
  if (mongoose.connection.readyState === mongoose.ConnectionStates.connected) await mongoose.connection.dropDatabase();
  await mongoose.disconnect();
  await rm(dataDir, { recursive: true, force: true });
}

/** Empties every collection and cache, and sets the clock back. Indexes stay. */
export async function cleanDatabase(): Promise<void> {
  const collections = await mongoose.connection.db!.listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(collections.filter(({ name }) => !name.startsWith('system.')).map(({ name }) => mongoose.connection.db!.collection(name).deleteMany({})));
  clearCaches();
  clock.reset();
}

/** Gives the test file a database from beforeAll to afterAll, emptied before each test unless `keep` is set. Call it once, at the top. */
export function useDatabase(options: { keep?: boolean } = {}): void {
  beforeAll(async () => { await startServices(); });
  afterAll(stopServices);
  if (!options.keep) beforeEach(cleanDatabase);
}

/** What was announced, oldest first: all of it, or only events of this name, or of these that mention this id in their payload. */
export async function outbox(name?: string, id?: string): Promise<OutboxEvent[]> {
  const events = await OutboxModel.find(name ? { name } : {}).sort({ _id: 1 }).lean<OutboxEvent[]>();
  return id ? events.filter(({ payload }) => Object.values(payload as object).includes(id)) : events;
}
