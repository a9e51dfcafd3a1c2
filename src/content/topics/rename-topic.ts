import { assertId, type Context } from '../../kernel/index.js';
import { record } from '../../accounts/index.js';
import { readTopicName } from './create-topic.js';
import { refileContents } from './refile-contents.js';
import { assertFreeName, changeTree, childrenOf, saveTopics, topicOf } from './tree.js';
import type { RenameTopicInput } from './topic-inputs.js';
import type { Topic } from './topic.js';

/** Gives a topic another name, by which its contents are found from then on. Throws INVALID_INPUT, NOT_FOUND, TOPIC_NAME_TAKEN. */
export async function renameTopic(ctx: Context, input: RenameTopicInput): Promise<Topic> {
  assertId(input.id, 'topic');
  const name = readTopicName(input.name);
  return changeTree(async (tree) => {
    const topic = topicOf(tree, input.id);
    if (name === topic.name) return topic;
    assertFreeName(childrenOf(tree, topic.parentId).filter(({ _id }) => _id !== topic._id), name);
    await saveTopics([{ ...topic, name }]);
    await refileContents(ctx, topic._id);
    await record(ctx, { action: 'topic.rename', subjectType: 'Topic', subjectId: topic._id, summary: { name, before: topic.name } });
    return { ...topic, name };
  });
}
