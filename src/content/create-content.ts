import { newId, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { inTransaction } from '../kernel/index.js';
import { assertMayEdit } from './access.js';
import { ContentModel, type ContentDocument } from './content.js';
import { emptyBody } from './document/index.js';
import { applyPatch, checkFields, type FieldsPatch } from './fields.js';
import { kindNamed } from './kinds.js';
import type { ContentFields } from './release.js';
import { addRevision } from './save-revision.js';
import { slugFor } from './slug.js';

/** Creates a content as a draft, in one's own unit unless another is named. Throws INVALID_FIELDS, INVALID_BODY, FORBIDDEN. */
export async function createContent(ctx: Context, kindName: string, patch: FieldsPatch): Promise<ContentDocument> {
  const kind = kindNamed(kindName);
  const blank = { body: emptyBody(), unitId: ctx.actor.unitId ?? '' } as ContentFields;
  const fields = await checkFields(kind, applyPatch(blank, patch));
  assertMayEdit(ctx.actor, fields.unitId);
  const id = newId(kind.name);
  return inTransaction(async () => {
    const content = new ContentModel({
      _id: id, kind: kind.name, slug: slugFor(fields.title, id), workflow: 'draft', publication: 'unpublished',
      createdBy: ctx.actor.id, createdAt: ctx.now(),
    });
    await addRevision(ctx, content, fields);
    await content.save();
    await record(ctx, { action: 'content.create', subjectType: kind.typeName, subjectId: id, summary: { title: fields.title } });
    return content.toObject();
  });
}
