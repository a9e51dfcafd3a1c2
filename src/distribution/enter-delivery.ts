import { newId, type Context } from '../kernel/index.js';
import { AttemptModel, type Attempt } from './attempt.js';
import type { Action, Publication } from './channel.js';
import { findChannel } from './channels.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import type { DestinationRow } from './destination.js';
import { announce } from './lane.js';
import { planIdOf } from './plan.js';
import { actionNames, renderPayload } from './render-payload.js';
import { StandingModel, standingIdOf, type Confirmed } from './standing.js';

export interface NewDelivery {
  readonly destination: DestinationRow;
  readonly publication: Publication;
  readonly action: Action;
  readonly state: 'held' | 'waiting';
  /** Why it may not go out, and what a person must do. */
  readonly problem?: string;
}

/**
 * Enters a row in the ledger with its bytes. Pull channels are settled at once. What cannot be rendered, or whose destination is
 * closed, is entered as a task for a person. In the transaction that holds the turn.
 */
export async function enterDelivery(ctx: Context, entry: NewDelivery): Promise<void> {
  const row = await rowOf(ctx, entry);
  await DeliveryModel.create([row]);
  if (row.state === 'delivered') await stand(ctx, row, entry.publication);
  if (row.state === 'delivered' || row.state === 'refused') await announce(ctx, row);
}

/** The ledger row of a new delivery, with its bytes. Writes nothing. */
export async function rowOf(ctx: Context, entry: NewDelivery): Promise<DeliveryRow> {
  const { destination, publication, action } = entry;
  const { contentId, version, title } = publication;
  const rendering = entry.problem ? { problem: entry.problem } : await renderPayload(ctx, destination, publication, action);
  const now = ctx.now();
  const payload = 'payload' in rendering ? rendering.payload : undefined;
  return {
    _id: newId('delivery'), destinationId: destination._id, channelId: destination.channelId, contentId, version, title, action,
    planId: planIdOf(contentId, version), rank: action === 'retract' ? 0 : 1, task: 'deliver', owner: null, attempts: 0, tries: 0, asks: 0,
    trigger: 'scheduled', mayHaveArrived: false, marks: {}, plannedAt: now, ...stateOf(entry, rendering.problem, now),
    ...(payload ? { payload, payloadBytes: Buffer.byteLength(payload.body) } : {}),
  };
}

function stateOf({ destination, action, state }: NewDelivery, problem: string | undefined, now: Date): Pick<DeliveryRow, 'state' | 'dueAt' | 'settledAt' | 'lastMessage'> {
  const refused = (lastMessage: string) => ({ state: 'refused' as const, settledAt: now, lastMessage });
  if (problem) return refused(problem);
  if (findChannel(destination.channelId)?.isPull) return { state: 'delivered', settledAt: now };
  if (!destination.isActive) return refused(closedMessage(action, destination));
  return state === 'held' ? { state } : { state, dueAt: now };
}

/** The operator's task when a closed destination still shows an earlier version. */
export const closedMessage = (action: Action, { name, deactivatedReason }: Pick<DestinationRow, 'name' | 'deactivatedReason'>): string =>
  `「${name}」已停用${deactivatedReason ? `（${deactivatedReason}）` : ''}，但对方有本稿的旧版。请人工通知${actionNames[action]}后登记结果，或启用后重新分发`;

/** A feed's row stands as soon as it is in the ledger. Under an embargo, what stood before is kept to be shown until then. */
async function stand(ctx: Context, row: DeliveryRow, { embargoedUntil }: Publication): Promise<void> {
  const confirmed = feedConfirmed(ctx, row, embargoedUntil);
  const shown = { $cond: [{ $gt: ['$confirmed.embargoedUntil', ctx.now()] }, '$earlier', '$confirmed'] };
  await StandingModel.updateOne({ _id: standingIdOf(row) }, [{ $set: { confirmed: { $literal: confirmed }, earlier: confirmed.embargoedUntil ? shown : '$$REMOVE' } }], { updatePipeline: true });
  await AttemptModel.create([feedAttempt(ctx, row)]);
}

/** What a feed confirms of its row: at once, and for nobody to see before the embargo ends. */
export function feedConfirmed({ now }: Pick<Context, 'now'>, { _id: deliveryId, version, action }: DeliveryRow, embargoedUntil: Date | undefined): Confirmed {
  const isEmbargoed = action !== 'retract' && embargoedUntil !== undefined && embargoedUntil > now();
  return { deliveryId, version, action, marks: {}, settledAt: now(), ...(isEmbargoed ? { embargoedUntil } : {}) };
}

/** The attempt that a feed's row is settled by. */
export const feedAttempt = ({ now }: Pick<Context, 'now'>, { _id: deliveryId, destinationId }: DeliveryRow): Attempt =>
  ({ _id: newId('attempt'), deliveryId, destinationId, kind: 'plan', outcome: 'delivered', message: '已进入订阅源', startedAt: now(), milliseconds: 0, trigger: 'scheduled', exchanges: [] });
