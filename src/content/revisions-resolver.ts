import { Arg, Args, Authorized, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, DateTime, findPage, JsonObject, nodeSelection, NotFoundError, PageArgs, projectionFor, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { canonicalJson, diffBodies } from './document/index.js';
import { fieldsInWords, flatFields } from './fields-in-words.js';
import { loadContent } from './load-content.js';
import type { Revision } from './revision.js';
import { fieldsOf, RevisionModel } from './revision.js';

@ObjectType('Revision', { description: 'What a content said at one moment. Never changed.', simpleResolvers: true })
export class RevisionType {
  @Field(() => ID, { name: 'id', description: 'The identifier.', simple: false })
  _id!: string;

  @Field(() => Int, { description: 'Counts from 1 within its content.' })
  number!: number;

  @Field(() => String, { description: 'The hash that signatures are bound to.' })
  contentHash!: string;

  @Field(() => String, { description: '标题.' })
  title!: string;

  @Field(() => String, { description: '摘要.' })
  summary!: string;

  @Field(() => JsonObject, { description: '正文 as a structured document.' })
  body!: object;

  @Field(() => ID, { nullable: true, description: '封面: the asset it had then.' })
  coverId?: string;

  @Field(() => String, { description: 'Who saved it.' })
  createdByName!: string;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Int, { nullable: true, description: 'The number of the revision it brought back.' })
  restoredFrom?: number;
}

@ObjectType({ description: 'A field as a person reads it.', simpleResolvers: true })
export class WordedField {
  @Field(() => String, { description: 'The field: `title`, `unitId`, of a case `measure` and so on.' })
  field!: string;

  @Field(() => String, { description: 'What it says: names instead of ids, figures one to a line. Yes and no are `true` and `false`, times ISO 8601.' })
  text!: string;
}

@ObjectType({ description: 'A field that two revisions have differently.', simpleResolvers: true })
export class FieldChange {
  @Field(() => String, { description: 'The field; one of the kind\'s own by its own name.' })
  field!: string;

  @Field(() => JsonObject, { description: '`{ before, after }`, as stored.' })
  values!: object;

  @Field(() => String, { nullable: true, description: 'What it said before, as `WordedField.text`; absent where it was empty.' })
  before?: string | undefined;

  @Field(() => String, { nullable: true, description: 'What it says after; absent where it is empty.' })
  after?: string | undefined;
}

@ObjectType({ description: 'What two revisions have differently.', simpleResolvers: true })
export class RevisionDiff {
  @Field(() => [FieldChange], { description: 'Fields other than the body.' })
  fields!: FieldChange[];

  @Field(() => [JsonObject], { description: 'The body block by block: `{ op: same | added | removed | changed, path, before, after, parts }`.' })
  body!: object[];
}

const RevisionConnection = connectionType('Revision', () => RevisionType);

@Resolver()
export class RevisionsResolver {
  @Authorized('content.read')
  @Query(() => RevisionConnection, { description: 'The revisions of a content, newest first.' })
  async revisions(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('number', () => Int, { nullable: true, description: 'Only the revision with this number.' }) number: number | null | undefined,
    @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RevisionType>> {
    await loadContent(ctx, contentId);
    const selection = selectionOf(info);
    const projection = projectionFor(nodeSelection(selection), {});
    return findPage<RevisionType>({ collection: 'revisions', filter: { contentId, ...(typeof number === 'number' ? { number } : {}) }, orderBy: [['number', -1]], args, projection, withTotal: 'totalCount' in selection });
  }

  @Authorized('content.read')
  @Query(() => RevisionDiff, { description: 'What two revisions of a content have differently.' })
  async revisionDiff(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('from', () => Int, { description: 'The number of the earlier one.' }) from: number,
    @Arg('to', () => Int, { description: 'The number of the later one.' }) to: number,
    @Ctx() ctx: Context,
  ): Promise<RevisionDiff> {
    await loadContent(ctx, contentId);
    const [before, after] = await Promise.all([revisionNumbered(contentId, from), revisionNumbered(contentId, to)]);
    return { fields: await changedFields(ctx, before, after), body: diffBodies(before.body, after.body) };
  }

  @Authorized('content.read')
  @Query(() => [WordedField], { description: 'All fields of one revision but its body, as a person reads them; empty ones left out.' })
  async revisionFields(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('number', () => Int, { description: 'The number of the revision.' }) number: number,
    @Ctx() ctx: Context,
  ): Promise<WordedField[]> {
    await loadContent(ctx, contentId);
    const revision = await revisionNumbered(contentId, number);
    return [...await fieldsInWords(ctx, revision.kind, flatFields(fieldsOf(revision)))].map(([field, text]) => ({ field, text }));
  }
}

async function revisionNumbered(contentId: string, number: number): Promise<Revision> {
  const revision = await RevisionModel.findOne({ contentId, number }).lean<Revision>();
  if (!revision) throw new NotFoundError({ id: `${contentId}#${number}` });
  return revision;
}

async function changedFields(ctx: Context, before: Revision, after: Revision): Promise<FieldChange[]> {
  const [old, now] = [flatFields(fieldsOf(before)), flatFields(fieldsOf(after))];
  const [oldWords, nowWords] = await Promise.all([fieldsInWords(ctx, before.kind, old), fieldsInWords(ctx, after.kind, now)]);
  return Object.keys({ ...now, ...old })
    .filter((field) => canonicalJson(old[field] ?? null) !== canonicalJson(now[field] ?? null))
    .map((field) => ({ field, values: { before: old[field] ?? null, after: now[field] ?? null }, before: oldWords.get(field), after: nowWords.get(field) }));
}
