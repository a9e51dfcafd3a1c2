import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, defineNode, findPage, InvalidInputError, may, nodeSelection, PageArgs, projectionFor, said, selectionOf, type Connection, type Context } from '../../kernel/index.js';
import { destinationCache, DestinationRow } from '../destination.js';
import { approveMassSend, cancelMassSend, findMassSend, rejectMassSend, settleMassSendByHand } from './decide-mass-send.js';
import { findMassOutlook, type MassOutlook } from './find-mass-quota.js';
import { MassSendRow } from './mass-send.js';
import { MassSendStateEnum, type MassSendState } from './mass-send-states.js';
import { previewMassSend } from './preview-mass-send.js';
import { requestMassSend } from './request-mass-send.js';

const MassSendConnection = connectionType('MassSend', () => MassSendRow);
const theMassSend = { description: 'The mass send.' };

@InputType({ description: 'A mass send to ask for.' })
class RequestMassSendInput {
  @Field(() => ID, { description: 'The outlet.' })
  destinationId!: string;

  @Field(() => ID, { description: 'The content: what readers see of it now; or a bundle, whose contents must still stand as it has them.' })
  contentId!: string;

  @Field(() => String, { nullable: true, description: 'Only to followers with this tag of the outlet; to all when absent.' })
  tagId?: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters.' })
  note?: string;
}

@InputType({ description: 'Which mass sends to list.' })
class MassSendFilter {
  @Field(() => ID, { nullable: true, description: 'Of this outlet.' })
  destinationId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this content.' })
  contentId?: string;

