import { record } from '../accounts/index.js';
import { assertId, inTransaction, NotFoundError, type Context } from '../kernel/index.js';
import { applySettlement } from './apply-settlement.js';
import { carryAgain, isBundle } from './bundle/index.js';
import type { Receipt } from './channel.js';
import { findLaneRows, announce, releaseNext } from './lane.js';
import { advance, isOpen } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { destinationCache } from './destination.js';
import { InactiveDestinationError, LaterVersionError, WrongDeliveryStateError } from './errors.js';
import { findBlockFor } from './find-block-for.js';
import { findPublication } from './plan.js';
import { renderPayload } from './render-payload.js';
import { settle, type Settlement } from './settle.js';
import { takeTurn, type Confirmed } from './standing.js';
import { blockedMessage } from './verdict-words.js';

/** The delivery, if the actor may see it: a partner sees only its own destination's. Throws NotFoundError for both. */
export async function findOwnDelivery(ctx: Context, id: string): Promise<DeliveryRow> {
  assertId(id, 'delivery');
  const row = await DeliveryModel.findById(id).lean<DeliveryRow>();
  if (!row || (ctx.actor.destinationId && ctx.actor.destinationId !== row.destinationId)) throw new NotFoundError({ id });
  return row;
}

/**
 * Sends a delivery again: the same bytes under the same id, now, with all its tries. Bytes that could not be rendered are rendered
 * anew. Throws WrongDeliveryStateError, LaterVersionError, InactiveDestinationError.
 */
export async function retryDelivery(ctx: Context, id: string): Promise<DeliveryRow> {
  await findOwnDelivery(ctx, id);
  return inTransaction(async () => {
    const row = await findOwnDelivery(ctx, id);
    await assertNewest(row);
    if (isBundle(row)) await carryAgain(ctx, row);
    const change = await reopening(ctx, row);
    const after = await DeliveryModel.findOneAndUpdate({ _id: id, state: row.state }, change, { returnDocument: 'after' }).lean<DeliveryRow>();
    if (!after) throw new WrongDeliveryStateError({ state: row.state, move: 'reopen' });
    await audit(ctx, 'delivery.retry', row);
    return after;
  });
}

async function assertNewest(row: DeliveryRow): Promise<void> {
  const { plannedVersion } = await takeTurn(row, row.version);
  const destination = await destinationCache.get(row.destinationId);
  const name = destination?.name ?? row.destinationId;
  if (plannedVersion > row.version) throw new LaterVersionError({ name, later: plannedVersion, version: row.version });
  if (!destination?.isActive) throw new InactiveDestinationError({ name, reason: destination?.deactivatedReason ?? '' });
}

async function reopening(ctx: Context, row: DeliveryRow) {
  const state = advance(row.state, 'reopen');
  const now = { dueAt: ctx.now(), trigger: 'manual' as const, triggeredBy: ctx.actor.id };
  if (row.state === 'waiting') return { $set: now };
  const rendered = row.payload ? {} : await renderAgain(ctx, row);
  if ('lastMessage' in rendered) return { $set: rendered };
  const isBehind = (await findLaneRows(row)).some((other) => other.version < row.version && isOpen(other.state) && (row.action !== 'retract' || other.state === 'running'));
  const { dueAt, ...by } = now;
  return { $set: { ...rendered, ...by, state: isBehind ? 'held' as const : state, ...(isBehind ? {} : { dueAt }), task: 'deliver' as const, tries: 0, asks: 0 }, $unset: { settledAt: 1 as const } };
}

/** New bytes for a row that has none, or the reason why it still cannot have any. */
async function renderAgain(ctx: Context, row: DeliveryRow): Promise<Pick<DeliveryRow, 'payload' | 'payloadBytes'> | { lastMessage: string }> {
  const destination = await destinationCache.get(row.destinationId);
  const block = row.action === 'retract' ? undefined : await findBlockFor(row);
  if (block) return { lastMessage: blockedMessage(block.reason) };
  const { payload, problem } = await renderPayload(ctx, destination!, await findPublication(row.planId), row.action);
  return payload ? { payload, payloadBytes: Buffer.byteLength(payload.body) } : { lastMessage: problem };
}

