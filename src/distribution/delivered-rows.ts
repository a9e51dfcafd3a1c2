import { LRUCache } from 'lru-cache';
import { runCommand } from '../kernel/index.js';
import type { DeliveredBefore, Delivery, Destination, Publication } from './channel.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { standingIdOf, standingReads, type Confirmed, type StandingRow } from './standing.js';

/** What of a delivered row never changes again. */
type Frozen = Pick<DeliveryRow, '_id' | 'action' | 'payload' | 'attempts'> & { readonly publication: Publication };

/** Frozen rows need no invalidation. About 96 MB of text at most. */
const frozenRows = new LRUCache<string, Frozen>({ maxSize: 96_000_000, sizeCalculation: ({ payload, publication }) => 2000 + 2 * (payload?.body.length ?? 0) + 4 * publication.html.length });

type Standing = Pick<StandingRow, '_id' | 'earlier'> & { readonly confirmed: Confirmed };

export interface DeliveredRange {
  readonly limit: number;
  /** Only rows that stand behind this one. */
  readonly before?: DeliveredBefore | undefined;
  /** The present: what is under embargo still is not shown. */
  readonly now: Date;
}

/**
 * What stands at a destination, one delivery per content, newest first; where the newest version is under embargo, the one shown
 * before it. One find on the standings' index, none while nothing changed there; a second command only for rows that this process has
 * not shown before.
 */
export async function deliveredRows(destination: Destination, { limit, before, now }: DeliveredRange): Promise<Delivery[]> {
  const standings = await standingReads.read(destination.id, JSON.stringify([limit, before ?? null]), () => runCommand<StandingRow>({
    find: 'standings', filter: { destinationId: destination.id, ...behind(destination.id, before) }, projection: { confirmed: 1, earlier: 1 },
    sort: { 'confirmed.settledAt': -1, _id: -1 }, limit: Math.max(1, Math.min(limit, 5000)), hint: 'feed',
  })) as readonly Standing[];
  const shown = standings.map(({ confirmed, earlier }) => (earlier && confirmed.embargoedUntil && confirmed.embargoedUntil > now ? earlier : confirmed));
  const frozen = await findFrozen(shown.map(({ deliveryId }) => deliveryId));
  return shown.flatMap((confirmed) => {
    const row = frozen.get(confirmed.deliveryId);
    return row ? [toDelivered(row, confirmed, destination)] : [];
  }).sort((a, b) => Number(b.settledAt) - Number(a.settledAt));
}

/** Rows of one instant are told apart by their content. */
function behind(destinationId: string, before: DeliveredBefore | undefined): Record<string, unknown> {
  if (!before) return { 'confirmed.settledAt': { $exists: true } };
  const { settledAt, contentId } = before;
  if (!contentId) return { 'confirmed.settledAt': { $exists: true, $lt: settledAt } };
  const sameInstant = { 'confirmed.settledAt': settledAt, _id: { $lt: standingIdOf({ destinationId, contentId }) } };
  return { 'confirmed.settledAt': { $exists: true, $lte: settledAt }, $or: [{ 'confirmed.settledAt': { $lt: settledAt } }, sameInstant] };
}

async function findFrozen(ids: readonly string[]): Promise<Map<string, Frozen>> {
  const found = new Map(ids.flatMap((id) => { const row = frozenRows.get(id); return row ? [[id, row] as const] : []; }));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  // One more than there can be: a batch that is not full closes its cursor.
  const rows = await DeliveryModel.aggregate<DeliveryRow & { plan: { publication: Publication }[] }>([
    { $match: { _id: { $in: missing } } },
    { $project: { action: 1, payload: 1, attempts: 1, planId: 1 } },
    { $lookup: { from: 'plans', localField: 'planId', foreignField: '_id', pipeline: [{ $project: { publication: 1 } }], as: 'plan' } },
  ], { batchSize: missing.length + 1 });
  for (const { _id, action, payload, attempts, plan } of rows) {
    const row: Frozen = { _id, action, attempts, publication: plan[0]!.publication, ...(payload ? { payload } : {}) };
    frozenRows.set(_id, row);
    found.set(_id, row);
  }
  return found;
}

function toDelivered({ _id, action, payload, attempts, publication }: Frozen, confirmed: Confirmed, destination: Destination): Delivery {
  const { remoteId, url, marks, settledAt } = confirmed;
  return {
    id: _id, action, publication, destination, payload: payload ?? { contentType: '', body: '' }, attempt: Math.max(1, attempts), marks: marks ?? {}, settledAt,
    last: { outcome: 'delivered', ...(remoteId ? { remoteId } : {}), ...(url ? { url } : {}) },
  };
}
