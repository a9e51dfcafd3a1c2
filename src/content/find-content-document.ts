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

/** Everybody who wrote on the text since its last release, and who began it. */
export async function authorsSince({ _id, createdBy, released }: ContentDocument): Promise<string[]> {
  const last = released ? await RevisionModel.findById(released.revisionId, { number: 1 }).lean<{ number: number }>() : null;
  const authors = await RevisionModel.distinct('createdBy', { contentId: _id, number: { $gt: last?.number ?? 0 } });
  return [...new Set([...authors, createdBy])];
}
