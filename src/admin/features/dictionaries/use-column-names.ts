import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { useWords } from '../../app/words.js';
import { dictionariesWords } from './dictionaries-words.js';

type Column = 'term' | 'replacement' | 'severity' | 'exceptions' | 'posts' | 'misspellings' | 'note';

/** What the columns of a dictionary are called: its term is a word, a name or a source. */
export function useColumnNames(name: DictionaryName): (column: Column) => string {
  const say = useWords(dictionariesWords);
  return (column) => say(column === 'term' ? (name === 'LEADERS' ? 'name' : name === 'SOURCES' ? 'source' : 'term') : column === 'note' ? 'entryNote' : column);
}
