import { LRUCache } from 'lru-cache';
import { isFed, registerCopies } from './entity-cache.js';
import { tellChanged } from './own-changes.js';
import { afterCommit, currentSession } from './transaction.js';

/** What is kept of one read, and the state of its group when it began. */
interface Kept<T> {
  readonly age: object;
  readonly value: Promise<T>;
}

/**
 * Results of reads, kept while the change stream is heard. Documents of a collection belong to groups; a change of one drops what
 * was read of its group. Equal reads of one moment are one. What is given is shared: do not change it. Without news of the
 * collection, and inside a transaction, every read is made.
 */
export class ReadCache<T> {
  private readonly kept: LRUCache<string, Kept<T>>;
  /** Replaced by every change. */
  private readonly ages = new Map<string, object>();

  /** Keeps at most `limit` results. `groupOf` tells the group of a document by its id. */
  constructor(readonly collection: string, private readonly groupOf: (id: string) => string, limit: number) {
    this.kept = new LRUCache({ max: limit });
    registerCopies(this);
  }

  /** The result of `make`, which reads of this group; `name` tells the reads of a group apart. */
  read(group: string, name: string, make: () => Promise<T>): Promise<T> {
    if (!isFed(this.collection) || currentSession()) return make();
    const [key, age] = [`${group}\n${name}`, this.ageOf(group)];
    const known = this.kept.get(key);
    if (known?.age === age) return known.value;
    const value = make();
    this.kept.set(key, { age, value });
    value.catch(() => { if (this.kept.peek(key)?.value === value) this.kept.delete(key); });
    return value;
  }

  /** Drops what was read of a document's group in this process: at once, or with the running transaction's commit. */
  drop(id: string): void {
    afterCommit(() => this.forget(id));
    tellChanged(this.collection);
  }

  /** Drops what was read of a document's group at once; for news of what is committed already. */
  forget(id: string): void {
    this.ages.delete(this.groupOf(id));
  }

  /** Drops everything. */
  clear(): void {
    this.ages.clear();
    this.kept.clear();
  }

  private ageOf(group: string): object {
    const age = this.ages.get(group) ?? {};
    this.ages.set(group, age);
    return age;
  }
}
