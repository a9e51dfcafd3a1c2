import mongoose, { Schema } from 'mongoose';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/index.js';

/** How the last counting at an outlet went. `_id` is the destination's. */
@ObjectType({ description: 'How the last counting of readers at an outlet went.', simpleResolvers: true })
export class ReachCount {
  @Field(() => DateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether the outlet had counted everything.' })
  isComplete!: boolean;

  @Field(() => Int, { description: 'How many figures came.' })
  rows!: number;

  @Field(() => String, { nullable: true, description: 'Why there was nothing, or not all.' })
  problem?: string;

  _id!: string;
}

const reachCountSchema = new Schema<ReachCount>({
  _id: { type: String, required: true },
  at: { type: Date, required: true },
  isComplete: { type: Boolean, required: true },
  rows: { type: Number, required: true },
  problem: String,
}, { collection: 'reachCounts', versionKey: false });

export const ReachCountModel = mongoose.model<ReachCount>('ReachCount', reachCountSchema);
