import { assertId, type Context } from '../../kernel/index.js';
import { record } from '../../accounts/index.js';
import { refileContents } from './refile-contents.js';
import type { MoveTopicInput } from './topic-inputs.js';
import { changeTree, placed, saveTopics, topicOf, type Tree } from './tree.js';
import type { Topic } from './topic.js';

/**
 * Moves a topic, with all below it, to another place. Rules and lists follow at once, what is kept beside contents moments later; what outlets
 * have stays theirs. Throws NOT_FOUND, TOPIC_INTO_ITSELF, TOPIC_PLACE_GONE, TOPIC_NAME_TAKEN, TOPIC_ARCHIVED, TOPIC_TREE_FULL.
 */
export async function moveTopic(ctx: Context, { id, parentId, beforeId }: MoveTopicInput): Promise<Topic> {
  for (const named of [id, parentId, beforeId]) if (named) assertId(named, 'topic');
  return changeTree(async (tree) => {
    const topic = topicOf(tree, id);
    const changed = placed(tree, topic, { parentId, beforeId });
    const moved = changed.find(({ _id }) => _id === id)!;
    await saveTopics(changed);
    if (moved.parentId !== topic.parentId) await refileContents(ctx, id);
    await record(ctx, { action: 'topic.move', subjectType: 'Topic', subjectId: id, summary: { name: topic.name, from: nameOf(tree, topic), to: nameOf(tree, moved), place: moved.order + 1 } });
    return moved;
  });
}

const nameOf = (tree: Tree, { parentId }: Topic): string => (parentId ? topicOf(tree, parentId).name : '—');
