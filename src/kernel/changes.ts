import mongoose from 'mongoose';
import type { Log } from './log.js';
import { metrics } from './metrics.js';

/** One change of a document. `id` is its _id. */
export interface Change {
  readonly collection: string;
  readonly operation: 'insert' | 'update' | 'replace' | 'delete';
  readonly id: string;
}

export type ChangeListener = (change: Change) => void;

/** News of what any process wrote, from one change stream per process. Listeners must not throw. */
export class Changes {
  private readonly listeners = new Map<string, ChangeListener[]>();
  private readonly resetListeners: (() => void)[] = [];
  private stream: mongoose.mongo.ChangeStream | undefined;
  private resumeToken: unknown;
  private isStopped = false;

  constructor(private readonly log: Log) {}

  /** Hears of every change in a collection, also those of this process. */
  on(collection: string, listener: ChangeListener): void {
    this.listeners.set(collection, [...(this.listeners.get(collection) ?? []), listener]);
  }

  /** Called when changes may have been missed: whoever keeps copies drops them all. */
  onReset(listener: () => void): void {
    this.resetListeners.push(listener);
  }

  /** Opens the stream; listeners registered later are not heard until the next start. */
  async start(): Promise<void> {
    this.isStopped = false;
    await this.open();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.stream?.close().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const collections = [...this.listeners.keys()];
    const pipeline = [
      { $match: { 'ns.coll': { $in: collections }, operationType: { $in: ['insert', 'update', 'replace', 'delete'] } } },
      { $project: { operationType: 1, ns: 1, documentKey: 1 } },
    ];
    const stream = mongoose.connection.getClient().db(mongoose.connection.name).watch(pipeline, { maxAwaitTimeMS: 1000, ...(this.resumeToken ? { resumeAfter: this.resumeToken } : {}) });
    this.stream = stream;
    stream.on('change', (event) => this.hear(event as unknown as StreamEvent));
    stream.on('error', (error) => void this.reopen(error));
    // A stream is open once its first aggregate was answered; changes written after this line are heard.
    await new Promise<void>((resolve) => { stream.once('resumeTokenChanged', () => resolve()); setTimeout(resolve, 1000).unref(); });
  }

  private hear(event: StreamEvent): void {
    this.resumeToken = event._id;
    const change = { collection: event.ns.coll, operation: event.operationType, id: String(event.documentKey._id) };
    for (const listener of this.listeners.get(change.collection) ?? []) listener(change);
  }

  private async reopen(error: unknown): Promise<void> {
    if (this.isStopped) return;
    this.log.warn({ err: error }, 'the change stream broke; caches are emptied and it is opened again');
    metrics.cacheResets.inc();
    this.resumeToken = undefined;
    await this.stream?.close().catch(() => undefined);
    this.reset();
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (this.isStopped) return;
    await this.open().catch((again: unknown) => this.reopen(again));
    // What was read and kept while no stream was open may have changed unheard.
    this.reset();
  }

  private reset(): void {
    for (const reset of this.resetListeners) reset();
  }
}

interface StreamEvent {
  readonly _id: unknown;
  readonly operationType: Change['operation'];
  readonly ns: { readonly coll: string };
  readonly documentKey: { readonly _id: unknown };
}
