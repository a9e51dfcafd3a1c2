import type { BodyNode } from './body.js';
import { textBlocks } from './text-blocks.js';

const asianCharacter = '\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul}|\\p{Script=Bopomofo}|[\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026\\u3001-\\u303F\\uFF01-\\uFFEF]';
const counted = new RegExp(`${asianCharacter}|(?:(?!${asianCharacter})\\S)+`, 'gu');

/**
 * 字数 as Chinese editors and Word count it: each Chinese character and each Chinese punctuation mark is one, a run of other
 * characters between spaces (a word, a number) is one, spaces are none. Footnotes and captions count; alternative texts do not.
 */
export function countCharacters(body: BodyNode): number {
  return textBlocks(body).filter(({ field }) => field !== 'alt').reduce((sum, { text }) => sum + (text.match(counted)?.length ?? 0), 0);
}
