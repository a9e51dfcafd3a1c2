import type { Change, Changes } from './changes.js';
import { TooManyRequestsError } from './errors.js';

/** Bounds of one process: streams at once for each kind of news, changes that wait for one slow reader, and how long a stream lives before its reader must come again. */
const newsLimits = { streams: 200, waiting: 1000, lifeMs: 10 * 60_000 } as const;

/** How one reader's news are read. */
export interface ChangeReader<T> {
  /** What a change means to the reader now; nothing when it is none of theirs. */
  readonly load: (change: NewsChange) => Promise<readonly T[]>;
  readonly idOf: (item: T) => string;
  /** What the reader sees of it: an item that looks as it was told last is not told again. */
  readonly sightOf: (item: T) => unknown;
}

export type NewsChange = Pick<Change, 'collection' | 'id'>;

/** News of some collections, for readers of streams: the hearing of one process, whichever process wrote. */
export class ChangeNews {
  private readonly hearers = new Set<(change: NewsChange) => void>();

  constructor(private readonly collections: readonly string[]) {}

  /** Before `changes.start()`. */
  watch(changes: Changes): void {
    for (const collection of this.collections) changes.on(collection, (change) => { for (const hear of this.hearers) hear(change); }, { operations: ['insert', 'update', 'replace'] });
  }

  /**
   * What changes, until the reader leaves or ten minutes have passed: who comes again is asked again who they are. What changed several
   * times before it was read is told once, as it is then. Throws TooManyRequestsError.
   */
  follow<T>(reader: ChangeReader<T>): AsyncIterableIterator<T> {
    if (this.hearers.size >= newsLimits.streams) throw new TooManyRequestsError({ seconds: 30 });
    return new NewsStream(reader, this.hearers);
  }
}

/** Not a generator: a reader that leaves while nothing happens must be let go at once. */
class NewsStream<T> implements AsyncIterableIterator<T> {
  private readonly changed = new Map<string, NewsChange>();
  private readonly told = new Map<string, string>();
  private ready: T[] = [];
  private wake: (() => void) | undefined;
  private isOver = false;
  private readonly end: NodeJS.Timeout;

  constructor(private readonly reader: ChangeReader<T>, private readonly hearers: Set<(change: NewsChange) => void>) {
    hearers.add(this.hear);
    this.end = setTimeout(() => void this.return(), newsLimits.lifeMs);
    this.end.unref();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T>> {
    while (!this.isOver) {
      const item = this.ready.shift() ?? await this.take();
      if (item) return { value: item, done: false };
      if (this.ready.length === 0 && this.changed.size === 0 && !this.isOver) await new Promise<void>((resolve) => { this.wake = resolve; });
    }
    return { value: undefined, done: true };
  }

  return(): Promise<IteratorResult<T>> {
    this.isOver = true;
    this.hearers.delete(this.hear);
    clearTimeout(this.end);
    this.wake?.();
    return Promise.resolve({ value: undefined, done: true });
  }

  private readonly hear = ({ collection, id }: NewsChange): void => {
    if (this.changed.size < newsLimits.waiting) this.changed.set(`${collection} ${id}`, { collection, id });
    this.wake?.();
  };

  private async take(): Promise<T | undefined> {
    const [next] = this.changed;
    if (!next) return undefined;
    this.changed.delete(next[0]);
    this.ready = (await this.reader.load(next[1])).filter((item) => this.isNews(item));
    return this.ready.shift();
  }

  /** A lease that is renewed changes the document, and nothing that anybody sees. */
  private isNews(item: T): boolean {
    const [id, sight] = [this.reader.idOf(item), JSON.stringify(this.reader.sightOf(item))];
    if (this.told.get(id) === sight) return false;
    this.told.set(id, sight);
    const [oldest] = this.told.keys();
    if (oldest && this.told.size > newsLimits.waiting) this.told.delete(oldest);
    return true;
  }
}
