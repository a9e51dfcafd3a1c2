import mongoose from 'mongoose';
import type { Changes } from './changes.js';
import { runCommand } from './read.js';
import { afterCommit, currentSession } from './transaction.js';

/** A small document that lists show again and again: a unit, a topic, a media card. */
export interface Entity {
  readonly _id: string;
}

/**
 * Copies of small documents, kept by the change stream. `load` answers from memory and asks the database only for ids it has
 * not seen, in one command. A write is seen by its own process at once (`drop`), by others when the stream tells.
 */
export class EntityCache<T extends Entity> {
  private readonly kept = new Map<string, T | null>();
  /** Grows with every drop, so that a read begun before a write never puts the old document back. */
  private generation = 0;

  constructor(readonly collection: string, private readonly fields: readonly (keyof T & string)[], private readonly limit = 50_000) {
    caches.add(this as unknown as EntityCache<Entity>);
  }

  /** Drops one document in this process: at once, or with the running transaction's commit. */
  drop(id: string): void {
    afterCommit(() => this.forget(id));
  }

  /** Drops everything. */
  clear(): void {
    this.generation += 1;
    this.kept.clear();
  }

  /** The document if it is in memory already; `undefined` when it must be loaded, `null` when it does not exist. */
  peek(id: string): T | null | undefined {
    return this.kept.get(id);
  }

  async get(id: string): Promise<T | undefined> {
    return (await this.load([id]))[0];
  }

  /** The documents of these ids in their order; undefined where there is none. One command at most. */
  async load(ids: readonly string[]): Promise<(T | undefined)[]> {
    const missing = [...new Set(ids.filter((id) => !this.kept.has(id)))];
    if (missing.length === 0) return ids.map((id) => this.kept.get(id) ?? undefined);
    const found = await this.fetch(missing);
    return ids.map((id) => this.kept.get(id) ?? found.get(id) ?? undefined);
  }

  forget(id: string): void {
    this.generation += 1;
    this.kept.delete(id);
  }

  private async fetch(ids: string[]): Promise<Map<string, T>> {
    const generation = this.generation;
    const documents = await runCommand<T>({
      find: this.collection, filter: { _id: { $in: ids } }, projection: Object.fromEntries(this.fields.map((field) => [field, 1])), limit: ids.length,
    });
    const found = new Map(documents.map((document) => [document._id, document]));
    // A transaction reads its own uncommitted writes and an old snapshot of all else: neither may be kept.
    if (generation === this.generation && !currentSession() && mongoose.connection.readyState === 1) {
      if (this.kept.size + ids.length > this.limit) this.kept.clear();
      for (const id of ids) this.kept.set(id, found.get(id) ?? null);
    }
    return found;
  }
}

const caches = new Set<EntityCache<Entity>>();

/** Connects every entity cache of the process to the change stream; before `changes.start()`. */
export function keepCachesFresh(changes: Changes): void {
  for (const cache of caches) changes.on(cache.collection, (change) => cache.forget(change.id));
  changes.onReset(() => { for (const cache of caches) cache.clear(); });
}

/** Empties every cache of the process: for tests that change the database underneath. */
export const clearCaches = (): void => { for (const cache of caches) cache.clear(); };
