import { ForbiddenError, may, NotFoundError, UnauthenticatedError, type Actor } from '../kernel/index.js';
import type { ContentDocument } from './content.js';

/** The unpublished contents an actor may see, as a filter: all, or one's own unit's. Throws when none at all. */
export function readableFilter(actor: Actor): Record<string, unknown> {
  if (may(actor, 'content.readAny')) return {};
  if (may(actor, 'content.read') && actor.unitId) return { unitId: actor.unitId };
  throw actor.type === 'anonymous' ? new UnauthenticatedError() : new ForbiddenError({ permission: 'content.read' });
}

/** Whether an actor sees a content before it is published. */
export const mayReadContent = (actor: Actor, content: Pick<ContentDocument, 'unitId'>): boolean =>
  may(actor, 'content.readAny') || (may(actor, 'content.read') && content.unitId === actor.unitId);

/** Answers the same for a content that is absent and one the actor may not see. */
export function assertMayRead<T extends Pick<ContentDocument, 'unitId'>>(actor: Actor, content: T | null, id: string): asserts content is T {
  if (!content || !mayReadContent(actor, content)) throw new NotFoundError({ id });
}

/** A contributor edits and submits what is their own unit's; an editor edits all. */
export function assertMayEdit(actor: Actor, unitId: string): void {
  const isOwnUnit = actor.unitId === unitId && may(actor, 'content.update');
  if (!isOwnUnit && !may(actor, 'content.updateAny')) throw new ForbiddenError({ permission: 'content.updateAny' });
}
