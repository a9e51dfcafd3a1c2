import mongoose from 'mongoose';
import { newOwner, type Services } from '../kernel/index.js';
import { deliveryCollection, type DeliveryRow } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { HealthModel, takeProbe, takeRate, type Health } from './health.js';

/** Milliseconds a worker may be silent before another takes its delivery. */
export const leaseMs = 30_000;
/** Destinations with new work are seen at the latest after so many milliseconds, however busy the others are. */
const lookEveryMs = 500;

/** A delivery that is ours until its lease ends. `startedBefore` is when the attempt began whose worker vanished. */
export interface Claim {
  readonly row: DeliveryRow;
  readonly owner: string;
  readonly slot: number;
  readonly wasRunning: boolean;
  readonly startedBefore?: Date;
}

/** Why a place was not got: another process has it, nothing is due, or a transaction has the row or the place locked. */
type NoClaim = 'taken' | 'none' | 'locked';

/**
 * How long a claim may wait for a lock. A process killed in mid transaction leaves its locks until the database ends the
 * transaction (a minute); without this, every worker would in turn run into them and stand still.
 */
const lockWaitMs = 1000;
/** For how long what was found locked is left alone, in milliseconds of real time. */
const lockedForMs = 10_000;

/**
 * Whose turn it is, in this process. Destinations with due work stand in a circle and are served one delivery at a time, so that
 * a thousand rows of one cost another no waiting and no scanning. A destination at its concurrency, its rate or in its pause is
 * passed over.
 */
export class Turns {
  private circle: string[] = [];
  private abandoned: string[] = [];
  private paused = new Map<string, Date>();
  private readonly busy = new Map<string, Set<number>>();
  /** Locked places (`<destination>/<slot>`) and rows, and until when they are left alone. */
  private readonly locked = new Map<string, number>();
  private looking: Promise<void> | undefined;
  private lookedAt = -Infinity;

  constructor(private readonly services: Services) {}

  /** The next due delivery, claimed; null when none is due. */
  async next(): Promise<Claim | null> {
    if (performance.now() - this.lookedAt < lookEveryMs) {
      const claim = await this.serveCircle();
      if (claim) return claim;
    }
    // A look that others began may be older than what woke us, so it is not the last word.
    const isOthers = this.looking !== undefined;
    await this.look();
    const claim = await this.serveCircle();
    if (claim || !isOthers) return claim;
    await this.look();
    return this.serveCircle();
  }

  /** Passes a destination over until then; without a time, no more. */
  pause(destinationId: string, until?: Date): void {
    if (until) this.paused.set(destinationId, until);
    else this.paused.delete(destinationId);
  }

  /** Gives a claim's place back, when its attempt is over. */
  free({ row, slot }: Claim): void {
    this.busy.get(row.destinationId)?.delete(slot);
  }

  private look(): Promise<void> {
    this.looking ??= this.lookAround().finally(() => { this.looking = undefined; });
    return this.looking;
  }

  private async lookAround(): Promise<void> {
    const now = this.services.now();
    const [due, abandoned, paused] = await Promise.all([
      deliveryCollection().distinct('destinationId', { destinationId: { $gt: '' }, rank: { $in: [0, 1] }, dueAt: { $lte: now } }, { hint: 'queue' }),
      deliveryCollection().find({ slot: { $gte: 0 }, state: 'running', dueAt: { $lte: now } }, { hint: 'slots', projection: { _id: 1 } }).limit(20).toArray(),
      HealthModel.find({ pausedUntil: { $exists: true } }, { pausedUntil: 1 }).lean<Health[]>(),
    ]);
    const waiting = new Set(this.circle);
    this.circle.push(...due.filter((id) => !waiting.has(id)));
    this.abandoned = abandoned.map(({ _id }) => _id).filter((id) => !this.isLocked(id));
    this.paused = new Map(paused.map(({ _id, pausedUntil }) => [_id, pausedUntil!]));
    this.lookedAt = performance.now();
  }

  private async serveCircle(): Promise<Claim | null> {
    for (let id = this.abandoned.shift(); id; id = this.abandoned.shift()) {
      const claim = await this.takeOver(id);
      if (claim) return claim;
    }
    for (let left = this.circle.length; left > 0; left -= 1) {
      const id = this.circle.shift();
      if (id === undefined) return null;
      this.circle.push(id);
      const claim = await this.serve(id);
      if (claim === 'full') continue;
      if (claim) return claim;
      this.circle = this.circle.filter((other) => other !== id);
    }
    return null;
  }

