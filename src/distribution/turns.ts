import { Gathering, type Services } from '../kernel/index.js';
import { claimAbandoned, claimDelivery, claimTogether, leaseMs, type Claim, type Place } from './claim.js';
import { deliveryCollection } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { HealthModel, takeProbe, takeRate, type Health } from './health.js';

/** Destinations with new work are seen at the latest after so many milliseconds, however busy the others are. */
const lookEveryMs = 500;
/** For how long what was found locked is left alone, in milliseconds of real time. */
const lockedForMs = 10_000;
/** Places whose row others got first that are tried once more, one by one, in a round; the others keep their turn. */
const mostSecondTries = 4;

/**
 * Whose turn it is, in this process. Destinations with due work stand in a circle and are served one delivery at a time, so that
 * a thousand rows of one cost another no waiting and no scanning. A destination at its concurrency, its rate or in its pause is
 * passed over. Whoever asks while others are served is served with the next, all of them by a few commands.
 */
export class Turns {
  private circle: string[] = [];
  private abandoned: string[] = [];
  private paused = new Map<string, Date>();
  private readonly busy = new Map<string, Set<number>>();
  /** Locked places (`<destination>/<slot>`) and rows, and until when they are left alone. */
  private readonly locked = new Map<string, number>();
  private lookedAt = -Infinity;
  private readonly asked = new Gathering<undefined, Claim | null>((all) => this.claimSome(all.length), { most: 100, sideBySide: 1 });

  constructor(private readonly services: Services) {}

  /** The next due delivery, claimed; null when none is due. */
  next(): Promise<Claim | null> {
    return this.asked.do(undefined);
  }

  /** Passes a destination over until then; without a time, no more. */
  pause(destinationId: string, until?: Date): void {
    if (until) this.paused.set(destinationId, until);
    else this.paused.delete(destinationId);
  }

  /** Gives a claim's place back, when its attempt is over. */
  free({ row, slot }: Claim): void {
    this.leave({ destinationId: row.destinationId, slot });
  }

  private async claimSome(count: number): Promise<(Claim | null)[]> {
    const claims: Claim[] = [];
    try {
      if (performance.now() - this.lookedAt < lookEveryMs) await this.serveCircle(claims, count);
      if (claims.length < count) {
        await this.look();
        await this.serveCircle(claims, count);
      }
    } catch (error) {
      // What is claimed already is worked on; who has got nothing comes again and hears of it then.
      if (claims.length === 0) throw error;
      this.services.log.error({ err: error }, 'fewer deliveries were claimed than there are');
    }
    return Array.from({ length: count }, (_, at) => claims[at] ?? null);
  }

  private async look(): Promise<void> {
    const now = this.services.now();
    const [due, abandoned, paused] = await Promise.all([
      deliveryCollection().distinct('destinationId', { destinationId: { $gt: '' }, rank: { $in: [0, 1] }, dueAt: { $lte: now } }, { hint: 'queue' }),
      deliveryCollection().find({ slot: { $gte: 0 }, state: 'running', dueAt: { $lte: now } }, { hint: 'slots', projection: { _id: 1 } }).limit(20).toArray(),
      HealthModel.find({ pausedUntil: { $exists: true } }, { pausedUntil: 1 }).lean<Health[]>(),
    ]);
    await destinationCache.load(due);
    const waiting = new Set(this.circle);
    this.circle.push(...shuffled(due.filter((id) => !waiting.has(id))));
    this.abandoned = abandoned.map(({ _id }) => _id).filter((id) => !this.isLocked(id));
    this.paused = new Map(paused.map(({ _id, pausedUntil }) => [_id, pausedUntil!]));
    this.lookedAt = performance.now();
  }

  /** Adds claims until there are `count`, or nothing more can be had. */
  private async serveCircle(claims: Claim[], count: number): Promise<void> {
    while (claims.length < count && this.abandoned.length > 0) {
      const claim = await this.takeOver(this.abandoned.shift()!);
      if (claim) claims.push(claim);
    }
    while (claims.length < count) {
      const places = await this.choosePlaces(count - claims.length);
      const got = places.length > 1 ? await this.claimInto(places) : await this.claimSingly(places);
      claims.push(...got);
      if (got.length === 0) return;
    }
  }

  /** Free places of the destinations whose turn it is, one of each before a second of any. */
  private async choosePlaces(count: number): Promise<Place[]> {
    const places: Place[] = [];
    const aim = Math.random();
    for (let more = -1; places.length < count && places.length > more;) {
      more = places.length;
      for (let left = this.circle.length; left > 0 && places.length < count; left -= 1) {
        const place = await this.nextPlace(aim);
        if (place) places.push(place);
      }
    }
    return places;
  }

