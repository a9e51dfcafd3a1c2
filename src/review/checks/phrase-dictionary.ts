import type { Wording } from './check.js';
import { foldWidth } from './fold-width.js';
import { PhraseFinder, type PhraseMatch } from './phrase-finder.js';
import type { Severity } from './severity.js';

/** A phrase to find. `except` are longer phrases that contain it by chance and are right. */
export interface PhraseEntry {
  readonly phrase: string;
  readonly suggestion?: string;
  readonly severity: Severity;
  readonly except: readonly string[];
  /** Why; said with the finding. */
  readonly note?: string;
}

/** Phrases that should not stand in a text, and what to write instead. */
export interface PhraseDictionary {
  readonly version: string;
  readonly entries: readonly PhraseEntry[];
}

/** An entry where it was found. */
export interface EntryMatch {
  readonly entry: PhraseEntry;
  readonly start: number;
  readonly end: number;
}

/** Reads entries, one in a line: `phrase [suggestion] [!exception …]`. Throws for a line that has an exception without its phrase in it. */
export function phraseEntries(lines: string, severity: Severity): PhraseEntry[] {
  return lines.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => entryOf(line, severity));
}

function entryOf(line: string, severity: Severity): PhraseEntry {
  const words = line.split(/\s+/);
  const [phrase = '', suggestion] = words.filter((word) => !word.startsWith('!'));
  const except = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
  if (except.some((exception) => !exception.includes(phrase))) throw new Error(`dictionary line 「${line}」: an exception must contain 「${phrase}」`);
  return { phrase, severity, except, ...(suggestion ? { suggestion } : {}) };
}

/** The entries found in a text, in order; not those inside one of their exceptions or inside a longer entry. */
export function findEntries(dictionary: PhraseDictionary, text: string): EntryMatch[] {
  const { finder, entries } = compiled(dictionary);
  const matches = finder.find(foldWidth(text));
  let covered = 0;
  return [...matches].sort(longerFirst).flatMap(({ start, end, index }) => {
    if (end <= covered) return [];
    covered = Math.max(covered, end);
    const entry = entries[index];
    return entry ? [{ entry, start, end }] : [];
  });
}

/** What is said of a phrase, with the note of its entry. */
export const withNote = ({ zh, en }: Wording, note: string | undefined): Wording => (note ? { zh: `${zh}（${note}）`, en: `${en} (${note})` } : { zh, en });

/** Phrases whose suggestion this dictionary would find wrong itself, with what it finds there. */
export const wrongSuggestions = (dictionary: PhraseDictionary): { readonly phrase: string; readonly found: string }[] => dictionary.entries.flatMap(({ phrase, suggestion = '' }) => {
  const [match] = findEntries(dictionary, suggestion);
  return match ? [{ phrase, found: match.entry.phrase }] : [];
});

const longerFirst = (a: PhraseMatch, b: PhraseMatch): number => a.start - b.start || b.end - a.end;

interface Compiled {
  readonly finder: PhraseFinder;
  /** By the index of the phrase in the finder; nothing for an exception. */
  readonly entries: readonly (PhraseEntry | undefined)[];
}

const compilations = new WeakMap<PhraseDictionary, Compiled>();

function compiled(dictionary: PhraseDictionary): Compiled {
  const known = compilations.get(dictionary);
  if (known) return known;
  const phrases = dictionary.entries.flatMap((entry) => [{ text: entry.phrase, entry }, ...entry.except.map((text) => ({ text, entry: undefined }))]);
  const made = { finder: new PhraseFinder(phrases.map(({ text }) => foldWidth(text))), entries: phrases.map(({ entry }) => entry) };
  compilations.set(dictionary, made);
  return made;
}
