import { assertMayRead } from '../content/index.js';
import { assertMay, defineNode } from '../kernel/index.js';
import { ReviewModel, type Review } from './review.js';

defineNode('review', { typeName: 'Review', find: async (ctx, id) => {
  assertMay(ctx.actor, 'review.read');
  const review = await ReviewModel.findById(id).lean<Review>();
  assertMayRead(ctx.actor, review, id);
  return review;
} });
