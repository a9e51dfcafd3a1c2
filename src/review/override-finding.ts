import { record } from '../accounts/index.js';
import { inTransaction, type Context } from '../kernel/index.js';
import { FindingNotFoundError, SameSignerError } from './errors.js';
import { loadReview } from './load-review.js';
import type { Review } from './review.js';
import { givenReason } from './return-revision.js';
import { assertOpen, openBlocks } from './rules.js';

/** 放行: lets a blocking finding pass, by name and with a reason. Not by an author of the text. Throws FINDING_NOT_FOUND, REASON_MISSING, SAME_SIGNER, REVIEW_CLOSED, NOT_FOUND. */
export async function overrideFinding(ctx: Context, input: { revisionId: string; findingKey: string; reason: string }): Promise<Review> {
  const reason = givenReason(input.reason);
  return inTransaction(async () => {
    const review = await loadReview(ctx, input.revisionId);
    assertOpen(review);
    if (review.authorIds.includes(ctx.actor.id)) throw new SameSignerError({ level: '放行' });
    const finding = openBlocks(review).find(({ key }) => key === input.findingKey);
    if (!finding) throw new FindingNotFoundError({ key: input.findingKey.slice(0, 80) });
    review.overrides.push({ findingKey: finding.key, by: ctx.actor.id, byName: ctx.actor.name, reason, at: ctx.now() });
    await review.save();
    await record(ctx, { action: 'revision.overrideFinding', subjectType: 'Review', subjectId: review._id, summary: { checkId: finding.checkId, path: finding.path, reason, contentId: review.contentId } });
    return review.toObject();
  });
}
