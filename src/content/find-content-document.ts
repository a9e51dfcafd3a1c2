import { assertId } from '../kernel/index.js';
import { ContentModel, type ContentDocument } from './content.js';
import { allKinds } from './kinds.js';
import { RevisionModel } from './revision.js';
import './kinds/index.js';

/** A content as editors have it, or null. For modules above; they check who may see it. Throws INVALID_ID. */
export async function findContentDocument(id: string): Promise<ContentDocument | null> {
  assertId(id, ...allKinds().map(({ name }) => name));
  return ContentModel.findById(id).lean<ContentDocument>();
}

/**
 * Everybody who wrote on the text since readers last saw a version of it, and who began it. What was taken back, and what brings an
 * older revision again, is anew the text of all who ever wrote on it.
 */
export async function authorsSince({ _id, createdBy, publication, released }: ContentDocument): Promise<string[]> {
  const shown = publication === 'published' && released ? await RevisionModel.findById(released.revisionId, { number: 1 }).lean<{ number: number }>() : null;
  const since = shown?.number ?? 0;
  const bringsOlder = since > 0 && await RevisionModel.exists({ contentId: _id, number: { $gt: since }, restoredFrom: { $lt: since } });
  const authors = await RevisionModel.distinct('createdBy', { contentId: _id, number: { $gt: bringsOlder ? 0 : since } });
  return [...new Set([...authors, createdBy])];
}
