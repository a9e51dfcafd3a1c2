import { newId, newsOf, type News } from '../kernel/index.js';
import type { Attempt } from './attempt.js';
import type { Receipt } from './channel.js';
import type { LaneRow } from './decide-delivery.js';
import { isOpen, type DeliveryState } from './delivery-states.js';
import type { DeliveryRow } from './delivery.js';
import { DeliveryStuck } from './events.js';
import { settledNews } from './lane.js';
import type { Settlement } from './settle.js';
import type { Confirmed, StandingRow } from './standing.js';

/** What the settlement rests on: what was heard, and the attempt as it will be kept. */
export interface Heard {
  readonly receipt: Receipt;
  readonly settlement: Settlement;
  readonly attempt: Omit<Attempt, '_id' | 'deliveryId' | 'destinationId'>;
}

/** A row that would have to be tried again gives way to a later version that waits behind it. Pure. */
export function giveWay(settlement: Settlement, row: DeliveryRow, others: readonly LaneRow[]): Settlement {
  const later = others.find(({ version, state }) => version > row.version && (state === 'held' || state === 'waiting'));
  if (!later || settlement.move !== 'retry') return settlement;
  const { dueAt: _, ...rest } = settlement;
  return { ...rest, move: 'supersede', message: `第 ${later.version} 版已代替本版。${settlement.message}` };
}

/** What a settlement changes in the ledger row. Pure. */
export function rowChanges(now: Date, state: DeliveryState, settlement: Settlement, receipt: Receipt) {
  const { task, tries, asks, dueAt, message, mayHaveArrived, acceptedAt } = settlement;
  const remoteId = 'remoteId' in receipt ? receipt.remoteId : undefined;
  const url = 'url' in receipt ? receipt.url : undefined;
  const set = {
    state, task, tries, asks, owner: null, trigger: 'scheduled' as const, last: receipt, ...(dueAt && { dueAt }), ...(isOpen(state) ? {} : { settledAt: now }), ...(message && { lastMessage: message }),
    ...(mayHaveArrived && { mayHaveArrived }), ...(acceptedAt && { acceptedAt }), ...(remoteId && { remoteId }), ...(url && { url }),
  };
  return { $set: set, $unset: { slot: 1 as const, startedAt: 1 as const, triggeredBy: 1 as const, mustRepeat: 1 as const, ...(dueAt ? {} : { dueAt: 1 as const }), ...(message ? {} : { lastMessage: 1 as const }) } };
}

/** The attempt as it is kept. */
export const attemptRow = ({ _id, destinationId }: DeliveryRow, attempt: Heard['attempt']): Attempt => ({ ...attempt, _id: newId('attempt'), deliveryId: _id, destinationId });

/** What the destination has now that the row is delivered; undefined when an old version arrived late and changes nothing, since the content was not taken back meanwhile. Pure. */
export function confirmedBy(row: DeliveryRow, receipt: Receipt, { confirmed }: Pick<StandingRow, 'confirmed'>, now: Date): Confirmed | undefined {
  const { _id: deliveryId, version, action, marks } = row;
  if (confirmed && version < confirmed.version && confirmed.action !== 'retract') return undefined;
  const heard: { readonly remoteId?: string; readonly url?: string } = receipt.outcome === 'delivered' ? receipt : {};
  const before = action === 'publish' ? undefined : confirmed;
  const remoteId = heard.remoteId ?? row.remoteId ?? before?.remoteId;
  const url = heard.url ?? row.url ?? before?.url;
  return { deliveryId, version, action, marks, settledAt: now, ...(remoteId && { remoteId }), ...(url && { url }) };
}

/** What is to be told of a row that came to this state. Pure. */
export function settlementNews(row: DeliveryRow, state: DeliveryState, { dueAt, message }: Settlement, receipt: Receipt): News[] {
  const url = ('url' in receipt ? receipt.url : undefined) ?? row.url;
  if (!isOpen(state)) return [settledNews({ ...row, state, ...(url ? { url } : {}) })];
  if (state !== 'unclear' || dueAt) return [];
  const { _id: deliveryId, destinationId, contentId, version, action } = row;
  return [newsOf(DeliveryStuck, { deliveryId, destinationId, contentId, version, action, message })];
}
