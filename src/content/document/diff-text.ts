import { diffArrays } from 'diff';

/** A run of words that two texts share or that only one of them has. */
export interface TextPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
// The cost of a comparison grows with the square of the edits; two texts that differ more are better read one after the other.
const maxEdits = 300;

/** What changed between two texts, by words as a Chinese dictionary sees them. */
export function diffText(before: string, after: string): TextPart[] {
  const changes = diffArrays(segments(before), segments(after), { maxEditLength: maxEdits });
  const parts = changes?.map(({ value, added, removed }): TextPart => ({ op: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }));
  return parts ?? [{ op: 'removed' as const, text: before }, { op: 'added' as const, text: after }].filter(({ text }) => text !== '');
}

const segments = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** How often each pair of neighbouring characters occurs in a text. */
export type CharacterPairs = ReadonlyMap<string, number>;

export function characterPairs(text: string): CharacterPairs {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How alike two texts are, from 0 to 1: twice the shared pairs over all pairs (Dice's coefficient). */
export function likeness(a: CharacterPairs, b: CharacterPairs): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of fewer) shared += Math.min(count, more.get(pair) ?? 0);
  const total = sum(a) + sum(b);
  return total === 0 ? 0 : (2 * shared) / total;
}

function sum(pairs: CharacterPairs): number {
  let total = 0;
  for (const count of pairs.values()) total += count;
  return total;
}
