import { createHash } from 'node:crypto';
import { extremeWords } from './data/extreme-words.js';
import { knownSources } from './data/known-sources.js';
import { seriousWords } from './data/serious-words.js';
import { wrongWords } from './data/wrong-words.js';
import { phraseEntries, type PhraseDictionary, type PhraseEntry } from './phrase-dictionary.js';

/** A leading official. `posts` are the official titles, the highest first; `misspellings` are wrong ways the name has been written. */
export interface Leader {
  readonly name: string;
  readonly posts: readonly string[];
  readonly misspellings?: readonly string[];
}

/** Leaders in their order of precedence. */
export interface LeaderDictionary {
  readonly version: string;
  readonly leaders: readonly Leader[];
}

/** Media and institutions that may be quoted without asking. */
export interface SourceDictionary {
  readonly version: string;
  readonly sources: readonly string[];
}

/** The dictionaries of one run. */
export interface Dictionaries {
  readonly words: PhraseDictionary;
  readonly extremes: PhraseDictionary;
  readonly leaders: LeaderDictionary;
  readonly sources: SourceDictionary;
}

/** `name@edition+hash`: no entry changes without it, because the hash is made from the entries. */
const versionOf = (name: string, edition: string, content: unknown): string =>
  `${name}@${edition}+${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)}`;

/** A dictionary of phrases under a version of its own. */
export const phraseDictionary = (name: string, edition: string, entries: readonly PhraseEntry[]): PhraseDictionary =>
  ({ version: versionOf(name, edition, entries), entries });

/** A dictionary of leaders, in their order of precedence. */
export const leaderDictionary = (edition: string, leaders: readonly Leader[]): LeaderDictionary =>
  ({ version: versionOf('leaders', edition, leaders), leaders });

/** A list of sources that may be quoted without asking. */
export const sourceDictionary = (edition: string, sources: readonly string[]): SourceDictionary =>
  ({ version: versionOf('sources', edition, sources), sources });

/** What the product brings along. Leaders are for each house to enter: who holds which post is no business of a program. */
export const shippedDictionaries: Dictionaries = {
  words: phraseDictionary('words', '2026.11', [...phraseEntries(seriousWords, 'block'), ...phraseEntries(wrongWords, 'warn')]),
  extremes: phraseDictionary('extremes', '2026.11', phraseEntries(extremeWords, 'warn')),
  leaders: leaderDictionary('2026.11', []),
  sources: sourceDictionary('2026.11', knownSources),
};

/** One line that names the versions of all dictionaries: what a review sheet quotes. */
export const dictionaryVersionOf = ({ words, extremes, leaders, sources }: Dictionaries): string =>
  [words, extremes, leaders, sources].map(({ version }) => version).join(' ');
