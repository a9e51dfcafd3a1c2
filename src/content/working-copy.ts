import mongoose, { Schema } from 'mongoose';
import { Field, InputType, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, InvalidInputError, type Context } from '../kernel/index.js';
import { assertMayEdit } from './access.js';
import { loadContent } from './load-content.js';

@ObjectType({ description: '工作稿: what one person has typed into a content and not saved as a revision yet. Nobody else sees it; nothing is signed by it.', simpleResolvers: true })
export class WorkingCopy {
  @Field(() => Int, { description: 'The number of the revision it began from.' })
  baseRevision!: number;

  @Field(() => String, { description: 'The changed fields as a JSON object, as an update takes them.' })
  changes!: string;

  @Field(() => DateTime, { description: 'When it was kept.' })
  savedAt!: Date;

  @Field(() => Int, { description: 'The number of the newest revision: a later one than the base means that somebody saved meanwhile.' })
  newestRevision!: number;

  @Field(() => String, { description: 'Who saved the newest revision.' })
  newestSavedByName!: string;
}

@InputType({ description: 'What was typed so far.' })
export class KeepWorkingCopyInput {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'The number of the revision it began from.' })
  baseRevision!: number;

  @Field(() => String, { description: 'The changed fields as a JSON object, at most two million characters.' })
  changes!: string;
}

/** Days after which a forgotten working copy goes. */
const keptDays = 90;
const longestChanges = 2_000_000;

interface StoredCopy {
  _id: string;
  contentId: string;
  personId: string;
  baseRevision: number;
  /** As text: what nobody has judged yet is neither walked through nor read as an operator of the database. */
  changes: string;
  savedAt: Date;
}

const copySchema = new Schema<StoredCopy>({
  _id: { type: String, required: true }, contentId: { type: String, required: true }, personId: { type: String, required: true },
  baseRevision: { type: Number, required: true }, changes: { type: String, required: true }, savedAt: { type: Date, required: true },
}, { collection: 'workingCopies', versionKey: false });
copySchema.index({ savedAt: 1 }, { expireAfterSeconds: keptDays * 86_400 });

const WorkingCopyModel = mongoose.model<StoredCopy>('WorkingCopy', copySchema);

const copyId = (ctx: Context, contentId: string): string => `${contentId}.${ctx.actor.id}`;

/** One's own working copy of a content, or null. Throws NOT_FOUND, FORBIDDEN. */
export async function findWorkingCopy(ctx: Context, contentId: string): Promise<WorkingCopy | null> {
  const { head, unitId } = await loadContent(ctx, contentId);
  assertMayEdit(ctx.actor, unitId);
  const copy = await WorkingCopyModel.findById(copyId(ctx, contentId)).lean<StoredCopy>();
  return copy && { ...copy, newestRevision: head.number, newestSavedByName: head.savedByName };
}

/** Keeps what was typed, in place of what was kept before. Makes no revision and voids no signature. Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT. */
export async function keepWorkingCopy(ctx: Context, { contentId, baseRevision, changes }: KeepWorkingCopyInput): Promise<WorkingCopy> {
  if (changes.length > longestChanges || !changes.startsWith('{')) throw new InvalidInputError({ field: 'changes', reason: `应为不超过 ${longestChanges} 字的 JSON 对象 (a JSON object of at most ${longestChanges} characters)` });
  const { head, unitId } = await loadContent(ctx, contentId);
  assertMayEdit(ctx.actor, unitId);
  const savedAt = ctx.now();
  await WorkingCopyModel.updateOne({ _id: copyId(ctx, contentId) }, { $set: { contentId, personId: ctx.actor.id, baseRevision, changes, savedAt } }, { upsert: true });
  return { baseRevision, changes, savedAt, newestRevision: head.number, newestSavedByName: head.savedByName };
}

/** Forgets one's own working copy: it was saved as a revision, or given up. */
export async function dropWorkingCopy(ctx: Context, contentId: string): Promise<boolean> {
  await loadContent(ctx, contentId);
  const { deletedCount } = await WorkingCopyModel.deleteOne({ _id: copyId(ctx, contentId) });
  return deletedCount > 0;
}
