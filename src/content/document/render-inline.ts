import { textAttribute, type BodyMark, type BodyNode } from './body.js';
import { cleanText } from './clean-text.js';
import { escapeHtml, htmlAttributes } from './escape-html.js';
import { isSafeLink, isWebLink } from './safe-link.js';

const elements: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', subscript: 'sub', superscript: 'sup' };

/** The inline content of a block as HTML. `footnote` writes the reference to a note and keeps its text. Marks shared by neighbours are one element. */
export function renderInline(nodes: readonly BodyNode[], footnote: (text: string) => string): string {
  let html = '';
  let open: readonly BodyMark[] = [];
  const become = (marks: readonly BodyMark[]): void => {
    const kept = sharedMarks(open, marks);
    html += open.slice(kept).reverse().map(closingTag).join('') + marks.slice(kept).map(openingTag).join('');
    open = marks;
  };
  for (const node of nodes) {
    // A break takes the look around it; a note is nobody's, as a link within a link would be no HTML.
    if (node.type === 'text') become((node.marks ?? []).filter(isRenderable));
    else if (node.type === 'footnote') become([]);
    html += renderOne(node, footnote);
  }
  become([]);
  return html;
}

function renderOne(node: BodyNode, footnote: (text: string) => string): string {
  if (node.type === 'text') return escapeHtml(cleanText(node.text ?? ''));
  if (node.type === 'hardBreak') return '<br>';
  return node.type === 'footnote' ? footnote(textAttribute(node, 'text')) : '';
}

function sharedMarks(a: readonly BodyMark[], b: readonly BodyMark[]): number {
  const differing = a.findIndex((mark, at) => !b[at] || openingTag(mark) !== openingTag(b[at]));
  return differing < 0 ? a.length : differing;
}

// Whatever a body holds, a link that `parseBody` would refuse is written as plain words.
const isRenderable = (mark: BodyMark): boolean => (mark.type === 'link' ? isSafeLink(textAttribute(mark, 'href')) : mark.type in elements);

const closingTag = ({ type }: BodyMark): string => (type === 'link' ? '</a>' : `</${elements[type]}>`);

function openingTag(mark: BodyMark): string {
  if (mark.type !== 'link') return `<${elements[mark.type]}>`;
  const href = textAttribute(mark, 'href');
  return `<a${htmlAttributes({ href, title: textAttribute(mark, 'title') || undefined, rel: isWebLink(href) ? 'noopener noreferrer' : undefined })}>`;
}
