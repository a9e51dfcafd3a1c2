import mongoose, { Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Node } from '../kernel/index.js';
import type { Condition } from './rule.js';
import { ConditionType } from './rule-type.js';

/** A house rule that is stronger than every destination's own and than direct targets. Kept for ever; lifted, it stops working. */
@ObjectType('DeliveryBlock', { implements: Node, description: '拦截规则: what it selects goes to nobody, or not to these. Stronger than rules and targets. A retraction passes.', simpleResolvers: true })
export class BlockRow extends Node {
  @Field(() => String, { description: 'Why: shown wherever it kept something back.' })
  reason!: string;

  @Field(() => ConditionType, { description: 'What it keeps back: all that is given must hold; within one list, any.' })
  condition!: Condition;

  @Field(() => [ID], { description: 'The kinds of outlet it holds for. With destinationIds also empty: all.' })
  channelIds!: string[];

  @Field(() => [ID], { description: 'The destinations it holds for. With channelIds also empty: all.' })
  destinationIds!: string[];

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it.' })
  createdByName!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when; absent while it holds.' })
  liftedAt?: Date;

  @Field(() => String, { nullable: true, description: 'Who lifted it.' })
  liftedByName?: string;

  @Field(() => String, { nullable: true, description: 'Why it was lifted.' })
  liftedReason?: string;
}

const blockSchema = new Schema<BlockRow>({
  _id: { type: String, required: true },
  reason: { type: String, required: true },
  condition: { type: Schema.Types.Mixed, required: true },
  channelIds: { type: [String], required: true },
  destinationIds: { type: [String], required: true },
  createdAt: { type: Date, required: true },
  createdByName: { type: String, required: true },
  liftedAt: Date,
  liftedByName: String,
  liftedReason: String,
}, { collection: 'deliveryBlocks', versionKey: false, minimize: false });
blockSchema.index({ liftedAt: 1, createdAt: -1 });

export const BlockModel = mongoose.model<BlockRow>('DeliveryBlock', blockSchema);

/** Blocks that hold, and on request those that were lifted; the newest first. */
export const findBlocks = ({ withLifted = false } = {}): Promise<BlockRow[]> =>
  BlockModel.find(withLifted ? {} : { liftedAt: { $exists: false } }).sort({ createdAt: -1 }).limit(1000).lean<BlockRow[]>().exec();
