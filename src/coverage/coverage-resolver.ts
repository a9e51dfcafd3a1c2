import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Content } from '../content/index.js';
import { assertId, DateTime, defineNode, findPage, may, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { Coverage, CoverageConnection, CoverageModel, OutletLevelEnum, type OutletLevel } from './coverage.js';
import { recordCoverage, type SeenCoverage } from './record-coverage.js';

@InputType({ description: 'Which records to list.' })
export class CoverageFilter {
  @Field(() => ID, { nullable: true, description: 'Of this content.' })
  contentId?: string;

  @Field(() => ID, { nullable: true, description: 'At this destination.' })
  destinationId?: string;

  @Field(() => DateTime, { nullable: true, description: 'Ran at or after.' })
  since?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Ran before.' })
  until?: Date;
}

@InputType({ description: 'Where somebody saw that a content ran.' })
export class RecordCoverageInput implements SeenCoverage {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => String, { description: 'The outlet\'s name, at most 100 characters.' })
  outlet!: string;

  @Field(() => String, { description: 'Where it ran: an http or https address.' })
  url!: string;

  @Field(() => OutletLevelEnum, { nullable: true, description: 'How high the outlet stands.' })
  level?: OutletLevel;

  @Field(() => String, { nullable: true, description: 'Where on the page or in the programme, at most 100 characters.' })
  position?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ran; now, when left out.' })
  ranAt?: Date;
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @Authorized('coverage.read')
  @Query(() => CoverageConnection, { description: '刊播情况: where content ran, newest first.' })
  coverage(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => CoverageFilter, { nullable: true, description: 'Which to list.' }) filter: CoverageFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Coverage>> {
    return findPage<Coverage>({ collection: 'coverage', filter: toQuery(filter ?? {}), orderBy: [['ranAt', -1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @Authorized('coverage.record')
  @Mutation(() => Coverage, { description: '登记刊播: records where somebody saw that a content ran; what is known of that address is completed.' })
  recordCoverage(@Arg('input', () => RecordCoverageInput, { description: 'What was seen.' }) input: RecordCoverageInput, @Ctx() ctx: Context): Promise<Coverage> {
    return recordCoverage(ctx, input);
  }
}

function toQuery({ contentId, destinationId, since, until }: CoverageFilter): Record<string, unknown> {
  if (contentId != null) assertId(contentId);
  if (destinationId != null) assertId(destinationId, 'destination');
  return {
    ...(contentId != null && { contentId }), ...(destinationId != null && { destinationId }),
    ...((since || until) && { ranAt: { ...(since && { $gte: since }), ...(until && { $lt: until }) } }),
  };
}

@Resolver(() => Content)
export class ContentCoverageResolver {
  @FieldResolver(() => [Coverage], { description: '刊播情况: where it ran, newest first, at most 200. Empty for who may not read coverage.' })
  async coverage(@Root() content: Content, @Ctx() ctx: Context): Promise<Coverage[]> {
    if (!may(ctx.actor, 'coverage.read')) return [];
    return (await ctx.loader('coverageOf', coverageOf).load(content._id)) ?? [];
  }
}

/** Most records shown of one content. */
const mostOfContent = 200;

async function coverageOf(contentIds: readonly string[]): Promise<Coverage[][]> {
  const rows = await CoverageModel.find({ contentId: { $in: contentIds } }).sort({ contentId: 1, ranAt: -1, _id: -1 }).lean<Coverage[]>();
  return contentIds.map((id) => rows.filter(({ contentId }) => contentId === id).slice(0, mostOfContent));
}

defineNode('coverage', { typeName: 'Coverage', find: async (ctx, id) => (may(ctx.actor, 'coverage.read') ? CoverageModel.findById(id).lean<Coverage>() : undefined) });
