import type { Place } from './claim.js';
import type { DestinationRow } from './destination.js';

/** For how long what was found locked is left alone, in milliseconds of real time. */
const lockedForMs = 10_000;

/** The places this process holds at each destination, and what it found locked. Other processes' places are told by the unique index. */
export class Places {
  private readonly busy = new Map<string, Set<number>>();
  /** Locked places (`<destination>/<slot>`) and rows, and until when they are left alone. */
  private readonly locked = new Map<string, number>();

  /** Those this process may try, going round from anywhere (`aim`, 0 to 1), so that processes seldom want the same one; those claimed together have one aim, since rows that get the same slot cost one update. */
  free({ _id, concurrency }: DestinationRow, aim = Math.random()): number[] {
    const busy = this.busy.get(_id);
    const first = Math.floor(aim * concurrency);
    return Array.from({ length: concurrency }, (_, at) => (first + at) % concurrency).filter((slot) => !busy?.has(slot) && !this.isLocked(`${_id}/${slot}`));
  }

  /** Holds a place. */
  take(place: Place): Place {
    this.busy.set(place.destinationId, (this.busy.get(place.destinationId) ?? new Set()).add(place.slot));
    return place;
  }

  /** Lets a place go. */
  leave({ destinationId, slot }: Place): void {
    const busy = this.busy.get(destinationId);
    busy?.delete(slot);
    if (busy?.size === 0) this.busy.delete(destinationId);
  }

  /** Whether this was found locked a moment ago. */
  isLocked(name: string): boolean {
    const until = this.locked.get(name);
    if (until !== undefined && until <= performance.now()) this.locked.delete(name);
    return this.locked.has(name);
  }

  /** Leaves what was found locked alone for a while. */
  leaveAlone(name: string): void {
    this.locked.set(name, performance.now() + lockedForMs);
  }
}
