import { assertMay, TooManyRequestsError, type Changes, type Context } from '../../kernel/index.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';

type Hear = (deliveryId: string) => void;
const hearers = new Set<Hear>();

/** Hears of every change in the ledger, whichever process made it; before `changes.start()`. */
export function watchDeliveries(changes: Changes): void {
  changes.on('deliveries', ({ id }) => { for (const hear of hearers) hear(id); }, ['insert', 'update', 'replace']);
}

/** Which deliveries to hear of. */
export interface NewsFilter {
  readonly destinationId?: string | null;
  readonly contentId?: string | null;
}

/** Bounds of one process: streams at once, changes that wait for one slow reader, and how long a stream lives before its reader must come again. */
export const newsLimits = { streams: 200, waiting: 1000, lifeMs: 10 * 60_000 } as const;

/**
 * Deliveries as they change, until the reader leaves or ten minutes have passed: who comes again is asked again who they are. A row that
 * changed several times before it was read is told once, as it is then. A partner hears of its own only. Throws ForbiddenError,
 * UnauthenticatedError, TooManyRequestsError.
 */
export function deliveryNews(ctx: Context, filter: NewsFilter): AsyncIterableIterator<DeliveryRow> {
  assertMay(ctx.actor, 'delivery.read');
  if (hearers.size >= newsLimits.streams) throw new TooManyRequestsError({ seconds: 30 });
  const { destinationId: own } = ctx.actor;
  return new DeliveryNews({ ...(filter.contentId ? { contentId: filter.contentId } : {}), ...(filter.destinationId ? { destinationId: filter.destinationId } : {}), ...(own ? { $and: [{ destinationId: own }] } : {}) });
}

class DeliveryNews implements AsyncIterableIterator<DeliveryRow> {
  private readonly changed = new Set<string>();
  private readonly told = new Map<string, string>();
  private wake: (() => void) | undefined;
  private isOver = false;
  private readonly end: NodeJS.Timeout;

  constructor(private readonly filter: Record<string, unknown>) {
    hearers.add(this.hear);
    this.end = setTimeout(() => void this.return(), newsLimits.lifeMs);
    this.end.unref();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<DeliveryRow>> {
    while (!this.isOver) {
      const row = await this.take();
      if (row) return { value: row, done: false };
      if (this.changed.size === 0 && !this.isOver) await new Promise<void>((resolve) => { this.wake = resolve; });
    }
    return { value: undefined, done: true };
  }

  /** Not a generator's: a reader that leaves while nothing happens must be let go at once. */
  return(): Promise<IteratorResult<DeliveryRow>> {
    this.isOver = true;
    hearers.delete(this.hear);
    clearTimeout(this.end);
    this.wake?.();
    return Promise.resolve({ value: undefined, done: true });
  }

  private readonly hear = (id: string): void => {
    if (this.changed.size < newsLimits.waiting) this.changed.add(id);
    this.wake?.();
  };

  private async take(): Promise<DeliveryRow | undefined> {
    const [id] = this.changed;
    if (!id) return undefined;
    this.changed.delete(id);
    const row = await DeliveryModel.findOne({ ...this.filter, _id: id }).lean<DeliveryRow>();
    return row && this.isNews(row) ? row : undefined;
  }

  /** A lease that is renewed changes the row, and nothing that anybody sees. */
  private isNews({ _id, state, attempts, dueAt, url, lastMessage }: DeliveryRow): boolean {
    const sight = JSON.stringify([state, attempts, state === 'running' ? null : dueAt, url, lastMessage]);
    if (this.told.get(_id) === sight) return false;
    this.told.set(_id, sight);
    const [oldest] = this.told.keys();
    if (oldest && this.told.size > newsLimits.waiting) this.told.delete(oldest);
    return true;
  }
}
