import type { Action } from './channel.js';
import type { DeliveryMove, DeliveryState } from './delivery-states.js';

/** What the ledger says of one delivery of a content to a destination. */
export interface LaneRow {
  readonly _id: string;
  readonly version: number;
  readonly action: Action;
  readonly state: DeliveryState;
  /** An attempt may have reached the receiver. */
  readonly mayHaveArrived?: boolean;
  /** Notes of a channel: steps were taken there. */
  readonly marks?: Readonly<Record<string, string>>;
}

/** A destination and a content: what was confirmed there last, and every row between them. */
export interface Lane {
  readonly standing?: { readonly version: number; readonly action: Action };
  readonly rows: readonly LaneRow[];
}

export interface Decision {
  /** Rows that wait, or that a person was to see to, and give way to this release. */
  readonly yielding: readonly string[];
  readonly yieldBy: DeliveryMove & ('supersede' | 'cancel');
  /** The row to enter; none when this destination has nothing to do with the release. */
  readonly row?: { readonly action: Action; readonly state: 'held' | 'waiting' };
}

/** Whether the row left something at the receiver that a later version must undo or replace. */
const leftTraces = ({ state, mayHaveArrived, marks }: LaneRow): boolean =>
  mayHaveArrived === true || state === 'running' || state === 'accepted' || state === 'unclear' || Object.keys(marks ?? {}).length > 0;

/** Whether the receiver has, or may have, some version of the content that is not retracted. */
export function has({ standing, rows }: Lane): boolean {
  if (standing && standing.action !== 'retract') return true;
  return rows.some((row) => row.version > (standing?.version ?? 0) && row.action !== 'retract' && leftTraces(row));
}

/** Whether it still has to go out, by itself or by a person's doing: what a later version makes needless. */
const isPending = ({ state }: LaneRow): boolean => state === 'held' || state === 'waiting' || state === 'refused' || state === 'dead';

/** Whether the row must be settled before `action` of a later version may go out: a retraction waits only for what is in flight. */
const blocks = ({ state }: LaneRow, action: Action): boolean =>
  state === 'running' || (action !== 'retract' && (state === 'accepted' || state === 'unclear' || state === 'waiting' || state === 'held'));

/**
 * What a release means for one destination. A correction or a publication goes to whom the rule selects and to whoever has an
 * earlier version; a retraction to whoever has one. What still has to go out gives way. Pure.
 */
export function decideDelivery(release: Action, lane: Lane, isSelected: boolean): Decision {
  const yielding = lane.rows.filter(isPending);
  const isThere = has(lane);
  const base = { yielding: yielding.map(({ _id }) => _id), yieldBy: release === 'retract' ? 'cancel' as const : 'supersede' as const };
  if (!isThere && (release === 'retract' || !isSelected)) return base;
  const action = release === 'retract' ? 'retract' : isThere ? 'correct' : 'publish';
  const isBlocked = lane.rows.some((row) => !yielding.includes(row) && blocks(row, action));
  return { ...base, row: { action, state: isBlocked ? 'held' : 'waiting' } };
}

/** The held row that may go now, if one may. Pure. */
export function nextToRelease(rows: readonly LaneRow[]): string | undefined {
  const held = rows.filter(({ state }) => state === 'held').sort((a, b) => a.version - b.version)[0];
  if (!held || rows.some((row) => row.version < held.version && blocks(row, held.action))) return undefined;
  return held._id;
}

/** The retraction that went out, as the last word, before an earlier version turned out to have arrived: it must be said again. Pure. */
export function retractionToRepeat(rows: readonly LaneRow[], arrived: { readonly version: number; readonly action: Action }): LaneRow | undefined {
  const last = rows.reduce<LaneRow | undefined>((latest, row) => (latest && latest.version > row.version ? latest : row), undefined);
  const isUndone = last?.action === 'retract' && last.version > arrived.version && arrived.action !== 'retract';
  return isUndone && last.state !== 'superseded' && last.state !== 'cancelled' ? last : undefined;
}
