import { inTransaction, NotFoundError, type Context } from '../kernel/index.js';
import { assertMayEdit } from './access.js';
import type { ContentDocument } from './content.js';
import { checkFields } from './fields.js';
import { kindNamed } from './kinds.js';
import { loadContent } from './load-content.js';
import { assertNotLockedByOther } from './locks.js';
import { fieldsOf, hashOf, RevisionModel, type Revision } from './revision.js';
import { assertRevision } from './submit-content.js';
import { saveNewHead } from './update-content.js';

/**
 * Brings an earlier revision back as a new one; nothing in between is lost. It is checked like any save: what it names may be gone by now,
 * and its unit may be another's. Throws NOT_FOUND, REVISION_CONFLICT, LOCKED, INVALID_FIELDS, FORBIDDEN.
 */
export async function restoreRevision(ctx: Context, input: { id: string; number: number; expectedRevision: number }): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    assertMayEdit(ctx.actor, content.unitId);
    assertNotLockedByOther(ctx.actor, content.lock, ctx.now());
    assertRevision(content, input.expectedRevision);
    const earlier = await RevisionModel.findOne({ contentId: content._id, number: input.number }).lean<Revision>();
    if (!earlier) throw new NotFoundError({ id: `${input.id}#${input.number}` });
    const fields = await checkFields(kindNamed(content.kind), fieldsOf(earlier), earlier);
    assertMayEdit(ctx.actor, fields.unitId);
    if (hashOf(content.kind, fields) !== content.head.contentHash) await saveNewHead(ctx, content, fields, input.number);
    return content.toObject();
  });
}
