import mongoose, { Schema } from 'mongoose';
import { inTransaction, NotFoundError } from '../../kernel/index.js';
import { TopicArchivedError, TopicIntoItselfError, TopicNameTakenError, TopicPlaceGoneError, TopicTreeFullError } from './topic-errors.js';
import { topicCache, TopicModel, type Topic } from './topic.js';

/** All topics by id. */
export type Tree = ReadonlyMap<string, Topic>;

/** Where a topic stands: below which one (a root when absent), and before which sibling (last when absent). */
export interface Place {
  readonly parentId?: string | null | undefined;
  readonly beforeId?: string | null | undefined;
}

/** How deep the tree may grow, and how large: a list of choices is one command. */
export const treeLimits = { levels: 6, topics: 1000 } as const;

const TreeModel = mongoose.model('TopicTree', new Schema({ _id: String, changes: Number }, { collection: 'topicTree', versionKey: false }));

/**
 * Runs one change of the tree, which comes with all topics as they are now. Changes pass one after another, so that two which are
 * fine alone cannot make a circle or a wrong path together. The transaction may run twice.
 */
export const changeTree = <T>(change: (tree: Tree) => Promise<T>): Promise<T> => inTransaction(async () => {
  await TreeModel.updateOne({ _id: 'topics' }, { $inc: { changes: 1 } }, { upsert: true });
  const topics = await TopicModel.find().sort({ order: 1, _id: 1 }).lean<Topic[]>();
  return change(new Map(topics.map((topic) => [topic._id, topic])));
});

/** Writes these topics as they are to be. In the transaction of the change. */
export async function saveTopics(topics: readonly Topic[]): Promise<void> {
  for (const topic of topics) {
    await TopicModel.replaceOne({ _id: topic._id }, topic, { upsert: true });
    topicCache.drop(topic._id);
  }
}

/** The topic with this id. Throws NOT_FOUND. */
export function topicOf(tree: Tree, id: string): Topic {
  const topic = tree.get(id);
  if (!topic) throw new NotFoundError({ id });
  return topic;
}

/** What stands directly below a topic, or at the root, in order. */
export const childrenOf = (tree: Tree, parentId: string | null | undefined): Topic[] => [...tree.values()].filter((topic) => (topic.parentId ?? null) === (parentId ?? null));

/** A topic and everything below it. */
export const subtreeOf = (tree: Tree, id: string): Topic[] => [...tree.values()].filter(({ path }) => path.includes(id));

/**
 * The topics that change when `topic` comes to a place: itself, those below it (their path), and siblings (their order). Pure. Throws NOT_FOUND,
 * TOPIC_INTO_ITSELF, TOPIC_PLACE_GONE, TOPIC_NAME_TAKEN, TOPIC_ARCHIVED, TOPIC_TREE_FULL.
 */
export function placed(tree: Tree, topic: Topic, { parentId, beforeId }: Place): Topic[] {
  const parent = parentId ? topicOf(tree, parentId) : undefined;
  const siblings = childrenOf(tree, parentId).filter(({ _id }) => _id !== topic._id);
  if (parent?.path.includes(topic._id)) throw new TopicIntoItselfError({ name: topic.name });
  if (parent?.archivedAt && !topic.archivedAt) throw new TopicArchivedError({ name: parent.name });
  if (beforeId && !siblings.some(({ _id }) => _id === beforeId)) throw new TopicPlaceGoneError();
  assertFreeName(siblings, topic.name);
  const moved = withPath(tree, topic, parent);
  if (moved.some(({ path }) => path.length > treeLimits.levels)) throw new TopicTreeFullError(treeLimits);
  return [...moved.slice(1), ...ordered(siblings, moved[0]!, beforeId)];
}

/** Throws TOPIC_NAME_TAKEN when one of these has the name. */
export function assertFreeName(siblings: readonly Topic[], name: string): void {
  if (siblings.some((sibling) => sibling.name === name)) throw new TopicNameTakenError({ name });
}

/** A topic below its new parent, first, and all below it with their new paths. */
function withPath(tree: Tree, { parentId: _before, ...topic }: Topic, parent: Topic | undefined): Topic[] {
  const above = parent?.path ?? [];
  const moved: Topic = { ...topic, path: [...above, topic._id], ...(parent ? { parentId: parent._id } : {}) };
  const below = subtreeOf(tree, topic._id).filter(({ _id }) => _id !== topic._id);
  return [moved, ...below.map((each) => ({ ...each, path: [...above, ...each.path.slice(each.path.indexOf(topic._id))] }))];
}

/** The moved one, and the siblings whose number changes. */
function ordered(siblings: readonly Topic[], moved: Topic, beforeId: string | null | undefined): Topic[] {
  const at = beforeId ? siblings.findIndex(({ _id }) => _id === beforeId) : siblings.length;
  return siblings.toSpliced(at, 0, moved)
    .flatMap((topic, order) => (topic._id === moved._id || topic.order !== order ? [{ ...topic, order }] : []));
}
