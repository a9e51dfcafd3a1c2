import { useWords } from '../app/words.js';
import { fieldWords } from './field-words.js';
import { formatTime } from './time.js';

type Word = keyof typeof fieldWords.zh;

/** How fields of a content are told to people. */
export interface FieldTelling {
  /** What a field is called; its own name where the page does not know it. */
  label(field: string): string;
  /** What the API's words of a field say in the reader's language. */
  text(field: string, words: string): string;
}

const isWord = (name: string): name is Word => Object.hasOwn(fieldWords.zh, name);

/** Names and values of fields, for pages that show what a revision says. */
export function useFields(): FieldTelling {
  const say = useWords(fieldWords);
  return {
    label: (field) => (isWord(field) ? say(field) : field),
    text: (field, words) => {
      if (words === 'true' || words === 'false') return say(words === 'true' ? 'yes' : 'no');
      if (field === 'occurredAt') return formatTime(words, 'day');
      const rank = `importance${words}`;
      return field === 'importance' && isWord(rank) ? say(rank) : words;
    },
  };
}