/** Takes back a delivery that has not gone out; what arrived before and was to be sent again is delivered as it was. Throws WrongDeliveryStateError for one that is under way or done. */
export async function cancelDelivery(ctx: Context, id: string, reason: string): Promise<DeliveryRow> {
  await findOwnDelivery(ctx, id);
  return inTransaction(async () => {
    const row = await findOwnDelivery(ctx, id);
    if (row.state !== 'held' && row.state !== 'waiting') throw new WrongDeliveryStateError({ state: row.state, move: 'cancel' });
    const change = takenBack(ctx, row, (await takeTurn(row)).confirmed, reason);
    const after = await DeliveryModel.findOneAndUpdate({ _id: id, state: row.state }, { $set: change, $unset: { dueAt: 1 } }, { returnDocument: 'after' }).lean<DeliveryRow>();
    if (!after) throw new WrongDeliveryStateError({ state: row.state, move: 'cancel' });
    await announce(ctx, after);
    await releaseNext(ctx, row);
    await audit(ctx, 'delivery.cancel', row, { reason });
    return after;
  });
}

function takenBack({ actor, now }: Context, row: DeliveryRow, confirmed: Confirmed | undefined, reason: string): Pick<DeliveryRow, 'state' | 'lastMessage' | 'settledAt'> {
  const hasArrived = row.state === 'waiting' && confirmed?.deliveryId === row._id;
  if (hasArrived) return { state: advance(row.state, 'deliver'), lastMessage: `${actor.name}取消重发：${reason}`.slice(0, 1000), settledAt: confirmed.settledAt };
  return { state: advance(row.state, 'cancel'), lastMessage: `${actor.name}取消：${reason}`.slice(0, 1000), settledAt: now() };
}

export interface HandSettlement {
  readonly hasArrived: boolean;
  readonly note: string;
  /** Where it ran. */
  readonly url?: string;
}

/** Writes down what a person found out about a delivery: it arrived, or it did not and will not. Throws WrongDeliveryStateError. */
export async function settleByHand(ctx: Context, id: string, { hasArrived, note, url }: HandSettlement): Promise<DeliveryRow> {
  const row = await findOwnDelivery(ctx, id);
  const move = hasArrived ? 'deliver' as const : 'cancel' as const;
  const state = advance(row.state, move);
  if (row.state === 'running') throw new WrongDeliveryStateError({ state: row.state, move });
  const message = `${ctx.actor.name}：${note}`.slice(0, 1000);
  const receipt: Receipt = hasArrived ? { outcome: 'delivered', message, ...(url ? { url } : {}) } : { outcome: 'failed', message };
  const settlement: Settlement = { ...settle(row, { outcome: 'delivered', message }, { isRepeatable: false, canConfirm: false }, ctx.now()), move, message };
  const attempt = { kind: 'hand' as const, outcome: receipt.outcome, message, startedAt: ctx.now(), milliseconds: 0, trigger: 'manual' as const, who: ctx.actor.id, exchanges: [] };
  await inTransaction(async () => {
    if (!(await applySettlement(ctx, row, { receipt, settlement, attempt }, { state: row.state }))) throw new WrongDeliveryStateError({ state, move });
    await audit(ctx, 'delivery.confirm', row, { hasArrived, note });
  });
  return findOwnDelivery(ctx, id);
}

const audit = (ctx: Context, action: string, { _id, contentId, version, destinationId }: DeliveryRow, more: Record<string, unknown> = {}) =>
  record(ctx, { action, subjectType: 'Delivery', subjectId: _id, summary: { contentId, version, destinationId, ...more } });

