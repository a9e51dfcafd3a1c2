import type { BodyNode } from '../document/index.js';
import { isElement, type HtmlElement } from './parse-html.js';

/** The rows of a table itself, not those of tables in its cells. */
export const rowsOf = (table: HtmlElement): HtmlElement[] => table.childNodes.filter(isElement).flatMap((child) =>
  (child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? child.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr') : []));

/** The rows with every rowspan cut to the rows there are: editors refuse a cell that leaves its table. */
export function fittedRows(rows: readonly BodyNode[]): BodyNode[] {
  return rows.map((row, index) => ({ ...row, content: row.content?.map((cell) => fitted(cell, rows.length - index)) }));
}

function fitted(cell: BodyNode, room: number): BodyNode {
  const rowspan = Number(cell.attrs?.rowspan ?? 1);
  if (rowspan <= room) return cell;
  const { rowspan: _cut, ...attrs } = cell.attrs ?? {};
  return { ...cell, attrs: room > 1 ? { ...attrs, rowspan: room } : attrs };
}
