import type { BodyNode } from '../document/index.js';
import type { ImportReport } from './import-report.js';

const deepest = 4;

/** Headings at the levels a body has, 2 to 4: all move down by one when the text itself uses level 1. */
export function settleHeadings(blocks: readonly BodyNode[], report: ImportReport): BodyNode[] {
  const shift = hasTop(blocks) ? 1 : 0;
  const settle = (node: BodyNode): BodyNode => {
    if (node.type !== 'heading') return node.content ? { ...node, content: node.content.map(settle) } : node;
    const level = Number(node.attrs?.level) + shift;
    if (level > deepest) report.note('HEADING_RAISED');
    return { ...node, attrs: { level: Math.min(level, deepest) } };
  };
  return blocks.map(settle);
}

const hasTop = (nodes: readonly BodyNode[]): boolean =>
  nodes.some(({ type, attrs, content }) => (type === 'heading' ? attrs?.level === 1 : content !== undefined && hasTop(content)));
