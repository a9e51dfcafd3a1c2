import { cleanText, type BodyNode } from '../document/index.js';

const han = '[\\p{Script=Han}\\u3000-\\u303F\\uFF01-\\uFFEF\\u2018-\\u201D]';
// A source line that ends between two Chinese characters is no space: Chinese has none.
const wrapped = new RegExp(`(?<=${han})[ \\t]*\\r?\\n\\s*(?=${han})`, 'gu');
const invisible = /[\u00AD\u200B\u2060\uFEFF]/g;

/** The words of an HTML text as they are shown: white space collapsed, soft hyphens and zero-width spaces gone. */
export const shownText = (text: string): string => cleanText(text.replace(invisible, '').replace(wrapped, '')).replace(/[\u00A0 ]+/g, ' ');

const isBreak = ({ type }: BodyNode): boolean => type === 'hardBreak';

/**
 * Inline content as paragraphs: two breaks in a row are what people type for a new paragraph. Each is trimmed of spaces and of the
 * full-width spaces that indent Chinese lines; empty ones go.
 */
export function paragraphsOf(inline: readonly BodyNode[]): BodyNode[][] {
  const lines: BodyNode[][] = [[]];
  for (const node of inline) {
    if (isBreak(node)) lines.push([]);
    else lines.at(-1)!.push(node);
  }
  const paragraphs: BodyNode[][] = [[]];
  for (const line of lines.map(trimmed)) {
    if (line.length === 0) paragraphs.push([]);
    else paragraphs.at(-1)!.push(...(paragraphs.at(-1)!.length > 0 ? [{ type: 'hardBreak' }] : []), ...line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

const blankAtStart = /^[ \u3000]+/;
const blankAtEnd = /[ \u3000]+$/;

function trimmed(line: readonly BodyNode[]): BodyNode[] {
  const kept: BodyNode[] = [];
  for (const node of line) {
    const before = kept.at(-1);
    const text = node.text === undefined ? undefined : !before ? node.text.replace(blankAtStart, '') : before.text?.endsWith(' ') ? node.text.replace(/^ +/, '') : node.text;
    if (text !== '') kept.push(text === undefined ? node : { ...node, text });
  }
  while (kept.at(-1)?.text !== undefined) {
    const last = kept.pop()!;
    const text = last.text!.replace(blankAtEnd, '');
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return kept;
}
