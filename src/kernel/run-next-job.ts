import type mongoose from 'mongoose';
import { systemContext, type Services } from './context.js';
import { backoffMs, JobModel, jobTypeNamed, nextRun, type Job, type JobType } from './jobs.js';
import { claimDue, newOwner, renewLease, withHeartbeat } from './lease.js';
import { metrics } from './metrics.js';

/** Milliseconds of a claim; a type with another lease gets it before its work begins. */
const claimMs = 30_000;

/** One claimed attempt of a job. */
interface Attempt {
  readonly job: Job;
  readonly owner: string;
  readonly type: JobType | undefined;
}

/** How a job ended, or goes on. */
export type JobFate = Partial<Pick<Job, 'lastError'>> & ({ readonly state: 'done' | 'dead' } | { readonly state: 'waiting'; readonly dueAt: Date; readonly attempts: number });

const jobCollection = (): mongoose.mongo.Collection<Job> => JobModel.collection as unknown as mongoose.mongo.Collection<Job>;

/**
 * Claims and runs one due job. False when none is due. An attempt counts from its claim, so a job that kills its process every
 * time is given up like any other.
 */
export async function runNextJob(services: Services): Promise<boolean> {
  const owner = newOwner();
  const claimed = await claimDue<Job>(jobCollection(), owner, services.now(), claimMs);
  if (!claimed) return false;
  const attempt = { job: claimed.row, owner, type: jobTypeNamed(claimed.row.name) };
  if (claimed.wasRunning) services.log.warn({ job: attempt.job.name, jobId: attempt.job._id, attempts: attempt.job.attempts }, 'a job is taken over from a worker that died or fell silent');
  const fate = attempt.job.attempts > attempt.job.maxAttempts ? fateAfterCrashes(attempt.job, attempt.type, services.now()) : await run(services, attempt);
  await settle(services, attempt, fate);
  return true;
}

async function run(services: Services, { job, owner, type }: Attempt): Promise<JobFate> {
  const end = metrics.jobSeconds.startTimer({ job: job.name });
  try {
    if (!type) throw new Error(`no code for job ${job.name} in this version of the product`);
    const leaseMs = type.leaseMs ?? claimMs;
    const renew = () => renewLease<Job>(jobCollection(), job._id, owner, services.now(), leaseMs);
    if (leaseMs !== claimMs && !(await renew())) throw new Error('the lease was lost before the work began');
    await withHeartbeat(leaseMs, renew, (signal) => type.run(systemContext(services, job._id), job.payload, signal));
    end({ outcome: 'done' });
    return fateAfterSuccess(type, services.now());
  } catch (error) {
    end({ outcome: 'failed' });
    const fate = fateAfterFailure(job, type, services.now(), error);
    services.log[fate.state === 'dead' ? 'error' : 'warn']({ err: error, job: job.name, jobId: job._id, attempts: job.attempts }, fate.state === 'dead' ? 'a job was given up' : 'a job failed and will be tried again');
    return fate;
  }
}

/** Writes what becomes of a job, unless another worker has it by now. */
async function settle(services: Services, { job, owner }: Attempt, fate: JobFate): Promise<void> {
  const isOver = fate.state !== 'waiting';
  const change = {
    $set: { ...fate, owner: null, ...(isOver ? { finishedAt: services.now() } : {}) },
    $unset: { ...(isOver ? { uniqueKey: 1 } : {}), ...(fate.lastError === undefined ? { lastError: 1 } : {}) },
  };
  const { matchedCount } = await JobModel.updateOne({ _id: job._id, owner, state: 'running' }, change);
  if (matchedCount === 0) services.log.warn({ job: job.name, jobId: job._id }, 'a job ended after its lease was lost; another worker has it');
}

/** A repeating job waits for its next time; any other is done. */
function fateAfterSuccess(type: JobType, now: Date): JobFate {
  return type.cron ? { state: 'waiting', dueAt: nextRun(type.cron, now), attempts: 0 } : { state: 'done' };
}

/** What follows a failed attempt: another one after a while; after the last one death, or for a repeating job its next time. */
export function fateAfterFailure(job: Pick<Job, 'attempts' | 'maxAttempts'>, type: Pick<JobType, 'cron'> | undefined, now: Date, error: unknown, random?: number): JobFate {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 2000);
  if (job.attempts >= job.maxAttempts) return giveUp(type, now, lastError);
  const again = new Date(now.getTime() + backoffMs(job.attempts, random));
  const next = type?.cron ? nextRun(type.cron, now) : again;
  return { state: 'waiting', dueAt: next < again ? next : again, attempts: job.attempts, lastError };
}

/** What follows when even the last attempt ended without a word, as it does when the job ends its process. */
export function fateAfterCrashes(job: Pick<Job, 'maxAttempts' | 'lastError'>, type: Pick<JobType, 'cron'> | undefined, now: Date): JobFate {
  const what = 'its process died or stalled during attempt';
  const before = job.lastError && !job.lastError.startsWith(what) ? `; the error before that: ${job.lastError}` : '';
  return giveUp(type, now, `${what} ${job.maxAttempts} of ${job.maxAttempts}${before}`.slice(0, 2000));
}

const giveUp = (type: Pick<JobType, 'cron'> | undefined, now: Date, lastError: string): JobFate =>
  (type?.cron ? { state: 'waiting', dueAt: nextRun(type.cron, now), attempts: 0, lastError } : { state: 'dead', lastError });
