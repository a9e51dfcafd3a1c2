import { inTransaction, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { stateOf, type ContentDocument } from './content.js';
import { loadContent } from './load-content.js';
import { advance } from './workflow.js';

/** Puts a content away that readers do not see. Throws WRONG_STATE, NOT_FOUND. */
export const archiveContent = (ctx: Context, id: string): Promise<ContentDocument> => move(ctx, id, 'archive');

/** Takes a content out of the archive. Throws WRONG_STATE, NOT_FOUND. */
export const restoreContent = (ctx: Context, id: string): Promise<ContentDocument> => move(ctx, id, 'restore');

async function move(ctx: Context, id: string, action: 'archive' | 'restore'): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, id);
    Object.assign(content, advance(stateOf(content), action));
    content.updatedAt = ctx.now();
    await content.save();
    await record(ctx, { action: `content.${action}`, subjectType: 'Content', subjectId: id, summary: {} });
    return content.toObject();
  });
}
