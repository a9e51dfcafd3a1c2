import type { Check, Spot, TextBlock, Wording } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import { foldWidth } from './fold-width.js';

interface Habit {
  readonly pattern: RegExp;
  readonly message: Wording;
  readonly correct: (found: string) => string;
}

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。', '(': '（', ')': '）' };
const widen = (found: string): string => found.replace(/[,;:?!.()]/g, (char) => fullWidth[char] ?? char);

const half = { zh: '中文中混用半角标点', en: 'Half-width punctuation among Chinese characters.' };
const twice = { zh: '标点重复或连用', en: 'Punctuation doubled or piled up.' };
const repeated = { zh: '文字重复，疑为误录', en: 'A word stands twice, probably by mistake.' };

/** GB/T 15834 asks for full-width marks in Chinese; each habit leaves figures, times and foreign words alone. */
const habits: readonly Habit[] = [
  { pattern: /(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|$)/gu, message: half, correct: widen },
  { pattern: /(?<=\p{Script=Han})\.(?=$|\s*\p{Script=Han})/gu, message: half, correct: widen },
  { pattern: /(?<=\p{Script=Han})\([^()\n]{0,60}\p{Script=Han}[^()\n]{0,60}\)/gu, message: half, correct: (found) => `（${found.slice(1, -1)}）` },
  { pattern: /"[^"\n]{0,60}\p{Script=Han}[^"\n]{0,60}"/gu, message: half, correct: (found) => `“${found.slice(1, -1)}”` },
  { pattern: /。{3,}/g, message: twice, correct: () => '……' },
  { pattern: /(?<!。)。。(?!。)|([，；：、！？])\1+|[，、；：][，。；、！？]/g, message: twice, correct: (found) => found.slice(-1) },
  { pattern: /(?<!目)的的(?!确)|了了(?![解却结断])|(?<![凡但还就于总若要只可不])是是(?![否非])|(?<![存现所内潜实])在在|(?<![共温缓饱融平调中谐])和和(?![美气睦])/g, message: repeated, correct: (found) => found.slice(0, 1) },
];

function spotsIn(block: TextBlock): Spot[] {
  return habits.flatMap(({ pattern, message, correct }) => [...block.text.matchAll(pattern)].map((match) =>
    spotAt(block, match.index, match.index + match[0].length, message, { suggestion: correct(match[0]) })));
}

const isForPeople = ({ text }: TextBlock): boolean => !/^(?:https?:\/\/|www\.)\S+$/.test(foldWidth(text));

/** Habits of a hurried keyboard: half-width marks among Chinese, doubled marks, doubled words. */
export const punctuationCheck: Check = {
  id: 'punctuation',
  name: { zh: '标点与叠字', en: 'Punctuation' },
  severity: 'warn',
  run: (subject) => textsOf(subject).filter(isForPeople).flatMap(spotsIn),
};
