import { leaderDictionary, phraseDictionary, shippedDictionaries, sourceDictionary, type Dictionaries, type PhraseEntry } from '../checks/index.js';
import { dictionaryNames, type DictionaryEntry, type DictionaryName } from './dictionary-entry.js';

/** Lines under the name of their version. */
export interface Edition {
  /** A number, or the edition that the product brings. */
  readonly edition: string;
  readonly entries: readonly DictionaryEntry[];
}

/** What the product brings along, as lines. */
export const shippedEntries: Readonly<Record<DictionaryName, readonly DictionaryEntry[]>> = {
  words: shippedDictionaries.words.entries.map(asEntry),
  extremes: shippedDictionaries.extremes.entries.map(asEntry),
  leaders: shippedDictionaries.leaders.leaders.map(({ name, posts, misspellings = [] }) => ({ term: name, posts, misspellings, exceptions: [] })),
  sources: shippedDictionaries.sources.sources.map((term) => ({ term, posts: [], misspellings: [], exceptions: [] })),
};

function asEntry({ phrase, suggestion, severity, except }: PhraseEntry): DictionaryEntry {
  return { term: phrase, severity, exceptions: except, posts: [], misspellings: [], ...(suggestion ? { replacement: suggestion } : {}) };
}

/** Lines as phrases to find. */
export const asPhrases = (entries: readonly DictionaryEntry[]): PhraseEntry[] =>
  entries.map(({ term, replacement, severity = 'warn', exceptions, note }) => ({ phrase: term, severity, except: exceptions, ...(replacement ? { suggestion: replacement } : {}), ...(note ? { note } : {}) }));

const makers: { readonly [Name in DictionaryName]: (edition: Edition) => Dictionaries[Name] } = {
  words: ({ edition, entries }) => phraseDictionary('words', edition, asPhrases(entries)),
  extremes: ({ edition, entries }) => phraseDictionary('extremes', edition, asPhrases(entries)),
  leaders: ({ edition, entries }) => leaderDictionary(edition, entries.map(({ term, posts, misspellings }) => ({ name: term, posts, misspellings }))),
  sources: ({ edition, entries }) => sourceDictionary(edition, entries.map(({ term }) => term)),
};

/** The dictionaries of a run: each in the edition that is given, the others as the product brings them. Pure. */
export function toDictionaries(editions: Readonly<Partial<Record<DictionaryName, Edition>>>): Dictionaries {
  const made = dictionaryNames.flatMap((name) => { const edition = editions[name]; return edition ? [[name, makers[name](edition)] as const] : []; });
  return { ...shippedDictionaries, ...Object.fromEntries(made) };
}
