import { record } from '../accounts/index.js';
import { emit, inTransaction, type Context } from '../kernel/index.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { destinationCache, DestinationModel, type DestinationRow } from './destination.js';
import { closedMessage } from './enter-delivery.js';
import { DestinationDeactivated } from './events.js';
import { HealthModel } from './health.js';
import { releaseNext, yieldRows } from './lane.js';
import { takeTurn } from './standing.js';

/** Closes a destination: nothing more goes out. Retractions that still wait become tasks for the operator. Closing a closed one changes nothing. */
export async function deactivateDestination(ctx: Context, destinationId: string, reason: string): Promise<void> {
  const closed = await inTransaction(async () => {
    const change = { isActive: false, deactivatedReason: reason.slice(0, 500), updatedAt: ctx.now() };
    const after = await DestinationModel.findOneAndUpdate({ _id: destinationId, isActive: true }, { $set: change }, { returnDocument: 'after' }).lean<DestinationRow>();
    if (!after) return undefined;
    destinationCache.drop(destinationId);
    await record(ctx, { action: 'destination.deactivate', subjectType: 'Destination', subjectId: destinationId, summary: { name: after.name, reason: change.deactivatedReason } });
    await emit(ctx, DestinationDeactivated, { destinationId, name: after.name, reason: change.deactivatedReason });
    return after;
  });
  if (closed) await handOver(ctx, closed);
}

async function handOver(ctx: Context, destination: DestinationRow): Promise<void> {
  const open = { destinationId: destination._id, action: 'retract' as const, state: { $in: ['held' as const, 'waiting' as const] } };
  const rows = await DeliveryModel.find(open, { contentId: 1, destinationId: 1 }).lean<Pick<DeliveryRow, '_id' | 'contentId' | 'destinationId'>[]>();
  for (const row of rows) {
    await inTransaction(async () => {
      await takeTurn(row);
      if (!(await DeliveryModel.exists({ ...open, _id: row._id }))) return;
      await yieldRows(ctx, [row._id], 'refuse', closedMessage('retract', destination));
      await releaseNext(ctx, row);
    });
  }
}

/** Opens a destination again: what waits for it goes out, and its record of failures begins anew. */
export async function activateDestination(ctx: Context, destinationId: string): Promise<void> {
  await inTransaction(async () => {
    const after = await DestinationModel.findOneAndUpdate({ _id: destinationId, isActive: false }, { $set: { isActive: true, updatedAt: ctx.now() }, $unset: { deactivatedReason: 1 } }, { returnDocument: 'after' }).lean<DestinationRow>();
    if (!after) return;
    destinationCache.drop(destinationId);
    await HealthModel.deleteOne({ _id: destinationId });
    await record(ctx, { action: 'destination.activate', subjectType: 'Destination', subjectId: destinationId, summary: { name: after.name } });
  });
}
