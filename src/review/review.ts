import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum, Node } from '../kernel/index.js';
import { ChecklistItemEnum, LevelEnum, type ChecklistItem, type Level, type Step } from './chain.js';
import { severities, type Finding, type Severity } from './checks/index.js';

const reviewStates = ['open', 'approved', 'returned', 'void'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const ReviewStateEnum = graphqlEnum<ReviewState>('ReviewState', 'Where a review stands.', {
  open: 'Signatures are missing.', approved: 'Every signature is there.', returned: 'Sent back with a reason.', void: 'The text was edited meanwhile: nothing signed holds.',
});

export const SeverityEnum = graphqlEnum<Severity>('FindingSeverity', 'How much a finding weighs.', { block: 'Nothing is signed until it is mended or overridden.', warn: 'To be looked at.' });

@ObjectType({ description: 'A step of a review.', simpleResolvers: true })
export class ReviewStep implements Step {
  @Field(() => LevelEnum, { description: 'The level.' })
  level!: Level;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'The permission that signing it takes.' })
  permission!: string;

  @Field(() => [ChecklistItemEnum], { description: 'What must be checked before signing.' })
  checklist!: ChecklistItem[];
}

@ObjectType({ description: '签署: one person\'s word for one step, bound to the content hash.', simpleResolvers: true })
export class Signature {
  @Field(() => LevelEnum, { description: 'The level.' })
  level!: Level;

  @Field(() => ID, { description: 'Who signed.' })
  signedBy!: string;

  @Field(() => String, { description: 'Their name.' })
  signedByName!: string;

  @Field(() => DateTime, { description: 'When.' })
  signedAt!: Date;

  @Field(() => [ChecklistItemEnum], { description: 'What they answer for.' })
  checklist!: ChecklistItem[];

  @Field(() => String, { nullable: true, description: '审核意见.' })
  opinion?: string;
}

@ObjectType({ description: 'Something a check found.', simpleResolvers: true })
export class ReviewFinding {
  @Field(() => ID, { description: 'Equal on every run for the same words at the same place.' })
  key!: string;

  @Field(() => String, { description: 'The check.' })
  checkId!: string;

  @Field(() => SeverityEnum, { description: 'How much it weighs.' })
  severity!: Severity;

  @Field(() => String, { description: 'Where: a field, or a block of the body.' })
  path!: string;

  @Field(() => Int, { description: 'From which UTF-16 unit of that text.' })
  start!: number;

  @Field(() => Int, { description: 'To which, exclusive.' })
  end!: number;

  @Field(() => String, { description: 'The words, personal numbers masked.' })
  excerpt!: string;

  @Field(() => String, { description: 'What is wrong, in Chinese.' })
  message!: string;

  @Field(() => String, { description: 'What is wrong, in English.' })
  messageEn!: string;

  @Field(() => String, { nullable: true, description: 'What to write instead.' })
  suggestion?: string;

  @Field(() => String, { nullable: true, description: 'The dictionary that knew it.' })
  dictionaryVersion?: string;
}

@ObjectType({ description: 'What the checks find in a text as it stands.', simpleResolvers: true })
export class CheckReport {
  @Field(() => [ReviewFinding], { description: 'In reading order.' })
  findings!: ReviewFinding[];

  @Field(() => String, { description: 'The dictionaries that were used.' })
  dictionaryVersion!: string;
}

@ObjectType({ description: '放行: a blocking finding that a person answers for.', simpleResolvers: true })
export class FindingOverride {
  @Field(() => ID, { description: 'The finding.' })
  findingKey!: string;

  @Field(() => String, { description: 'Who answers for it.' })
  byName!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  by!: string;
}

@ObjectType({ description: '退回: why the text went back, and from which level.', simpleResolvers: true })
export class ReviewReturn {
  @Field(() => LevelEnum, { description: 'The level it stood at.' })
  level!: Level;

  @Field(() => String, { description: 'Who returned it.' })
  byName!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  by!: string;
}

