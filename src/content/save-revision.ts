import { newId, type Context } from '../kernel/index.js';
import { takeIntoUse } from '../media/index.js';
import { usedAssetIds } from './asset-uses.js';
import type { StoredContent } from './content.js';
import { searchTokens } from './search/searchable-text.js';
import type { ContentFields } from './release.js';
import { topicPaths } from './topics/topic.js';
import { hashOf, RevisionModel, type Revision } from './revision.js';

/** Adds a revision as the newest of its content. The caller saves the content, in the same transaction. Throws NOT_FOUND for an asset that was deleted meanwhile. */
export async function addRevision(ctx: Context, content: StoredContent, fields: ContentFields, restoredFrom?: number): Promise<Revision> {
  const revision: Revision = {
    _id: newId('revision'), contentId: content._id, kind: content.kind, number: (content.head?.number ?? 0) + 1,
    contentHash: hashOf(content.kind, fields), ...fields, createdBy: ctx.actor.id, createdByName: ctx.actor.name, createdAt: ctx.now(),
    ...(restoredFrom ? { restoredFrom } : {}),
  };
  await RevisionModel.create([revision]);
  content.draft = fields;
  content.unitId = fields.unitId;
  content.topicPath = await topicPaths(fields.topicIds);
  const used = usedAssetIds(content.kind, fields);
  await takeIntoUse(used.filter((id) => !content.assetIds?.includes(id)));
  content.assetIds = used;
  Object.assign(content, await searchTokens(content.kind, fields, content.topicPath));
  content.head = { revisionId: revision._id, number: revision.number, contentHash: revision.contentHash, savedBy: ctx.actor.id, savedByName: ctx.actor.name, savedAt: ctx.now() };
  content.updatedAt = ctx.now();
  return revision;
}
