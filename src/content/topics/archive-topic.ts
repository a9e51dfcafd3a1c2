import { assertId, type Context } from '../../kernel/index.js';
import { record } from '../../accounts/index.js';
import { TopicArchivedError } from './topic-errors.js';
import { changeTree, saveTopics, subtreeOf, topicOf } from './tree.js';
import type { Topic } from './topic.js';

/** Archives a topic and all below it: it cannot be chosen any more; what is filed under it stays, and rules go on naming it. Throws NOT_FOUND. */
export async function archiveTopic(ctx: Context, id: string): Promise<Topic> {
  assertId(id, 'topic');
  return changeTree(async (tree) => {
    const topic = topicOf(tree, id);
    if (topic.archivedAt) return topic;
    const archivedAt = ctx.now();
    const archived = subtreeOf(tree, id).filter((each) => !each.archivedAt).map((each) => ({ ...each, archivedAt }));
    await saveTopics(archived);
    await record(ctx, { action: 'topic.archive', subjectType: 'Topic', subjectId: id, summary: { name: topic.name, topics: archived.length } });
    return { ...topic, archivedAt };
  });
}

/** Takes archiving back, for the topic and what was archived together with it. Throws NOT_FOUND, TOPIC_ARCHIVED while the one above is. */
export async function restoreTopic(ctx: Context, id: string): Promise<Topic> {
  assertId(id, 'topic');
  return changeTree(async (tree) => {
    const topic = topicOf(tree, id);
    const parent = topic.parentId ? topicOf(tree, topic.parentId) : undefined;
    if (!topic.archivedAt) return topic;
    if (parent?.archivedAt) throw new TopicArchivedError({ name: parent.name });
    const restored = subtreeOf(tree, id).filter(({ archivedAt }) => archivedAt?.getTime() === topic.archivedAt?.getTime()).map(withoutArchive);
    await saveTopics(restored);
    await record(ctx, { action: 'topic.restore', subjectType: 'Topic', subjectId: id, summary: { name: topic.name, topics: restored.length } });
    return withoutArchive(topic);
  });
}

const withoutArchive = ({ archivedAt: _archivedAt, ...topic }: Topic): Topic => topic;
