import { emit, inTransaction, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { assertMayEdit } from './access.js';
import { stateOf, type ContentDocument, type StoredContent } from './content.js';
import { canonicalJson } from './document/index.js';
import { RevisionConflictError } from './errors.js';
import { ContentRevised } from './events.js';
import { applyPatch, checkBody, checkFields, type FieldsPatch } from './fields.js';
import { fieldsInWords, flatFields } from './fields-in-words.js';
import { kindNamed } from './kinds.js';
import { loadContent } from './load-content.js';
import { assertNotLockedByOther } from './locks.js';
import type { ContentFields } from './release.js';
import { fieldsOf, hashOf } from './revision.js';
import { addRevision } from './save-revision.js';
import { cancelSchedule } from './schedule.js';
import { advance } from './workflow.js';

/** A change to a content: only what changes, and the revision it was made from. */
export interface ContentUpdate {
  readonly id: string;
  readonly expectedRevision: number;
  readonly patch: FieldsPatch;
}

/**
 * Saves a new revision. Signatures, approval and schedule of the one before it are void. Saving what is there already changes
 * nothing. Throws REVISION_CONFLICT with both values, LOCKED, WRONG_STATE, INVALID_FIELDS, INVALID_BODY, FORBIDDEN, NOT_FOUND.
 */
export async function updateContent(ctx: Context, { id, expectedRevision, patch: asked }: ContentUpdate): Promise<ContentDocument> {
  // First of all: nothing may walk through a body before its depth is known.
  const patch = asked.body ? { ...asked, body: checkBody(asked.body) } : asked;
  return inTransaction(async () => {
    const content = await loadContent(ctx, id);
    assertMayEdit(ctx.actor, content.unitId);
    assertNotLockedByOther(ctx.actor, content.lock, ctx.now());
    await assertExpected(ctx, content, expectedRevision, patch);
    const fields = await checkFields(kindNamed(content.kind), applyPatch(fieldsOf(content.draft), patch), content.draft);
    assertMayEdit(ctx.actor, fields.unitId);
    if (hashOf(content.kind, fields) === content.head.contentHash) return content.toObject();
    await saveNewHead(ctx, content, fields);
    return content.toObject();
  });
}

/** Makes `fields` the newest revision and everything signed before it void. For verbs; inside a transaction. */
export async function saveNewHead(ctx: Context, content: StoredContent, fields: ContentFields, restoredFrom?: number): Promise<void> {
  const before = content.head.revisionId;
  const { workflow } = content;
  await cancelSchedule(content);
  Object.assign(content, advance(stateOf(content), 'update'));
  content.approved = undefined;
  const revision = await addRevision(ctx, content, fields, restoredFrom);
  await content.save();
  await record(ctx, { action: 'content.update', subjectType: kindNamed(content.kind).typeName, subjectId: content._id, summary: { revision: revision.number, ...(restoredFrom ? { restoredFrom } : {}) } });
  if (workflow !== 'draft' && workflow !== 'returned' && workflow !== 'released') await emit(ctx, ContentRevised, { contentId: content._id, voidedRevisionId: before, revisionId: revision._id });
}

async function assertExpected(ctx: Context, content: StoredContent, expected: number, patch: FieldsPatch): Promise<void> {
  if (content.head.number === expected) return;
  throw new RevisionConflictError({ name: content.head.savedByName, actual: content.head.number, expected }, {
    actualRevision: content.head.number,
    expectedRevision: expected,
    savedBy: content.head.savedByName,
    savedAt: content.head.savedAt,
    conflicts: await conflictsOf(ctx, content.toObject(), patch),
  });
}

/** Both sides of every field that is asked for and stands differently now, as stored and in words; the kind's own fields by their own names. */
async function conflictsOf(ctx: Context, { kind, draft }: ContentDocument, patch: FieldsPatch): Promise<object[]> {
  const [mine, theirs] = [{ ...patch.body && { body: patch.body }, ...flatFields(patch as Partial<ContentFields>) }, { body: draft.body, ...flatFields(fieldsOf(draft)) }] as const;
  const [mineInWords, theirsInWords] = await Promise.all([fieldsInWords(ctx, kind, flatFields(patch as Partial<ContentFields>)), fieldsInWords(ctx, kind, flatFields(fieldsOf(draft)))]);
  const asked = Object.keys({ ...patch, ...patch.details }).filter((name) => name !== 'details');
  const differing = asked.filter((name) => canonicalJson(valueOf(mine, name)) !== canonicalJson(valueOf(theirs, name)));
  return differing.map((field) => ({ field, yours: valueOf(mine, field), theirs: valueOf(theirs, field), yoursInWords: mineInWords.get(field), theirsInWords: theirsInWords.get(field) }));
}

const valueOf = (fields: Readonly<Record<string, unknown>>, name: string): unknown => fields[name] ?? null;
