import type { Static, TObject } from 'typebox';
import type { Context, Services } from './context.js';
import { defineJob, enqueue, type JobType } from './jobs.js';
import { OutboxModel, type EventType, type OutboxEvent } from './outbox.js';
import { inTransaction } from './transaction.js';

const reactions = new Map<string, JobType[]>();

/**
 * Runs `react` for every event of this type: at least once, in a job of its own, tried again until it succeeds. `react.name`
 * names the job; one function reacts to one event at most once.
 */
export function on<T extends TObject>(event: EventType<T>, react: (ctx: Context, payload: Static<T>) => Promise<unknown>): void {
  const job = defineJob<Static<T>>({
    name: `${event.name}>${react.name}`,
    run: async (ctx, payload) => { await react(ctx, payload); },
  });
  reactions.set(event.name, [...(reactions.get(event.name) ?? []), job as JobType]);
}

/** Hands the oldest undispatched event to its reactions. False when there is none. */
export async function dispatchNextEvent(services: Services): Promise<boolean> {
  const event = await OutboxModel.findOne({ dispatchedAt: null }).hint('waiting').sort({ _id: 1 }).lean<OutboxEvent>();
  if (!event) return false;
  await inTransaction(() => dispatch(services, event));
  return true;
}

async function dispatch(services: Services, event: OutboxEvent): Promise<void> {
  const mine = await OutboxModel.updateOne({ _id: event._id, dispatchedAt: null }, { $set: { dispatchedAt: services.now() } });
  if (mine.modifiedCount === 0) return;
  for (const job of reactions.get(event.name) ?? []) await enqueue(services, job, event.payload);
}
