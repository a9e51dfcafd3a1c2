import type { Severity } from '../checks/index.js';

/** The dictionaries, in the order they are shown. Each is read by one check. */
export const dictionaryNames = ['words', 'extremes', 'leaders', 'sources'] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

/** A line of a dictionary. `exceptions` is for phrases, `posts` and `misspellings` for leaders, `severity` for phrases. */
export interface DictionaryEntry {
  readonly term: string;
  readonly replacement?: string;
  readonly severity?: Severity;
  readonly exceptions: readonly string[];
  readonly posts: readonly string[];
  readonly misspellings: readonly string[];
  readonly note?: string;
}

/** What changed from one version to the next, in numbers of lines. */
export interface EntryChanges {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Compares two versions, line by line, by their terms. A leader in another place of the order is a change. Pure. */
export function changesBetween(name: DictionaryName, before: readonly DictionaryEntry[], after: readonly DictionaryEntry[]): EntryChanges {
  const known = new Map(before.map((entry, at) => [entry.term, worded(name, entry, at)]));
  const kept = after.filter(({ term }) => known.has(term));
  const changed = after.filter((entry, at) => known.has(entry.term) && known.get(entry.term) !== worded(name, entry, at)).length;
  return { added: after.length - kept.length, removed: before.length - kept.length, changed };
}

const worded = (name: DictionaryName, { term, replacement, severity, exceptions, posts, misspellings, note }: DictionaryEntry, at: number): string =>
  JSON.stringify([term, replacement, severity, exceptions, posts, misspellings, note, name === 'leaders' ? at : 0]);
