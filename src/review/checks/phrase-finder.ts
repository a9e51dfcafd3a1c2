import { invisible } from './fold-width.js';

/** Where a phrase was found; `index` is its place in the list the finder was made from. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

interface Node {
  readonly next: Map<string, Node>;
  index?: number;
}

const isInvisible = new RegExp(`[${invisible}]`);

/**
 * Finds all of many phrases in one walk over the text: a tree of characters, entered at every position. Costs the text's
 * length times the few characters that a phrase goes on matching, however many phrases there are. Invisible characters
 * inside a phrase are stepped over.
 */
export class PhraseFinder {
  readonly #root: Node = { next: new Map() };

  constructor(phrases: readonly string[]) {
    phrases.forEach((phrase, index) => this.#add(phrase, index));
  }

  /** Every match, overlapping ones too, ordered by start and then by length. */
  find(text: string): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let start = 0; start < text.length; start += 1) this.#findAt(text, start, matches);
    return matches;
  }

  #add(phrase: string, index: number): void {
    let node = this.#root;
    for (let at = 0; at < phrase.length; at += 1) {
      const char = phrase.charAt(at);
      const next = node.next.get(char) ?? { next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    node.index ??= index;
  }

  #findAt(text: string, start: number, matches: PhraseMatch[]): void {
    let node = this.#root.next.get(text.charAt(start));
    for (let at = start + 1; node; at += 1) {
      if (node.index !== undefined) matches.push({ start, end: at, index: node.index });
      while (node.next.size > 0 && at < text.length && isInvisible.test(text.charAt(at))) at += 1;
      node = node.next.get(text.charAt(at));
    }
  }
}
