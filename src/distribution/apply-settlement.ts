import { emitAll, inTransaction, type Context } from '../kernel/index.js';
import { AttemptModel } from './attempt.js';
import { retractionToRepeat, type LaneRow } from './decide-delivery.js';
import { advance, type DeliveryState } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { findLaneRows, releaseNext } from './lane.js';
import { countAttempt } from './metrics.js';
import { attemptRow, confirmedBy, giveWay, rowChanges, settlementNews, type Heard } from './settlement-writes.js';
import { StandingModel, standingIdOf, takeTurn } from './standing.js';

/** Which ledger row may be written: its owner's while it runs, or the one still in this state. */
export type Fence = { readonly owner: string; readonly state: 'running' } | { readonly state: DeliveryState };

/** The row is another's by now. Thrown to undo the transaction; never leaves this file. */
class LostRowError extends Error {}

/**
 * Writes what became of a delivery: row, attempt, standing, the next version's turn and the event, in one transaction. False, and
 * nothing written, when the fence does not hold any more.
 */
export async function applySettlement(ctx: Context, row: DeliveryRow, heard: Heard, fence: Fence): Promise<boolean> {
  try {
    await inTransaction(() => write(ctx, row, heard, fence));
  } catch (error) {
    if (!(error instanceof LostRowError)) throw error;
    ctx.log.warn({ deliveryId: row._id, outcome: heard.receipt.outcome }, 'a settlement came too late: the delivery is another worker\'s');
    return false;
  }
  countAttempt(row, heard.attempt);
  return true;
}

async function write(ctx: Context, row: DeliveryRow, { receipt, settlement: decided, attempt }: Heard, fence: Fence): Promise<void> {
  const standing = await takeTurn(row, row.version);
  const others = standing.plannedVersion > row.version ? await findLaneRows(row) : [];
  const settlement = giveWay(decided, row, others);
  const state = advance(fence.state, settlement.move);
  const before = await DeliveryModel.findOneAndUpdate({ _id: row._id, ...fence }, rowChanges(ctx.now(), state, settlement, receipt), { returnDocument: 'before' }).select({ payload: 0 }).lean<DeliveryRow>();
  if (!before) throw new LostRowError();
  await AttemptModel.create([attemptRow(row, attempt)]);
  const confirmed = state === 'delivered' && confirmedBy(before, receipt, standing, ctx.now());
  if (confirmed) await StandingModel.updateOne({ _id: standingIdOf(row) }, { $set: { confirmed } });
  await emitAll(ctx, settlementNews(before, state, settlement, receipt));
  if (before.mustRepeat && state === 'delivered') await reopenNow(ctx, row._id);
  else if (state === 'delivered') await repeatRetraction(ctx, row, others);
  if (others.length > 0) await releaseNext(ctx, row);
}

/** A retraction that overtook this version is said again now that the version turned out to have arrived. */
async function repeatRetraction(ctx: Context, row: DeliveryRow, others: readonly LaneRow[]): Promise<void> {
  const retraction = retractionToRepeat(others, row);
  if (!retraction || retraction.state === 'held' || retraction.state === 'waiting') return;
  if (retraction.state === 'running') await DeliveryModel.updateOne({ _id: retraction._id }, { $set: { mustRepeat: true } });
  else await reopenNow(ctx, retraction._id);
}

const reopenNow = (ctx: Context, _id: string) =>
  DeliveryModel.updateOne({ _id }, { $set: { state: 'waiting', task: 'deliver', tries: 0, asks: 0, dueAt: ctx.now() }, $unset: { settledAt: 1 } });
