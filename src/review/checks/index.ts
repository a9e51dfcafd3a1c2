export type { Check, CheckedFields, CheckedImage, CheckedLink, CheckServices, CheckSubject, Finding, Spot, TextBlock, Wording } from './check.js';
export { severities, type Severity } from './severity.js';
export { checks, dictionaryChecks } from './checks.js';
export type { Dictionaries, Leader, LeaderDictionary, SourceDictionary } from './dictionaries.js';
export { dictionaryVersionOf, leaderDictionary, phraseDictionary, shippedDictionaries, sourceDictionary } from './dictionaries.js';
export { phraseEntries, wrongSuggestions, type PhraseDictionary, type PhraseEntry } from './phrase-dictionary.js';
export { checkFailed, runChecks, type CheckRun } from './run-checks.js';
