import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { InvalidInputError } from '../../kernel/index.js';
import { emptyWords, ownWords } from './words.js';

/** Grows when texts are cut another way: what carries an older number is cut anew by the backfill. */
export const tokensVersion = 2;

/** Different words kept of one content; an article of 20,000 characters has about 3,000. */
const mostTokens = 4000;
const longestWord = 40;

/** Characters of a question, and words looked for. */
export const longestQuery = 100;
const mostWords = 16;

let loaded: Jieba | undefined;

/** The dictionary takes 0.2 s and 80 MB, so a process that never cuts a text never loads it. */
function jieba(): Jieba {
  if (!loaded) {
    loaded = Jieba.withDict(dict);
    loaded.loadDict(Buffer.from(ownWords.map((word) => `${word} 100000 n`).join('\n')));
  }
  return loaded;
}

/** One writing for what people type differently: full and half width, upper and lower case. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/**
 * Every word that could be looked for in these texts: at each place all words of the dictionary and the single characters, so that
 * a question finds a text whichever way the text would be cut. The texts that matter most come first.
 */
export function tokensOf(texts: readonly (string | undefined)[]): string[] {
  const tokens = new Set<string>();
  for (const run of folded(texts.filter(Boolean).join('\n')).match(runs) ?? []) {
    for (const token of isHan(run) ? jieba().cutAll(run) : [run.slice(0, longestWord)]) tokens.add(token);
    if (tokens.size >= mostTokens) break;
  }
  return [...tokens].slice(0, mostTokens);
}

/** The words of a question, each once; words that say nothing only where there is nothing else. Throws INVALID_INPUT over 100 characters. */
export function wordsOf(query: string): string[] {
  if (query.length > longestQuery) throw new InvalidInputError({ field: 'query', reason: `最多 ${longestQuery} 个字 (at most ${longestQuery} characters)` });
  const words = (folded(query).match(runs) ?? []).flatMap((run) => (isHan(run) ? jieba().cut(run, false) : [run.slice(0, longestWord)]));
  const telling = words.filter((word) => !emptyWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords);
}
