import mongoose from 'mongoose';
import { Arg, Authorized, Ctx, Extensions, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { assertId, inTransaction, InvalidInputError, newId, NotFoundError, publicRead, runCommand, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { DuplicateSlugError } from './errors.js';
import { slugFor } from './slug.js';
import { Topic, topicCache, TopicModel } from './topic.js';

@InputType({ description: 'A new topic.' })
export class CreateTopicInput {
  @Field(() => String, { description: 'Its name, 1 to 40 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The topic above it; none for a root.' })
  parentId?: string;

  @Field(() => String, { nullable: true, description: 'Its name in addresses; made from the name when absent.' })
  slug?: string;

  @Field(() => Int, { nullable: true, description: 'Its place among its siblings.' })
  order?: number;
}

/** Adds a topic to the tree. Throws INVALID_INPUT, DUPLICATE_SLUG, NOT_FOUND for an unknown parent. */
export async function createTopic(ctx: Context, input: CreateTopicInput): Promise<Topic> {
  const name = input.name.trim();
  if (!name || [...name].length > 40) throw new InvalidInputError({ field: 'name', reason: '应为 1–40 字 (1 to 40 characters)' });
  const _id = newId('topic');
  const slug = input.slug ?? slugFor(name, _id);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80) throw new InvalidInputError({ field: 'slug', reason: '应为小写字母、数字和连字符，最多 80 个 (lower-case letters, digits and hyphens, at most 80)' });
  return refuseTakenSlug(slug, () => inTransaction(async () => {
    const parent = input.parentId ? await loadTopic(input.parentId) : undefined;
    const topic = { _id, name, slug, path: [...(parent?.path ?? []), _id], order: input.order ?? 0, ...(parent ? { parentId: parent._id } : {}) };
    await TopicModel.create([topic]);
    await record(ctx, { action: 'topic.create', subjectType: 'Topic', subjectId: _id, summary: { name } });
    topicCache.drop(_id);
    return topic;
  }));
}

// Two may choose the same at the same moment, so it is the index that decides.
async function refuseTakenSlug<T>(slug: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) throw new DuplicateSlugError({ slug });
    throw error;
  }
}

async function loadTopic(id: string): Promise<Topic> {
  assertId(id, 'topic');
  const topic = await TopicModel.findById(id).lean<Topic>();
  if (!topic) throw new NotFoundError({ id });
  return topic;
}

@Resolver(() => Topic)
export class TopicsResolver {
  @Extensions(publicRead)
  @Query(() => [Topic], { description: '宣传重点: the whole tree, in order; parents are named by parentId.' })
  topics(): Promise<Topic[]> {
    return runCommand<Topic>({ find: 'topics', filter: {}, sort: { order: 1, _id: 1 }, limit: 1000 });
  }

  @Authorized('topic.manage')
  @Mutation(() => Topic, { description: 'Adds a topic to the tree.' })
  createTopic(@Arg('input', () => CreateTopicInput, { description: 'The topic.' }) input: CreateTopicInput, @Ctx() ctx: Context): Promise<Topic> {
    return createTopic(ctx, input);
  }
}
