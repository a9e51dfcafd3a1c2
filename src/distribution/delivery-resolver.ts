import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, DateTime, defineNode, graphqlEnum, InvalidInputError, may, PageArgs, said, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { Content } from '../content/index.js';
import { Attempt, AttemptModel } from './attempt.js';
import { DeliveryPause, healthsOf, pauseFor } from './delivery-pause.js';
import { DeliveryStateEnum, type DeliveryState } from './delivery-states.js';
import { DeliveryRow } from './delivery.js';
import { destinationCache, DestinationRow } from './destination.js';
import { countByState, findDeliveries, findDeliveriesOf, isLate, isStuck, type DeliveryOrder } from './find-deliveries.js';
import { DeliveryProgress, findProgress } from './find-progress.js';
import { DeliveryFilterInput, ReplayDeliveriesInput, SettleByHandInput } from './inputs.js';
import { replayDeliveries, type Replay } from './replay-deliveries.js';
import { cancelDelivery, findOwnDelivery, retryDelivery, settleByHand } from './steer-delivery.js';

const DeliveryConnection = connectionType('Delivery', () => DeliveryRow);
const theDelivery = { description: 'The delivery.' };

const DeliveryOrderEnum = graphqlEnum<DeliveryOrder>('DeliveryOrder', 'How to sort deliveries.', { newest: 'Planned last, first.', oldest: 'Planned first, first.' });

@ObjectType({ description: 'How many deliveries stand in a state.', simpleResolvers: true })
class DeliveryStateCount {
  @Field(() => DeliveryStateEnum, { description: 'The state.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What a replay did.', simpleResolvers: true })
export class DeliveryReplay implements Replay {
  @Field(() => Int, { description: 'How many go out again.' })
  reopened!: number;

  @Field(() => Int, { description: 'How many were left alone, because a later version followed.' })
  skipped!: number;

  @Field(() => DateTime, { nullable: true, description: 'There is more: ask again from here.' })
  continueFrom?: Date;
}

@Resolver(() => DeliveryRow)
export class DeliveryResolver {
  @Authorized('delivery.read')
  @Query(() => DeliveryConnection, { description: '分发台账: deliveries, newest first. A partner sees its own.' })
  deliveries(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => DeliveryFilterInput, { nullable: true, description: 'Which to list.' }) filter: DeliveryFilterInput | undefined,
    @Arg('orderBy', () => DeliveryOrderEnum, { nullable: true, description: 'How to sort them.' }) orderBy: DeliveryOrder | undefined,
    @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<DeliveryRow>> {
    return findDeliveries(ctx, { page, selection: selectionOf(info), ...(filter ? { filter } : {}), ...(orderBy ? { orderBy } : {}) });
  }

  @Authorized('delivery.read')
  @Query(() => DeliveryRow, { description: 'One delivery.' })
  delivery(@Arg('id', () => ID, theDelivery) id: string, @Ctx() ctx: Context): Promise<DeliveryRow> {
    return findOwnDelivery(ctx, id);
  }

  @Authorized('delivery.read')
  @Query(() => [DeliveryStateCount], { description: 'How many deliveries stand in each state.' })
  deliveryCounts(
    @Arg('destinationId', () => ID, { nullable: true, description: 'Of one destination.' }) destinationId: string | undefined,
    @Arg('since', () => DateTime, { nullable: true, description: 'Planned at or after.' }) since: Date | undefined,
    @Ctx() ctx: Context,
  ): Promise<DeliveryStateCount[]> {
    return countByState(ctx, { destinationId, since });
  }

  @Authorized('delivery.read')
  @Query(() => DeliveryProgress, { description: '送达情况: confirmed by n of m, and who is missing.' })
  deliveryProgress(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('version', () => Int, { description: 'The version.' }) version: number,
    @Ctx() ctx: Context,
  ): Promise<DeliveryProgress> {
    return findProgress(ctx, contentId, version);
  }

  @Authorized('delivery.retry')
  @Mutation(() => DeliveryRow, { description: '重新分发: sends the same bytes again under the same id, now and with all its tries; also what has arrived already.' })
  retryDelivery(@Arg('id', () => ID, theDelivery) id: string, @Ctx() ctx: Context): Promise<DeliveryRow> {
    return retryDelivery(ctx, id);
  }

