import { assertId, type Context } from '../kernel/index.js';
import { assertMayRead } from './access.js';
import { ContentModel, type StoredContent } from './content.js';
import { allKinds } from './kinds.js';

/** The content for a verb to change. Throws INVALID_ID, and NOT_FOUND alike for what is absent and what the actor may not see. */
export async function loadContent(ctx: Context, id: string): Promise<StoredContent> {
  assertId(id, ...allKinds().map(({ name }) => name));
  const content = await ContentModel.findById(id);
  assertMayRead(ctx.actor, content, id);
  return content;
}
