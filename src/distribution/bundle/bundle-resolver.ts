import { Arg, Authorized, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { defineNode, may, type Context } from '../../kernel/index.js';
import { DeliveryModel, DeliveryRow } from '../delivery.js';
import { BundleModel, BundleRow } from './bundle.js';
import { createBundle, type BundleInput } from './create-bundle.js';

@InputType({ description: 'Several contents that go to one destination as one.' })
export class CreateDeliveryBundleInput implements BundleInput {
  @Field(() => ID, { description: 'The destination. Its channel must take bundles (`Channel.mostParts`).' })
  destinationId!: string;

  @Field(() => [ID], { description: 'The contents, in their order: what readers see of them now. The first leads.' })
  contentIds!: string[];
}

/** Most bundles listed. */
const mostListed = 100;

@Resolver(() => BundleRow)
export class BundleResolver {
  @Authorized('destination.read')
  @Query(() => [BundleRow], { description: '多图文, newest first, at most 100.' })
  deliveryBundles(@Arg('destinationId', () => ID, { nullable: true, description: 'Of one destination.' }) destinationId: string | undefined): Promise<BundleRow[]> {
    return BundleModel.find(destinationId ? { destinationId } : {}).sort({ createdAt: -1 }).limit(mostListed).lean<BundleRow[]>().exec();
  }

  @Authorized('delivery.retry')
  @Mutation(() => BundleRow, { description: '组成多图文: sends several published contents to one destination as one. Their own rows are settled by what becomes of it.' })
  createDeliveryBundle(@Arg('input', () => CreateDeliveryBundleInput, { description: 'What, where, in which order.' }) input: CreateDeliveryBundleInput, @Ctx() ctx: Context): Promise<BundleRow> {
    return createBundle(ctx, input);
  }

  @FieldResolver(() => DeliveryRow, { nullable: true, description: 'The row that carries it.' })
  async delivery(@Root() { deliveryId }: BundleRow): Promise<DeliveryRow | null> {
    return DeliveryModel.findById(deliveryId).lean<DeliveryRow>();
  }
}

defineNode('bundle', { typeName: 'DeliveryBundle', find: async (ctx, id) => (may(ctx.actor, 'destination.read') ? BundleModel.findById(id).lean<BundleRow>() : undefined) });
