import { createHash } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Node } from '../../kernel/index.js';
import type { Audience, MassCounts, MassReceipt, Payload, Publication } from '../channel.js';
import { massSendStates, MassSendStateEnum, type MassSendState } from './mass-send-states.js';

@ObjectType('MassSendAudience', { description: 'Whom a mass send goes to.', simpleResolvers: true })
export class StoredAudience implements Audience {
  @Field(() => String, { nullable: true, description: 'The outlet\'s tag; absent for every follower.' })
  tagId?: string;
}

@ObjectType('MassSendCounts', { description: 'How many people a mass send reached, as the outlet counts.', simpleResolvers: true })
class StoredCounts implements MassCounts {
  @Field(() => Int, { nullable: true, description: 'Whom it was for.' })
  total?: number;

  @Field(() => Int, { description: 'Who got it.' })
  sent!: number;

  @Field(() => Int, { nullable: true, description: 'For whom it failed.' })
  failed?: number;
}

/** One version of a content on its way to an outlet's followers, with its own approval. Kept for ever. */
@ObjectType('MassSend', { implements: Node, description: '群发: one version of a content to an outlet\'s followers, approved on its own. Kept for ever.', simpleResolvers: true })
export class MassSendRow extends Node {
  @Field(() => ID, { description: 'The outlet.' })
  destinationId!: string;

  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'Which of its releases.' })
  version!: number;

  @Field(() => String, { description: 'The title of this version.' })
  title!: string;

  @Field(() => StoredAudience, { description: 'Whom it goes to.' })
  audience!: StoredAudience;

  @Field(() => MassSendStateEnum, { description: 'Where it stands.' })
  state!: MassSendState;

  @Field(() => String, { nullable: true, description: 'Why it should be sent, in the requester\'s words.' })
  note?: string;

  @Field(() => ID, { description: 'Who asked for it.' })
  requestedBy!: string;

  @Field(() => String, { description: 'Their name.' })
  requestedByName!: string;

  @Field(() => DateTime, { description: 'When.' })
  requestedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'Who approved or rejected it.' })
  decidedBy?: string;

  @Field(() => String, { nullable: true, description: 'Their name.' })
  decidedByName?: string;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  decidedAt?: Date;

  @Field(() => String, { nullable: true, description: 'The last word about it: the outlet\'s answer, or what a person must do.' })
  lastMessage?: string;

  @Field(() => String, { nullable: true, description: 'The outlet\'s name for it.' })
  remoteId?: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url?: string;

  @Field(() => StoredCounts, { nullable: true, description: 'How many got it, once the outlet has told.' })
  counts?: StoredCounts;

  @Field(() => DateTime, { nullable: true, description: 'When the outlet was first asked to send it.' })
  askedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When a worker is at it next. Absent when nothing more happens by itself.' })
  dueAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it came to its end.' })
  settledAt?: Date;

  channelId!: string;
  key!: string;
  holdsKey?: true;
  publication!: Publication;
  payload!: Payload;
  owner!: string | null;
  tries!: number;
  marks!: Record<string, string>;
  last?: MassReceipt;
}

const mixed = Schema.Types.Mixed;
const massSendSchema = new Schema<MassSendRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  channelId: { type: String, required: true },
  contentId: { type: String, required: true },
  version: { type: Number, required: true },
  title: { type: String, required: true },
  audience: { type: mixed, required: true },
  key: { type: String, required: true },
  holdsKey: Boolean,
  state: { type: String, required: true, enum: massSendStates },
  publication: { type: mixed, required: true },
  payload: { type: mixed, required: true },
  note: String,
  requestedBy: { type: String, required: true },
  requestedByName: { type: String, default: '' },
  requestedAt: { type: Date, required: true },
  decidedBy: String,
  decidedByName: String,
  decidedAt: Date,
  owner: { type: String, default: null },
  tries: { type: Number, default: 0 },
  marks: { type: mixed, default: {} },
  last: mixed,
  lastMessage: String,
  remoteId: String,
  url: String,
  counts: mixed,
  askedAt: Date,
  dueAt: Date,
  settledAt: Date,
}, { collection: 'massSends', versionKey: false, minimize: false });
/** A version goes to an audience once. */
massSendSchema.index({ key: 1 }, { unique: true, name: 'once', partialFilterExpression: { holdsKey: true } });
massSendSchema.index({ dueAt: 1 }, { name: 'due', partialFilterExpression: { dueAt: { $exists: true } } });
massSendSchema.index({ destinationId: 1, remoteId: 1 }, { partialFilterExpression: { remoteId: { $exists: true } } });
massSendSchema.index({ destinationId: 1, askedAt: -1 });
massSendSchema.index({ contentId: 1 });
massSendSchema.index({ requestedAt: -1, _id: -1 });

export const MassSendModel = mongoose.model<MassSendRow>('MassSend', massSendSchema);

/** The driver's collection, for claims. */
export const massSendCollection = (): mongoose.mongo.Collection<MassSendRow> => MassSendModel.collection as unknown as mongoose.mongo.Collection<MassSendRow>;

/** The same for the same outlet, version and audience: by it we and the outlet know a repeat. 32 hexadecimal digits, as WeChat's clientmsgid allows. */
export const massSendKey = (destinationId: string, contentId: string, version: number, { tagId }: Audience): string =>
  createHash('sha256').update(JSON.stringify([destinationId, contentId, version, tagId ?? null])).digest('hex').slice(0, 32);
