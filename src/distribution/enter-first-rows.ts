import { currentSession, emitAll, inTransaction, type Context } from '../kernel/index.js';
import { attemptCollection } from './attempt.js';
import { deliveryCollection, type DeliveryRow } from './delivery.js';
import { feedAttempt, feedConfirmed, rowOf, type NewDelivery } from './enter-delivery.js';
import { settledNews } from './lane.js';
import { standingCollection, standingIdOf, standingReads, type StandingRow } from './standing.js';

/**
 * Enters, in one transaction, the first row of lanes in which nothing has happened yet: most destinations of most releases. Rejects, and nothing
 * is written, when something has meanwhile: a lane's standing can be inserted once.
 */
export async function enterFirstRows(ctx: Context, entries: readonly NewDelivery[]): Promise<void> {
  const rows = await Promise.all(entries.map((entry) => rowOf(ctx, entry)));
  const fed = rows.filter(({ state }) => state === 'delivered');
  const ended = rows.filter(({ state }) => state === 'delivered' || state === 'refused');
  await inTransaction(async () => {
    const session = currentSession()!;
    await standingCollection().insertMany(rows.map((row, at) => standingOf(ctx, row, entries[at]!)), { session });
    await deliveryCollection().insertMany(rows, { session });
    if (fed.length > 0) await attemptCollection().insertMany(fed.map((row) => feedAttempt(ctx, row)), { session });
    await emitAll(ctx, ended.map(settledNews));
    for (const row of fed) standingReads.drop(standingIdOf(row));
  });
}

function standingOf(ctx: Context, row: DeliveryRow, { publication }: NewDelivery): StandingRow {
  const { destinationId, contentId, version, state } = row;
  const confirmed = state === 'delivered' ? { confirmed: feedConfirmed(ctx, row, publication.embargoedUntil) } : {};
  return { _id: standingIdOf(row), destinationId, contentId, plannedVersion: version, turn: 1, ...confirmed };
}
