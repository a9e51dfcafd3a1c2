import type { TopicLineFragment } from './topics.generated.js';

/** Where a topic stands or is to stand: below which one (null for the top), before which sibling (null for the end). */
export interface Place {
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

/** A topic as a line of the tree that is shown. */
export interface Row {
  readonly topic: TopicLineFragment;
  readonly level: number;
  /** Its number among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
}

/** What stands directly below a topic, in order. */
const childrenOf = (topics: readonly TopicLineFragment[], parentId: string | null): readonly TopicLineFragment[] =>
  topics.filter((topic) => topic.parentId === parentId).sort((a, b) => a.order - b.order);

/** The lines to show, from the top down; what is below a folded topic is left out. */
export function rowsOf(topics: readonly TopicLineFragment[], folded: ReadonlySet<string>, parentId: string | null = null, level = 1): Row[] {
  const siblings = childrenOf(topics, parentId);
  return siblings.flatMap((topic, at) => {
    const row: Row = { topic, level, position: at + 1, siblings: siblings.length, hasChildren: topics.some((each) => each.parentId === topic.id) };
    return folded.has(topic.id) ? [row] : [row, ...rowsOf(topics, folded, topic.id, level + 1)];
  });
}

/** Where a topic stands now: for taking a move back. */
export function placeOf(topics: readonly TopicLineFragment[], { id, parentId }: TopicLineFragment): Place {
  const siblings = childrenOf(topics, parentId);
  return { parentId, beforeId: siblings[siblings.findIndex((each) => each.id === id) + 1]?.id ?? null };
}

/** The steps a topic can take. */
export const steps = ['up', 'down', 'inward', 'outward'] as const;
export type Step = (typeof steps)[number];

/** Where a step leads; undefined where there is nothing that way. */
export function placeAfter(topics: readonly TopicLineFragment[], topic: TopicLineFragment, step: Step): Place | undefined {
  const siblings = childrenOf(topics, topic.parentId);
  const at = siblings.findIndex(({ id }) => id === topic.id);
  const [before, after, parent] = [siblings[at - 1], siblings[at + 1], topics.find(({ id }) => id === topic.parentId)];
  if (step === 'up') return before && { parentId: topic.parentId, beforeId: before.id };
  if (step === 'down') return after && { parentId: topic.parentId, beforeId: siblings[at + 2]?.id ?? null };
  if (step === 'inward') return before && { parentId: before.id, beforeId: null };
  return parent && placeOf(topics, parent);
}

/** Which part of a row something is dropped on. */
export type DropSide = 'before' | 'inside' | 'after';

/** Where a topic comes that is dropped on a row; undefined for itself and what is below it. */
export function placeOfDrop(topics: readonly TopicLineFragment[], dragged: string, { id, parentId, path }: TopicLineFragment, side: DropSide): Place | undefined {
  if (path.includes(dragged)) return undefined;
  if (side === 'inside') return { parentId: id, beforeId: null };
  if (side === 'before') return { parentId, beforeId: id };
  const siblings = childrenOf(topics, parentId).filter((each) => each.id !== dragged);
  return { parentId, beforeId: siblings[siblings.findIndex((each) => each.id === id) + 1]?.id ?? null };
}
