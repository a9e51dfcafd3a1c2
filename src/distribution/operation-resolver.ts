import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { graphqlEnum, JsonObject, type Context } from '../kernel/index.js';
import type { OperationResult } from './channel.js';
import { currentInput, runOperation } from './run-operation.js';

const OperationOutcomeEnum = graphqlEnum<OperationResult['outcome']>('ChannelOperationOutcome', 'How an operation ended.', {
  done: 'It was done.', refused: 'Nothing was changed: the message says why.', unknown: 'It may have been done. Doing it again is harmless.',
});

@ObjectType({ description: 'What an operation at an outlet did.', simpleResolvers: true })
class ChannelOperationResult {
  @Field(() => OperationOutcomeEnum, { description: 'How it ended.' })
  outcome!: OperationResult['outcome'];

  @Field(() => String, { description: 'In words.' })
  message!: string;

  @Field(() => JsonObject, { nullable: true, description: 'What the outlet told.' })
  data?: Readonly<Record<string, unknown>>;
}

const theDestination = { description: 'The outlet.' };
const theName = { description: 'The operation, as `Channel.operations` names it.' };

@Resolver()
export class OperationResolver {
  @Authorized('destination.manage')
  @Query(() => JsonObject, { nullable: true, description: 'What the form of an operation starts from: how it is at the outlet now. Asks the outlet.' })
  channelOperationInput(@Arg('destinationId', () => ID, theDestination) destinationId: string, @Arg('name', () => String, theName) name: string, @Ctx() ctx: Context): Promise<Readonly<Record<string, unknown>> | undefined> {
    return currentInput(ctx, destinationId, name);
  }

  @Authorized('destination.manage')
  @Mutation(() => ChannelOperationResult, { description: '渠道操作: does something at an outlet besides deliveries, such as setting its menu.' })
  runChannelOperation(
    @Arg('destinationId', () => ID, theDestination) destinationId: string,
    @Arg('name', () => String, theName) name: string,
    @Arg('input', () => JsonObject, { description: 'Valid against the operation\'s input schema.' }) input: Record<string, unknown>,
    @Ctx() ctx: Context,
  ): Promise<ChannelOperationResult> {
    return runOperation(ctx, destinationId, name, input);
  }
}
