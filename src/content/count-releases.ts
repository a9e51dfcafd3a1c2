import { Arg, Authorized, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { dayOf, startOfDays, type Context } from '../kernel/index.js';
import { ReleaseModel, type ReleaseAction } from './release.js';

@ObjectType({ description: 'What was released on one day.', simpleResolvers: true })
export class ReleaseDay {
  @Field(() => String, { description: 'The day in Hangzhou, such as 2026-11-28.' })
  day!: string;

  @Field(() => Int, { description: '发布: contents that readers saw for the first time, or again after a retraction.' })
  published!: number;

  @Field(() => Int, { description: '更正: new versions of what readers had.' })
  corrected!: number;

  @Field(() => Int, { description: '撤稿: contents taken back.' })
  retracted!: number;
}

const countOf = (action: ReleaseAction) => ({ $sum: { $cond: [{ $eq: ['$action', action] }, 1, 0] } });

/** Releases by day, oldest first; days without any are left out. One command, answered from the index alone. Throws INVALID_INPUT. */
export const countReleases = (ctx: Context, days: number): Promise<ReleaseDay[]> => ReleaseModel.aggregate<ReleaseDay>([
  { $match: { releasedAt: { $gte: startOfDays(ctx.now(), days) } } },
  { $group: { _id: dayOf('$releasedAt'), published: countOf('publish'), corrected: countOf('correct'), retracted: countOf('retract') } },
  { $sort: { _id: 1 } },
  { $project: { _id: 0, day: '$_id', published: 1, corrected: 1, retracted: 1 } },
]);

@Resolver()
export class ReleasesResolver {
  @Authorized('content.read')
  @Query(() => [ReleaseDay], { description: '发布趋势: what was released on each of the last days, oldest first; days without any are left out.' })
  releasesByDay(@Arg('days', () => Int, { nullable: true, description: 'How many days, today included: 1 to 92; 14 when absent.' }) days: number | undefined, @Ctx() ctx: Context): Promise<ReleaseDay[]> {
    return countReleases(ctx, days ?? 14);
  }
}
