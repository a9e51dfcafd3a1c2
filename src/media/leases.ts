import { randomUUID } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { UnavailableError } from '../kernel/index.js';

interface Lease {
  _id: string;
  owner: string;
  until: Date;
  /** Somebody who may push the holder out is waiting. */
  isWanted?: boolean;
}

const leaseSchema = new Schema<Lease>({
  _id: { type: String, required: true }, owner: { type: String, required: true }, until: { type: Date, required: true }, isWanted: Boolean,
}, { collection: 'mediaLeases', versionKey: false });
leaseSchema.index({ until: 1 }, { expireAfterSeconds: 3600 });

const LeaseModel = mongoose.model<Lease>('MediaLease', leaseSchema);
const leases = (): mongoose.mongo.Collection<Lease> => LeaseModel.collection as unknown as mongoose.mongo.Collection<Lease>;

const leaseMs = 20_000;
const renewMs = 2_000;

// The database's clock decides, so that two machines whose clocks differ cannot both believe a lease is theirs.
const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };

async function take(name: string, owner: string): Promise<boolean> {
  try {
    const isFree = { $lt: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] };
    const taken = await leases().findOneAndUpdate({ _id: name }, [{ $replaceWith: { $cond: [isFree, { _id: name, owner, until }, '$$ROOT'] } }], { upsert: true, returnDocument: 'after' });
    return taken?.owner === owner;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return false; // Another one's first, by a moment.
    throw error;
  }
}

/** The lease after its renewal; null when it is another's. */
const renew = (name: string, owner: string): Promise<Lease | null> => leases().findOneAndUpdate({ _id: name, owner }, [{ $set: { until } }], { returnDocument: 'after' });

export interface LeaseOptions {
  /** Milliseconds to wait for another holder before UNAVAILABLE. */
  readonly waitMs?: number;
  /** Looked at while waiting: when it says yes, the work is somebody else's and done. */
  readonly isDone?: () => Promise<boolean>;
  /** Leaves the lease to run out after work that went well: `isDone` answers from then on, and giving it back would be one more command. */
  readonly isLeft?: boolean;
  /** Asks the holder to make way; holders hear it by their signal, at once in this process and within 2 s in another. */
  readonly pushesOut?: boolean;
}

// Holders of this process, who are told at once.
const holders = new Map<string, AbortController>();

/**
 * Runs `work` while no other process runs any under the same name. The lease is renewed while it runs and runs out 20 s after a crash;
 * `signal` is aborted when it was lost or when somebody pushes. Undefined when `isDone` said that another did the work. Throws
 * UNAVAILABLE when the wait was in vain.
 */
export async function withLease<T>(name: string, work: (signal: AbortSignal) => Promise<T>, options: LeaseOptions = {}): Promise<T | undefined> {
  const owner = randomUUID();
  if (!(await waitFor(name, owner, options))) return undefined;
  const abort = new AbortController();
  holders.set(name, abort);
  const renewal = setInterval(() => {
    renew(name, owner).then((lease) => { if (!lease || lease.isWanted) abort.abort(); }, () => undefined);
  }, renewMs);
  let isKept = false;
  try {
    const outcome = await options.isDone?.() ? undefined : await work(abort.signal);
    isKept = options.isLeft === true;
    return outcome;
  } finally {
    clearInterval(renewal);
    if (holders.get(name) === abort) holders.delete(name);
    if (!isKept) await leases().deleteOne({ _id: name, owner });
  }
}

/** True once the lease is ours, false when the work was done meanwhile. */
async function waitFor(name: string, owner: string, { waitMs = 60_000, isDone, pushesOut = false }: LeaseOptions): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  for (let pause = 10; !(await take(name, owner)); pause = Math.min(250, pause * 2)) {
    if (Date.now() > deadline) throw new UnavailableError({ reason: '同一文件正在处理 (the same file is being worked on)' });
    if (pushesOut) await push(name);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (await isDone?.()) return false;
  }
  return true;
}

async function push(name: string): Promise<void> {
  const holder = holders.get(name);
  if (holder) holder.abort();
  else await leases().updateOne({ _id: name }, { $set: { isWanted: true } });
}
