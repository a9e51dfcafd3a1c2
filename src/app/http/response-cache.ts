import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { Counter, onOwnChange, publicCollections, registry, type Changes } from '../../kernel/index.js';

/** Bytes of answers that are kept, compressed forms estimated. */
const maxBytes = 64_000_000;
const maxEntryBytes = 2_000_000;
/** However fresh the change stream says it is. */
const longestMs = 60_000;

export type Encoding = 'br' | 'gzip';

/** What a request was answered, and whether anybody who asks the same may be answered alike. */
export interface Made<T> {
  readonly response: T;
  /** The whole body of a good answer made of public reads alone; absent for all others. */
  readonly keep?: { readonly contentType: string; readonly body: string };
}

const outcomes = new Counter({ name: 'yici_response_cache_total', help: 'Public GraphQL answers by whether they were kept already', labelNames: ['outcome'], registers: [registry] });

/** An answer as bytes, compressed once for each encoding that is asked for. */
export class KeptResponse {
  readonly body: Buffer;
  /** Weak: the same for every encoding. */
  readonly etag: string;
  private readonly encodings = new Map<Encoding, Promise<Buffer>>();

  constructor(readonly contentType: string, text: string) {
    this.body = Buffer.from(text);
    this.etag = `W/"${createHash('sha256').update(this.body).digest('base64url').slice(0, 22)}"`;
  }

  encoded(encoding: Encoding): Promise<Buffer> {
    const known = this.encodings.get(encoding) ?? compress(this.body, encoding);
    this.encodings.set(encoding, known);
    return known;
  }
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const compress = (body: Buffer, encoding: Encoding): Promise<Buffer> => (encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : zip(body));

/**
 * Answers to anonymous readers as ready bytes. Every kept answer goes when anything that readers see changes: this process's own
 * changes at their commit, those of others when the change stream tells, and all while the stream is broken. An answer whose
 * making saw a change is not kept. Equal questions at one time are answered by one execution.
 */
export class ResponseCache {
  private readonly kept = new LRUCache<string, KeptResponse>({ maxSize: maxBytes, maxEntrySize: maxEntryBytes, ttl: longestMs, sizeCalculation: ({ body }) => 1000 + 2 * body.length });
  private readonly flights = new Map<string, Promise<KeptResponse | undefined>>();
  /** Grows with every change. */
  private age = 0;
  private readonly stopHearing: () => void;

  /** Before `changes.start()`, so that the stream is asked for these collections. */
  constructor(private readonly changes: Changes) {
    for (const collection of publicCollections) changes.on(collection, () => this.clear());
    changes.onReset(() => this.clear());
    this.stopHearing = onOwnChange((collection) => { if ((publicCollections as readonly string[]).includes(collection)) this.clear(); });
  }

  /** Forgets everything; what is being made now will not be kept, nor waited for by later requests. */
  clear(): void {
    this.age += 1;
    this.kept.clear();
    this.flights.clear();
  }

  /** Ends the hearing of own changes. */
  close(): void {
    this.stopHearing();
    this.clear();
  }

  /** The kept answer to a question, or what `make` answers, which is kept when it may be. */
  async answer<T>(key: string, make: () => Promise<Made<T>>): Promise<KeptResponse | Made<T>> {
    if (!this.changes.isOpen) return make();
    const known = this.kept.get(key);
    outcomes.inc({ outcome: known ? 'hit' : 'miss' });
    if (known) return known;
    const flight = this.flights.get(key);
    return flight ? await flight ?? make() : this.fill(key, make);
  }

  private async fill<T>(key: string, make: () => Promise<Made<T>>): Promise<KeptResponse | Made<T>> {
    const { age } = this;
    let land!: (kept?: KeptResponse) => void;
    const flight = new Promise<KeptResponse | undefined>((resolve) => { land = resolve; });
    this.flights.set(key, flight);
    let kept: KeptResponse | undefined;
    try {
      const made = await make();
      if (made.keep && age === this.age && this.changes.isOpen) kept = new KeptResponse(made.keep.contentType, made.keep.body);
      if (kept) this.kept.set(key, kept);
      return kept ?? made;
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key);
      land(kept);
    }
  }
}
