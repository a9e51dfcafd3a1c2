import type { DictionaryEntryInput, DictionaryName } from '../../graphql/generated/schema-types.js';
import type { DictionaryLinesQuery } from './dictionaries.generated.js';

export type Entry = DictionaryLinesQuery['dictionary']['entries'][number];

export const dictionaryNames = ['WORDS', 'EXTREMES', 'LEADERS', 'SOURCES'] as const satisfies readonly DictionaryName[];

export const isPhrases = (name: DictionaryName): boolean => name === 'WORDS' || name === 'EXTREMES';

/** A line as the server takes it. */
export const asInput = ({ term, replacement, severity, exceptions, posts, misspellings, note }: Entry): DictionaryEntryInput => ({ term, replacement, severity, exceptions, posts, misspellings, note });

const worded = ({ term, replacement, severity, exceptions, posts, misspellings, note }: Entry, at: number): string => JSON.stringify([term, replacement ?? '', severity, exceptions, posts, misspellings, note ?? '', at]);

/** How two versions differ, line by line, by their terms. */
export interface Difference {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly changed: readonly Entry[];
}

/** What `after` has that `before` has not, and the other way; the place of a leader in the order counts too. */
export function differenceOf(name: DictionaryName, before: readonly Entry[], after: readonly Entry[]): Difference {
  const place = (at: number): number => (name === 'LEADERS' ? at : 0);
  const [old, now] = [new Map(before.map((entry, at) => [entry.term, worded(entry, place(at))])), new Set(after.map(({ term }) => term))];
  return {
    added: after.filter(({ term }) => !old.has(term)),
    removed: before.filter(({ term }) => !now.has(term)),
    changed: after.filter((entry, at) => old.has(entry.term) && old.get(entry.term) !== worded(entry, place(at))),
  };
}

/** Whether any part of a line holds these words. */
export const holds = (words: string) => ({ term, replacement, exceptions, posts, misspellings, note }: Entry): boolean =>
  [term, replacement, note, ...exceptions, ...posts, ...misspellings].some((text) => text?.toLowerCase().includes(words.toLowerCase()));
