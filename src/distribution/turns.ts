import { Gathering, type Services } from '../kernel/index.js';
import { claimAbandoned, claimDelivery, claimTogether, type Claim, type Place } from './claim.js';
import { deliveryCollection } from './delivery.js';
import { destinationCache } from './destination.js';
import { Pauses } from './pauses.js';
import { Places } from './places.js';

/** Destinations with new work are seen at the latest after so many milliseconds, however busy the others are. */
const lookEveryMs = 500;
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
  /** The destinations that are left alone. */
  readonly pauses: Pauses;
  private readonly places = new Places();
  private lookedAt = -Infinity;
  private readonly asked = new Gathering<undefined, Claim | null>((all) => this.claimSome(all.length), { most: 100, sideBySide: 1 });

  constructor(private readonly services: Services) {
    this.pauses = new Pauses(services);
  }

  /** The next due delivery, claimed; null when none is due. */
  next(): Promise<Claim | null> {
    return this.asked.do(undefined);
  }

  /** Gives a claim's place back, when its attempt is over. */
  free({ row, slot }: Claim): void {
    this.places.leave({ destinationId: row.destinationId, slot });
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
    const [due, abandoned] = await Promise.all([
      deliveryCollection().distinct('destinationId', { destinationId: { $gt: '' }, rank: { $in: [0, 1] }, dueAt: { $lte: now } }, { hint: 'queue' }),
      deliveryCollection().find({ slot: { $gte: 0 }, state: 'running', dueAt: { $lte: now } }, { hint: 'slots', projection: { _id: 1 } }).limit(20).toArray(),
      this.pauses.load(),
    ]);
    await destinationCache.load(due);
    const waiting = new Set(this.circle);
    this.circle.push(...shuffled(due.filter((id) => !waiting.has(id))));
    this.abandoned = abandoned.map(({ _id }) => _id).filter((id) => !this.places.isLocked(id));
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
    const [slot] = destination?.isActive ? this.places.free(destination, aim) : [];
    if (destination?.isActive && slot === undefined) return undefined;
    if (destination?.isActive && slot !== undefined && await this.pauses.mayStart(destination)) return this.places.take({ destinationId: id, slot });
    this.drop(id);
    return undefined;
  }

  private drop(destinationId: string): void {
    this.circle = this.circle.filter((other) => other !== destinationId);
  }

  private async claimInto(places: readonly Place[]): Promise<Claim[]> {
    const { claims, idle, missed } = await claimTogether(places, this.services.now()).catch((error: unknown) => { places.forEach((place) => this.places.leave(place)); throw error; });
    for (const place of idle) {
      this.places.leave(place);
      this.drop(place.destinationId);
    }
    for (const place of missed.slice(mostSecondTries)) this.places.leave(place);
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
    const others = destination ? this.places.free(destination) : [];
    for (const slot of [first, ...others]) {
      const place = this.places.take({ destinationId, slot });
      const claim = await claimDelivery(destinationId, slot, this.services.now()).catch((error: unknown) => { this.places.leave(place); throw error; });
      if (typeof claim === 'object') return claim;
      this.places.leave(place);
      if (claim === 'locked') this.places.leaveAlone(`${destinationId}/${slot}`);
      if (claim === 'none') return null;
    }
    return null;
  }

  private async takeOver(id: string): Promise<Claim | null> {
    const claim = await claimAbandoned(id, this.services.now());
    if (claim === 'locked') this.places.leaveAlone(id);
    if (typeof claim === 'string') return null;
    this.places.take({ destinationId: claim.row.destinationId, slot: claim.slot });
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