  @Authorized('delivery.cancel')
  @Mutation(() => DeliveryRow, { description: '取消分发: takes back a delivery that has not gone out.' })
  cancelDelivery(@Arg('id', () => ID, theDelivery) id: string, @Arg('reason', () => String, { description: 'Why.' }) reason: string, @Ctx() ctx: Context): Promise<DeliveryRow> {
    return cancelDelivery(ctx, id, said('reason', reason));
  }

  @Authorized('delivery.confirm')
  @Mutation(() => DeliveryRow, { description: '登记接收结果: writes down what a person found out about a delivery.' })
  settleDelivery(@Arg('input', () => SettleByHandInput, { description: 'What was found out.' }) input: SettleByHandInput, @Ctx() ctx: Context): Promise<DeliveryRow> {
    const { id, hasArrived, url } = input;
    if (url && (!URL.canParse(url) || !/^https?:/.test(url))) throw new InvalidInputError({ field: 'url', reason: '应为 http 或 https 地址 (an http or https address)' });
    return settleByHand(ctx, id, { hasArrived, note: said('note', input.note), ...(url ? { url } : {}) });
  }

  @Authorized('delivery.retry')
  @Mutation(() => DeliveryReplay, { description: '批量重发: sends again what failed in a time range, at one destination or at all, oldest first, at most 500 at once.' })
  replayDeliveries(@Arg('input', () => ReplayDeliveriesInput, { description: 'The range.' }) input: ReplayDeliveriesInput, @Ctx() ctx: Context): Promise<DeliveryReplay> {
    return replayDeliveries(ctx, input);
  }

  @FieldResolver(() => DestinationRow, { nullable: true, description: 'Where it goes. Only with the right to read destinations.' })
  destination(@Root() { destinationId }: DeliveryRow, @Ctx() ctx: Context): Promise<DestinationRow | undefined> {
    return may(ctx.actor, 'destination.read') ? destinationCache.get(destinationId) : Promise.resolve(undefined);
  }

  @FieldResolver(() => Int, { description: 'How often a worker was at it.' })
  attemptCount(@Root() { attempts }: DeliveryRow): number {
    return attempts;
  }

  @FieldResolver(() => [Attempt], { description: 'Its attempts, oldest first, the last hundred.' })
  async attempts(@Root() { _id }: DeliveryRow, @Ctx() ctx: Context): Promise<Attempt[]> {
    return (await ctx.loader('attemptsOf', attemptsOf).load(_id)) ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has been due for more than five minutes.' })
  isLate(@Root() row: DeliveryRow, @Ctx() ctx: Context): boolean {
    return isLate(row, ctx.now());
  }

  @FieldResolver(() => Boolean, { description: 'Whether nothing will happen to it without a person.' })
  async isStuck(@Root() row: DeliveryRow): Promise<boolean> {
    return isStuck(row, (await destinationCache.get(row.destinationId))?.isActive ?? false);
  }

  @FieldResolver(() => DeliveryPause, { nullable: true, description: 'The pause of its destination that it waits for, beside its own `dueAt`; absent when it does not wait, or for nothing but its time.' })
  async pause(@Root() row: DeliveryRow, @Ctx() ctx: Context): Promise<DeliveryPause | undefined> {
    if (row.state !== 'waiting') return undefined;
    const health = await ctx.loader('healthOf', healthsOf).load(row.destinationId);
    return health && pauseFor(row, health, ctx.now());
  }
}

/** Most attempts shown of one delivery. */
const mostAttempts = 100;

async function attemptsOf(deliveryIds: readonly string[]): Promise<Attempt[][]> {
  const attempts = await AttemptModel.find({ deliveryId: { $in: deliveryIds } }).sort({ deliveryId: 1, _id: 1 }).lean<Attempt[]>();
  return deliveryIds.map((id) => attempts.filter(({ deliveryId }) => deliveryId === id).slice(-mostAttempts));
}

@Resolver(() => Content)
export class ContentDeliveriesResolver {
  @FieldResolver(() => [DeliveryRow], { description: '分发台账: its deliveries, newest version first. Empty for who may not read the ledger.' })
  deliveries(@Root() content: Content, @Ctx() ctx: Context): Promise<DeliveryRow[]> {
    return findDeliveriesOf(ctx, content._id);
  }
}

defineNode('delivery', { typeName: 'Delivery', find: async (ctx, id) => (may(ctx.actor, 'delivery.read') ? findOwnDelivery(ctx, id) : undefined) });
