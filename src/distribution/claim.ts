import mongoose from 'mongoose';
import { isDuplicateKey, newOwner, runCommand } from '../kernel/index.js';
import { deliveryCollection, type DeliveryRow } from './delivery.js';

/** Milliseconds a worker may be silent before another takes its delivery. */
export const leaseMs = 30_000;

/** A delivery that is ours until its lease ends. `startedBefore` is when the attempt began whose worker vanished. */
export interface Claim {
  readonly row: DeliveryRow;
  readonly owner: string;
  readonly slot: number;
  readonly wasRunning: boolean;
  readonly startedBefore?: Date;
}

/** Why a place was not got: another process has it, nothing is due, or a transaction has the row or the place locked. */
export type NoClaim = 'taken' | 'none' | 'locked';

/**
 * How long a claim may wait for a lock. A process killed in mid transaction leaves its locks until the database ends the
 * transaction (a minute); without this, every worker would in turn run into them and stand still.
 */
const lockWaitMs = 1000;
const claimable = ['waiting', 'accepted', 'unclear'] as const;

const startOf = (owner: string, now: Date) => ({ state: 'running' as const, owner, startedAt: now, dueAt: new Date(now.getTime() + leaseMs) });
const isDue = (now: Date) => ({ rank: { $in: [0, 1] }, dueAt: { $lte: now }, state: { $in: [...claimable] } });

/** Claims the destination's first due row, retractions before all else, then the oldest, into this place. */
export async function claimDelivery(destinationId: string, slot: number, now: Date): Promise<Claim | NoClaim> {
  const owner = newOwner();
  try {
    const row = await deliveryCollection().findOneAndUpdate(
      { destinationId, ...isDue(now) }, { $set: { ...startOf(owner, now), slot }, $inc: { attempts: 1 } },
      { sort: { rank: 1, dueAt: 1 }, hint: { destinationId: 1, rank: 1, dueAt: 1 }, returnDocument: 'after', maxTimeMS: lockWaitMs },
    );
    return row ? { row, owner, slot, wasRunning: false } : 'none';
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    if (isLocked(error)) return findClaimed({ destinationId, slot }, owner);
    throw error;
  }
}

/** A database that stood still for `lockWaitMs` may have written before it said that it was too late: a row left behind would be taken for a crash. */
async function findClaimed({ destinationId, slot }: Place, owner: string): Promise<Claim | NoClaim> {
  const row = await deliveryCollection().findOne({ destinationId, slot, state: 'running', owner });
  return row ? { row, owner, slot, wasRunning: false } : 'locked';
}

/** MaxTimeMSExpired: the lock was not had within `lockWaitMs`. */
const isLocked = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === 50;

/** Takes over a delivery whose worker's lease has ended; it keeps its place. */
export async function claimAbandoned(id: string, now: Date): Promise<Claim | NoClaim> {
  const owner = newOwner();
  const before = await deliveryCollection().findOneAndUpdate(
    { _id: id, state: 'running', dueAt: { $lte: now } }, { $set: startOf(owner, now), $inc: { attempts: 1 } }, { returnDocument: 'before', maxTimeMS: lockWaitMs },
  ).catch((error: unknown) => { if (isLocked(error)) return 'locked' as const; throw error; });
  if (!before || before === 'locked') return before ?? 'none';
  const row = { ...before, ...startOf(owner, now), attempts: before.attempts + 1 };
  return { row, owner, slot: before.slot ?? 0, wasRunning: true, ...(before.startedAt ? { startedBefore: before.startedAt } : {}) };
}

/** A free place of a destination. */
export interface Place {
  readonly destinationId: string;
  readonly slot: number;
}

type Candidate = Pick<DeliveryRow, '_id' | 'destinationId'>;

/** What claiming into many places at once came to. */
export interface Claimed {
  readonly claims: readonly Claim[];
  /** Places for which there is nothing due. */
  readonly idle: readonly Place[];
  /** Places whose row was seen and not got: another process was faster or has the place, or something is locked. */
  readonly missed: readonly Place[];
}