  /** Turns the circle by one: a place of that destination, taken, if it may start something now. */
  private async nextPlace(aim: number): Promise<Place | undefined> {
    const id = this.circle.shift()!;
    this.circle.push(id);
    const destination = await destinationCache.get(id);
    const [slot] = destination?.isActive ? this.freeSlots(destination, aim) : [];
    if (destination?.isActive && slot === undefined) return undefined;
    if (destination?.isActive && slot !== undefined && await this.mayStart(destination)) return this.take({ destinationId: id, slot });
    this.drop(id);
    return undefined;
  }

  private drop(destinationId: string): void {
    this.circle = this.circle.filter((other) => other !== destinationId);
  }

  private async mayStart({ _id, ratePerMinute }: DestinationRow): Promise<boolean> {
    const now = this.services.now();
    const pausedUntil = this.paused.get(_id);
    if (pausedUntil && (pausedUntil > now || !(await takeProbe(_id, now, 2 * leaseMs)))) return false;
    return !ratePerMinute || takeRate(_id, ratePerMinute, now);
  }

  /** Going round from anywhere (`aim`, 0 to 1), so that processes seldom want the same one; those claimed together have one aim, since rows that get the same slot cost one update. */
  private freeSlots({ _id, concurrency }: DestinationRow, aim = Math.random()): number[] {
    const busy = this.busy.get(_id);
    const first = Math.floor(aim * concurrency);
    return Array.from({ length: concurrency }, (_, at) => (first + at) % concurrency).filter((slot) => !busy?.has(slot) && !this.isLocked(`${_id}/${slot}`));
  }

  private take(place: Place): Place {
    this.busy.set(place.destinationId, (this.busy.get(place.destinationId) ?? new Set()).add(place.slot));
    return place;
  }

  private leave({ destinationId, slot }: Place): void {
    const busy = this.busy.get(destinationId);
    busy?.delete(slot);
    if (busy?.size === 0) this.busy.delete(destinationId);
  }

  private isLocked(name: string): boolean {
    const until = this.locked.get(name);
    if (until !== undefined && until <= performance.now()) this.locked.delete(name);
    return this.locked.has(name);
  }

  private leaveAlone(name: string): void {
    this.locked.set(name, performance.now() + lockedForMs);
  }

  private async claimInto(places: readonly Place[]): Promise<Claim[]> {
    const { claims, idle, missed } = await claimTogether(places, this.services.now()).catch((error: unknown) => { places.forEach((place) => this.leave(place)); throw error; });
    for (const place of idle) {
      this.leave(place);
      this.drop(place.destinationId);
    }
    for (const place of missed.slice(mostSecondTries)) this.leave(place);
    return [...claims, ...await this.claimSingly(missed.slice(0, mostSecondTries))];
  }

  private async claimSingly(places: readonly Place[]): Promise<Claim[]> {
    const claims: Claim[] = [];
    for (const place of places) {
      const claim = await this.claimAt(place);
      if (claim) claims.push(claim);
      else this.drop(place.destinationId);
    }
    return claims;
  }

  /** Tries this place, then the others that this process does not hold; the unique index tells when another process holds one. */
  private async claimAt({ destinationId, slot: first }: Place): Promise<Claim | null> {
    const destination = await destinationCache.get(destinationId);
    const others = destination ? this.freeSlots(destination) : [];
    for (const slot of [first, ...others]) {
      const place = this.take({ destinationId, slot });
      const claim = await claimDelivery(destinationId, slot, this.services.now()).catch((error: unknown) => { this.leave(place); throw error; });
      if (typeof claim === 'object') return claim;
      this.leave(place);
      if (claim === 'locked') this.leaveAlone(`${destinationId}/${slot}`);
      if (claim === 'none') return null;
    }
    return null;
  }

  private async takeOver(id: string): Promise<Claim | null> {
    const claim = await claimAbandoned(id, this.services.now());
    if (claim === 'locked') this.leaveAlone(id);
    if (typeof claim === 'string') return null;
    this.take({ destinationId: claim.row.destinationId, slot: claim.slot });
    return claim;
  }
}

function shuffled<T>(list: readonly T[]): T[] {
  return list.map((item) => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}

const turns = new WeakMap<Services, Turns>();

/** The circle of this process. */
export function turnsOf(services: Services): Turns {
  const kept = turns.get(services) ?? new Turns(services);
  turns.set(services, kept);
  return kept;
}
