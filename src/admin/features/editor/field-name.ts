import type { Say } from '../../app/words.js';
import { editorWords } from './editor-words.js';

type Word = keyof typeof editorWords.zh;

const named: Readonly<Record<string, Word>> = { coverId: 'cover', topicIds: 'topics', videoId: 'film' };
const isWord = (name: string): name is Word => Object.hasOwn(editorWords.zh, name);

/** What a field is called on the page; its own name where the page does not show it. */
export function fieldName(say: Say<Word>, field: string): string {
  const word = named[field] ?? field;
  return isWord(word) ? say(word) : field;
}
