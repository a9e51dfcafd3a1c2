import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { isPhrases, type Entry } from './entries.js';

/** The columns of a file, by both languages' names. */
const columns = {
  term: ['词语', '姓名', '来源名称', 'Term', 'Name', 'Source'], replacement: ['改为', 'Write instead'], severity: ['力度', 'Weight'], exceptions: ['例外', 'Exceptions'],
  posts: ['职务', 'Posts'], misspellings: ['常见误写', 'Misspellings'], note: ['说明', 'Note'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Column = keyof typeof columns;

const severities: Readonly<Record<string, 'BLOCK' | 'WARN'>> = { 拦截: 'BLOCK', block: 'BLOCK', blocks: 'BLOCK', 提示: 'WARN', 提醒: 'WARN', hint: 'WARN', warn: 'WARN', warns: 'WARN', '': 'WARN' };

/** The columns that a dictionary has, the first of them its term. */
const columnsOf = (name: DictionaryName): readonly Column[] =>
  isPhrases(name) ? ['term', 'replacement', 'severity', 'exceptions', 'note'] : name === 'LEADERS' ? ['term', 'posts', 'misspellings', 'note'] : ['term', 'note'];

/** A dictionary as rows for a file; `head` says a column in the reader's language, `weight` a severity. */
export const toRows = (name: DictionaryName, entries: readonly Entry[], head: (column: Column) => string, weight: (severity: 'BLOCK' | 'WARN') => string): string[][] => [
  columnsOf(name).map(head),
  ...entries.map((entry) => columnsOf(name).map((column) => {
    if (column === 'severity') return weight(entry.severity ?? 'WARN');
    const value = entry[column];
    return typeof value === 'string' ? value : (value ?? []).join('；');
  })),
];

/** What is wrong with a line of a file. */
export interface LineProblem {
  readonly line: number;
  readonly kind: 'noTermColumn' | 'noTerm' | 'unknownSeverity' | 'duplicate';
  readonly term: string;
}

/** Lines of a file, and what could not be read. */
export interface ReadEntries {
  readonly entries: readonly Entry[];
  readonly problems: readonly LineProblem[];
}

/** Reads rows by the names of their columns, in any order; of a term that is there twice the later line is taken. Pure. */
export function fromRows(name: DictionaryName, [head = [], ...rows]: readonly (readonly string[])[]): ReadEntries {
  const at = Object.fromEntries(Object.entries(columns).map(([column, names]) => [column, head.findIndex((title) => names.some((each) => each.toLowerCase() === title.trim().toLowerCase()))])) as Record<Column, number>;
  if (at.term < 0) return { entries: [], problems: [{ line: 1, kind: 'noTermColumn', term: '' }] };
  const byTerm = new Map<string, Entry>();
  const problems: LineProblem[] = [];
  rows.forEach((row, index) => {
    const text = (column: Column): string => (columnsOf(name).includes(column) ? row[at[column]]?.trim() ?? '' : '');
    const [term, severity] = [text('term'), severities[text('severity').toLowerCase()]];
    const kind = !term ? 'noTerm' : !severity ? 'unknownSeverity' : byTerm.has(term) ? 'duplicate' : undefined;
    if (kind) problems.push({ line: index + 2, kind, term });
    if (!term || !severity) return;
    byTerm.set(term, { term, replacement: text('replacement') || null, severity: isPhrases(name) ? severity : null, exceptions: listOf(text('exceptions')), posts: listOf(text('posts')), misspellings: listOf(text('misspellings')), note: text('note') || null });
  });
  return { entries: [...byTerm.values()], problems };
}

const listOf = (text: string): string[] => text.split(/[；;、\n]/).map((item) => item.trim()).filter(Boolean);
