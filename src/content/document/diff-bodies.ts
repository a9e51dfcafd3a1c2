import { diffArrays } from 'diff';
import { textAttribute, type BodyNode } from './body.js';
import { canonicalJson } from './canonical-json.js';
import { characterPairs, diffText, likeness, type CharacterPairs, type TextPart } from './diff-text.js';
import { inlineText } from './text-blocks.js';

/**
 * One block of two bodies compared. `path` leads to it by indices in the newer body, for a removed block in the older one. `parts`
 * tell a changed block's words; when all of them are the same, its look or its place (a list, a cell) has changed.
 */
export interface BlockChange {
  readonly op: 'same' | 'added' | 'removed' | 'changed';
  readonly path: readonly number[];
  readonly before?: BodyNode;
  readonly after?: BodyNode;
  readonly parts?: readonly TextPart[];
}

interface Block {
  readonly node: BodyNode;
  readonly path: readonly number[];
  /** Equal for blocks that say the same in the same kind of place. */
  readonly key: string;
  readonly text: string;
}

// Bodies this different are no versions of each other; the cost grows with the square.
const maxEdits = 2000;
const maxPairings = 2500;
const alike = 0.3;

/** What changed from one body to another, block by block (paragraph, heading, picture, rule) in reading order of the newer one. */
export function diffBodies(before: BodyNode, after: BodyNode): BlockChange[] {
  const [older, newer] = [blocksOf(before), blocksOf(after)];
  const keys = (blocks: readonly Block[]): string[] => blocks.map(({ key }) => key);
  const runs = diffArrays(keys(older), keys(newer), { maxEditLength: maxEdits })
    ?? [{ removed: true, added: false, count: older.length }, { removed: false, added: true, count: newer.length }];
  const changes: BlockChange[] = [];
  let [fromOlder, fromNewer]: [Block[], Block[]] = [[], []];
  const settle = (): void => {
    changes.push(...pairUp(fromOlder, fromNewer));
    [fromOlder, fromNewer] = [[], []];
  };
  for (const { added, removed, count } of runs) {
    if (removed) fromOlder = older.splice(0, count);
    else if (added) fromNewer = newer.splice(0, count);
    else {
      settle();
      const [same] = [newer.splice(0, count), older.splice(0, count)];
      changes.push(...same.map(({ node, path }): BlockChange => ({ op: 'same', path, before: node, after: node })));
    }
  }
  settle();
  return changes;
}

const leaves = new Set(['paragraph', 'heading', 'image', 'video', 'horizontalRule']);

function blocksOf(body: BodyNode): Block[] {
  const blocks: Block[] = [];
  const collect = (node: BodyNode, path: readonly number[], place: string): void => {
    if (leaves.has(node.type)) blocks.push({ node, path, key: `${place}${canonicalJson(node)}`, text: wordsOf(node) });
    else node.content?.forEach((child, index) => collect(child, [...path, index], `${place}${node.type} `));
  };
  body.content?.forEach((child, index) => collect(child, [index], ''));
  return blocks;
}

function wordsOf(node: BodyNode): string {
  const notes = (node.content ?? []).filter(({ type }) => type === 'footnote').map((note) => textAttribute(note, 'text'));
  const captions = ['caption', 'credit', 'alt'].map((name) => textAttribute(node, name));
  return [inlineText(node), ...notes, ...captions].filter((text) => text !== '').join('\n');
}

/** Two runs that replaced each other, in order: likely versions of one block become one change. */
function pairUp(older: readonly Block[], newer: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let [nextOlder, nextNewer] = [0, 0];
  const upTo = (endOlder: number, endNewer: number): void => {
    changes.push(...older.slice(nextOlder, endOlder).map(({ node, path }): BlockChange => ({ op: 'removed', path, before: node })));
    changes.push(...newer.slice(nextNewer, endNewer).map(({ node, path }): BlockChange => ({ op: 'added', path, after: node })));
    [nextOlder, nextNewer] = [endOlder + 1, endNewer + 1];
  };
  for (const [from, to] of partners(older, newer)) {
    upTo(from, to);
    const [a, b] = [older[from]!, newer[to]!];
    changes.push({ op: 'changed', path: b.path, before: a.node, after: b.node, parts: diffText(a.text, b.text) });
  }
  upTo(older.length, newer.length);
  return changes;
}

type Pair = readonly [older: number, newer: number];

/** The pairs of blocks that are most alike in sum, in order on both sides. */
function partners(older: readonly Block[], newer: readonly Block[]): Pair[] {
  if (older.length * newer.length > maxPairings) {
    return older.flatMap((block, at): Pair[] => (newer[at] && kinship(block, newer[at]) >= alike ? [[at, at]] : []));
  }
  // best[i][j] is the best sum for the blocks from i and from j on.
  const best = Array.from({ length: older.length + 1 }, () => new Array<number>(newer.length + 1).fill(0));
  const gain = older.map((a) => newer.map((b) => kinship(a, b)));
  for (let i = older.length - 1; i >= 0; i -= 1) {
    for (let j = newer.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, gain[i]![j]! < alike ? 0 : gain[i]![j]! + best[i + 1]![j + 1]!);
    }
  }
  return walkBest(best, gain);
}

function walkBest(best: readonly (readonly number[])[], gain: readonly (readonly number[])[]): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gain.length && j < (gain[0]?.length ?? 0)) {
    if (gain[i]![j]! >= alike && best[i]![j] === gain[i]![j]! + best[i + 1]![j + 1]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i += 1;
    else j += 1;
  }
  return pairs;
}

const isText = ({ node }: Block): boolean => node.type === 'paragraph' || node.type === 'heading';

function kinship(a: Block, b: Block): number {
  if (isText(a) !== isText(b) || (!isText(a) && a.node.type !== b.node.type)) return 0;
  const isSameAsset = !isText(a) && textAttribute(a.node, 'assetId') === textAttribute(b.node, 'assetId');
  if (isSameAsset || (a.text === b.text && a.text !== '')) return 1;
  return likeness(pairsOf(a), pairsOf(b));
}

// A block is held against every block of the other side, so its pairs are counted once.
const counted = new WeakMap<Block, CharacterPairs>();

function pairsOf(block: Block): CharacterPairs {
  const pairs = counted.get(block) ?? characterPairs(block.text);
  counted.set(block, pairs);
  return pairs;
}
