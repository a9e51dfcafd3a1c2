import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { State } from './state.js';

const emptyState = (): State => ({ version: 1, serial: 0, clockOffsetMs: 0, accounts: {}, calls: [], requests: [] });

/** Replaces a file in one step: whoever reads it sees the old or the new bytes, also after `kill -9`. */
function replaceFile(path: string, bytes: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, bytes, { mode: 0o600 });
  renameSync(draft, path);
}

/** Keeps the state in memory and, with a file name, on disk; picture bytes lie beside it so that saving stays small. */
export class Store {
  readonly state: State;
  private readonly blobs = new Map<string, Buffer>();

  constructor(private readonly file?: string) {
    if (file) mkdirSync(this.blobDirectory, { recursive: true });
    this.state = this.load();
  }

  private get blobDirectory(): string {
    return `${this.file ?? ''}.blobs`;
  }

  private load(): State {
    if (!this.file) return emptyState();
    mkdirSync(dirname(this.file), { recursive: true });
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as State;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyState();
      throw new Error(`the simulator's state file ${this.file} cannot be read`, { cause: error });
    }
  }

  /** Writes the state; called after every call, before its answer leaves. */
  save(): void {
    if (this.file) replaceFile(this.file, JSON.stringify(this.state));
  }

  /** Keeps bytes and returns the name to find them by (their SHA-256). */
  putBlob(bytes: Buffer): string {
    const name = createHash('sha256').update(bytes).digest('hex');
    this.blobs.set(name, bytes);
    if (this.file) replaceFile(`${this.blobDirectory}/${name}`, bytes);
    return name;
  }

  /** The bytes kept under a name; undefined when they are gone. */
  blob(name: string): Buffer | undefined {
    const known = this.blobs.get(name);
    if (known || !this.file) return known;
    try {
      const bytes = readFileSync(`${this.blobDirectory}/${name}`);
      this.blobs.set(name, bytes);
      return bytes;
    } catch {
      return undefined;
    }
  }
}
