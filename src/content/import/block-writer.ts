import type { BodyMark, BodyNode } from '../document/index.js';
import { paragraphsOf, shownText } from './tidy-inline.js';

/** How a block looked, for the search for a title; no part of the body. */
export interface Look {
  readonly isTitle?: boolean;
  readonly isCentred?: boolean;
}

/** Collects inline content and closes it into blocks: paragraphs, or headings while a heading is open. */
export class BlockWriter {
  readonly blocks: BodyNode[] = [];
  private inline: BodyNode[] = [];
  private shell: BodyNode = { type: 'paragraph' };
  private look: Look = {};

  constructor(private readonly looks: Map<BodyNode, Look>) {}

  text(words: string, marks: readonly BodyMark[], isPreformatted = false): void {
    const lines = isPreformatted ? words.split(/\r?\n/) : [words];
    lines.forEach((line, index) => {
      if (index > 0) this.inline.push({ type: 'hardBreak' });
      const text = shownText(line);
      if (text !== '') this.inline.push({ type: 'text', ...(marks.length > 0 ? { marks } : {}), text });
    });
  }

  add(inline: BodyNode): void {
    this.inline.push(inline);
  }

  block(node: BodyNode): void {
    this.close();
    this.blocks.push(node);
  }

  /** Writes what `write` adds as blocks of their own, inline content in shells like `shell`. */
  within(shell: BodyNode, look: Look, write: () => void): void {
    this.close();
    const [shellBefore, lookBefore] = [this.shell, this.look];
    // A paragraph in a heading (or the reverse) stays what the outer one is.
    this.shell = shellBefore.type === 'heading' ? shellBefore : shell;
    this.look = { ...lookBefore, ...look };
    write();
    this.close();
    [this.shell, this.look] = [shellBefore, lookBefore];
  }

  close(): void {
    for (const content of paragraphsOf(this.inline)) {
      const block = { ...this.shell, content };
      this.looks.set(block, this.look);
      this.blocks.push(block);
    }
    this.inline = [];
  }
}
