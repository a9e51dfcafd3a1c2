import { inTransaction, type Context } from '../../kernel/index.js';
import { advance } from '../delivery-states.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';
import { announce } from '../lane.js';
import { LaterVersionError } from '../errors.js';
import { findPublication } from '../plan.js';
import { takeTurn } from '../standing.js';
import { destinationCache } from '../destination.js';
import { BundleModel } from './bundle.js';
import { carryPart } from './carry-part.js';

/**
 * A bundle that has not gone out and holds a text that was corrected or taken back meanwhile is stopped: that is a task for a person.
 * One that has gone out is followed by the content's own correction. Reacts to content.corrected and content.retracted.
 */
export async function stopOutdatedBundles(ctx: Context, { contentId, version }: { readonly contentId: string; readonly version: number }): Promise<void> {
  const bundles = await BundleModel.find({ parts: { $elemMatch: { contentId, version: { $lt: version } } } }).lean();
  for (const { deliveryId, parts } of bundles) {
    const title = parts.find((part) => part.contentId === contentId)?.title ?? '';
    await stop(ctx, deliveryId, `《${title}》已更正或撤稿，整组没有发出。请重新组稿`);
  }
}

async function stop(ctx: Context, _id: string, lastMessage: string): Promise<void> {
  await inTransaction(async () => {
    const row = await DeliveryModel.findById(_id).select({ payload: 0 }).lean<DeliveryRow>();
    if (row?.state !== 'waiting') return;
    await takeTurn(row);
    const state = advance(row.state, 'refuse');
    const { matchedCount } = await DeliveryModel.updateOne({ _id, state: row.state }, { $set: { state, lastMessage, settledAt: ctx.now() }, $unset: { dueAt: 1 } });
    if (matchedCount === 1) await announce(ctx, { ...row, state });
  });
}

/** Takes the parts of a bundle along again that is sent once more. In the transaction that reopens it. Throws CANNOT_BUNDLE, LATER_VERSION. */
export async function carryAgain(ctx: Context, row: DeliveryRow): Promise<void> {
  const destination = await destinationCache.get(row.destinationId);
  const { parts = [] } = await findPublication(row.planId);
  if (!destination) throw new LaterVersionError({ name: row.destinationId, later: row.version, version: row.version });
  for (const part of parts) await carryPart(ctx, destination, part);
}
