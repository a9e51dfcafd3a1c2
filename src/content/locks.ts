import { record } from '../accounts/index.js';
import { ForbiddenError, inTransaction, may, type Actor, type Context } from '../kernel/index.js';
import { assertMayEdit } from './access.js';
import { stateOf, type ContentDocument, type Lock } from './content.js';
import { LockedError } from './errors.js';
import { loadContent } from './load-content.js';
import { advance } from './workflow.js';

/** Minutes an edit lock holds without being renewed. */
export const lockMinutes = 5;

/** Throws LockedError while somebody else is editing. */
export function assertNotLockedByOther(actor: Actor, lock: Lock | undefined, now: Date): void {
  if (!lock || lock.until <= now || lock.personId === actor.id) return;
  throw new LockedError({ name: lock.name, until: lock.until.toISOString() }, { lock });
}

/** Takes or renews the edit lock. With `takeOver`, also from somebody else, which is kept in the audit trail. Throws LOCKED, FORBIDDEN, WRONG_STATE for what is archived. */
export async function takeLock(ctx: Context, contentId: string, takeOver = false): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, contentId);
    assertMayEdit(ctx.actor, content.unitId);
    advance(stateOf(content), 'update');
    if (takeOver) await recordTakeover(ctx, content.toObject());
    else assertNotLockedByOther(ctx.actor, content.lock, ctx.now());
    content.lock = { personId: ctx.actor.id, name: ctx.actor.name, until: new Date(ctx.now().getTime() + lockMinutes * 60_000) };
    await content.save();
    return content.toObject();
  });
}

async function recordTakeover(ctx: Context, content: ContentDocument): Promise<void> {
  if (!content.lock || content.lock.personId === ctx.actor.id || content.lock.until <= ctx.now()) return;
  if (!may(ctx.actor, 'content.takeLock')) throw new ForbiddenError({ permission: 'content.takeLock' });
  await record(ctx, { action: 'content.takeLock', subjectType: 'Content', subjectId: content._id, summary: { from: content.lock.name } });
}

/** Gives one's own edit lock back; somebody else's is left alone. */
export async function releaseLock(ctx: Context, contentId: string): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, contentId);
    if (content.lock?.personId === ctx.actor.id) content.lock = undefined;
    await content.save();
    return content.toObject();
  });
}
