import { defineJob, enqueue, type Context } from '../../kernel/index.js';
import { ContentModel, type ContentDocument } from '../content.js';
import { PublishedModel, type PublishedContent } from '../published.js';
import { searchTokens } from '../search/searchable-text.js';
import { topicCache, topicPaths } from './topic.js';

/** A save that began before the change may end after it, with the old place. MongoDB ends every transaction after a minute. */
const lateSavesMs = 90_000;

interface Refiling {
  readonly topicId: string;
  /** Only what was changed since. */
  readonly since?: Date;
}

/** Brings what is kept beside contents in line with the tree: the topics above them, and the words they are found by. Found by index, safe to repeat. */
const refile = defineJob<Refiling>({
  name: 'content.refile',
  maxAttempts: 50,
  run: async (_ctx, { topicId, since }, signal) => {
    // News of the change may not have come to this process yet.
    topicCache.clear();
    await refileDrafts(topicId, since, signal);
    await refilePublished(topicId, since, signal);
  },
});

/** Refiles all contents in a topic and below it: soon, and once more what was being saved meanwhile. In the transaction of the change. */
export async function refileContents(ctx: Context, topicId: string): Promise<void> {
  await enqueue(ctx, refile, { topicId });
  await enqueue(ctx, refile, { topicId, since: new Date(ctx.now().getTime() - lateSavesMs) }, { dueAt: new Date(ctx.now().getTime() + lateSavesMs) });
}

async function refileDrafts(topicId: string, since: Date | undefined, signal: AbortSignal): Promise<void> {
  const found = ContentModel.find({ topicPath: topicId, ...(since ? { updatedAt: { $gte: since } } : {}) }).lean<ContentDocument[]>().cursor({ batchSize: 100 });
  for await (const { _id, kind, draft, head } of found) {
    signal.throwIfAborted();
    const topicPath = await topicPaths(draft.topicIds);
    await ContentModel.updateOne({ _id, 'head.revisionId': head.revisionId }, { $set: { topicPath, ...await searchTokens(kind, draft, topicPath) } });
  }
}

async function refilePublished(topicId: string, since: Date | undefined, signal: AbortSignal): Promise<void> {
  const found = PublishedModel.find({ topicPath: topicId, ...(since ? { releasedAt: { $gte: since } } : {}) }, { tokens: 0, html: 0 }).lean<PublishedContent[]>().cursor({ batchSize: 100 });
  for await (const published of found) {
    signal.throwIfAborted();
    const topicPath = await topicPaths(published.topicIds);
    await PublishedModel.updateOne({ _id: published._id, version: published.version }, { $set: { topicPath, ...await searchTokens(published.kind, published, topicPath) } });
  }
}