@ObjectType({ implements: Node, description: '审稿: the review of one revision, kept for ever as its review sheet (审稿单).', simpleResolvers: true })
export class Review extends Node {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => ID, { description: 'The revision.' })
  revisionId!: string;

  @Field(() => Int, { description: 'The revision\'s number.' })
  revisionNumber!: number;

  @Field(() => String, { description: 'The hash of the very text under review.' })
  contentHash!: string;

  @Field(() => String, { description: 'article, case or video.' })
  kind!: string;

  @Field(() => String, { description: 'Its title at the time.' })
  title!: string;

  @Field(() => Int, { description: 'Its importance at the time.' })
  importance!: number;

  @Field(() => ID, { description: 'Whose it is.' })
  unitId!: string;

  @Field(() => ReviewStateEnum, { description: 'Where it stands.' })
  state!: ReviewState;

  @Field(() => [ReviewStep], { description: 'The chain that was chosen for it.' })
  steps!: ReviewStep[];

  @Field(() => LevelEnum, { nullable: true, description: 'The level that signs next.' })
  nextLevel?: Level;

  @Field(() => [Signature], { description: 'The signatures, in order.' })
  signatures!: Signature[];

  @Field(() => [ReviewFinding], { description: 'What the checks found, in reading order.' })
  findings!: ReviewFinding[];

  @Field(() => [FindingOverride], { description: 'What was overridden, by name and with a reason.' })
  overrides!: FindingOverride[];

  @Field(() => String, { description: 'The dictionaries that the checks used.' })
  dictionaryVersion!: string;

  @Field(() => ReviewReturn, { nullable: true, description: 'Why it went back.' })
  returned?: ReviewReturn;

  @Field(() => String, { description: 'Who submitted it.' })
  submittedByName!: string;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  closedAt?: Date;

  /** Everybody who wrote on the text since readers last saw a version of it: none of them may sign. */
  authorIds!: string[];
}

/** A finding as it is stored and shown. */
export const asReviewFinding = ({ message, ...finding }: Finding): ReviewFinding => ({ ...finding, message: message.zh, messageEn: message.en });

const signatureSchema = new Schema<Signature>({ level: String, signedBy: String, signedByName: String, signedAt: Date, checklist: [String], opinion: String }, { _id: false });
const findingSchema = new Schema<ReviewFinding>({ key: String, checkId: String, severity: { type: String, enum: severities }, path: String, start: Number, end: Number, excerpt: String, message: String, messageEn: String, suggestion: String, dictionaryVersion: String }, { _id: false });
const overrideSchema = new Schema<FindingOverride>({ findingKey: String, by: String, byName: String, reason: String, at: Date }, { _id: false });

const reviewSchema = new Schema<Review>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  revisionId: { type: String, required: true },
  revisionNumber: { type: Number, required: true },
  contentHash: { type: String, required: true },
  kind: { type: String, required: true },
  title: { type: String, required: true },
  importance: { type: Number, required: true },
  unitId: { type: String, required: true },
  state: { type: String, enum: reviewStates, required: true },
  steps: [new Schema<ReviewStep>({ level: String, name: String, permission: String, checklist: [String] }, { _id: false })],
  nextLevel: String,
  signatures: [signatureSchema],
  findings: [findingSchema],
  overrides: [overrideSchema],
  dictionaryVersion: { type: String, default: '' },
  returned: { type: { level: String, by: String, byName: String, reason: String, at: Date }, _id: false },
  authorIds: [String],
  submittedByName: { type: String, default: '' },
  submittedAt: { type: Date, required: true },
  closedAt: Date,
}, { collection: 'reviews', optimisticConcurrency: true });
reviewSchema.index({ revisionId: 1, submittedAt: -1, _id: -1 });
reviewSchema.index({ contentId: 1, submittedAt: -1, _id: -1 });
reviewSchema.index({ state: 1, nextLevel: 1, submittedAt: 1, _id: 1 });
reviewSchema.index({ submittedAt: -1, _id: -1 });
// A revision is before the reviewers once at a time.
reviewSchema.index({ revisionId: 1 }, { unique: true, partialFilterExpression: { state: 'open' } });

export const ReviewModel = mongoose.model<Review>('Review', reviewSchema);
export type StoredReview = mongoose.HydratedDocument<Review>;
