/** Most words that one asset is found by. */
const maxWords = 400;

const runs = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(/\p{Script=Han}+|[\p{Letter}\p{Number}]+/gu) ?? [];
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);
const pairs = (signs: readonly string[]): string[] => signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);

/** What texts are found by: every Chinese sign and pair of neighbours, and the beginnings (2 to 20 letters) of other words. */
export function wordsOf(...texts: (string | undefined)[]): string[] {
  const words = new Set<string>();
  for (const run of texts.flatMap((text) => (text ? runs(text) : []))) {
    const signs = [...run];
    if (isHan(run)) for (const word of [...signs, ...pairs(signs)]) words.add(word);
    else for (let length = Math.min(2, signs.length); length <= Math.min(20, signs.length); length += 1) words.add(signs.slice(0, length).join(''));
  }
  return [...words].slice(0, maxWords);
}

/** What must all be among an asset's words for it to be found. Empty when the text holds no word. */
export function soughtWords(text: string): string[] {
  const words = runs(text.slice(0, 100)).flatMap((run) => {
    const signs = [...run];
    if (!isHan(run)) return [signs.slice(0, 20).join('')];
    return signs.length === 1 ? signs : pairs(signs);
  });
  return [...new Set(words)].slice(0, 30);
}
