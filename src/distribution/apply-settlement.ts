import { emit, inTransaction, newId, type Context } from '../kernel/index.js';
import { AttemptModel, type Attempt } from './attempt.js';
import type { Receipt } from './channel.js';
import { retractionToRepeat, type LaneRow } from './decide-delivery.js';
import { advance, isOpen, type DeliveryState } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { DeliveryStuck } from './events.js';
import { announce, findLaneRows, releaseNext } from './lane.js';
import { attemptsCounted } from './metrics.js';
import type { Settlement } from './settle.js';
import { StandingModel, standingIdOf, takeTurn, type StandingRow } from './standing.js';

/** What the settlement rests on: what was heard, and the attempt as it will be kept. */
export interface Heard {
  readonly receipt: Receipt;
  readonly settlement: Settlement;
  readonly attempt: Omit<Attempt, '_id' | 'deliveryId' | 'destinationId'>;
}

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
  attemptsCounted.inc({ channel: row.channelId, destination: row.destinationId, outcome: heard.attempt.outcome });
  return true;
}

async function write(ctx: Context, row: DeliveryRow, { receipt, settlement: decided, attempt }: Heard, fence: Fence): Promise<void> {
  const standing = await takeTurn(row, row.version);
  const others = standing.plannedVersion > row.version ? await findLaneRows(row) : [];
  const settlement = giveWay(decided, row, others);
  const state = advance(fence.state, settlement.move);
  const before = await DeliveryModel.findOneAndUpdate({ _id: row._id, ...fence }, changes(ctx, state, settlement, receipt), { returnDocument: 'before' }).select({ payload: 0 }).lean<DeliveryRow>();
  if (!before) throw new LostRowError();
  await AttemptModel.create([{ ...attempt, _id: newId('attempt'), deliveryId: row._id, destinationId: row.destinationId }]);
  if (state === 'delivered') await stand(ctx, before, receipt, standing);
  await tell(ctx, before, state, settlement, receipt);
  if (before.mustRepeat && state === 'delivered') await reopenNow(ctx, row._id);
  else if (state === 'delivered') await repeatRetraction(ctx, row, others);
  if (others.length > 0) await releaseNext(ctx, row);
}

/** A row that would have to be tried again gives way to a later version that waits behind it. */
function giveWay(settlement: Settlement, row: DeliveryRow, others: readonly LaneRow[]): Settlement {
  const later = others.find(({ version, state }) => version > row.version && (state === 'held' || state === 'waiting'));
  if (!later || settlement.move !== 'retry') return settlement;
  const { dueAt: _, ...rest } = settlement;
  return { ...rest, move: 'supersede', message: `第 ${later.version} 版已代替本版。${settlement.message}` };
}

function changes(ctx: Context, state: DeliveryState, settlement: Settlement, receipt: Receipt) {
  const { task, tries, asks, dueAt, message, mayHaveArrived, acceptedAt } = settlement;
  const remoteId = 'remoteId' in receipt ? receipt.remoteId : undefined;
  const url = 'url' in receipt ? receipt.url : undefined;
  const set = {
    state, task, tries, asks, owner: null, trigger: 'scheduled' as const, last: receipt, ...(dueAt && { dueAt }), ...(isOpen(state) ? {} : { settledAt: ctx.now() }), ...(message && { lastMessage: message }),
    ...(mayHaveArrived && { mayHaveArrived }), ...(acceptedAt && { acceptedAt }), ...(remoteId && { remoteId }), ...(url && { url }),
  };
  return { $set: set, $unset: { slot: 1 as const, startedAt: 1 as const, triggeredBy: 1 as const, mustRepeat: 1 as const, ...(dueAt ? {} : { dueAt: 1 as const }), ...(message ? {} : { lastMessage: 1 as const }) } };
}

/** Notes what the destination has now. An old version that arrives late changes nothing, unless the content was taken back meanwhile. */
async function stand(ctx: Context, row: DeliveryRow, receipt: Receipt, { confirmed }: StandingRow): Promise<void> {
  const { _id: deliveryId, version, action, marks } = row;
  if (confirmed && version < confirmed.version && confirmed.action !== 'retract') return;
  const heard: { readonly remoteId?: string; readonly url?: string } = receipt.outcome === 'delivered' ? receipt : {};
  const before = action === 'publish' ? undefined : confirmed;
  const remoteId = heard.remoteId ?? row.remoteId ?? before?.remoteId;
  const url = heard.url ?? row.url ?? before?.url;
  const now = { deliveryId, version, action, marks, settledAt: ctx.now(), ...(remoteId && { remoteId }), ...(url && { url }) };
  await StandingModel.updateOne({ _id: standingIdOf(row) }, { $set: { confirmed: now } });
}

async function tell(ctx: Context, row: DeliveryRow, state: DeliveryState, { dueAt, message }: Settlement, receipt: Receipt): Promise<void> {
  const url = ('url' in receipt ? receipt.url : undefined) ?? row.url;
  if (!isOpen(state)) await announce(ctx, { ...row, state, ...(url ? { url } : {}) });
  if (state !== 'unclear' || dueAt) return;
  const { _id: deliveryId, destinationId, contentId, version, action } = row;
  await emit(ctx, DeliveryStuck, { deliveryId, destinationId, contentId, version, action, message });
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
