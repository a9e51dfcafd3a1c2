import { Arg, Authorized, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql';
import { publicRead, runCommand, type Context } from '../../kernel/index.js';
import { archiveTopic, restoreTopic } from './archive-topic.js';
import { countContents, TopicCount } from './count-contents.js';
import { createTopic } from './create-topic.js';
import { moveTopic } from './move-topic.js';
import { renameTopic } from './rename-topic.js';
import { Topic } from './topic.js';
import { CreateTopicInput, MoveTopicInput, RenameTopicInput } from './topic-inputs.js';
import { treeLimits } from './tree.js';

@Resolver(() => Topic)
export class TopicsResolver {
  @Extensions(publicRead)
  @Query(() => [Topic], { description: '宣传重点: the whole tree, in order; parents are named by parentId.' })
  topics(@Arg('withArchived', () => Boolean, { defaultValue: false, description: 'Also those that are not chosen any more.' }) withArchived: boolean): Promise<Topic[]> {
    return runCommand<Topic>({ find: 'topics', filter: withArchived ? {} : { archivedAt: null }, sort: { order: 1, _id: 1 }, limit: treeLimits.topics });
  }

  @Authorized('topic.manage')
  @Query(() => [TopicCount], { description: 'How much is filed under every topic.' })
  topicCounts(): Promise<TopicCount[]> {
    return countContents();
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: 'Adds a topic to the tree.' })
  createTopic(@Arg('input', () => CreateTopicInput, { description: 'The topic.' }) input: CreateTopicInput, @Ctx() ctx: Context): Promise<Topic> {
    return createTopic(ctx, input);
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: 'Gives a topic another name.' })
  renameTopic(@Arg('input', () => RenameTopicInput, { description: 'The topic and its name.' }) input: RenameTopicInput, @Ctx() ctx: Context): Promise<Topic> {
    return renameTopic(ctx, input);
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: 'Moves a topic, with all below it. Rules that name a topic above follow at once; what outlets have stays theirs.' })
  moveTopic(@Arg('input', () => MoveTopicInput, { description: 'The topic and its place.' }) input: MoveTopicInput, @Ctx() ctx: Context): Promise<Topic> {
    return moveTopic(ctx, input);
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: '停用: archives a topic and all below it. It cannot be chosen any more; contents that have it keep it.' })
  archiveTopic(@Arg('id', () => ID, { description: 'The topic.' }) id: string, @Ctx() ctx: Context): Promise<Topic> {
    return archiveTopic(ctx, id);
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: '恢复: takes archiving back, with what was archived together with it.' })
  restoreTopic(@Arg('id', () => ID, { description: 'The topic.' }) id: string, @Ctx() ctx: Context): Promise<Topic> {
    return restoreTopic(ctx, id);
  }
}
