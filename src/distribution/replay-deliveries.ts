import { assertId, DomainError, NotFoundError, type Context } from '../kernel/index.js';
import type { DeliveryState } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { destinationCache } from './destination.js';
import { InactiveDestinationError, InvalidRangeError } from './errors.js';
import { retryDelivery } from './steer-delivery.js';

export interface ReplayRange {
  /** Left out: all that are active. */
  readonly destinationId?: string | null;
  readonly from: Date;
  readonly until: Date;
  /** Also what arrived: for a receiver that lost its data. Receivers may drop repeats by their id. */
  readonly withDelivered?: boolean;
}

export interface Replay {
  /** Rows that go out again. */
  readonly reopened: number;
  /** Rows left alone, because a later version took their place or somebody was faster. */
  readonly skipped: number;
  /** Whether there is more in the range: ask again from `continueFrom`. */
  readonly continueFrom?: Date;
}

/** Rows of one call: what a request can do in a few seconds. */
const mostRows = 500;

/**
 * Sends again what failed in a time range of planning, at one destination or at all, oldest first. A row that a later version followed is
 * skipped, whatever became of it. Throws NotFoundError, InvalidRangeError, InactiveDestinationError.
 */
export async function replayDeliveries(ctx: Context, { destinationId, from, until, withDelivered }: ReplayRange): Promise<Replay> {
  const destinationIds = await findReplayed(ctx, destinationId ?? ctx.actor.destinationId);
  if (from >= until) throw new InvalidRangeError({ from: from.toISOString(), until: until.toISOString() });
  const states: DeliveryState[] = ['dead', 'refused', ...(withDelivered ? ['delivered' as const] : [])];
  const rows = await DeliveryModel.find({ destinationId: { $in: destinationIds }, plannedAt: { $gte: from, $lt: until }, state: { $in: states } }, { plannedAt: 1 })
    .sort({ plannedAt: 1, _id: 1 }).limit(mostRows + 1).lean<Pick<DeliveryRow, '_id' | 'plannedAt'>[]>();
  let reopened = 0;
  const batch = rows.slice(0, mostRows);
  for (const { _id } of batch) if (await reopen(ctx, _id)) reopened += 1;
  const next = rows[mostRows];
  return { reopened, skipped: batch.length - reopened, ...(next ? { continueFrom: next.plannedAt } : {}) };
}

async function findReplayed(ctx: Context, id: string | null | undefined): Promise<string[]> {
  if (!id) return (await destinationCache.list()).flatMap(({ _id, isActive }) => (isActive ? [_id] : []));
  assertId(id, 'destination');
  const destination = await destinationCache.get(id);
  if (!destination || (ctx.actor.destinationId && ctx.actor.destinationId !== id)) throw new NotFoundError({ id });
  if (!destination.isActive) throw new InactiveDestinationError({ name: destination.name, reason: destination.deactivatedReason ?? '' });
  return [id];
}

/** True when the row waits again. What the rules forbid is skipped; anything else is thrown. */
async function reopen(ctx: Context, id: string): Promise<boolean> {
  try {
    return (await retryDelivery(ctx, id)).state !== 'refused';
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