/** Claims the first due rows of these destinations into these places: three commands for all of them, when nobody is in the way. */
export async function claimTogether(places: readonly Place[], now: Date): Promise<Claimed> {
  const wanted = await matchPlaces(places, now);
  const owner = newOwner();
  const pairs = [...wanted];
  const rowBy = pairs.length > 0 ? await startAll(pairs, owner, now) : new Map<string, DeliveryRow>();
  return {
    claims: pairs.flatMap(([{ slot }, { _id }]) => { const row = rowBy.get(_id); return row ? [{ row, owner, slot, wasRunning: false }] : []; }),
    idle: places.filter((place) => !wanted.has(place)),
    missed: pairs.flatMap(([place, { _id }]) => (rowBy.has(_id) ? [] : [place])),
  };
}

type Pair = readonly [Place, Pick<DeliveryRow, '_id'>];

/** Starts the rows, each in its place, and answers those that were got, by id. An update of many ends at the first row whose place another has: the rest are then started one by one. */
async function startAll(pairs: readonly Pair[], owner: string, now: Date): Promise<Map<string, DeliveryRow>> {
  const isClear = await tryToStart(bySlot(pairs), owner, now);
  const got = await findOwned(pairs, owner);
  if (isClear) return got;
  const left = pairs.filter(([, { _id }]) => !got.has(_id)).map(([{ slot }, { _id }]) => [slot, [_id]] as const);
  await tryToStart(left, owner, now);
  return findOwned(pairs, owner);
}

/** False when a place or a row that another has, or that is locked, was in the way: no error, since what was got tells itself. */
async function tryToStart(groups: Iterable<readonly [slot: number, ids: readonly string[]]>, owner: string, now: Date): Promise<boolean> {
  const updates = Array.from(groups, ([slot, ids]) => ({ updateMany: { filter: { _id: { $in: ids }, ...isDue(now) }, update: { $set: { ...startOf(owner, now), slot }, $inc: { attempts: 1 } }, hint: '_id_' } }));
  if (updates.length === 0) return true;
  return deliveryCollection().bulkWrite(updates, { ordered: false, maxTimeMS: lockWaitMs }).then(() => true, (error: unknown) => {
    if (!isDuplicateKey(error) && !isLocked(error)) throw error;
    return false;
  });
}

async function findOwned(pairs: readonly Pair[], owner: string): Promise<Map<string, DeliveryRow>> {
  const rows = await deliveryCollection().find({ _id: { $in: pairs.map(([, { _id }]) => _id) }, owner }, { hint: '_id_', batchSize: pairs.length + 1 }).toArray();
  return new Map(rows.map((row) => [row._id, row]));
}

/** Pure. */
function bySlot(pairs: readonly Pair[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const [{ slot }, { _id }] of pairs) groups.set(slot, [...groups.get(slot) ?? [], _id]);
  return groups;
}

/**
 * The first due rows of each destination, as many as it has places here. One command; one more for each destination that has so many
 * rows that others did not come into sight.
 */
async function matchPlaces(places: readonly Place[], now: Date): Promise<Map<Place, Candidate>> {
  const matched = new Map<Place, Candidate>();
  const limit = 2 * places.length;
  for (let left = [...new Set(places.map(({ destinationId }) => destinationId))].sort(); left.length > 0;) {
    const found = await findCandidates(left, now, limit);
    const cut = found.length === limit ? found.at(-1)!.destinationId : undefined;
    const isWhole = (id: string): boolean => cut === undefined || id < cut || (id === cut && cut === left[0]);
    const open = new Set(left);
    for (const [place, candidate] of pair(places.filter(({ destinationId }) => open.has(destinationId) && isWhole(destinationId)), found)) matched.set(place, candidate);
    left = left.filter((id) => !isWhole(id));
  }
  return matched;
}

const findCandidates = (destinationIds: readonly string[], now: Date, limit: number): Promise<Candidate[]> =>
  runCommand({ find: 'deliveries', filter: { destinationId: { $in: destinationIds }, ...isDue(now) }, projection: { destinationId: 1 }, sort: { destinationId: 1, rank: 1, dueAt: 1 }, limit, hint: 'queue' });

/** The nth row of a destination for its nth place. Pure. */
function pair(places: readonly Place[], rows: readonly Candidate[]): (readonly [Place, Candidate])[] {
  const waiting = new Map<string, Candidate[]>();
  for (const row of rows) {
    const queue = waiting.get(row.destinationId);
    if (queue) queue.push(row);
    else waiting.set(row.destinationId, [row]);
  }
  return places.flatMap((place) => {
    const row = waiting.get(place.destinationId)?.shift();
    return row ? [[place, row] as const] : [];
  });
}
