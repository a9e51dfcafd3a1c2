import { emit, inTransaction, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { assertMayEdit } from './access.js';
import { stateOf, type ContentDocument } from './content.js';
import { RevisionConflictError } from './errors.js';
import { ContentSubmitted } from './events.js';
import { loadContent } from './load-content.js';
import { assertNotLockedByOther } from './locks.js';
import { advance } from './workflow.js';

/** Throws REVISION_CONFLICT unless the newest revision is the one the actor looked at. */
export function assertRevision(content: Pick<ContentDocument, 'head'>, revision: number): void {
  if (content.head.number === revision) return;
  throw new RevisionConflictError({ name: content.head.savedByName, actual: content.head.number, expected: revision }, { actualRevision: content.head.number, expectedRevision: revision, conflicts: [] });
}

/** Hands the newest revision to review. Throws REVISION_CONFLICT, WRONG_STATE, LOCKED, NOT_FOUND. */
export async function submitContent(ctx: Context, input: { id: string; revision: number }): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    assertMayEdit(ctx.actor, content.unitId);
    assertNotLockedByOther(ctx.actor, content.lock, ctx.now());
    assertRevision(content, input.revision);
    Object.assign(content, advance(stateOf(content), 'submit'));
    content.lock = undefined;
    content.updatedAt = ctx.now();
    await content.save();
    const { revisionId, contentHash } = content.head;
    await record(ctx, { action: 'content.submit', subjectType: 'Content', subjectId: content._id, summary: { revision: content.head.number, contentHash } });
    await emit(ctx, ContentSubmitted, { contentId: content._id, revisionId, contentHash, kind: content.kind, importance: content.draft.importance });
    return content.toObject();
  });
}
