import { record } from '../accounts/index.js';
import { approveRevision, assertNewest } from '../content/index.js';
import { emit, inTransaction, InvalidInputError, type Context } from '../kernel/index.js';
import type { ChecklistItem } from './chain.js';
import { ReviewAdvanced, RevisionApproved } from './events.js';
import { loadReview, reasonLength } from './load-review.js';
import type { Review, StoredReview } from './review.js';
import { assertChecked, assertMaySign, assertNoOpenBlocks, assertOpen, nextLevel } from './rules.js';

export interface Signing {
  readonly revisionId: string;
  /** The hash of the text the signer read. */
  readonly contentHash: string;
  readonly checklist: readonly ChecklistItem[];
  readonly opinion?: string;
}

/**
 * Signs the next step. The last signature releases the revision for publication. Throws REVIEW_CLOSED, WRONG_REVISION, FORBIDDEN,
 * SAME_SIGNER, CHECKLIST_INCOMPLETE, BLOCKING_FINDINGS, INVALID_INPUT, NOT_FOUND.
 */
export async function signRevision(ctx: Context, input: Signing): Promise<Review> {
  const opinion = givenOpinion(input.opinion);
  return inTransaction(async () => {
    const review = await loadReview(ctx, input.revisionId);
    assertOpen(review);
    await assertNewest({ contentId: review.contentId, revisionId: review.revisionId, contentHash: input.contentHash });
    const step = assertMaySign(ctx.actor, review);
    assertChecked(step, input.checklist);
    assertNoOpenBlocks(review);
    review.signatures.push({ level: step.level, signedBy: ctx.actor.id, signedByName: ctx.actor.name, signedAt: ctx.now(), checklist: [...new Set(input.checklist)], ...(opinion ? { opinion } : {}) });
    review.nextLevel = nextLevel(review);
    await tellOfSignature(ctx, review);
    await review.save();
    await record(ctx, { action: 'revision.sign', subjectType: 'Review', subjectId: review._id, summary: { level: step.level, contentHash: review.contentHash, contentId: review.contentId } });
    return review.toObject();
  });
}

/** Words that go on the review sheet for ever are refused when too long, not cut. */
function givenOpinion(text: string | undefined): string | undefined {
  const opinion = text?.trim();
  if (opinion && opinion.length > reasonLength.max) throw new InvalidInputError({ field: 'opinion', reason: `最多 ${reasonLength.max} 字 (at most ${reasonLength.max} characters)` });
  return opinion;
}

async function tellOfSignature(ctx: Context, review: StoredReview): Promise<void> {
  const { _id: reviewId, contentId, revisionId, contentHash } = review;
  if (review.nextLevel) return emit(ctx, ReviewAdvanced, { reviewId, contentId, revisionId, contentHash, nextLevel: review.nextLevel });
  review.state = 'approved';
  review.closedAt = ctx.now();
  await approveRevision(ctx, { contentId, revisionId, contentHash });
  await emit(ctx, RevisionApproved, { reviewId, contentId, revisionId, contentHash });
}
