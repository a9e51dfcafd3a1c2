import { assertId, InvalidInputError, isDuplicateKey, newId, type Context } from '../../kernel/index.js';
import { record } from '../../accounts/index.js';
import { DuplicateSlugError } from '../errors.js';
import { slugFor } from '../slug.js';
import type { CreateTopicInput } from './topic-inputs.js';
import { TopicTreeFullError } from './topic-errors.js';
import { placed, saveTopics, changeTree, treeLimits, childrenOf } from './tree.js';
import type { Topic } from './topic.js';

/** Adds a topic to the tree. Throws INVALID_INPUT, DUPLICATE_SLUG, TOPIC_NAME_TAKEN, TOPIC_ARCHIVED, TOPIC_TREE_FULL, NOT_FOUND for an unknown parent. */
export async function createTopic(ctx: Context, input: CreateTopicInput): Promise<Topic> {
  const { parentId, order } = input;
  if (parentId) assertId(parentId, 'topic');
  const [_id, name] = [newId('topic'), readTopicName(input.name)];
  const slug = readSlug(input.slug ?? slugFor(name, _id));
  return refuseTakenSlug(slug, () => changeTree(async (tree) => {
    if (tree.size >= treeLimits.topics) throw new TopicTreeFullError(treeLimits);
    const beforeId = order === undefined || order === null ? undefined : childrenOf(tree, parentId).find((sibling) => sibling.order >= order)?._id;
    const changed = placed(tree, { _id, name, slug, path: [_id], order: 0 }, { parentId, beforeId });
    await saveTopics(changed);
    await record(ctx, { action: 'topic.create', subjectType: 'Topic', subjectId: _id, summary: { name } });
    return changed.find((topic) => topic._id === _id)!;
  }));
}

/** A name as it is kept. Throws INVALID_INPUT unless it has 1 to 40 characters. */
export function readTopicName(text: string): string {
  const name = text.trim();
  if (!name || [...name].length > 40) throw new InvalidInputError({ field: 'name', reason: '应为 1–40 字 (1 to 40 characters)' });
  return name;
}

function readSlug(slug: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80) throw new InvalidInputError({ field: 'slug', reason: '应为小写字母、数字和连字符，最多 80 个 (lower-case letters, digits and hyphens, at most 80)' });
  return slug;
}

// Two may choose the same at the same moment, so it is the index that decides.
async function refuseTakenSlug<T>(slug: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicateKey(error)) throw new DuplicateSlugError({ slug });
    throw error;
  }
}
