import { Arg, Authorized, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { dayOf, startOfDays, type Context } from '../kernel/index.js';
import type { DeliveryState } from './delivery-states.js';
import { DeliveryModel } from './delivery.js';

@ObjectType({ description: 'What arrived on one day by one kind of outlet.', simpleResolvers: true })
export class DeliveryDay {
  @Field(() => String, { description: 'The day in Hangzhou, such as 2026-11-28.' })
  day!: string;

  @Field(() => String, { description: 'The kind of outlet.' })
  channelId!: string;

  @Field(() => Int, { description: 'Deliveries that receivers confirmed on that day.' })
  delivered!: number;

  @Field(() => Int, { description: 'Deliveries that ended without arriving, and that no later version followed: refused, or all tries used up.' })
  failed!: number;
}

const countOf = (...states: DeliveryState[]) => ({ $sum: { $cond: [{ $in: ['$state', states] }, 1, 0] } });

/** Settled deliveries by day and channel, oldest day first. One command, answered from the index alone. A partner's are its own. Throws INVALID_INPUT. */
export const countByDay = (ctx: Context, days: number): Promise<DeliveryDay[]> => DeliveryModel.aggregate<DeliveryDay>([
  { $match: { settledAt: { $gte: startOfDays(ctx.now(), days) }, ...(ctx.actor.destinationId ? { destinationId: ctx.actor.destinationId } : {}) } },
  { $group: { _id: { day: dayOf('$settledAt'), channelId: '$channelId' }, delivered: countOf('delivered'), failed: countOf('refused', 'dead') } },
  { $sort: { _id: 1 } },
  { $project: { _id: 0, day: '$_id.day', channelId: '$_id.channelId', delivered: 1, failed: 1 } },
], { hint: 'settled' });

@Resolver()
export class DeliveryDaysResolver {
  @Authorized('delivery.read')
  @Query(() => [DeliveryDay], { description: '送达趋势: deliveries settled on each of the last days, by kind of outlet; what has none is left out. A partner sees its own.' })
  deliveriesByDay(@Arg('days', () => Int, { nullable: true, description: 'How many days, today included: 1 to 92; 14 when absent.' }) days: number | undefined, @Ctx() ctx: Context): Promise<DeliveryDay[]> {
    return countByDay(ctx, days ?? 14);
  }
}
