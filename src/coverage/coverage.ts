import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, DateTime, graphqlEnum, Node } from '../kernel/index.js';

/** How high an outlet stands. */
export const outletLevels = ['central', 'provincial', 'city', 'district'] as const;
export type OutletLevel = (typeof outletLevels)[number];
export const OutletLevelEnum = graphqlEnum<OutletLevel>('OutletLevel', 'How high an outlet stands.', {
  central: '中央级.', provincial: '省级.', city: '市级.', district: '区县级.',
});

/** How we know that it ran. */
export const coverageSources = ['receipt', 'delivery', 'manual'] as const;
export type CoverageSource = (typeof coverageSources)[number];
export const CoverageSourceEnum = graphqlEnum<CoverageSource>('CoverageSource', 'How we know that it ran.', {
  receipt: 'The partner reported it.', delivery: 'The outlet answered a delivery with its address.', manual: 'A person recorded it.',
});

@ObjectType('Coverage', { implements: Node, description: '刊播: where a content ran. One record for a content and an address.', simpleResolvers: true })
export class Coverage extends Node {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { nullable: true, description: 'Which version ran first there, when that is known.' })
  version?: number;

  @Field(() => String, { description: 'The outlet\'s name at that time.' })
  outlet!: string;

  @Field(() => ID, { nullable: true, description: 'The destination that stands for the outlet, when it is one of ours.' })
  destinationId?: string;

  @Field(() => OutletLevelEnum, { nullable: true, description: 'How high the outlet stands, when somebody has said so.' })
  level?: OutletLevel;

  @Field(() => String, { description: 'Where it ran.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Where on the page or in the programme: 头版, 首页头条.' })
  position?: string;

  @Field(() => DateTime, { description: 'When it ran.' })
  ranAt!: Date;

  @Field(() => CoverageSourceEnum, { description: 'How we know.' })
  source!: CoverageSource;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const CoverageConnection = connectionType('Coverage', () => Coverage);

const coverageSchema = new Schema<Coverage>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  version: Number,
  outlet: { type: String, required: true },
  destinationId: String,
  level: { type: String, enum: outletLevels },
  url: { type: String, required: true },
  position: String,
  ranAt: { type: Date, required: true },
  source: { type: String, required: true, enum: coverageSources },
  recordedAt: { type: Date, required: true },
}, { collection: 'coverage', versionKey: false });
/** A partner's receipt and its answer to the delivery tell of one thing. */
coverageSchema.index({ contentId: 1, url: 1 }, { unique: true });
coverageSchema.index({ ranAt: -1, _id: -1 });
coverageSchema.index({ contentId: 1, ranAt: -1, _id: -1 });
coverageSchema.index({ destinationId: 1, ranAt: -1, _id: -1 });

export const CoverageModel = mongoose.model<Coverage>('Coverage', coverageSchema);
