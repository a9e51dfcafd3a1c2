import { randomUUID } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { UnavailableError } from '../kernel/index.js';

interface Lease {
  _id: string;
  owner: string;
  until: Date;
}

const leaseSchema = new Schema<Lease>({
  _id: { type: String, required: true }, owner: { type: String, required: true }, until: { type: Date, required: true },
}, { collection: 'mediaLeases', versionKey: false });
leaseSchema.index({ until: 1 }, { expireAfterSeconds: 3600 });

const LeaseModel = mongoose.model<Lease>('MediaLease', leaseSchema);
const leases = (): mongoose.mongo.Collection<Lease> => LeaseModel.collection as unknown as mongoose.mongo.Collection<Lease>;

const leaseMs = 20_000;

// The database's clock decides, so that two machines whose clocks differ cannot both believe a lease is theirs.
async function take(name: string, owner: string): Promise<boolean> {
  const mine = { $set: { owner, until: { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } } } };
  try {
    const taken = await leases().findOneAndUpdate({ _id: name, $expr: { $or: [{ $lt: ['$until', '$$NOW'] }, { $eq: ['$owner', owner] }] } }, [mine], { upsert: true, returnDocument: 'after' });
    return taken?.owner === owner;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return false; // Somebody else's, and not run out.
    throw error;
  }
}

export interface LeaseOptions {
  /** Milliseconds to wait for another holder before UNAVAILABLE. */
  readonly waitMs?: number;
  /** Looked at while waiting: when it says yes, the work is somebody else's and done. */
  readonly isDone?: () => Promise<boolean>;
}

/**
 * Runs `work` while no other process runs any under the same name. The lease is renewed while it runs and runs out 20 s after a crash.
 * Undefined when `isDone` said that another did it. Throws UNAVAILABLE when the wait was in vain.
 */
export async function withLease<T>(name: string, work: () => Promise<T>, { waitMs = 60_000, isDone }: LeaseOptions = {}): Promise<T | undefined> {
  const owner = randomUUID();
  const deadline = Date.now() + waitMs;
  for (let pause = 25; !(await take(name, owner)); pause = Math.min(250, pause * 2)) {
    if (Date.now() > deadline) throw new UnavailableError({ reason: '同一文件正在处理 (the same file is being worked on)' });
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (await isDone?.()) return undefined;
  }
  const renewal = setInterval(() => { void take(name, owner).catch(() => undefined); }, leaseMs / 3);
  try {
    return await isDone?.() ? undefined : await work();
  } finally {
    clearInterval(renewal);
    await leases().deleteOne({ _id: name, owner });
  }
}
