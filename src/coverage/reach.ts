import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/index.js';

/** Readers of one content at one outlet on one day. `_id` is `<contentId>/<destinationId>/<day>`, so counting again replaces. */
@ObjectType({ description: '阅读数据: readers of one content at one outlet on one day, as the outlet counts.', simpleResolvers: true })
export class Reach {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => ID, { description: 'The outlet.' })
  destinationId!: string;

  @Field(() => String, { description: 'The outlet\'s day, such as 2026-11-23.' })
  day!: string;

  @Field(() => Int, { description: 'How many people read it.' })
  readers!: number;

  @Field(() => Int, { nullable: true, description: 'How many people shared it.' })
  shares?: number;

  @Field(() => Int, { nullable: true, description: 'How many people liked it.' })
  likes?: number;

  @Field(() => Int, { nullable: true, description: 'How many comments it got.' })
  comments?: number;

  @Field(() => Int, { nullable: true, description: 'How many people kept it.' })
  favourites?: number;

  @Field(() => DateTime, { description: 'When the outlet told.' })
  countedAt!: Date;

  _id!: string;
}

const reachSchema = new Schema<Reach>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  destinationId: { type: String, required: true },
  day: { type: String, required: true },
  readers: { type: Number, required: true },
  shares: Number,
  likes: Number,
  comments: Number,
  favourites: Number,
  countedAt: { type: Date, required: true },
}, { collection: 'reach', versionKey: false });
reachSchema.index({ contentId: 1, day: 1 });
reachSchema.index({ destinationId: 1, day: 1 });

export const ReachModel = mongoose.model<Reach>('Reach', reachSchema);

export const reachIdOf = ({ contentId, destinationId, day }: Pick<Reach, 'contentId' | 'destinationId' | 'day'>): string => `${contentId}/${destinationId}/${day}`;
