import type { Readable } from 'node:stream';

/** Bytes from `start` to `end`, both included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A part that has arrived: its number, from 1, and the tag that the storage answered with. */
export interface ArrivedPart {
  readonly number: number;
  readonly etag: string;
}

/** Objects that senders bring in parts to the storage itself, past this process (S3's multipart upload). An object is there once it is whole. */
export interface DirectParts {
  /** Opens an object; answers the name that the storage gives the undertaking. */
  begin(key: string): Promise<string>;
  /** An address that takes one part by PUT, for an hour, from whoever has it. */
  addressOf(key: string, undertaking: string, number: number): Promise<string>;
  /** Puts the parts together. Rejects when one of them is not there as told. */
  complete(key: string, undertaking: string, parts: readonly ArrivedPart[]): Promise<void>;
  /** Forgets the parts; an undertaking that is not there is forgotten already. */
  abandon(key: string, undertaking: string): Promise<void>;
}

/**
 * Where bytes are kept. A key names bytes that never change: a content hash, a rendition's recipe, a piece of an upload. `put` and
 * `putFile` leave the whole bytes or nothing, so what is there is whole. Every driver passes `describeStorage` (tests/kit).
 */
export interface Storage {
  /** Which driver this is, for words on a screen. */
  readonly name: string;
  /** Keeps the bytes durably; keeping the same key twice is one. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Keeps a file's bytes without holding them in memory. The file stays the caller's. */
  putFile(key: string, path: string): Promise<void>;
  /** The bytes. Rejects when there are none. */
  get(key: string): Promise<Buffer>;
  /** Where on this machine's disk the bytes lie, for a driver that keeps them there: to be read, never written. Told without a look whether they are there. */
  localPath?(key: string): string;
  /** The bytes, or a range of them, as a stream; it fails when there are none. */
  stream(key: string, range?: ByteRange): Readable;
  has(key: string): Promise<boolean>;
  /** How many bytes are kept; undefined when there are none. */
  sizeOf(key: string): Promise<number | undefined>;
  /** Forgets the key; one that is not there is forgotten already. */
  delete(key: string): Promise<void>;
  /** How senders bring large files straight here, for a driver that can be reached by them. */
  readonly parts?: DirectParts;
  /** Takes away what processes that died before this time had begun to keep, for a driver that can tell. What is kept stays. */
  sweep?(before: Date): Promise<void>;
  /** Every key, or every one that begins so, once, in no promised order. */
  keys(prefix?: string): AsyncIterable<string>;
}

let current: Storage | undefined;

/** Sets the process's storage; once, by the composition root. */
export const useStorage = (storage: Storage): void => { current = storage; };

/** The process's storage. Throws when none was set. */
export function storage(): Storage {
  if (!current) throw new Error('no media storage was set');
  return current;
}
