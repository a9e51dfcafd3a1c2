import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';

@ObjectType({ description: '批注: what a colleague said about a passage. It hangs on the words of the revision it was made on; it is never part of the text.', simpleResolvers: true })
export class Comment {
  @Field(() => ID, { name: 'id', description: 'The identifier.', simple: false })
  _id!: string;

  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => String, { description: 'The content\'s title at the time.' })
  title!: string;

  @Field(() => Int, { description: 'The number of the revision it was made on.' })
  revision!: number;

  @Field(() => String, { description: 'Where: a field, or a block of the body, such as body[3].' })
  path!: string;

  @Field(() => Int, { description: 'From which UTF-16 unit of that text.' })
  start!: number;

  @Field(() => Int, { description: 'To which, exclusive.' })
  end!: number;

  @Field(() => String, { description: 'The words it is about, by which it is found again when the text around them changes.' })
  quote!: string;

  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The comment it answers.' })
  replyTo?: string;

  @Field(() => [ID], { description: 'The people it names (@).' })
  mentionIds!: string[];

  @Field(() => ID, { description: 'Who said it.' })
  by!: string;

  @Field(() => String, { description: 'Their name.' })
  byName!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Who said that it is dealt with.' })
  resolvedByName?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was dealt with; absent while it is open.' })
  resolvedAt?: Date;

  /** Whose the content is: who may read it may read this. */
  unitId!: string;
}

const commentSchema = new Schema<Comment>({
  _id: { type: String, required: true }, contentId: { type: String, required: true }, title: { type: String, required: true }, unitId: { type: String, required: true },
  revision: { type: Number, required: true }, path: { type: String, required: true }, start: { type: Number, required: true }, end: { type: Number, required: true },
  quote: { type: String, default: '' }, text: { type: String, required: true }, replyTo: String, mentionIds: [String],
  by: { type: String, required: true }, byName: { type: String, default: '' }, at: { type: Date, required: true }, resolvedByName: String, resolvedAt: Date,
}, { collection: 'comments', versionKey: false });
commentSchema.index({ contentId: 1, at: 1, _id: 1 });
commentSchema.index({ mentionIds: 1, at: -1, _id: -1 });

export const CommentModel = mongoose.model<Comment>('Comment', commentSchema);
