import { Cron } from 'croner';
import mongoose, { Schema } from 'mongoose';
import type { Services, Context } from './context.js';
import { systemContext } from './context.js';
import { newId } from './ids.js';
import { claimDue, newOwner, renewLease, withHeartbeat, type Leasable } from './lease.js';
import { metrics } from './metrics.js';

/** A piece of work kept in the database until it is done. */
export interface Job extends Leasable {
  name: string;
  payload: unknown;
  state: 'waiting' | 'running' | 'done' | 'dead';
  maxAttempts: number;
  /** At most one waiting or running job has this key. */
  uniqueKey?: string;
  lastError?: string;
  createdAt: Date;
  finishedAt?: Date;
}

const jobSchema = new Schema<Job>({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  payload: { type: Schema.Types.Mixed, default: {} },
  state: { type: String, required: true, default: 'waiting' },
  dueAt: { type: Date, required: true },
  owner: { type: String, default: null },
  attempts: { type: Number, default: 0 },
  maxAttempts: { type: Number, required: true },
  uniqueKey: { type: String },
  lastError: { type: String },
  createdAt: { type: Date, required: true },
  finishedAt: { type: Date },
}, { collection: 'jobs', versionKey: false, minimize: false });
jobSchema.index({ state: 1, dueAt: 1 });
jobSchema.index({ uniqueKey: 1 }, { unique: true, partialFilterExpression: { uniqueKey: { $exists: true } } });
jobSchema.index({ finishedAt: 1 }, { expireAfterSeconds: 7 * 24 * 3600, partialFilterExpression: { state: 'done' } });

export const JobModel = mongoose.model<Job>('Job', jobSchema);

/** How a kind of job is done. `run` must be safe to repeat: a crash after it and before the note of it runs it again. */
export interface JobType<P = unknown> {
  readonly name: string;
  readonly maxAttempts?: number;
  /** Milliseconds a worker may be silent before another takes the job. */
  readonly leaseMs?: number;
  /** When set, the job repeats by this cron expression (Asia/Shanghai). */
  readonly cron?: string;
  readonly run: (ctx: Context, payload: P, signal: AbortSignal) => Promise<void>;
}

const jobTypes = new Map<string, JobType>();

/** Declares a kind of job. A name is declared once. */
export function defineJob<P>(type: JobType<P>): JobType<P> {
  if (jobTypes.has(type.name)) throw new Error(`job ${type.name} is defined twice`);
  jobTypes.set(type.name, type as JobType);
  return type;
}

export interface EnqueueOptions {
  readonly dueAt?: Date;
  readonly uniqueKey?: string;
}

/** Enters a job in the running transaction. With a `uniqueKey` already waiting or running, nothing is added. */
export async function enqueue<P>(ctx: Pick<Context, 'now'>, type: JobType<P>, payload: P, options: EnqueueOptions = {}): Promise<void> {
  const job = { name: type.name, payload, state: 'waiting' as const, dueAt: options.dueAt ?? ctx.now(), owner: null, attempts: 0, maxAttempts: type.maxAttempts ?? 12, createdAt: ctx.now() };
  if (!options.uniqueKey) await JobModel.create([{ _id: newId('job'), ...job }]);
  else await JobModel.updateOne({ uniqueKey: options.uniqueKey }, { $setOnInsert: { _id: newId('job'), ...job } }, { upsert: true });
}

/** Takes a waiting job back. False when it is running, done, or was never there. */
export async function cancelJob(uniqueKey: string): Promise<boolean> {
  return (await JobModel.deleteOne({ uniqueKey, state: 'waiting' })).deletedCount === 1;
}

/** Milliseconds to wait before attempt n+1: 1 s doubled each time, at most an hour, plus or minus a fifth. */
export function backoffMs(attempts: number, random = Math.random()): number {
  return Math.min(3_600_000, 1000 * 2 ** (attempts - 1)) * (0.8 + 0.4 * random);
}

/** Plants the repeating jobs; safe in every process and at every start. */
export async function plantCronJobs(services: Services): Promise<void> {
  for (const type of jobTypes.values()) {
    if (type.cron) await enqueue(services, type, {}, { dueAt: nextRun(type.cron, services.now()), uniqueKey: `cron:${type.name}` });
  }
}

const nextRun = (cron: string, after: Date): Date => new Cron(cron, { timezone: 'Asia/Shanghai' }).nextRun(after) ?? new Date(after.getTime() + 86_400_000);

const collection = (): mongoose.mongo.Collection<Job> => JobModel.collection as unknown as mongoose.mongo.Collection<Job>;

/** Claims and runs one due job. False when none is due. */
export async function runNextJob(services: Services): Promise<boolean> {
  const owner = newOwner();
  const claimed = await claimDue<Job>(collection(), owner, services.now(), 30_000);
  if (!claimed) return false;
  const job = claimed.row;
  const type = jobTypes.get(job.name);
  const end = metrics.jobSeconds.startTimer({ job: job.name });
  try {
    if (!type) throw new Error(`no code for job ${job.name}`);
    const leaseMs = type.leaseMs ?? 30_000;
    const renew = () => renewLease<Job>(collection(), job._id, owner, services.now(), leaseMs);
    await withHeartbeat(leaseMs, renew, (signal) => type.run(systemContext(services, job._id), job.payload, signal));
    await finish(services, job, owner, type);
    end({ outcome: 'done' });
  } catch (error) {
    await postpone(services, job, owner, type, error);
    end({ outcome: 'failed' });
  }
  return true;
}

async function finish(services: Services, job: Job, owner: string, type: JobType): Promise<void> {
  const own = { _id: job._id, owner };
  if (type.cron) {
    await JobModel.updateOne(own, { $set: { state: 'waiting', owner: null, attempts: 0, dueAt: nextRun(type.cron, services.now()) }, $unset: { lastError: 1 } });
  } else {
    await JobModel.updateOne(own, { $set: { state: 'done', owner: null, finishedAt: services.now() }, $unset: { uniqueKey: 1 } });
  }
}

async function postpone(services: Services, job: Job, owner: string, type: JobType | undefined, error: unknown): Promise<void> {
  const isDead = !type?.cron && job.attempts >= job.maxAttempts;
  const lastError = (error instanceof Error ? `${error.message}` : String(error)).slice(0, 2000);
  services.log[isDead ? 'error' : 'warn']({ err: error, job: job.name, jobId: job._id, attempts: job.attempts }, isDead ? 'a job was given up' : 'a job failed and will be tried again');
  const dueAt = new Date(services.now().getTime() + backoffMs(job.attempts));
  await JobModel.updateOne({ _id: job._id, owner }, isDead
    ? { $set: { state: 'dead', owner: null, lastError, finishedAt: services.now() }, $unset: { uniqueKey: 1 } }
    : { $set: { state: 'waiting', owner: null, lastError, dueAt } });
}
