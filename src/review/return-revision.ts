import { record } from '../accounts/index.js';
import { returnRevision as returnContent } from '../content/index.js';
import { emit, ForbiddenError, inTransaction, may, type Context } from '../kernel/index.js';
import { ReasonMissingError } from './errors.js';
import { RevisionReturned } from './events.js';
import { loadReview, reasonLength } from './load-review.js';
import type { Review } from './review.js';
import { assertOpen, nextStep } from './rules.js';

/** The reason a person gave, trimmed. Throws REASON_MISSING. */
export function givenReason(text: string): string {
  const reason = text.trim();
  if (reason.length < reasonLength.min || reason.length > reasonLength.max) throw new ReasonMissingError();
  return reason;
}

/** 退回: sends the revision back to its author with a reason; whoever may sign the next step may return it. Throws REVIEW_CLOSED, REASON_MISSING, FORBIDDEN, WRONG_REVISION, NOT_FOUND. */
export async function returnRevision(ctx: Context, input: { revisionId: string; reason: string }): Promise<Review> {
  const reason = givenReason(input.reason);
  return inTransaction(async () => {
    const review = await loadReview(ctx, input.revisionId);
    assertOpen(review);
    const step = nextStep(review)!;
    if (!may(ctx.actor, step.permission)) throw new ForbiddenError({ permission: step.permission });
    const { _id: reviewId, contentId, revisionId, contentHash } = review;
    review.state = 'returned';
    review.closedAt = ctx.now();
    review.nextLevel = undefined;
    review.returned = { level: step.level, by: ctx.actor.id, byName: ctx.actor.name, reason, at: ctx.now() };
    await review.save();
    await returnContent(ctx, { contentId, revisionId, contentHash });
    await record(ctx, { action: 'revision.return', subjectType: 'Review', subjectId: reviewId, summary: { level: step.level, reason, contentId } });
    await emit(ctx, RevisionReturned, { reviewId, contentId, revisionId, contentHash, reason });
    return review.toObject();
  });
}
