import { findPeople, findPerson, permissionsOf, type Person } from '../../accounts/index.js';
import { assertMayRead, findContentDocument } from '../../content/index.js';
import { emit, inTransaction, InvalidInputError, newId, NotFoundError, type Context } from '../../kernel/index.js';
import { CommentAdded } from '../events.js';
import { CommentModel, type Comment } from './comment.js';

/** What somebody says about a passage. */
export interface NewComment {
  readonly contentId: string;
  readonly revision: number;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly text: string;
  readonly mentionIds?: readonly string[];
  readonly replyTo?: string;
}

const longest = { text: 1000, quote: 500, path: 100, mentions: 10 } as const;

/** Adds a comment and tells whom it names. Whoever may read a content may comment on it. Throws NOT_FOUND, INVALID_INPUT. */
export async function addComment(ctx: Context, input: NewComment): Promise<Comment> {
  const content = await findContentDocument(input.contentId);
  assertMayRead(ctx.actor, content, input.contentId);
  const said = { text: words('text', input.text, longest.text), quote: input.quote.slice(0, longest.quote), path: words('path', input.path, longest.path), ...placed(input) };
  const mentionIds = await named(content.unitId, input.mentionIds ?? []);
  if (input.replyTo && !await CommentModel.exists({ _id: String(input.replyTo), contentId: content._id })) throw new NotFoundError({ id: input.replyTo });
  const comment: Comment = {
    _id: newId('comment'), contentId: content._id, title: content.draft.title, unitId: content.unitId, revision: Math.min(Math.max(1, input.revision), content.head.number), ...said, mentionIds,
    ...(input.replyTo ? { replyTo: input.replyTo } : {}), by: ctx.actor.id, byName: ctx.actor.name, at: ctx.now(),
  };
  return inTransaction(async () => {
    await CommentModel.create([comment]);
    await emit(ctx, CommentAdded, { commentId: comment._id, contentId: comment.contentId, mentionIds });
    return comment;
  });
}

function words(field: string, text: string, max: number): string {
  const said = text.trim();
  if (said === '' || said.length > max) throw new InvalidInputError({ field, reason: `应为 1–${max} 字 (1 to ${max} characters)` });
  return said;
}

function placed({ start, end }: NewComment): { start: number; end: number } {
  if (start < 0 || end < start) throw new InvalidInputError({ field: 'start, end', reason: '位置不正确 (no such place)' });
  return { start, end };
}

/** Whether a person may read the drafts of this unit. */
const mayReadOf = (unitId: string, { roles, unitId: own }: Person): boolean => {
  const held = permissionsOf(roles);
  return held.has('content.readAny') || (held.has('content.read') && own === unitId);
};

/** Active colleagues who may read a content of this unit, whose name holds `text`; at most 50, by name. */
export async function findColleagues(unitId: string, text?: string): Promise<Person[]> {
  const { nodes } = await findPeople({ isActive: true, ...(text ? { text } : {}) }, { first: 100 }, { nodes: { id: {}, name: {}, unitId: {}, roles: {} } });
  return nodes.filter((person) => mayReadOf(unitId, person)).slice(0, 50);
}

async function named(unitId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length > longest.mentions) throw new InvalidInputError({ field: 'mentionIds', reason: `最多 ${longest.mentions} 人 (at most ${longest.mentions} people)` });
  if (ids.length === 0) return [];
  const people = await Promise.all([...new Set(ids)].map((id) => findPerson(id)));
  const unknown = people.findIndex((person) => !person?.isActive || !mayReadOf(unitId, person));
  if (unknown >= 0) throw new InvalidInputError({ field: 'mentionIds', reason: '提到的人看不到这篇稿件 (somebody named may not read this content)' });
  return [...new Set(ids)];
}
