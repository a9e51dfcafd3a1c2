import { inTransaction, NotFoundError, type Context } from '../kernel/index.js';
import { assertMayEdit } from './access.js';
import type { ContentDocument } from './content.js';
import { loadContent } from './load-content.js';
import { assertNotLockedByOther } from './locks.js';
import { fieldsOf, RevisionModel, type Revision } from './revision.js';
import { assertRevision } from './submit-content.js';
import { saveNewHead } from './update-content.js';

/** Brings an earlier revision back as a new one; nothing in between is lost. Throws NOT_FOUND, REVISION_CONFLICT, LOCKED, FORBIDDEN. */
export async function restoreRevision(ctx: Context, input: { id: string; number: number; expectedRevision: number }): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    assertMayEdit(ctx.actor, content.unitId);
    assertNotLockedByOther(ctx.actor, content.lock, ctx.now());
    assertRevision(content, input.expectedRevision);
    const earlier = await RevisionModel.findOne({ contentId: content._id, number: input.number }).lean<Revision>();
    if (!earlier) throw new NotFoundError({ id: `${input.id}#${input.number}` });
    await saveNewHead(ctx, content, fieldsOf(earlier), input.number);
    return content.toObject();
  });
}
