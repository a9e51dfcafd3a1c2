import { authorsSince, findRevision, submitContent, type ContentDocument } from '../content/index.js';
import { defineJob, enqueue, inTransaction, newId, type Context } from '../kernel/index.js';
import { chainFor } from './chain.js';
import { checkContent, checkFields } from './check-content.js';
import { asReviewFinding, ReviewModel, type Review } from './review.js';
import type { CheckRun } from './checks/index.js';

/**
 * 送审: hands the newest revision to review and opens its review sheet with what the checks found, in one transaction. Throws
 * what submitContent throws.
 */
export async function submitForReview(ctx: Context, input: { id: string; revision: number }): Promise<ContentDocument> {
  // Bound to the number that submitContent looks at again: a save in between must not go to review with another text's findings.
  const checked = await checkContent(ctx, input.id, input.revision);
  return inTransaction(async () => {
    const content = await submitContent(ctx, input);
    const review = await openReview(ctx, content, checked);
    await enqueue(ctx, checkLinks, { reviewId: review._id });
    return content;
  });
}

async function openReview(ctx: Context, content: ContentDocument, { findings, dictionaryVersion }: CheckRun): Promise<Review> {
  const { head, draft, kind, unitId } = content;
  const steps = chainFor({ kind, importance: draft.importance });
  const review: Review = {
    _id: newId('review'), contentId: content._id, revisionId: head.revisionId, revisionNumber: head.number, contentHash: head.contentHash,
    kind, title: draft.title, importance: draft.importance, unitId, state: 'open', steps: steps.map((step) => ({ ...step, checklist: [...step.checklist] })), nextLevel: steps[0]!.level,
    signatures: [], findings: findings.map(asReviewFinding), overrides: [], dictionaryVersion, authorIds: await authorsSince(content),
    submittedByName: ctx.actor.name, submittedAt: ctx.now(),
  };
  await ReviewModel.create([review]);
  return review;
}

/** Looks at the links of a text under review, outside of any request, and adds what is dead to its findings. */
const checkLinks = defineJob<{ reviewId: string }>({
  name: 'review.checkLinks',
  maxAttempts: 3,
  leaseMs: 120_000,
  run: async (ctx, { reviewId }) => {
    const review = await ReviewModel.findById(reviewId).lean<Review>();
    const revision = review?.state === 'open' ? await findRevision(review.revisionId) : null;
    if (!review || !revision) return;
    const { findings } = await checkFields(ctx, review.contentId, review.kind, revision, true);
    const known = new Set(review.findings.map(({ key }) => key));
    const added = findings.filter(({ key }) => !known.has(key)).map(asReviewFinding);
    if (added.length > 0) await ReviewModel.updateOne({ _id: reviewId, state: 'open' }, { $push: { findings: { $each: added } }, $inc: { __v: 1 } });
  },
});
