import { Cron } from 'croner';
import mongoose, { Schema } from 'mongoose';
import type { Services, Context } from './context.js';
import { newId } from './ids.js';
import type { Leasable } from './lease.js';

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
// What is done is kept a week; what is dead until a person has looked at it.
jobSchema.index({ finishedAt: 1 }, { expireAfterSeconds: 7 * 24 * 3600, partialFilterExpression: { state: 'done' } });

export const JobModel = mongoose.model<Job>('Job', jobSchema);

/** How a kind of job is done. `run` must be safe to repeat: a crash after it and before the note of it runs it again. */
export interface JobType<P = unknown> {
  readonly name: string;
  /** Attempts, those that a crash ended included, after which the job is dead; 12 when not given. A repeating job goes on at its next time instead. */
  readonly maxAttempts?: number;
  /** Milliseconds a worker may be silent before another takes the job; 30,000 when not given. */
  readonly leaseMs?: number;
  /** When set, the job repeats by this cron expression (Asia/Shanghai). */
  readonly cron?: string;
  /** Throws to be tried again. Stops soon after `signal` is aborted: the lease was lost and another worker may be at it. */
  readonly run: (ctx: Context, payload: P, signal: AbortSignal) => Promise<void>;
}

const jobTypes = new Map<string, JobType>();

/** Declares a kind of job. A name is declared once. Throws on a cron expression that is none. */
export function defineJob<P>(type: JobType<P>): JobType<P> {
  if (jobTypes.has(type.name)) throw new Error(`job ${type.name} is defined twice`);
  if (type.cron) nextRun(type.cron, new Date());
  jobTypes.set(type.name, type as JobType);
  return type;
}

/** The kind of job with this name, as this process knows it. */
export const jobTypeNamed = (name: string): JobType | undefined => jobTypes.get(name);

export interface EnqueueOptions {
  readonly dueAt?: Date;
  /** Names one piece of work, its version or time included: a key that is waiting or running takes no second job. */
  readonly uniqueKey?: string;
}

/** A waiting job, for those who enter many at once. */
export function newJob<P>(ctx: Pick<Context, 'now'>, type: JobType<P>, payload: P, dueAt: Date = ctx.now()): Omit<Job, 'uniqueKey' | 'lastError' | 'finishedAt'> {
  return { _id: newId('job'), name: type.name, payload, state: 'waiting', dueAt, owner: null, attempts: 0, maxAttempts: type.maxAttempts ?? 12, createdAt: ctx.now() };
}

/** Enters a job in the running transaction. With a `uniqueKey` already waiting or running, nothing is added, whatever its payload. */
export async function enqueue<P>(ctx: Pick<Context, 'now'>, type: JobType<P>, payload: P, options: EnqueueOptions = {}): Promise<void> {
  const job = newJob(ctx, type, payload, options.dueAt);
  if (options.uniqueKey) await JobModel.updateOne({ uniqueKey: options.uniqueKey }, { $setOnInsert: job }, { upsert: true });
  else await JobModel.create([job]);
}

/** Takes a waiting job back. False when it is running, done, or was never there. */
export async function cancelJob(uniqueKey: string): Promise<boolean> {
  return (await JobModel.deleteOne({ uniqueKey, state: 'waiting' })).deletedCount === 1;
}

/** Milliseconds to wait before attempt n+1: 1 s doubled each time, at most an hour, plus or minus a fifth. */
export function backoffMs(attempts: number, random = Math.random()): number {
  return Math.round(Math.min(3_600_000, 1000 * 2 ** (attempts - 1)) * (0.8 + 0.4 * random));
}

/** Plants the repeating jobs; safe in every process and at every start. One that was planted for a later time than its expression now says is moved forward. */
export async function plantCronJobs(services: Services): Promise<void> {
  for (const type of jobTypes.values()) {
    if (!type.cron) continue;
    const [dueAt, uniqueKey] = [nextRun(type.cron, services.now()), `cron:${type.name}`];
    await enqueue(services, type, {}, { dueAt, uniqueKey });
    await JobModel.updateOne({ uniqueKey, state: 'waiting' }, { $min: { dueAt } });
  }
}

/** The first time after `after` that a cron expression names in Asia/Shanghai; a day later when it names none any more. */
export const nextRun = (cron: string, after: Date): Date => new Cron(cron, { timezone: 'Asia/Shanghai' }).nextRun(after) ?? new Date(after.getTime() + 86_400_000);
