import type { BodyNode } from '../../../src/distribution/channel.js';
import { writeInline } from './write-inline.js';
import { writeImage, writeVideo } from './write-media.js';
import { countAttribute, element, type Writing } from './writing.js';

type Writer = (node: BodyNode, writing: Writing) => string;

/** Writes the children of a block. A node this list does not know is written as what it holds: text is never lost. */
export const writeBlocks = (nodes: readonly BodyNode[] | undefined, writing: Writing): string =>
  (nodes ?? []).map((node) => (writers[node.type] ?? writeUnknown)(node, writing)).join('');

const writers: Readonly<Record<string, Writer>> = {
  paragraph: (node, writing) => {
    const inner = writeInline(node.content ?? [], writing);
    return inner && element('p', writing.theme.paragraph, inner);
  },
  heading: (node, writing) => {
    const isTop = (countAttribute(node, 'level', 1, 6) ?? 2) <= 2;
    const { heading2, heading3 } = writing.theme;
    return element(isTop ? 'h2' : 'h3', isTop ? heading2 : heading3, writeInline(node.content ?? [], writing));
  },
  bulletList: (node, writing) => element('ul', `${writing.theme.list};list-style-type:disc`, writeItems(node, writing)),
  orderedList: (node, writing) => {
    const start = countAttribute(node, 'start', 0, 100_000) ?? 1;
    return element('ol', `${writing.theme.list};list-style-type:decimal`, writeItems(node, writing), start === 1 ? '' : `start="${start}"`);
  },
  blockquote: (node, writing) => element('blockquote', writing.theme.quote, writeWithin(node, writing)),
  horizontalRule: (_node, { theme }) => `<hr style="${theme.rule}"/>`,
  image: writeImage,
  video: writeVideo,
  table: (node, writing) => element('section', writing.theme.tableBox, element('table', writing.theme.table, element('tbody', '', writeRows(node, writing)))),
};

function writeUnknown(node: BodyNode, writing: Writing): string {
  const isInline = node.text !== undefined || node.type === 'hardBreak' || node.type === 'footnote';
  if (isInline) return writeInline([node], writing);
  return writeBlocks(node.content, writing);
}

const writeItems = (list: BodyNode, writing: Writing): string =>
  (list.content ?? []).map((item) => element('li', writing.theme.listItem, writeWithin(item, writing))).join('');

/** The blocks of an item, a cell or a quotation: the box has its own margins, so its first paragraph has none. */
const writeWithin = (box: BodyNode, writing: Writing): string => (box.content ?? []).map((block, at) => writeWithinBox(block, at, writing)).join('');

function writeWithinBox(block: BodyNode, at: number, writing: Writing): string {
  if (block.type !== 'paragraph') return writeBlocks([block], writing);
  const inner = writeInline(block.content ?? [], writing);
  return at === 0 ? inner : element('section', 'margin-top:0.5em', inner);
}

const writeRows = (table: BodyNode, writing: Writing): string =>
  (table.content ?? []).map((row) => element('tr', '', (row.content ?? []).map((cell) => writeCell(cell, writing)).join(''))).join('');

function writeCell(cell: BodyNode, writing: Writing): string {
  const isHead = cell.type === 'tableHeader';
  const spans = (['colspan', 'rowspan'] as const).flatMap((name) => {
    const span = countAttribute(cell, name, 2, 1000);
    return span === undefined ? [] : [`${name}="${span}"`];
  });
  return element(isHead ? 'th' : 'td', isHead ? writing.theme.headCell : writing.theme.cell, writeWithin(cell, writing), spans.join(' '));
}
