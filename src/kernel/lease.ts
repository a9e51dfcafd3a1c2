import { randomUUID } from 'node:crypto';
import type mongoose from 'mongoose';

/**
 * What a row needs to be worked on by many processes. While `waiting`, `dueAt` says when it may start; while `running`, `dueAt`
 * says when its owner's lease ends. So one index finds both the due and the abandoned, and no sweeper is needed.
 */
export interface Leasable {
  _id: string;
  state: string;
  dueAt: Date;
  owner: string | null;
  attempts: number;
}

type Filter = Record<string, unknown>;

/** A new fencing token: only its holder may write a claimed row. */
export const newOwner = (): string => randomUUID();

/**
 * Takes the oldest row that is due, or whose owner's lease has ended, and counts an attempt. One findAndModify on {state, dueAt}.
 * The row is returned as it was before the claim, with `owner` and `attempts` of after it; `wasRunning` tells a crashed attempt.
 */
export async function claimDue<T extends Leasable>(
  collection: mongoose.mongo.Collection<T>, owner: string, now: Date, leaseMs: number, filter: Filter = {}, hint?: Record<string, 1>,
): Promise<{ row: T; wasRunning: boolean } | null> {
  const due = { ...filter, state: { $in: ['waiting', 'running'] }, dueAt: { $lte: now } };
  const claim = { $set: { state: 'running', owner, dueAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } };
  const options = { sort: { dueAt: 1 as const }, returnDocument: 'before' as const, ...(hint ? { hint } : {}) };
  const before = await collection.findOneAndUpdate(due as unknown as mongoose.mongo.Filter<T>, claim as unknown as mongoose.mongo.UpdateFilter<T>, options) as T | null;
  if (!before) return null;
  return { row: { ...before, owner, attempts: before.attempts + 1 }, wasRunning: before.state === 'running' };
}

/** Extends the lease. False when another owner has the row: stop working on it. */
export async function renewLease<T extends Leasable>(collection: mongoose.mongo.Collection<T>, id: string, owner: string, now: Date, leaseMs: number): Promise<boolean> {
  const own = { _id: id, owner, state: 'running' } as unknown as mongoose.mongo.Filter<T>;
  const longer = { $set: { dueAt: new Date(now.getTime() + leaseMs) } } as unknown as mongoose.mongo.UpdateFilter<T>;
  return (await collection.updateOne(own, longer)).matchedCount === 1;
}

/**
 * Keeps a lease alive while `work` runs, renewing at a third of it. `work`'s signal is aborted when another owner has the row,
 * when no renewal got through for `leaseMs` milliseconds (then another may have it), and when `work` itself calls `abort`.
 */
export async function withHeartbeat<T>(leaseMs: number, renew: () => Promise<boolean>, work: (signal: AbortSignal, abort: (reason: Error) => void) => Promise<T>): Promise<T> {
  let isOver = false;
  const abort = new AbortController();
  const lose = (): void => abort.abort(new Error('the lease was lost'));
  let end = setTimeout(lose, leaseMs);
  const beat = setInterval(() => {
    const askedAt = performance.now();
    const extend = (isOurs: boolean): void => {
      clearTimeout(end);
      if (!isOurs) lose();
      else if (!isOver) end = setTimeout(lose, leaseMs - (performance.now() - askedAt));
    };
    renew().then(extend, () => undefined);
  }, leaseMs / 3);
  try {
    return await work(abort.signal, (reason) => abort.abort(reason));
  } finally {
    isOver = true;
    clearInterval(beat);
    clearTimeout(end);
  }
}
