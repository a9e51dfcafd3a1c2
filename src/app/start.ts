import mongoose from 'mongoose';
import { watchSessions } from '../accounts/index.js';
import { configureAlarms, readAlarmSettings } from '../alarms/index.js';
import { configureDistribution, deliverNext, standingReads, watchDeliveries } from '../distribution/index.js';
import { Changes, collectProcessMetrics, createLog, createVault, dispatchNextEvent, keepCachesFresh, Loop, plantCronJobs, ringOnChange, runNextJob, type Config, type Services } from '../kernel/index.js';
import { releaseFilms, storageFrom, transcodeNext, useStorage, videoConfig, watchMedia } from '../media/index.js';
import { loadChannels } from './channels.js';
import { createGraphqlServer } from './graphql/server.js';
import { createSchema } from './graphql/schema.js';
import { ResponseCache } from './http/response-cache.js';
import { createHttpServer } from './http/server.js';
import { registerMediaPorts } from './media-ports.js';
import { registerReactions } from './reactions.js';

/** A running process. `stop` drains it: no new requests, running work ends, connections close. */
export interface Running {
  readonly services: Services;
  readonly address: string;
  stop(): Promise<void>;
}

/** The services of a process: configuration, log, secrets, clock. */
export const createServices = (config: Config): Services => ({ config, log: createLog(config.logLevel), vault: createVault(config.secrets), now: () => new Date() });

/** Connects to the database and makes sure that every collection and index is there. */
export async function connectDatabase(config: Config): Promise<void> {
  mongoose.set('autoIndex', false);
  mongoose.set('autoCreate', false);
  mongoose.set('strictQuery', true);
  await mongoose.connect(config.mongodbUri, { serverSelectionTimeoutMS: 10_000, maxPoolSize: 50 });
  await Promise.all(Object.values(mongoose.models).map((model) => model.createCollection().then(() => model.createIndexes())));
}

/** Puts the modules together: channels, reactions, storage. Once per process, before anything works. */
export async function prepareModules(services: Services): Promise<void> {
  await loadChannels(services.config);
  registerReactions();
  registerMediaPorts();
  useStorage(storageFrom(services.config.dataDir));
  configureDistribution(services);
  configureAlarms(readAlarmSettings());
}

/** Starts everything the process's role asks for. */
export async function startApp(config: Config): Promise<Running> {
  const services = createServices(config);
  for (const warning of config.warnings) services.log.warn(warning);
  await prepareModules(services);
  await connectDatabase(config);
  const changes = new Changes(services.log);
  const isAsked = config.role !== 'worker';
  // A worker reads a feed only to push it to the hub's subscribers, but it would hear of each of the thousands of deliveries that it settles.
  keepCachesFresh(changes, isAsked ? [] : [standingReads.collection]);
  watchSessions(changes);
  if (isAsked) watchForReaders(changes);
  const kept = isAsked ? new ResponseCache(changes) : undefined;
  const startWorkers = config.role === 'web' ? undefined : prepareWorkers(services, changes);
  await changes.start();
  const workers = await startWorkers?.();
  const apollo = isAsked ? await createGraphqlServer(createSchema(), { isIntrospectable: true, hasSandbox: !config.isProduction }) : undefined;
  const http = await createHttpServer(services, apollo, kept);
  collectProcessMetrics();
  const address = await http.listen({ port: config.port, host: config.host });
  return {
    services,
    address,
    async stop() {
      await http.close();
      await apollo?.stop();
      kept?.close();
      releaseFilms();
      await Promise.all((workers ?? []).map((loop) => loop.stop()));
      await changes.stop();
      await mongoose.disconnect();
    },
  };
}

/** What subscriptions tell of; a process that nobody asks spares itself the news. */
function watchForReaders(changes: Changes): void {
  watchDeliveries(changes);
  watchMedia(changes);
}

/** Registers what wakes the workers; the returned function starts them, once the change stream is open. */
function prepareWorkers(services: Services, changes: Changes): () => Promise<Loop[]> {
  let loops: Loop[] = [];
  ringOnChange(changes, 'outbox', () => loops[0], { dispatchedAt: null });
  ringOnChange(changes, 'jobs', () => loops[1]);
  ringOnChange(changes, 'deliveries', () => loops[2]);
  ringOnChange(changes, 'films', () => loops[3]);
  return async () => {
    await plantCronJobs(services);
    loops = [
      new Loop(services, { step: dispatchNextEvent, concurrency: 1, pollMs: 2000 }),
      new Loop(services, { step: runNextJob, concurrency: 8, pollMs: 1000 }),
      new Loop(services, { step: deliverNext, concurrency: 256, pollMs: 1000 }),
      new Loop(services, { step: transcodeNext, concurrency: videoConfig().concurrency, pollMs: 2000 }),
    ];
    return loops;
  };
}
