import { phraseDictionary, wrongSuggestions } from '../checks/index.js';
import { InvalidDictionaryError } from './dictionary-errors.js';
import type { DictionaryEntry, DictionaryName } from './dictionary-entry.js';
import { asPhrases } from './to-dictionaries.js';

/** How much a dictionary holds: a version is one document, and one request. */
const dictionaryLimits = { entries: 5000, term: 60, replacement: 100, note: 200, items: 20 } as const;

/** What is wrong with a line. */
export interface EntryProblem {
  /** The line, from 0; the page leads there. */
  readonly index: number;
  readonly term: string;
  readonly field: string;
  readonly reason: string;
}

/** A line as it comes from outside. */
export interface EntryInput {
  readonly term: string;
  readonly replacement?: string | null | undefined;
  readonly severity?: DictionaryEntry['severity'] | null | undefined;
  readonly exceptions?: readonly string[] | null | undefined;
  readonly posts?: readonly string[] | null | undefined;
  readonly misspellings?: readonly string[] | null | undefined;
  readonly note?: string | null | undefined;
}

/** Lines as they are kept: trimmed, with what their dictionary has and nothing else. Throws INVALID_DICTIONARY with every problem at once. Pure. */
export function readEntries(name: DictionaryName, inputs: readonly EntryInput[]): DictionaryEntry[] {
  if (inputs.length > dictionaryLimits.entries) throw refusal([{ index: dictionaryLimits.entries, term: '', field: 'entries', reason: `最多 ${dictionaryLimits.entries} 条 (at most ${dictionaryLimits.entries} entries)` }]);
  const entries = inputs.map((input) => readEntry(name, input));
  const problems = [...entries.flatMap((entry, index) => problemsOf(name, entry).map((problem) => ({ index, term: entry.term, ...problem }))), ...repeated(entries)];
  if (problems.length > 0) throw refusal(problems);
  const circular = name === 'words' || name === 'extremes' ? wrongReplacements(entries) : [];
  if (circular.length > 0) throw refusal(circular);
  return entries;
}

function refusal(problems: readonly EntryProblem[]): InstanceType<typeof InvalidDictionaryError> {
  const { term, reason, index } = problems[0]!;
  return new InvalidDictionaryError({ count: problems.length, line: index + 1, term, reason }, { problems: problems.slice(0, 100) });
}

function readEntry(name: DictionaryName, input: EntryInput): DictionaryEntry {
  const isPhrase = name === 'words' || name === 'extremes';
  const [replacement, note] = [input.replacement?.trim(), input.note?.trim()];
  return {
    term: input.term.trim(), exceptions: isPhrase ? listed(input.exceptions) : [], posts: name === 'leaders' ? listed(input.posts) : [], misspellings: name === 'leaders' ? listed(input.misspellings) : [],
    ...(isPhrase ? { severity: input.severity ?? 'warn' } : {}), ...(isPhrase && replacement ? { replacement } : {}), ...(note ? { note } : {}),
  };
}

const listed = (items: readonly string[] | null | undefined): string[] => [...new Set((items ?? []).map((item) => item.trim()).filter(Boolean))];
const lengthOf = (text: string): number => [...text].length;

type Problem = Pick<EntryProblem, 'field' | 'reason'>;

function problemsOf(name: DictionaryName, { term, replacement = '', exceptions, posts, misspellings, note = '' }: DictionaryEntry): Problem[] {
  const [shortest, length] = [name === 'sources' ? 1 : 2, lengthOf(term)];
  const checks: readonly (readonly [boolean, string, string])[] = [
    [length < shortest || length > dictionaryLimits.term, 'term', `应为 ${shortest}–${dictionaryLimits.term} 字 (${shortest} to ${dictionaryLimits.term} characters)`],
    [/[\r\n\t]/.test(term + replacement), 'term', '不能换行 (no line breaks)'],
    [lengthOf(replacement) > dictionaryLimits.replacement, 'replacement', `最多 ${dictionaryLimits.replacement} 字 (at most ${dictionaryLimits.replacement} characters)`],
    [replacement === term && replacement !== '', 'replacement', '与原词相同 (the same as the term)'],
    [exceptions.some((exception) => !exception.includes(term) || exception === term), 'exceptions', '每个例外都要包含原词，且比它长 (each must contain the term and be longer)'],
    [name === 'leaders' && posts.length === 0, 'posts', '至少填一个职务 (at least one post)'],
    [misspellings.includes(term), 'misspellings', '误写与姓名相同 (a misspelling is the name itself)'],
    [[exceptions, posts, misspellings].some((items) => items.length > dictionaryLimits.items || items.some((item) => lengthOf(item) > dictionaryLimits.term)), 'items', `最多 ${dictionaryLimits.items} 项，每项最多 ${dictionaryLimits.term} 字 (at most ${dictionaryLimits.items}, each of at most ${dictionaryLimits.term} characters)`],
    [lengthOf(note) > dictionaryLimits.note, 'note', `最多 ${dictionaryLimits.note} 字 (at most ${dictionaryLimits.note} characters)`],
  ];
  return checks.flatMap(([isWrong, field, reason]) => (isWrong ? [{ field, reason }] : []));
}

function repeated(entries: readonly DictionaryEntry[]): EntryProblem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ term }, index) => {
    const at = first.get(term);
    if (at === undefined) first.set(term, index);
    return at === undefined ? [] : [{ index, term, field: 'term', reason: `与第 ${at + 1} 条重复 (the same as entry ${at + 1})` }];
  });
}

/** Lines whose replacement this very dictionary would find wrong: an editor who follows it would be told to mend it again. */
function wrongReplacements(entries: readonly DictionaryEntry[]): EntryProblem[] {
  const phrases = asPhrases(entries);
  return wrongSuggestions(phraseDictionary('words', 'unsaved', phrases)).map(({ phrase, found }) =>
    ({ index: entries.findIndex(({ term }) => term === phrase), term: phrase, field: 'replacement', reason: `改为的词里有「${found}」，它本身会被查出 (the replacement holds “${found}”, which is found wrong itself)` }));
}
