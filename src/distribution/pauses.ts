import type { Services } from '../kernel/index.js';
import { leaseMs } from './claim.js';
import type { DestinationRow } from './destination.js';
import { findPauses, takeProbe, takeRate } from './health.js';

/** Which destinations are left alone at present, as this process knows: looked up with the work, and told of at once by its own attempts. */
export class Pauses {
  /** After failures, and until when: then one delivery is the probe. */
  private afterFailures = new Map<string, Date>();
  /** By the receiver's own wish, and until when. */
  private wished = new Map<string, Date>();

  constructor(private readonly services: Services) {}

  /** Learns of every pause that holds now, in all processes. */
  async load(): Promise<void> {
    const paused = await findPauses(this.services.now());
    this.afterFailures = new Map(paused.flatMap(({ _id, pausedUntil }) => (pausedUntil ? [[_id, pausedUntil] as const] : [])));
    this.wished = new Map(paused.flatMap(({ _id, quietUntil }) => (quietUntil ? [[_id, quietUntil] as const] : [])));
  }

  /** Notes what an attempt led to. */
  note(destinationId: string, { pausedUntil, quietUntil }: { readonly pausedUntil?: Date; readonly quietUntil?: Date }): void {
    if (pausedUntil) this.afterFailures.set(destinationId, pausedUntil);
    if (quietUntil) this.wished.set(destinationId, quietUntil);
  }

  /** The destination is well again; a wish of its own still holds. */
  end(destinationId: string): void {
    this.afterFailures.delete(destinationId);
  }

  /** Whether something may be sent there now: asks for the probe's turn and counts against the rate, where there are such. */
  async mayStart({ _id, ratePerMinute }: DestinationRow): Promise<boolean> {
    const now = this.services.now();
    const quietUntil = this.wished.get(_id);
    if (quietUntil && quietUntil > now) return false;
    const pausedUntil = this.afterFailures.get(_id);
    if (pausedUntil && (pausedUntil > now || !(await takeProbe(_id, now, 2 * leaseMs)))) return false;
    return !ratePerMinute || takeRate(_id, ratePerMinute, now);
  }
}
