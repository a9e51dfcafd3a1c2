import type { BodyNode } from '../document/index.js';
import type { Look } from './block-writer.js';
import type { ReadBlocks } from './html-to-body.js';
import type { ImportReport } from './import-report.js';

/**
 * A title that the file states about itself outside its text. Front matter is written for the purpose; a page's <title> often
 * names the site as well; Word's property is often left over from the file that was copied.
 */
export interface StatedTitle {
  readonly text: string;
  readonly from: 'frontMatter' | 'page' | 'property';
}

export interface Titled {
  readonly title?: string;
  /** The blocks without those that the title was made of. */
  readonly blocks: BodyNode[];
}

const maxTitle = 100;
/** How many blocks a letterhead and a title may take. */
const window = 8;

/**
 * The title of a text and the blocks without it. In this order: front matter, a title style, the first or only heading 1, a page's
 * <title>, centred lines at the top, Word's property when the text repeats it, the first short line (reported as a guess), Word's
 * property alone. A document number (杭办发〔2018〕13号) is passed over and stays in the text.
 */
export function findTitle({ blocks, looks }: ReadBlocks, stated: StatedTitle | undefined, report: ImportReport): Titled {
  const heading = titleStyled(blocks, looks) ?? topHeading(blocks);
  if (stated?.from === 'frontMatter' || (stated?.from === 'page' && !heading)) return statedTitle(blocks, stated.text);
  const taken = heading ?? centredLines(blocks, looks) ?? repeated(blocks, stated?.text);
  if (taken) return without(blocks, taken, 'TITLE_TAKEN', report);
  const guess = shortLines(blocks);
  if (guess) return without(blocks, guess, 'TITLE_GUESSED', report);
  return { ...(stated ? { title: stated.text } : {}), blocks };
}

function statedTitle(blocks: BodyNode[], title: string): Titled {
  const again = repeated(blocks, title) ?? [];
  return { title, blocks: blocks.filter((block) => !again.includes(block)) };
}

function without(blocks: BodyNode[], taken: readonly BodyNode[], code: 'TITLE_TAKEN' | 'TITLE_GUESSED', report: ImportReport): Titled {
  const title = joinedText(taken);
  report.note(code, title);
  return { title, blocks: blocks.filter((block) => !taken.includes(block)) };
}

function titleStyled(blocks: readonly BodyNode[], looks: ReadonlyMap<BodyNode, Look>): BodyNode[] | undefined {
  return fitting(run(blocks, blocks.slice(0, window).findIndex((block) => looks.get(block)?.isTitle === true), (block) => looks.get(block)?.isTitle === true));
}

function topHeading(blocks: readonly BodyNode[]): BodyNode[] | undefined {
  const tops = blocks.filter(({ type, attrs }) => type === 'heading' && attrs?.level === 1);
  const isTitle = tops.length === 1 || (tops.length > 1 && tops[0] === blocks.find((block) => textOfBlock(block) !== '' && !isLetterhead(textOfBlock(block))));
  return isTitle ? fitting([tops[0]!]) : undefined;
}

/** Up to three centred lines below the letterhead: official documents break a title over lines. */
function centredLines(blocks: readonly BodyNode[], looks: ReadonlyMap<BodyNode, Look>): BodyNode[] | undefined {
  const isLine = (block: BodyNode): boolean => looks.get(block)?.isCentred === true && isTitleLine(textOfBlock(block));
  return fitting(run(blocks, firstLine(blocks), isLine).slice(0, 3));
}

function repeated(blocks: readonly BodyNode[], title: string | undefined): BodyNode[] | undefined {
  const same = title === undefined ? undefined : blocks.slice(0, window).find((block) => textOfBlock(block) === title);
  return same && [same];
}

/** The short lines at the top, before the first real paragraph: one, or two when the second goes on where the first ends. */
function shortLines(blocks: readonly BodyNode[]): BodyNode[] | undefined {
  const lines = run(blocks, firstLine(blocks), (block) => isTitleLine(textOfBlock(block)));
  const [next] = blocks.slice(blocks.indexOf(lines.at(-1)!) + 1);
  const isHead = lines.length > 0 && lines.length <= 2 && next !== undefined;
  return isHead ? fitting(lines) : fitting(blocks.length > 1 ? lines.slice(0, 1) : []);
}

function firstLine(blocks: readonly BodyNode[]): number {
  const at = blocks.findIndex((block) => !isLetterhead(textOfBlock(block)));
  return at < window ? at : -1;
}

function run(blocks: readonly BodyNode[], start: number, isPart: (block: BodyNode) => boolean): BodyNode[] {
  if (start < 0) return [];
  const end = blocks.findIndex((block, index) => index >= start && !isPart(block));
  return blocks.slice(start, end < 0 ? blocks.length : end);
}

const fitting = (taken: BodyNode[]): BodyNode[] | undefined => {
  const { length } = [...joinedText(taken)];
  return length > 0 && length <= maxTitle ? taken : undefined;
};

/** The text of a paragraph or heading on one line; '' for anything that holds more than words. */
export function textOfBlock({ type, content = [] }: BodyNode): string {
  if (!['paragraph', 'heading'].includes(type) || content.some((node) => node.type === 'footnote')) return '';
  return joinLines(content.map((node) => (node.type === 'hardBreak' ? '\n' : node.text ?? '')).join('').split('\n'));
}

const joinedText = (taken: readonly BodyNode[]): string => joinLines(taken.map(textOfBlock));
// Two lines of a Chinese title follow each other without a space, English ones do not.
const joinLines = (lines: readonly string[]): string => lines.map((line) => line.trim()).filter((line) => line !== '')
  .reduce((all, line) => `${all}${/[\x21-\x7E]$/.test(all) && /^[\x21-\x7E]/.test(line) ? ' ' : ''}${line}`, '');

/** What stands above a title in an official document: its number, urgency, secrecy, and the red head with the issuer's name. */
const isLetterhead = (text: string): boolean =>
  /[〔[（(]\d{4}[〕\]）)]\s*第?\d+\s*[号期]$/.test(text) || /^(?:特急|加急|平急|特提|秘密|机密|绝密)(?:$|[\s★])/.test(text) || (/文件$/.test(text) && text.length <= 20);
const isTitleLine = (text: string): boolean => text !== '' && [...text].length <= 45 && !/[。！？；：:;,，、.]$/.test(text) && !isNumbered(text) && !isByline(text);
const isNumbered = (text: string): boolean => /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．]\s*|第[一二三四五六七八九十\d]+[章节条])/.test(text);
const isByline = (text: string): boolean => /^(?:来源|稿源|作者|记者|通讯员|本报讯|日期|时间)[:：\s]|^[（(].*[）)]$|^\d{4}[年./-]\d/.test(text);
