import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ContentModel } from '../content.js';
import { TopicModel } from './topic.js';

/** Where counting stops: what is more is "many". */
const mostCounted = 10_000;
const atOnce = 8;

@ObjectType({ description: 'How much is filed under a topic.', simpleResolvers: true })
export class TopicCount {
  @Field(() => ID, { description: 'The topic.' })
  topicId!: string;

  @Field(() => Int, { description: 'Contents that are not archived, in it and below it; counted up to 10,000.' })
  contents!: number;
}

/** How much is filed under every topic; one look at an index for each. */
export async function countContents(): Promise<TopicCount[]> {
  const ids = (await TopicModel.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
  const counts: TopicCount[] = [];
  for (let from = 0; from < ids.length; from += atOnce) counts.push(...await Promise.all(ids.slice(from, from + atOnce).map(countOf)));
  return counts;
}

const countOf = async (topicId: string): Promise<TopicCount> =>
  ({ topicId, contents: await ContentModel.countDocuments({ topicPath: topicId, isArchived: false }, { limit: mostCounted }) });
