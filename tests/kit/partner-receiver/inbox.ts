import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/** The parts of a ninjs item that this desk looks at. Everything else is kept as it came. */
export interface NewsItem {
  readonly uri: string;
  readonly version: string;
  readonly pubStatus?: string;
  readonly embargoedUntil?: string;
  readonly versionCreated?: string;
  readonly edNote?: string;
  readonly headlines?: readonly { readonly role?: string; readonly value: string }[];
  readonly descriptions?: readonly { readonly value: string }[];
  readonly bodies?: readonly { readonly role?: string; readonly contentType?: string; readonly value: string }[];
  readonly infoSources?: readonly { readonly role?: string; readonly name?: string }[];
  readonly subjects?: readonly { readonly name?: string }[];
  readonly associations?: readonly { readonly name: string; readonly type?: string; readonly renditions?: readonly { readonly href?: string }[] }[];
  readonly [other: string]: unknown;
}

/** An item on the desk: its newest version, and when it came. */
export interface ReceivedItem {
  readonly id: string;
  readonly receivedAt: string;
  readonly type: string;
  readonly item: NewsItem;
}

/** One request, whatever became of it. `taken` changed the desk; `repeat` was seen before; `stale` is older than what we have. */
export interface LogEntry {
  readonly at: string;
  readonly verdict: 'taken' | 'repeat' | 'stale' | 'ping' | 'refused' | 'fault';
  readonly status: number;
  readonly webhookId?: string;
  readonly type?: string;
  readonly uri?: string;
  readonly version?: number;
  readonly reason?: string;
}

interface State {
  items: Record<string, ReceivedItem>;
  /** What was answered to each webhook-id. */
  seen: Record<string, string>;
  log: LogEntry[];
}

/** What `Inbox.take` decided. `id` is our own number for the item. */
export interface Taken {
  readonly verdict: 'taken' | 'repeat' | 'stale' | 'ping';
  readonly id?: string;
}

const logLimit = 20_000;
const seenLimit = 100_000;

/** What a partner keeps: items by uri, webhook-ids already seen, a log. In a file when one is named, else in memory. */
export class Inbox {
  readonly #state: State;
  readonly #seen: Map<string, string>;
  readonly #items: Map<string, ReceivedItem>;
  #writing: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(private readonly stateFile?: string) {
    this.#state = readState(stateFile);
    this.#seen = new Map(Object.entries(this.#state.seen));
    this.#items = new Map(Object.entries(this.#state.items));
  }

  items(): ReceivedItem[] {
    return [...this.#items.values()].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id, 'en', { numeric: true }));
  }

  log(): readonly LogEntry[] {
    return this.#state.log;
  }

  note(entry: LogEntry): void {
    this.#state.log.push(entry);
    if (this.#state.log.length > logLimit) this.#state.log.splice(0, this.#state.log.length - logLimit);
  }

  /** Takes a verified message once: a webhook-id seen before is a repeat, a version not above ours is stale. */
  take(webhookId: string, type: string, item: NewsItem | undefined, at: string): Taken {
    const earlier = this.#seen.get(webhookId);
    if (earlier !== undefined) return { verdict: 'repeat', id: earlier };
    if (!item) return { verdict: 'ping' };
    const known = this.#items.get(item.uri);
    const id = known?.id ?? `P-${this.#items.size + 1}`;
    this.#seen.set(webhookId, id);
    if (this.#seen.size > seenLimit) this.#seen.delete(this.#seen.keys().next().value!);
    if (known && Number(item.version) <= Number(known.item.version)) return { verdict: 'stale', id };
    this.#items.set(item.uri, { id, receivedAt: at, type, item });
    return { verdict: 'taken', id };
  }

  /** Resolves when all that is known now is on disk. Requests that come while a write is under way share the next one. */
  save(): Promise<void> {
    if (!this.stateFile) return Promise.resolve();
    this.#waiting ??= this.#writing.catch(() => undefined).then(() => {
      this.#waiting = undefined;
      this.#writing = this.#write(this.stateFile!);
      return this.#writing;
    });
    return this.#waiting;
  }

  /** A whole new file, flushed, then moved over the old one: after a crash either the old or the new state is there. */
  async #write(path: string): Promise<void> {
    const state: State = { items: Object.fromEntries(this.#items), seen: Object.fromEntries(this.#seen), log: this.#state.log };
    const file = await open(`${path}.new`, 'w');
    try {
      await file.writeFile(JSON.stringify(state));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }
}

function readState(path: string | undefined): State {
  const empty: State = { items: {}, seen: {}, log: [] };
  if (!path) return empty;
  try {
    return { ...empty, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<State>) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
    throw new Error(`cannot read the receiver's state file ${path}`, { cause: error });
  }
}
