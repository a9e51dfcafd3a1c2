import mongoose from 'mongoose';
import { JobModel } from './jobs.js';
import { Gauge, registry } from './metrics.js';
import { OutboxModel } from './outbox.js';

/** Seconds since a time; 0 when it is still to come. */
const secondsSince = (time: Date): number => Math.max(0, (Date.now() - time.getTime()) / 1000);

/** A gauge asked of the database at each scrape. While the database does not answer it is not a number, and the other figures are still told. */
function askedGauge(name: string, help: string, ask: () => Promise<number>): Gauge {
  return new Gauge({
    name, help, registers: [registry],
    async collect() {
      this.set(mongoose.connection.readyState === 1 ? await ask().catch(() => NaN) : NaN);
    },
  });
}

async function oldestDueJob(): Promise<number> {
  const job = await JobModel.findOne({ state: 'waiting' }, { dueAt: 1 }).sort({ dueAt: 1 }).lean<{ dueAt: Date }>();
  return job ? secondsSince(job.dueAt) : 0;
}

async function oldestWaitingEvent(): Promise<number> {
  const event = await OutboxModel.findOne({ dispatchedAt: null }, { at: 1 }).hint('waiting').sort({ _id: 1 }).lean<{ at: Date }>();
  return event ? secondsSince(event.at) : 0;
}

/** What waits in the database, the same in every process: take the maximum over them, not the sum. Alarm above a minute. */
export const backlogMetrics = {
  oldestDueJob: askedGauge('yici_jobs_oldest_due_seconds', 'Seconds that the oldest waiting job is overdue', oldestDueJob),
  oldestWaitingEvent: askedGauge('yici_outbox_oldest_waiting_seconds', 'Seconds that the oldest event waits for its reactions', oldestWaitingEvent),
  deadJobs: askedGauge('yici_jobs_dead', 'Jobs that were given up and wait for a person', () => JobModel.countDocuments({ state: 'dead' }).exec()),
};
