import { assertMayRead } from '../../content/index.js';
import { assertId, type Context } from '../../kernel/index.js';
import { CommentModel, type Comment } from './comment.js';

/** Says that a comment is dealt with, or opens it again. Whoever may read it may. Throws NOT_FOUND, INVALID_ID. */
export async function resolveComment(ctx: Context, { id, isResolved }: { readonly id: string; readonly isResolved: boolean }): Promise<Comment> {
  assertId(id, 'comment');
  assertMayRead(ctx.actor, await CommentModel.findById(id).lean<Comment>(), id);
  const change = isResolved ? { $set: { resolvedAt: ctx.now(), resolvedByName: ctx.actor.name } } : { $unset: { resolvedAt: 1, resolvedByName: 1 } };
  return (await CommentModel.findByIdAndUpdate(id, change, { returnDocument: 'after' }).lean<Comment>())!;
}
