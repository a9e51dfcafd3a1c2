import { defineJob, enqueue, inTransaction, type Context } from '../kernel/index.js';
import { shownAssets, usedAssetIds } from './asset-uses.js';
import { ContentModel } from './content.js';
import { countCharacters } from './document/index.js';
import { PublishedModel, type PublishedContent } from './published.js';
import { findRelease, type Release } from './release.js';
import { fieldsOf } from './revision.js';
import { searchTokens } from './search/searchable-text.js';
import { topicPaths } from './topics/topic.js';

/** Shows at the end of an embargo what may be seen from then on, if it still is what stands. */
const endEmbargo = defineJob<{ contentId: string; version: number }>({
  name: 'content.endEmbargo',
  maxAttempts: 50,
  async run(_ctx, { contentId, version }) {
    await inTransaction(async () => {
      const content = await ContentModel.findById(contentId);
      const release = await findRelease(contentId, version);
      if (release && content?.publication === 'published' && content.released?.version === version) await show(release);
    });
  },
});

/**
 * Brings the read model to a release: at once, or at the end of its embargo; until then readers see what they saw before. In the
 * transaction of the release.
 */
export async function showToReaders(ctx: Context, release: Release): Promise<void> {
  const { contentId, version, action, embargoedUntil } = release;
  if (action === 'retract') await hide(contentId);
  else if (embargoedUntil && embargoedUntil > ctx.now()) await enqueue(ctx, endEmbargo, { contentId, version }, { dueAt: embargoedUntil, uniqueKey: `embargo:${contentId}:${version}` });
  else await show(release);
}

async function hide(contentId: string): Promise<void> {
  await PublishedModel.deleteOne({ _id: contentId });
  shownAssets.drop(contentId);
}

async function show(release: Release): Promise<void> {
  await PublishedModel.replaceOne({ _id: release.contentId }, await toPublished(release), { upsert: true });
  shownAssets.drop(release.contentId);
}

async function toPublished(release: Release): Promise<PublishedContent> {
  const { contentId, kind, slug, version, revisionId, html, firstPublishedAt, releasedAt } = release;
  const fields = fieldsOf(release);
  const topicPath = await topicPaths(fields.topicIds);
  return { ...fields, _id: contentId, kind, slug, version, revisionId, html, characterCount: countCharacters(fields.body), topicPath, assetIds: usedAssetIds(kind, fields), publishedAt: firstPublishedAt, releasedAt, ...await searchTokens(kind, fields, topicPath) };
}
