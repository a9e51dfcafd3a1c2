import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { assertId, DateTime, defineNode, findPage, JsonObject, may, NotFoundError, PageArgs, said, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { actions, type Action, type Channel } from './channel.js';
import { channels } from './channels.js';
import { checkRule } from './check-rule.js';
import { activateDestination, deactivateDestination } from './close-destination.js';
import { ActionEnum } from './delivery.js';
import { destinationCache, DestinationConnection, DestinationRow } from './destination.js';
import { HealthModel, pauseOf, type Health } from './health.js';
import { CreateDestinationInput, UpdateDestinationInput } from './inputs.js';
import { PreviewedRelease, previewRule } from './preview-rule.js';
import { RuleType } from './rule-type.js';
import { createDestination, updateDestination } from './save-destination.js';
import { findLastConfirmed } from './standing.js';
import { testDestination } from './test-destination.js';

const theDestination = { description: 'The destination.' };

@ObjectType({ description: 'Something an administrator may do at an outlet of this kind by a form.', simpleResolvers: true })
class ChannelOperation {
  @Field(() => String, { description: 'Its name for `runChannelOperation`.' })
  name!: string;

  @Field(() => String, { description: 'Its Chinese name.' })
  label!: string;

  @Field(() => String, { description: 'Its English name.' })
  labelEn!: string;

  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @Field(() => JsonObject, { description: 'JSON Schema of its input: what the form is drawn from.' })
  input!: object;
}

@ObjectType('Channel', { description: 'A kind of outlet that is installed.', simpleResolvers: true })
class ChannelView {
  @Field(() => ID, { description: 'Its id, such as rss.' })
  id!: string;

  @Field(() => String, { description: 'Its Chinese name.' })
  name!: string;

  @Field(() => String, { description: 'Its English name.' })
  nameEn!: string;

  @Field(() => [ActionEnum], { description: 'What it can do. The rest becomes a task for a person.' })
  actions!: Action[];

  @Field(() => Boolean, { description: 'Whether it is read (a feed) rather than sent.' })
  isPull!: boolean;

  @Field(() => JsonObject, { description: 'JSON Schema of a destination\'s settings: what the form is drawn from. `writeOnly` properties are secrets.' })
  settings!: object;

  @Field(() => Boolean, { description: 'Whether it can send to followers, with an approval of its own.' })
  canMassSend!: boolean;

  @Field(() => Int, { description: 'How many contents one delivery may bundle (多图文); 1: it takes no bundles.' })
  mostParts!: number;

  @Field(() => [ChannelOperation], { description: 'What else can be done there, by forms.' })
  operations!: ChannelOperation[];
}

@ObjectType({ description: 'How a destination has been doing.', simpleResolvers: true })
class DestinationHealth {
  @Field(() => DateTime, { nullable: true, description: 'Since when nothing but failures; absent when it is well.' })
  failingSince?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Nothing is sent before: after failures in a row (then one delivery tries it), or because its receiver asked for silence.' })
  pausedUntil?: Date;

  @Field(() => String, { nullable: true, description: 'The last failure in words.' })
  lastMessage?: string;

  @Field(() => Int, { description: 'How many failures in a row.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it last confirmed something.' })
  lastConfirmedAt?: Date;
}

@Resolver(() => DestinationRow)
export class DestinationResolver {
  @Authorized('destination.read')
  @Query(() => [ChannelView], { description: 'The kinds of outlet that are installed.' })
  channels(): ChannelView[] {
    return channels().map(toView);
  }

  @Authorized('destination.read')
  @Query(() => DestinationConnection, { description: '发布目的地, by name.' })
  destinations(@Args(() => PageArgs) args: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<DestinationRow>> {
    return findPage<DestinationRow>({ collection: 'destinations', filter: {}, orderBy: [['name', 1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @Authorized('destination.read')
  @Query(() => DestinationRow, { description: 'One destination.' })
  destination(@Arg('id', () => ID, theDestination) id: string): Promise<DestinationRow> {
    return found(id);
  }

  @Authorized('destination.read')
  @Query(() => [PreviewedRelease], { description: 'Which of the last 100 releases this rule would have selected, newest first.' })
  previewRule(@Arg('rule', () => RuleType, { description: 'The rule.' }) rule: RuleType): Promise<PreviewedRelease[]> {
    return previewRule(checkRule(rule));
  }

  @Authorized('destination.manage')
  @Mutation(() => DestinationRow, { description: 'Sets up an outlet, active from now on.' })
  createDestination(@Arg('input', () => CreateDestinationInput, { description: 'The outlet.' }) input: CreateDestinationInput, @Ctx() ctx: Context): Promise<DestinationRow> {
    return createDestination(ctx, input);
  }

  @Authorized('destination.manage')
  @Mutation(() => DestinationRow, { description: 'Changes an outlet; also how a secret is replaced.' })
  updateDestination(@Arg('input', () => UpdateDestinationInput, { description: 'What to change.' }) { id, ...changes }: UpdateDestinationInput, @Ctx() ctx: Context): Promise<DestinationRow> {
    return updateDestination(ctx, id, changes);
  }

  @Authorized('destination.manage')
  @Mutation(() => DestinationRow, { description: 'Opens a destination again; what waits for it goes out.' })
  async activateDestination(@Arg('id', () => ID, theDestination) id: string, @Ctx() ctx: Context): Promise<DestinationRow> {
    await found(id);
    await activateDestination(ctx, id);
    return found(id);
  }

  @Authorized('destination.manage')
  @Mutation(() => DestinationRow, { description: 'Closes a destination. Retractions that still wait for it become tasks for the operator.' })
  async deactivateDestination(@Arg('id', () => ID, theDestination) id: string, @Arg('reason', () => String, { description: 'Why.' }) reason: string, @Ctx() ctx: Context): Promise<DestinationRow> {
    await found(id);
    await deactivateDestination(ctx, id, said('reason', reason));
    return found(id);
  }

  @Authorized('destination.manage')
  @Mutation(() => [String], { description: '测试连接: one sentence per finding, none when all is well. Publishes nothing.' })
  testDestination(@Arg('id', () => ID, theDestination) id: string, @Ctx() ctx: Context): Promise<string[]> {
    return testDestination(ctx, id);
  }

  @FieldResolver(() => [String], { description: 'The names of the secrets that are set. Their values cannot be read.' })
  hasSecrets(@Root() { secrets }: DestinationRow): string[] {
    return Object.keys(secrets ?? {});
  }

  @FieldResolver(() => DestinationHealth, { description: 'How it has been doing.' })
  async health(@Root() { _id }: DestinationRow, @Ctx() ctx: Context): Promise<DestinationHealth> {
    return (await ctx.loader('destinationHealth', healthOf).load(_id)) ?? { failures: 0 };
  }

  @FieldResolver(() => [String], { description: '订阅地址: where it can be read, when it is a feed; without its key.' })
  feedUrls(@Root() { channelId, slug, settings }: DestinationRow, @Ctx() { config }: Context): string[] {
    const formats = settings.formats;
    if (!channels().find(({ id }) => id === channelId)?.isPull) return [];
    return (Array.isArray(formats) ? formats : feedFormats).map((format) => `${config.publicUrl}/feeds/${slug}.${String(format)}`);
  }
}

/** What a feed is served as unless its settings name fewer. */
const feedFormats = ['rss', 'atom', 'json'] as const;

async function healthOf(ids: readonly string[]): Promise<DestinationHealth[]> {
  const [healths, confirmed] = await Promise.all([HealthModel.find({ _id: { $in: ids } }).lean<Health[]>(), Promise.all(ids.map(findLastConfirmed))]);
  return ids.map((id, at) => {
    const health: Omit<Health, '_id'> = healths.find(({ _id }) => _id === id) ?? { failures: 0 };
    const { failures = 0, failingSince, lastMessage } = health;
    const pausedUntil = pauseOf(health);
    const lastConfirmedAt = confirmed[at];
    return { failures, ...(failingSince && { failingSince }), ...(pausedUntil && { pausedUntil }), ...(lastMessage && { lastMessage }), ...(lastConfirmedAt && { lastConfirmedAt }) };
  });
}

async function found(id: string): Promise<DestinationRow> {
  assertId(id, 'destination');
  const row = await destinationCache.get(id);
  if (!row) throw new NotFoundError({ id });
  return row;
}

const plain = (schema: object): object => JSON.parse(JSON.stringify(schema)) as object;

const toView = ({ id, name, actions: can, isPull, settings, massSend, mostParts, operations }: Channel): ChannelView => ({
  id, name: name.zh, nameEn: name.en, actions: actions.filter((action) => can.includes(action)), isPull: isPull ?? false, settings: plain(settings), canMassSend: massSend !== undefined, mostParts: mostParts ?? 1,
  operations: Object.entries(operations ?? {}).map(([operation, { name: label, description, input }]) => ({ name: operation, label: label.zh, labelEn: label.en, description, input: plain(input) })),
});

defineNode('destination', { typeName: 'Destination', find: async (ctx, id) => (may(ctx.actor, 'destination.read') ? destinationCache.get(id) : undefined) });
