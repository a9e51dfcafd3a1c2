import type { BodyNode } from './body.js';
import { inlineText } from './text-blocks.js';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const sentenceEnd = /[。！？!?]["”’」』）)]*$|\.["”’)]*$/;

/**
 * The beginning of the running text, at most `chars` characters as readers see them: whole when it fits, else to the last sentence
 * that ends in the second half, else cut with 「…」. Headings, tables, captions and footnotes are no running text.
 */
export function excerpt(body: BodyNode, chars: number): string {
  const text = runningText(body.content ?? []).join('').replace(/\s+/g, ' ').trim();
  // A grapheme may hold several units, so the segmenter reads no more than it needs: a flag of eight, a family of eleven.
  const shown = [...graphemes.segment(text.slice(0, (chars + 1) * 16))].map(({ segment }) => segment);
  if (shown.length <= chars) return shown.join('');
  for (let length = chars; length > chars / 2; length -= 1) {
    const cut = shown.slice(0, length).join('');
    if (sentenceEnd.test(cut) && !/\.\d/.test(cut.slice(-1) + shown[length])) return cut;
  }
  return chars < 1 ? '' : `${shown.slice(0, chars - 1).join('').trimEnd()}…`;
}

function runningText(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return [spaced(inlineText(node))];
    return ['bulletList', 'orderedList', 'listItem', 'blockquote'].includes(node.type) ? runningText(node.content ?? []) : [];
  });
}

// Chinese sentences follow each other without a space, English ones do not.
const spaced = (text: string): string => (/[\x21-\x7E]\s*$/.test(text) ? `${text.trimEnd()} ` : text);
