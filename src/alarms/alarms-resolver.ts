import { Authorized, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTime, type Context } from '../kernel/index.js';
import { findProblems } from './find-problems.js';
import { Problem } from './problem.js';

@ObjectType({ description: '系统健康: whether all is well, and what is not.', simpleResolvers: true })
export class SystemHealth {
  @Field(() => Boolean, { description: 'Whether everything works. What only wants a look does not count.' })
  isWell!: boolean;

  @Field(() => DateTime, { description: 'When it was looked at.' })
  at!: Date;

  @Field(() => [Problem], { description: 'What is wrong, the worst first.' })
  problems!: Problem[];
}

/** What `systemHealth` and `/health` tell. */
export async function findHealth(ctx: Pick<Context, 'now'>): Promise<SystemHealth> {
  const problems = await findProblems(ctx);
  return { isWell: problems.every(({ grade }) => grade !== 'trouble'), at: ctx.now(), problems };
}

@Resolver()
export class AlarmsResolver {
  @Authorized('job.read')
  @Query(() => SystemHealth, { description: '系统健康: what is wrong now, in words: late publications, overdue and stuck deliveries, closed destinations, jobs that were given up.' })
  systemHealth(@Ctx() ctx: Context): Promise<SystemHealth> {
    return findHealth(ctx);
  }
}
