import { Arg, Authorized, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Content } from '../content/index.js';
import { DestinationRow } from '../distribution/index.js';
import { may, type Context } from '../kernel/index.js';
import { findReach, findReachTotals, type ReachOfContent, type ReachTotals } from './find-reach.js';
import { ReachCount, ReachCountModel } from './reach-count.js';
import { Reach } from './reach.js';

@ObjectType('ReachTotals', { description: 'Sums over outlets and days. Who read it at two outlets or on two days counts twice.', simpleResolvers: true })
class ReachTotalsView implements ReachTotals {
  @Field(() => Int, { description: 'Readers.' })
  readers!: number;

  @Field(() => Int, { description: 'People who shared it.' })
  shares!: number;

  @Field(() => Int, { description: 'People who liked it.' })
  likes!: number;

  @Field(() => Int, { description: 'Comments.' })
  comments!: number;

  @Field(() => Int, { description: 'People who kept it.' })
  favourites!: number;
}

@ObjectType('ReachOfContent', { description: '阅读数据: how many read a content.', simpleResolvers: true })
class ReachOfContentView implements ReachOfContent {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => ReachTotalsView, { description: 'Everything summed up.' })
  total!: ReachTotalsView;

  @Field(() => [Reach], { description: 'By day and outlet, oldest day first.' })
  days!: readonly Reach[];
}

@Resolver()
export class ReachResolver {
  @Authorized('coverage.read')
  @Query(() => ReachOfContentView, { description: '阅读数据: how many read a content, by day and outlet.' })
  reach(@Arg('contentId', () => ID, { description: 'The content.' }) contentId: string): Promise<ReachOfContent> {
    return findReach(contentId);
  }
}

@Resolver(() => Content)
export class ContentReachResolver {
  @FieldResolver(() => ReachTotalsView, { nullable: true, description: '阅读数据 summed up. Absent for who may not read coverage.' })
  async reach(@Root() content: Content, @Ctx() ctx: Context): Promise<ReachTotals | undefined> {
    return may(ctx.actor, 'coverage.read') ? ctx.loader('reachTotalsOf', findReachTotals).load(content._id) : undefined;
  }
}

@Resolver(() => DestinationRow)
export class DestinationReachResolver {
  @FieldResolver(() => ReachCount, { nullable: true, description: 'How the last counting of readers went; absent before the first.' })
  async reachCount(@Root() { _id }: DestinationRow, @Ctx() ctx: Context): Promise<ReachCount | undefined> {
    return ctx.loader('reachCountOf', countsOf).load(_id);
  }
}

async function countsOf(ids: readonly string[]): Promise<(ReachCount | undefined)[]> {
  const rows = new Map((await ReachCountModel.find({ _id: { $in: ids } }).lean<ReachCount[]>()).map((row) => [row._id, row]));
  return ids.map((id) => rows.get(id));
}
