import type { Changes } from './changes.js';
import { tellChanged } from './own-changes.js';
import { runCommand } from './read.js';
import { afterCommit, currentSession } from './transaction.js';

/** A small document that lists show again and again: a unit, a topic, a media card. */
export interface Entity {
  readonly _id: string;
}

/** A read under way, and what was dropped meanwhile: what it brings of that is old already. */
interface Reading {
  readonly dropped: Set<string>;
  isVoid: boolean;
}

/** Ids per `find`, so that its answer always fits one batch. */
const idsPerCommand = 1000;

/**
 * Copies of small documents, kept by the change stream. `load` answers from memory and asks the database only for ids it has
 * not seen, in one command. A write is seen by its own process at once (`drop`), by others when the stream tells. Inside a
 * transaction the database is asked every time, so that the transaction's own writes are seen and nothing uncommitted is kept.
 */
export class EntityCache<T extends Entity> {
  /** `null` stands for a document that does not exist. */
  private readonly kept = new Map<string, T | null>();
  private readonly readings = new Set<Reading>();

  /** Keeps `fields` of at most `limit` documents of a collection; the oldest copies give way. */
  constructor(readonly collection: string, private readonly fields: readonly (keyof T & string)[], private readonly limit = 50_000) {
    registerCopies(this);
  }

  /** Drops one document in this process: at once, or with the running transaction's commit. */
  drop(id: string): void {
    afterCommit(() => this.forget(id));
    tellChanged(this.collection);
  }

  /** Drops everything. */
  clear(): void {
    this.kept.clear();
    for (const reading of this.readings) reading.isVoid = true;
  }

  /** The document if it is in memory already; `undefined` when it must be loaded, `null` when it does not exist. */
  peek(id: string): T | null | undefined {
    return currentSession() ? undefined : this.kept.get(id);
  }

  /** The document with this id; undefined where there is none. */
  async get(id: string): Promise<T | undefined> {
    return (await this.load([id]))[0];
  }

  /** The documents of these ids in their order; undefined where there is none. One command at most, up to a thousand ids. */
  async load(ids: readonly string[]): Promise<(T | undefined)[]> {
    const copies = ids.map((id) => this.peek(id));
    const missing = [...new Set(ids.filter((_, at) => copies[at] === undefined))];
    if (missing.length === 0) return copies.map((copy) => copy ?? undefined);
    const found = await this.fetch(missing);
    // What was known when asked stays the answer, even if it was dropped while the rest was fetched.
    return ids.map((id, at) => copies[at] ?? found.get(id));
  }

  /** The documents of these ids by id; those that do not exist are left out. One command at most, up to a thousand ids. */
  async byId(ids: Iterable<string>): Promise<ReadonlyMap<string, T>> {
    const kept = currentSession() ? undefined : this.kept;
    const found = new Map<string, T>();
    const missing = new Set<string>();
    for (const id of ids) {
      const copy = kept?.get(id);
      if (copy) found.set(id, copy);
      else if (copy === undefined) missing.add(id);
    }
    if (missing.size > 0) for (const [id, document] of await this.fetch([...missing])) found.set(id, document);
    return found;
  }

  /** Drops one document in this process at once; for news of what is committed already. */
  forget(id: string): void {
    this.kept.delete(id);
    for (const reading of this.readings) reading.dropped.add(id);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, T>> {
    const reading: Reading = { dropped: new Set(), isVoid: false };
    this.readings.add(reading);
    try {
      const found = await this.read(ids);
      if (!currentSession() && !reading.isVoid && isHearing(this.collection)) this.keep(ids.filter((id) => !reading.dropped.has(id)), found);
      return found;
    } finally {
      this.readings.delete(reading);
    }
  }

  private async read(ids: readonly string[]): Promise<Map<string, T>> {
    const projection = Object.fromEntries(this.fields.map((field) => [field, 1]));
    const found = new Map<string, T>();
    for (let from = 0; from < ids.length; from += idsPerCommand) {
      const some = ids.slice(from, from + idsPerCommand);
      const documents = await runCommand<T>({ find: this.collection, filter: { _id: { $in: some } }, projection, limit: some.length });
      for (const document of documents) found.set(document._id, document);
    }
    return found;
  }

  private keep(ids: readonly string[], found: ReadonlyMap<string, T>): void {
    for (const id of ids) this.kept.set(id, found.get(id) ?? null);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limit) return;
      this.kept.delete(oldest);
    }
  }
}

/** Copies of what a collection holds, dropped by news of its changes. */
export interface Copies {
  readonly collection: string;
  /** Drops what the document with this id has part in. */
  forget(id: string): void;
  /** Drops everything. */
  clear(): void;
}

const caches = new Set<Copies>();

/** Lets the change stream tell these copies what they must drop. */
export const registerCopies = (copies: Copies): void => { caches.add(copies); };

let stream: Pick<Changes, 'isOpen'> | undefined;
/** Collections whose news this process spares itself. */
let spared: ReadonlySet<string> = new Set();

/** Whether news of changes comes in. Scripts and tests without a change stream keep copies and drop what they write themselves. */
const isHearing = (collection: string): boolean => (stream?.isOpen ?? true) && !spared.has(collection);

/** Whether news of a collection comes in by a change stream: false without one. */
export const isFed = (collection: string): boolean => (stream?.isOpen ?? false) && !spared.has(collection);

/**
 * Connects every cache of the process to the change stream; before `changes.start()`. While the stream is broken nothing is kept. Reads
 * of the collections in `spare` are made every time, and their changes, which may be many, are not heard.
 */
export function keepCachesFresh(changes: Changes, spare: readonly string[] = []): void {
  stream = changes;
  spared = new Set(spare);
  for (const cache of caches) if (!spared.has(cache.collection)) changes.on(cache.collection, (change) => cache.forget(change.id));
  changes.onReset(clearCaches);
}

/** Empties every cache of the process: for tests that change the database underneath. */
export const clearCaches = (): void => { for (const cache of caches) cache.clear(); };
