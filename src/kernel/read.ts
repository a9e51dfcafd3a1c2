import mongoose from 'mongoose';
import { readFirstBatch } from './read-bson.js';
import { currentSession } from './transaction.js';

/** A `find` as MongoDB's wire protocol has it. `limit` must fit one batch. */
export interface FindCommand {
  readonly find: string;
  readonly filter: Record<string, unknown>;
  readonly projection?: Record<string, unknown>;
  readonly sort?: Record<string, 1 | -1>;
  readonly limit: number;
  readonly hint?: string;
}

/**
 * Reads one batch by `db.command`: half the CPU of a cursor, because the reply is decoded at once. Tried once more on a network
 * error or a failover, as the driver's own cursors would be.
 */
export async function runCommand<T>(command: FindCommand): Promise<T[]> {
  const whole = { ...command, singleBatch: true, batchSize: command.limit };
  const session = currentSession();
  // A transaction needs an error's labels, which a raw reply does not give.
  if (session) return (await database().command(whole, { session }) as { cursor: { firstBatch: T[] } }).cursor.firstBatch;
  return readFirstBatch((await retryOnce(() => database().command(whole, { raw: true })) as { cursor: Buffer }).cursor);
}

/** Counts by an index. */
export async function runCount(collection: string, filter: Record<string, unknown>): Promise<number> {
  const session = currentSession();
  const reply = await retryOnce(() => database().command({ aggregate: collection, pipeline: [{ $match: filter }, { $count: 'n' }], cursor: {} }, session ? { session } : {}));
  return (reply as { cursor: { firstBatch: { n: number }[] } }).cursor.firstBatch[0]?.n ?? 0;
}

const database = (): mongoose.mongo.Db => mongoose.connection.db!;

async function retryOnce(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    // A read inside a transaction belongs to its snapshot: the whole transaction is tried again instead.
    if (currentSession() || !isRetryable(error)) throw error;
    return ask();
  }
}

/** Codes after which a read may simply be asked again (retryable reads specification): failovers, shutdowns, lost hosts. */
const retryableCodes = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

const isRetryable = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoNetworkError || (error instanceof mongoose.mongo.MongoServerError && retryableCodes.has(Number(error.code)));
