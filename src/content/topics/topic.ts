import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, EntityCache, Node } from '../../kernel/index.js';

@ObjectType({ implements: Node, description: '宣传重点: a topic in the tree that content is filed under.', simpleResolvers: true })
export class Topic extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => ID, { nullable: true, description: 'The topic above it.' })
  parentId?: string;

  @Field(() => [ID], { description: 'The topics above it, from the root down, and itself.' })
  path!: string[];

  @Field(() => Int, { description: 'Its place among its siblings.' })
  order!: number;

  @Field(() => DateTime, { nullable: true, description: '停用: since when it is not chosen any more. What is filed under it stays.' })
  archivedAt?: Date;
}

const topicSchema = new Schema<Topic>({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  slug: { type: String, required: true, unique: true },
  parentId: String,
  path: { type: [String], required: true },
  order: { type: Number, default: 0 },
  archivedAt: Date,
}, { collection: 'topics', versionKey: false });
topicSchema.index({ order: 1, _id: 1 });

export const TopicModel = mongoose.model<Topic>('Topic', topicSchema);

export const topicCache = new EntityCache<Topic>('topics', ['name', 'slug', 'parentId', 'path', 'order', 'archivedAt']);

/** The ids of these topics and of all above them: what a rule or a list "in this topic" is asked against. */
export async function topicPaths(ids: readonly string[]): Promise<string[]> {
  const topics = await topicCache.load(ids);
  return [...new Set(topics.flatMap((topic) => topic?.path ?? []))];
}
