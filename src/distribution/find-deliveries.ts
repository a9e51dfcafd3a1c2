import { assertId, findPage, InvalidInputError, may, nodeSelection, projectionFor, type Connection, type Context, type PageArgs, type Selection } from '../kernel/index.js';
import type { Action } from './channel.js';
import { deliveryStates, type DeliveryState } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { destinationCache } from './destination.js';

/** Which deliveries to list. Times are of planning. */
export interface DeliveryFilter {
  readonly destinationId?: string | null;
  readonly contentId?: string | null;
  readonly version?: number | null;
  readonly states?: readonly DeliveryState[] | null;
  readonly action?: Action | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
  /** Overdue for more than five minutes. */
  readonly isLate?: boolean | null;
  /** Nothing will happen to it without a person. */
  readonly needsPerson?: boolean | null;
  /** Of destinations that are active, or that are closed. */
  readonly isDestinationActive?: boolean | null;
}

export const deliveryOrders = ['newest', 'oldest'] as const;
export type DeliveryOrder = (typeof deliveryOrders)[number];

const fields = {
  id: ['_id'], attemptCount: ['attempts'], destination: ['destinationId'], attempts: [], receipts: [], isLate: ['state', 'dueAt'], isStuck: ['state', 'dueAt', 'destinationId'], pause: ['state', 'destinationId'], marks: ['marks'],
} as const;

export interface DeliveryList {
  readonly filter?: DeliveryFilter;
  readonly orderBy?: DeliveryOrder;
  readonly page: PageArgs;
  readonly selection: Selection;
}

/** A page of the ledger; a partner sees its own destination's rows. One find, by one index. */
export async function findDeliveries(ctx: Context, { filter = {}, orderBy = 'newest', page, selection }: DeliveryList): Promise<Connection<DeliveryRow>> {
  const direction = orderBy === 'newest' ? -1 : 1;
  return findPage<DeliveryRow>({
    collection: 'deliveries', filter: { $and: [toQuery(ctx, filter), filter.isLate ? late(ctx.now()) : {}, filter.needsPerson ? await stuck() : {}, await atDestinations(filter.isDestinationActive)] }, orderBy: [['plannedAt', direction]], args: page, withTotal: 'totalCount' in selection,
    projection: projectionFor(nodeSelection(selection), fields, ['plannedAt', 'destinationId']),
  });
}

function toQuery(ctx: Context, { destinationId, contentId, version, states, action, since, until }: DeliveryFilter): Record<string, unknown> {
  if (destinationId != null) assertId(destinationId, 'destination');
  if (since && until && since >= until) throw new InvalidInputError({ field: 'since, until', reason: '开始应早于结束 (since must be before until)' });
  const asked = {
    ...(destinationId != null && { destinationId }), ...(contentId != null && { contentId }), ...(version != null && { version }), ...(states && { state: { $in: states } }),
    ...(action && { action }), ...((since || until) && { plannedAt: { ...(since && { $gte: since }), ...(until && { $lt: until }) } }),
  };
  return ctx.actor.destinationId ? { $and: [asked, { destinationId: ctx.actor.destinationId }] } : asked;
}

/** Every delivery of a content, newest version first: what `Content.deliveries` shows. Empty for who may not read the ledger. */
export async function findDeliveriesOf(ctx: Context, contentId: string, version?: number): Promise<DeliveryRow[]> {
  if (!may(ctx.actor, 'delivery.read')) return [];
  const own = ctx.actor.destinationId ? { destinationId: ctx.actor.destinationId } : {};
  return DeliveryModel.find({ contentId, ...(version ? { version } : {}), ...own }).select({ payload: 0, marks: 0, last: 0 }).sort({ plannedAt: -1, _id: -1 }).limit(1000).lean<DeliveryRow[]>();
}

export interface StateCount {
  readonly state: DeliveryState;
  readonly count: number;
}

/** How many deliveries stand in each state, at one destination or at all, planned since then. Zeros are told too. */
export async function countByState(ctx: Context, { destinationId, since }: { readonly destinationId?: string | null; readonly since?: Date | null }): Promise<StateCount[]> {
  const counts = await DeliveryModel.aggregate<{ _id: DeliveryState; count: number }>([
    { $match: toQuery(ctx, { destinationId, since }) }, { $group: { _id: '$state', count: { $sum: 1 } } },
  ]);
  return deliveryStates.map((state) => ({ state, count: counts.find(({ _id }) => _id === state)?.count ?? 0 }));
}

/** A due row is late when it has waited so long for its worker. */
const lateAfterMs = 5 * 60_000;

const late = (now: Date): Record<string, unknown> => ({ dueAt: { $lt: new Date(now.getTime() - lateAfterMs) }, state: { $ne: 'running' } });

const idsWhere = async (wanted: boolean): Promise<string[]> => (await destinationCache.list()).flatMap(({ _id, isActive }) => (isActive === wanted ? [_id] : []));

const atDestinations = async (isActive: boolean | null | undefined): Promise<Record<string, unknown>> => (isActive == null ? {} : { destinationId: { $in: await idsWhere(isActive) } });

/** What `isStuck` holds for, as a query. */
async function stuck(): Promise<Record<string, unknown>> {
  const closed = await idsWhere(false);
  return { $or: [{ state: { $in: ['refused', 'dead'] } }, { state: 'unclear', dueAt: { $exists: false } }, { state: { $in: ['waiting', 'held'] }, destinationId: { $in: closed } }] };
}

/** Whether it should have gone out by now. */
export const isLate = ({ state, dueAt }: Pick<DeliveryRow, 'state' | 'dueAt'>, now: Date): boolean =>
  dueAt !== undefined && state !== 'running' && now.getTime() - dueAt.getTime() > lateAfterMs;

/** Whether nothing will happen to it without a person. */
export const isStuck = ({ state, dueAt }: Pick<DeliveryRow, 'state' | 'dueAt'>, isActive: boolean): boolean =>
  state === 'refused' || state === 'dead' || (state === 'unclear' && !dueAt) || (!isActive && (state === 'waiting' || state === 'held'));
