import { assertMayRead } from '../content/index.js';
import { assertId, type Context } from '../kernel/index.js';
import { ReviewModel, type StoredReview } from './review.js';

/** The newest review of a revision, for a verb to change. Throws INVALID_ID, NOT_FOUND. */
export async function loadReview(ctx: Context, revisionId: string): Promise<StoredReview> {
  assertId(revisionId, 'revision');
  const review = await ReviewModel.findOne({ revisionId }).sort({ submittedAt: -1, _id: -1 });
  assertMayRead(ctx.actor, review, revisionId);
  return review;
}

/** Text a person must give. */
export const reasonLength = { min: 2, max: 1000 } as const;
