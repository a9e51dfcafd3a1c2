import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/index.js';
import { DeliveryReplay } from '../delivery-resolver.js';
import { DeliveryRow } from '../delivery.js';
import { replayDeliveries, type Replay } from '../replay-deliveries.js';
import { testDestination } from '../test-destination.js';
import { findMyDestination, MyDestination, ownDestinationId } from './my-destination.js';
import { PartnerReceipt, receiptsOf } from './partner-receipt.js';
import { ReplayMyDeliveriesInput, ReportReceiptInput } from './portal-inputs.js';
import { reportReceipt } from './report-receipt.js';

@Resolver(() => DeliveryRow)
export class PortalResolver {
  @Authorized('portal.use')
  @Query(() => MyDestination, { description: '合作媒体自助: the destination of the key in use. Its deliveries are in `deliveries`.' })
  myDestination(@Ctx() ctx: Context): Promise<MyDestination> {
    return findMyDestination(ctx);
  }

  @Authorized('portal.use')
  @Mutation(() => DeliveryReplay, { description: 'Has what failed in a time range sent to you again, oldest first, at most 500 at once.' })
  replayMyDeliveries(@Arg('input', () => ReplayMyDeliveriesInput, { description: 'The range.' }) input: ReplayMyDeliveriesInput, @Ctx() ctx: Context): Promise<Replay> {
    return replayDeliveries(ctx, { ...input, destinationId: ownDestinationId(ctx) });
  }

  @Authorized('portal.use')
  @Mutation(() => [String], { description: 'Has a test event sent to you: one sentence per finding, none when all is well.' })
  testMyDestination(@Ctx() ctx: Context): Promise<string[]> {
    return testDestination(ctx, ownDestinationId(ctx));
  }

  @Authorized('delivery.confirm')
  @Mutation(() => PartnerReceipt, { description: '回执: tells what became of a delivery: accepted, declined, or ran and where. The same report again changes nothing.' })
  reportReceipt(@Arg('input', () => ReportReceiptInput, { description: 'The report.' }) input: ReportReceiptInput, @Ctx() ctx: Context): Promise<PartnerReceipt> {
    return reportReceipt(ctx, input);
  }

  @FieldResolver(() => [PartnerReceipt], { description: '回执: what the partner reported about it, oldest first.' })
  async receipts(@Root() { _id }: DeliveryRow, @Ctx() ctx: Context): Promise<PartnerReceipt[]> {
    return (await ctx.loader('receiptsOf', receiptsOf).load(_id)) ?? [];
  }
}
