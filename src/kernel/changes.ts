import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { Log } from './log.js';
import { metrics } from './metrics.js';

const operations = ['insert', 'update', 'replace', 'delete'] as const;

/** One change of a document. `id` is its _id. */
export interface Change {
  readonly collection: string;
  readonly operation: (typeof operations)[number];
  readonly id: string;
}

export type ChangeListener = (change: Change) => void;

type Stream = mongoose.mongo.ChangeStream;

/** A stream whose first answer has come, with the first event that was asked of it. */
interface Opened {
  readonly stream: Stream;
  readonly next: Promise<unknown>;
}

/** Which changes of a collection a listener is woken for. */
export interface Wanted {
  /** All of them when not given. */
  readonly operations?: readonly Change['operation'][];
  /** For inserts: what the new document must match. Only spares work: a listener may hear of others too. */
  readonly inserted?: Readonly<Record<string, unknown>>;
}

interface Heard {
  readonly wanted: Required<Wanted>;
  readonly listener: ChangeListener;
}

/**
 * News of what any process wrote, from one change stream per process. After a break the stream goes on where it stopped; when
 * it cannot, a new one is opened and `onReset` tells that changes may have been missed.
 */
export class Changes {
  private readonly listeners = new Map<string, Heard[]>();
  private readonly resetListeners: (() => void)[] = [];
  private stream: Stream | undefined;
  private following: Promise<void> = Promise.resolve();
  private stopping = new AbortController();
  private isHearing = false;

  constructor(private readonly log: Log) {}

  /** True while every change is heard: what is read now may be kept. */
  get isOpen(): boolean {
    return this.isHearing;
  }

  /** Hears of every change in a collection that is wanted, also those of this process. */
  on(collection: string, listener: ChangeListener, wanted: Wanted = {}): void {
    this.listeners.set(collection, [...(this.listeners.get(collection) ?? []), { wanted: { operations, inserted: {}, ...wanted }, listener }]);
  }

  /** Called when changes may have been missed: whoever keeps copies drops them all. */
  onReset(listener: () => void): void {
    this.resetListeners.push(listener);
  }

  /** Resolves once the stream is open: later changes are heard. Rejects when the database does not answer. Listeners registered later are not heard. */
  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.following = this.follow(await this.open());
  }

  /** Ends the stream; nothing is heard after it resolves. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.stream?.close().catch(() => undefined);
    await this.following;
  }

  private async open(resumeAfter?: unknown): Promise<Opened> {
    const stream = mongoose.connection.getClient().db(mongoose.connection.name).watch(this.pipeline(), { maxAwaitTimeMS: 1000, ...(resumeAfter ? { resumeAfter } : {}) });
    this.stream = stream;
    // The first answer brings a token; the stream hears whatever is written after it.
    const answered = new Promise<void>((resolve) => { stream.once('resumeTokenChanged', () => resolve()); });
    const next = stream.next();
    await Promise.race([answered, next]);
    if (this.stopping.signal.aborted) await stream.close();
    else this.isHearing = true;
    return { stream, next };
  }

  /** Few and exact conditions: the database tries each of them on every write of anybody. */
  private pipeline(): object[] {
    const { name: db } = mongoose.connection;
    const groups = new Map<string, { readonly wanted: Wanted; readonly namespaces: object[] }>();
    for (const [coll, heard] of this.listeners) {
      for (const { wanted } of heard) {
        const key = JSON.stringify(wanted);
        const group = groups.get(key) ?? { wanted, namespaces: [] };
        groups.set(key, group);
        group.namespaces.push({ db, coll });
      }
    }
    const wanted = [...groups.values()].map(({ wanted: { operations: some, inserted = {} }, namespaces }) => ({
      ns: { $in: namespaces }, operationType: { $in: some }, ...Object.fromEntries(Object.entries(inserted).map(([field, value]) => [`fullDocument.${field}`, value])),
    }));
    const gone = { operationType: { $in: ['drop', 'rename', 'dropDatabase', 'invalidate'] } };
    return [{ $match: { $or: [gone, ...wanted] } }, { $project: { operationType: 1, ns: 1, documentKey: 1 } }];
  }

  private async follow(opened: Opened): Promise<void> {
    for (let current: Opened | undefined = opened; current;) {
      const error = await this.hearAll(current);
      current = await this.reopen(current.stream.resumeToken, error);
    }
  }

  /** Hears until the stream ends; resolves with the reason. The driver itself resumes after short breaks. */
  private async hearAll({ stream, next }: Opened): Promise<unknown> {
    try {
      for (let event = await next; ; event = await stream.next()) this.hear(event as StreamEvent);
    } catch (error) {
      return error;
    } finally {
      this.isHearing = false;
    }
  }

  private hear({ ns, operationType, documentKey }: StreamEvent): void {
    if (!documentKey) return this.reset();
    const change = { collection: ns.coll, operation: operationType, id: String(documentKey._id) };
    for (const { wanted, listener } of this.listeners.get(ns.coll) ?? []) {
      if (wanted.operations.includes(operationType)) this.tell(() => listener(change));
    }
  }

  private async reopen(token: unknown, error: unknown): Promise<Opened | undefined> {
    if (!this.stopping.signal.aborted) this.log.warn({ err: error }, 'the change stream broke and is opened again');
    let resumeAfter = isPassing(error) ? token : undefined;
    for (let failures = 0; await this.rest(failures); failures += 1) {
      try {
        const opened = await this.open(resumeAfter);
        if (!resumeAfter) this.reset();
        return opened;
      } catch (again) {
        // Not known for how long nothing will be heard: copies are not believed meanwhile.
        if (failures === 0) this.reset();
        if (!isPassing(again)) resumeAfter = undefined;
      }
    }
    return undefined;
  }

  /** Waits before a try, from 0.1 to 5 seconds; false when the stream is to end. */
  private async rest(failures: number): Promise<boolean> {
    await pause(Math.min(5000, 100 * 2 ** failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    return !this.stopping.signal.aborted;
  }

  private reset(): void {
    metrics.cacheResets.inc();
    for (const listener of this.resetListeners) this.tell(listener);
  }

  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.log.error({ err: error }, 'a listener of changes threw');
    }
  }
}

/** True for errors after which the same token may still be good: the network's and a failover's. */
function isPassing(error: unknown): boolean {
  const { MongoError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;
  return error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || (error instanceof MongoError && error.hasErrorLabel('ResumableChangeStreamError'));
}

interface StreamEvent {
  readonly operationType: Change['operation'];
  readonly ns: { readonly coll: string };
  /** Absent where a whole collection went. */
  readonly documentKey?: { readonly _id: unknown };
}
