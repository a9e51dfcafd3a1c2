import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { checkTargets, TargetsInput } from '../content/index.js';
import { defineNode, may, type Context } from '../kernel/index.js';
import { BlockModel, BlockRow, findBlocks } from './block.js';
import type { Action } from './channel.js';
import { ActionEnum } from './delivery.js';
import { destinationsFor } from './destinations-for.js';
import { ProspectType } from './prospect-type.js';
import { ConditionType } from './rule-type.js';
import { createBlock, liftBlock, type BlockFields } from './save-block.js';
import { verdictWords } from './verdict-words.js';

@InputType({ description: 'A block to be set up.' })
export class CreateDeliveryBlockInput implements BlockFields {
  @Field(() => String, { description: 'Why, 1 to 200 characters: shown wherever it keeps something back.' })
  reason!: string;

  @Field(() => ConditionType, { description: 'What it keeps back. It must ask for something.' })
  condition!: ConditionType;

  @Field(() => [ID], { nullable: true, description: 'The kinds of outlet it holds for. With destinationIds also left out: all.' })
  channelIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'The destinations it holds for. With channelIds also left out: all.' })
  destinationIds?: string[];
}

@Resolver()
export class ChoiceResolver {
  @Authorized('destination.read')
  @Query(() => [ProspectType], { description: '谁会收到: who will get the next release of a content and who will not, each with its reason. Plans nothing.' })
  async destinationsFor(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('targets', () => TargetsInput, { nullable: true, description: 'As they would be given. Left out: those of its schedule, or of the version a correction follows.' }) targets: TargetsInput | undefined,
    @Arg('action', () => ActionEnum, { nullable: true, description: 'What is done. Left out: a correction where readers see it, else a publication.' }) action: Action | undefined,
    @Ctx() ctx: Context,
  ): Promise<ProspectType[]> {
    const prospects = await destinationsFor(ctx, contentId, { action, targets: targets && await checkTargets(ctx, targets) });
    return prospects.map((prospect) => ({ ...prospect, message: verdictWords(prospect) }));
  }

  @Authorized('destination.read')
  @Query(() => [BlockRow], { description: '拦截规则, newest first.' })
  deliveryBlocks(@Arg('withLifted', () => Boolean, { defaultValue: false, description: 'Also those that were lifted.' }) withLifted: boolean): Promise<BlockRow[]> {
    return findBlocks({ withLifted });
  }

  @Authorized('destination.manage')
  @Mutation(() => BlockRow, { description: '新建拦截规则: keeps back, from every release from now on, what it selects. What is planned already goes out.' })
  createDeliveryBlock(@Arg('input', () => CreateDeliveryBlockInput, { description: 'The block.' }) input: CreateDeliveryBlockInput, @Ctx() ctx: Context): Promise<BlockRow> {
    return createBlock(ctx, input);
  }

  @Authorized('destination.manage')
  @Mutation(() => BlockRow, { description: '解除拦截: ends a block. What it kept back is not sent by that: correct the content, or retry the row.' })
  liftDeliveryBlock(@Arg('id', () => ID, { description: 'The block.' }) id: string, @Arg('reason', () => String, { description: 'Why, 1 to 200 characters.' }) reason: string, @Ctx() ctx: Context): Promise<BlockRow> {
    return liftBlock(ctx, id, reason);
  }
}

defineNode('block', { typeName: 'DeliveryBlock', find: async (ctx, id) => (may(ctx.actor, 'destination.read') ? BlockModel.findById(id).lean<BlockRow>() : undefined) });
