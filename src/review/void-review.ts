import type { Context } from '../kernel/index.js';
import { ReviewModel } from './review.js';

/** Ends the open review of a text that was edited meanwhile: nothing signed holds. Safe to repeat. */
export async function voidReview(ctx: Context, { voidedRevisionId }: { voidedRevisionId: string }): Promise<void> {
  await ReviewModel.updateOne({ revisionId: voidedRevisionId, state: 'open' }, { $set: { state: 'void', closedAt: ctx.now() }, $unset: { nextLevel: 1 }, $inc: { __v: 1 } });
}
