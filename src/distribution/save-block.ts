import { record } from '../accounts/index.js';
import { assertId, inTransaction, newId, NotFoundError, said, type Context } from '../kernel/index.js';
import { BlockModel, type BlockRow } from './block.js';
import { channelNamed } from './channels.js';
import { checkBlocked } from './check-rule.js';
import { destinationCache } from './destination.js';
import type { Condition } from './rule.js';

/** Shown wherever a block keeps something back, so it must be short. */
const mostReason = 200;

/** A block as a person gives it. */
export interface BlockFields {
  readonly reason: string;
  readonly condition: Condition;
  readonly channelIds?: readonly string[] | null;
  readonly destinationIds?: readonly string[] | null;
}

/** Sets up a block for every release from now on; what is planned already stays. Throws INVALID_INPUT, UNKNOWN_CHANNEL, INVALID_ID, NOT_FOUND. */
export async function createBlock(ctx: Context, input: BlockFields): Promise<BlockRow> {
  const [channelIds, destinationIds] = [[...new Set(input.channelIds ?? [])], [...new Set(input.destinationIds ?? [])]];
  channelIds.forEach(channelNamed);
  for (const id of destinationIds) await assertDestination(id);
  const row: BlockRow = { _id: newId('block'), reason: said('reason', input.reason, mostReason), condition: checkBlocked(input.condition), channelIds, destinationIds, createdAt: ctx.now(), createdByName: ctx.actor.name };
  return inTransaction(async () => {
    await BlockModel.create([row]);
    await record(ctx, { action: 'block.create', subjectType: 'DeliveryBlock', subjectId: row._id, summary: { reason: row.reason, condition: row.condition, channelIds, destinationIds } });
    return row;
  });
}

/** Ends a block. What it kept back is not sent by that; the next version is. Throws NOT_FOUND for one that does not hold. */
export async function liftBlock(ctx: Context, id: string, reason: string): Promise<BlockRow> {
  assertId(id, 'block');
  const liftedReason = said('reason', reason, mostReason);
  return inTransaction(async () => {
    const lifted = { liftedAt: ctx.now(), liftedByName: ctx.actor.name, liftedReason };
    const row = await BlockModel.findOneAndUpdate({ _id: id, liftedAt: { $exists: false } }, { $set: lifted }, { returnDocument: 'after' }).lean<BlockRow>();
    if (!row) throw new NotFoundError({ id });
    await record(ctx, { action: 'block.lift', subjectType: 'DeliveryBlock', subjectId: id, summary: { reason: liftedReason } });
    return row;
  });
}

async function assertDestination(id: string): Promise<void> {
  assertId(id, 'destination');
  if (!(await destinationCache.get(id))) throw new NotFoundError({ id });
}
