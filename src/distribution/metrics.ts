import mongoose from 'mongoose';
import { Counter, Gauge, registry, type Services } from '../kernel/index.js';
import type { Attempt } from './attempt.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { readRetryWaits, useRetryWaits } from './retry-schedule.js';

const attemptsCounted = new Counter({ name: 'yici_delivery_attempts_total', help: 'Attempts at deliveries by outcome', labelNames: ['channel', 'destination', 'outcome'], registers: [registry] });

/** Counts an attempt that was written down, by how it ended. */
export const countAttempt = ({ channelId, destinationId }: Pick<DeliveryRow, 'channelId' | 'destinationId'>, { outcome }: Pick<Attempt, 'outcome'>): void =>
  attemptsCounted.inc({ channel: channelId, destination: destinationId, outcome });

let clock: (() => Date) | undefined;

const oldest = new Gauge({
  name: 'yici_delivery_oldest_due_seconds', help: 'Age of the oldest delivery that is due, by destination', labelNames: ['destination'], registers: [registry],
  async collect() {
    if (!clock || mongoose.connection.readyState !== 1) return;
    oldest.reset();
    const now = clock();
    for (const { _id, dueAt } of await oldestDue(now)) oldest.set({ destination: _id }, (now.getTime() - dueAt.getTime()) / 1000);
  },
});

/** The oldest due time of each destination that has due work. Covered by the index of open work. */
export const oldestDue = (now: Date): Promise<{ _id: string; dueAt: Date }[]> =>
  DeliveryModel.aggregate<{ _id: string; dueAt: Date }>([
    { $match: { destinationId: { $gt: '' }, rank: { $in: [0, 1] }, dueAt: { $lte: now } } }, { $group: { _id: '$destinationId', dueAt: { $min: '$dueAt' } } },
  ]).hint('queue').exec();

/** Gives the module what it needs of the process; once, before work begins. */
export function configureDistribution(services: Services, retryWaits = readRetryWaits()): void {
  clock = services.now;
  useRetryWaits(retryWaits);
}