  @Field(() => [MassSendStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: MassSendState[];
}

@ObjectType({ description: 'A group of followers that can be sent to.', simpleResolvers: true })
class MassSendTag {
  @Field(() => String, { description: 'The outlet\'s tag.' })
  tagId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many followers carry it.' })
  size?: number;
}

@ObjectType({ description: 'What may still be sent to an outlet\'s followers.', simpleResolvers: true })
class MassSendOutlook {
  @Field(() => Int, { nullable: true, description: 'How many sends the outlet allows in its period, when it tells.' })
  limit?: number;

  @Field(() => Int, { nullable: true, description: 'How many of them are used, when it tells.' })
  used?: number;

  @Field(() => [String], { description: 'The outlet\'s rules, one sentence each.' })
  rules!: readonly string[];

  @Field(() => Int, { description: 'How many we sent today (Beijing); what people sent elsewhere is not in it.' })
  sentToday!: number;

  @Field(() => Int, { description: 'How many we sent this month.' })
  sentThisMonth!: number;

  @Field(() => [MassSendTag], { description: 'The tags that can be chosen.' })
  audiences!: readonly MassSendTag[];

  @Field(() => String, { nullable: true, description: 'What the outlet did not tell, and why.' })
  problem?: string;
}

@ObjectType({ description: 'What came of a preview.', simpleResolvers: true })
class MassSendPreview {
  @Field(() => Boolean, { description: 'Whether it was sent.' })
  isSent!: boolean;

  @Field(() => String, { description: 'The outlet\'s answer in words.' })
  message!: string;
}

@Resolver(() => MassSendRow)
export class MassSendResolver {
  @Authorized('destination.read')
  @Query(() => MassSendConnection, { description: '群发记录, newest first.' })
  massSends(@Args(() => PageArgs) args: PageArgs, @Arg('filter', () => MassSendFilter, { nullable: true, description: 'Which to list.' }) filter: MassSendFilter | undefined, @Info() info: GraphQLResolveInfo): Promise<Connection<MassSendRow>> {
    const { destinationId, contentId, states } = filter ?? {};
    const query = { ...(destinationId ? { destinationId } : {}), ...(contentId ? { contentId } : {}), ...(states ? { state: { $in: states } } : {}) };
    const selection = selectionOf(info);
    const projection = projectionFor(nodeSelection(selection), { destination: ['destinationId'] }, ['destinationId']);
    return findPage<MassSendRow>({ collection: 'massSends', filter: query, orderBy: [['requestedAt', -1]], args, projection, withTotal: 'totalCount' in selection });
  }

  @Authorized('destination.read')
  @Query(() => MassSendRow, { description: 'One mass send.' })
  massSend(@Arg('id', () => ID, theMassSend) id: string): Promise<MassSendRow> {
    return findMassSend(id);
  }

  @Authorized('delivery.massSend', 'massSend.approve')
  @Query(() => MassSendOutlook, { description: '群发次数与人群: what may still be sent, and to whom. Asks the outlet.' })
  async massSendOutlook(@Arg('destinationId', () => ID, { description: 'The outlet.' }) destinationId: string, @Ctx() ctx: Context): Promise<MassSendOutlook> {
    return toView(await findMassOutlook(ctx, destinationId));
  }

  @Authorized('delivery.massSend')
  @Mutation(() => MassSendRow, { description: '申请群发: asks for what readers see of a content to be sent to an outlet\'s followers. A chief editor decides.' })
  requestMassSend(@Arg('input', () => RequestMassSendInput, { description: 'What to send, and to whom.' }) { destinationId, contentId, tagId, note }: RequestMassSendInput, @Ctx() ctx: Context): Promise<MassSendRow> {
    if (tagId && !/^[\w-]{1,60}$/.test(tagId)) throw new InvalidInputError({ field: 'tagId', reason: '不是标签编号 (not the id of a tag)' });
    return requestMassSend(ctx, { destinationId, contentId, audience: tagId ? { tagId } : {}, ...(note?.trim() ? { note: said('note', note) } : {}) });
  }

  @Authorized('massSend.approve')
  @Mutation(() => MassSendRow, { description: '批准群发: it goes out now, once. Somebody else than who requested it.' })
  approveMassSend(@Arg('id', () => ID, theMassSend) id: string, @Ctx() ctx: Context): Promise<MassSendRow> {
    return approveMassSend(ctx, id);
  }

  @Authorized('massSend.approve')
  @Mutation(() => MassSendRow, { description: '不批准群发, with a reason.' })
  rejectMassSend(@Arg('id', () => ID, theMassSend) id: string, @Arg('reason', () => String, { description: 'Why.' }) reason: string, @Ctx() ctx: Context): Promise<MassSendRow> {
    return rejectMassSend(ctx, id, said('reason', reason));
  }

  @Authorized('delivery.massSend')
  @Mutation(() => MassSendRow, { description: '取消群发: takes it back before the outlet is asked.' })
  cancelMassSend(@Arg('id', () => ID, theMassSend) id: string, @Arg('reason', () => String, { description: 'Why.' }) reason: string, @Ctx() ctx: Context): Promise<MassSendRow> {
    return cancelMassSend(ctx, id, said('reason', reason));
  }

  @Authorized('delivery.massSend')
  @Mutation(() => MassSendPreview, { description: '预览群发: shows a requested mass send to one person by the outlet\'s own name of them.' })
  async previewMassSend(@Arg('id', () => ID, theMassSend) id: string, @Arg('to', () => String, { description: 'The person: for WeChat a WeChat name or an openid.' }) to: string, @Ctx() ctx: Context): Promise<MassSendPreview> {
    const { outcome, message } = await previewMassSend(ctx, id, to);
    return { isSent: outcome === 'delivered', message };
  }

  @Authorized('delivery.massSend')
  @Mutation(() => MassSendRow, { description: '登记群发结果: writes down what a person found out about a doubtful mass send.' })
  settleMassSend(
    @Arg('id', () => ID, theMassSend) id: string,
    @Arg('hasArrived', () => Boolean, { description: 'Whether it went out.' }) hasArrived: boolean,
    @Arg('note', () => String, { description: 'How it was found out.' }) note: string,
    @Ctx() ctx: Context,
  ): Promise<MassSendRow> {
    return settleMassSendByHand(ctx, id, { hasArrived, note: said('note', note) });
  }

  @FieldResolver(() => DestinationRow, { nullable: true, description: 'The outlet.' })
  destination(@Root() { destinationId }: MassSendRow): Promise<DestinationRow | undefined> {
    return destinationCache.get(destinationId);
  }
}

const toView = ({ quota: { limit, used, rules }, audiences, sentToday, sentThisMonth, problem }: MassOutlook): MassSendOutlook =>
  ({ rules, audiences, sentToday, sentThisMonth, ...(limit === undefined ? {} : { limit }), ...(used === undefined ? {} : { used }), ...(problem ? { problem } : {}) });

defineNode('massSend', { typeName: 'MassSend', find: async (ctx, id) => (may(ctx.actor, 'destination.read') ? findMassSend(id) : undefined) });
