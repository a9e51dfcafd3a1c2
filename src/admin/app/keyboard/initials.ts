// The first character of each initial in the order of pinyin, by which the browser itself sorts: no dictionary has to be loaded.
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'];
const letters = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The pinyin initials of Chinese words, such as `gj` for 稿件; other characters as they are. A character that is read in several ways has its usual initial. */
export const initialsOf = (text: string): string => [...text].map((character) => (/\p{Script=Han}/u.test(character) ? letters[firsts.findLastIndex((first) => byPinyin.compare(first, character) <= 0)] ?? '' : character)).join('');
