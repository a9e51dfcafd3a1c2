import { textAttribute, walkBody, type BodyNode } from './body.js';

/** One piece of text and its place: `path` leads from the document to its node by indices; `field` names the attribute when the text is no content. */
export interface TextBlock {
  readonly path: readonly number[];
  readonly field?: 'text' | 'alt' | 'caption' | 'credit';
  readonly text: string;
  /** Where it begins in `plainText(body)`, in UTF-16 units. */
  readonly start: number;
}

type Unplaced = Omit<TextBlock, 'start'>;

/**
 * Every text readers can meet, in reading order: paragraphs and headings (a break is `\n`), each followed by its footnotes, and the
 * words that go with pictures. `plainText(body).slice(start, start + text.length) === text` holds for each.
 */
export function textBlocks(body: BodyNode): TextBlock[] {
  let start = 0;
  return unplacedBlocks(body).map((block) => {
    const placed = { ...block, start };
    start += block.text.length + 1;
    return placed;
  });
}

/** The whole text, one line for each text block: what searches and text rules look at. */
export const plainText = (body: BodyNode): string => unplacedBlocks(body).map(({ text }) => text).join('\n');

/** The text of one block without its footnotes. */
export const inlineText = ({ content }: BodyNode): string =>
  (content ?? []).map((node) => (node.type === 'hardBreak' ? '\n' : node.text ?? '')).join('');

const fieldsOf: Readonly<Record<string, readonly NonNullable<TextBlock['field']>[]>> = {
  footnote: ['text'], image: ['caption', 'credit', 'alt'], video: ['caption'],
};

function unplacedBlocks(body: BodyNode): Unplaced[] {
  const blocks: Unplaced[] = [];
  walkBody(body, (node, path) => {
    if (node.type === 'paragraph' || node.type === 'heading') blocks.push({ path, text: inlineText(node) });
    // An alternative text that repeats the caption is one text, not two findings.
    const fields = (fieldsOf[node.type] ?? []).filter((field) => field !== 'alt' || textAttribute(node, 'alt') !== textAttribute(node, 'caption'));
    for (const field of fields) blocks.push({ path, field, text: textAttribute(node, field) });
  });
  return blocks.filter(({ text }) => text !== '');
}
