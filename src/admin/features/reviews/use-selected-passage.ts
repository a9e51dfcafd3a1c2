import { useEffect, useState } from 'react';
import type { Passage } from '../editor/comments-panel.js';

/** The passage of a drawn body (`BodyView`) that is selected now; it stays while somebody writes about it. */
export function useSelectedPassage(): Passage | undefined {
  const [passage, setPassage] = useState<Passage>();
  useEffect(() => {
    const look = (): void => {
      const found = passageOf(document.getSelection());
      if (found) setPassage(found);
    };
    document.addEventListener('selectionchange', look);
    return () => { document.removeEventListener('selectionchange', look); };
  }, []);
  return passage;
}

function passageOf(selection: Selection | null): Passage | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const block = elementOf(range.startContainer)?.closest('[id^="body["]');
  if (!block) return undefined;
  const start = lengthUpTo(block, range.startContainer, range.startOffset);
  const end = block.contains(range.endContainer) ? lengthUpTo(block, range.endContainer, range.endOffset) : textOf(block).length;
  const quote = textOf(block).slice(start, end);
  return quote.trim() === '' ? undefined : { path: block.id, start, end, quote };
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

function lengthUpTo(block: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return textOf(before.cloneContents()).length;
}

/** The words as checks count them: a break is one character, the sign of a note none. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof Element && node.localName === 'sup' && node.hasAttribute('title')) return '';
  if (node instanceof Element && node.localName === 'br') return '\n';
  return [...node.childNodes].map(textOf).join('');
}