  private async serve(id: string): Promise<Claim | 'full' | null> {
    const destination = await destinationCache.get(id);
    if (!destination?.isActive) return null;
    if (this.freeSlots(destination).length === 0) return 'full';
    return (await this.mayStart(destination)) ? this.claimAt(destination) : null;
  }

  private async mayStart({ _id, ratePerMinute }: DestinationRow): Promise<boolean> {
    const now = this.services.now();
    const pausedUntil = this.paused.get(_id);
    if (pausedUntil && (pausedUntil > now || !(await takeProbe(_id, now, 2 * leaseMs)))) return false;
    return !ratePerMinute || takeRate(_id, ratePerMinute, now);
  }

  private freeSlots({ _id, concurrency }: DestinationRow): number[] {
    const busy = this.busy.get(_id);
    return Array.from({ length: concurrency }, (_, slot) => slot).filter((slot) => !busy?.has(slot) && !this.isLocked(`${_id}/${slot}`));
  }

  private isLocked(name: string): boolean {
    const until = this.locked.get(name);
    if (until !== undefined && until <= performance.now()) this.locked.delete(name);
    return this.locked.has(name);
  }

  private leaveAlone(name: string): void {
    this.locked.set(name, performance.now() + lockedForMs);
  }

  /** Tries the places that this process does not hold; the unique index tells when another process holds one. */
  private async claimAt(destination: DestinationRow): Promise<Claim | null> {
    const busy = this.busy.get(destination._id) ?? new Set();
    this.busy.set(destination._id, busy);
    for (const slot of this.freeSlots(destination)) {
      busy.add(slot);
      const claim = await claimDelivery(destination._id, slot, this.services.now()).catch((error: unknown) => { busy.delete(slot); throw error; });
      if (typeof claim === 'object') return claim;
      busy.delete(slot);
      if (claim === 'locked') this.leaveAlone(`${destination._id}/${slot}`);
      if (claim === 'none') return null;
    }
    return null;
  }

  private async takeOver(id: string): Promise<Claim | null> {
    const claim = await claimAbandoned(id, this.services.now());
    if (claim === 'locked') this.leaveAlone(id);
    if (typeof claim === 'string') return null;
    const { destinationId } = claim.row;
    this.busy.set(destinationId, (this.busy.get(destinationId) ?? new Set()).add(claim.slot));
    return claim;
  }
}

const startOf = (owner: string, now: Date) => ({ state: 'running' as const, owner, startedAt: now, dueAt: new Date(now.getTime() + leaseMs) });

/** Claims the destination's first due row, retractions before all else, then the oldest, into this place. */
async function claimDelivery(destinationId: string, slot: number, now: Date): Promise<Claim | NoClaim> {
  const owner = newOwner();
  try {
    const row = await deliveryCollection().findOneAndUpdate(
      { destinationId, rank: { $in: [0, 1] }, dueAt: { $lte: now }, state: { $in: ['waiting', 'accepted', 'unclear'] } },
      { $set: { ...startOf(owner, now), slot }, $inc: { attempts: 1 } },
      { sort: { rank: 1, dueAt: 1 }, hint: { destinationId: 1, rank: 1, dueAt: 1 }, returnDocument: 'after', maxTimeMS: lockWaitMs },
    );
    return row ? { row, owner, slot, wasRunning: false } : 'none';
  } catch (error) {
    if (hasCode(error, duplicateKey)) return 'taken';
    if (hasCode(error, timeExceeded)) return 'locked';
    throw error;
  }
}

const duplicateKey = 11000;
const timeExceeded = 50;
const hasCode = (error: unknown, code: number): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === code;

/** Takes over a delivery whose worker's lease has ended; it keeps its place. */
async function claimAbandoned(id: string, now: Date): Promise<Claim | NoClaim> {
  const owner = newOwner();
  const before = await deliveryCollection().findOneAndUpdate(
    { _id: id, state: 'running', dueAt: { $lte: now } }, { $set: startOf(owner, now), $inc: { attempts: 1 } }, { returnDocument: 'before', maxTimeMS: lockWaitMs },
  ).catch((error: unknown) => { if (hasCode(error, timeExceeded)) return 'locked' as const; throw error; });
  if (!before || before === 'locked') return before ?? 'none';
  const row = { ...before, ...startOf(owner, now), attempts: before.attempts + 1 };
  return { row, owner, slot: before.slot ?? 0, wasRunning: true, ...(before.startedAt ? { startedBefore: before.startedAt } : {}) };
}

const turns = new WeakMap<Services, Turns>();

/** The circle of this process. */
export function turnsOf(services: Services): Turns {
  const kept = turns.get(services) ?? new Turns(services);
  turns.set(services, kept);
  return kept;
}
