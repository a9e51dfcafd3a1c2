import type { Static, TObject } from 'typebox';
import type { Context, Services } from './context.js';
import { defineJob, JobModel, newJob, type JobType } from './jobs.js';
import { eventCatalogue, OutboxModel, type EventType, type OutboxEvent } from './outbox.js';
import { addReaction, reactionsTo, type Reaction } from './reaction-registry.js';
import { inTransaction } from './transaction.js';

/**
 * Runs `react` for every event of this type: at least once, in a job of its own, tried again until it succeeds. `react.name`
 * names the job; one function reacts to one event at most once. Reactions run side by side: those of a later event may run first.
 * With `concerns`, which is pure, only events of which it is true get a job: most deliveries concern nobody else, and are not even looked at.
 */
export function on<T extends TObject>(event: EventType<T>, react: (ctx: Context, payload: Static<T>) => Promise<unknown>, concerns: (payload: Static<T>) => boolean = () => true): void {
  if (!react.name) throw new Error(`a reaction to ${event.name} has no name; its jobs are named after it`);
  const job = defineJob<Static<T>>({
    name: `${event.name}>${react.name}`,
    run: async (ctx, payload) => { await react(ctx, payload); },
  });
  addReaction(event.name, { job: job as JobType, concerns: concerns as Reaction['concerns'] });
}

/** Events per transaction. */
const batchSize = 100;

/** An event that no process knew for so long is set aside: a newer version that knows it would have come by then. */
const unknownForMs = 24 * 3_600_000;

/**
 * Hands the oldest undispatched events, at most 100, to their reactions in one transaction: each gets exactly one job per
 * reaction, however many relays run. False when there is none. Events of a newer version are left for a process that knows them.
 */
export async function dispatchNextEvent(services: Services): Promise<boolean> {
  const waiting = { dispatchedAt: null, $or: [{ name: { $in: [...eventCatalogue().keys()] } }, { at: { $lt: new Date(services.now().getTime() - unknownForMs) } }] };
  if (!(await OutboxModel.findOne(waiting, { _id: 1 }).hint('waiting').lean())) return false;
  // Read again inside: of two relays the second is refused by MongoDB, runs anew and finds what is left.
  const events = await inTransaction(async () => {
    const batch = await OutboxModel.find(waiting).hint('waiting').sort({ _id: 1 }).limit(batchSize).lean<OutboxEvent[]>();
    await dispatch(services, batch);
    return batch;
  });
  for (const { _id, name } of events) if (!eventCatalogue().has(name)) services.log.error({ eventId: _id, event: name }, 'an event that this version does not know was set aside');
  return true;
}

async function dispatch(services: Services, events: readonly OutboxEvent[]): Promise<void> {
  await OutboxModel.updateMany({ _id: { $in: events.map(({ _id }) => _id) } }, { $set: { dispatchedAt: services.now() } });
  const jobs = events.flatMap(({ name, payload }) => reactionsTo(name, payload).map(({ job }) => newJob(services, job, payload)));
  if (jobs.length > 0) await JobModel.insertMany(jobs);
}
