import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'blockquote', 'figure', 'figcaption', 'div', 'pre', 'table', 'ul', 'ol', 'hr']);
const silent = new Set(['script', 'style', 'template']);

/** The words of an HTML fragment, one block per line, for receivers that cannot show markup. */
export function plainText(html: string): string {
  return wordsOf(parseFragment(html)).replace(/[^\S\n]+/g, ' ').replace(/ ?\n\s*/g, '\n').trim();
}

function wordsOf(node: Tree.ChildNode | Tree.ParentNode): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.replace(/\s+/g, ' ');
  if (node.nodeName === 'br') return '\n';
  if (silent.has(node.nodeName) || !('childNodes' in node)) return '';
  const inner = node.childNodes.map(wordsOf).join(node.nodeName === 'tr' ? '\t' : '');
  return blocks.has(node.nodeName) ? `\n${inner}\n` : inner;
}
