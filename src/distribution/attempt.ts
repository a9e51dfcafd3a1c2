import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum } from '../kernel/index.js';
import type { Receipt } from './channel.js';
import { TriggerEnum, type Trigger } from './delivery.js';

/** What an attempt did: sent, asked, heard from outside, was told by a person, or nothing more (its process died). */
const attemptKinds = ['deliver', 'confirm', 'report', 'hand', 'plan'] as const;
export type AttemptKind = (typeof attemptKinds)[number];
export const AttemptKindEnum = graphqlEnum<AttemptKind>('AttemptKind', 'What was done.', {
  deliver: 'It was sent.', confirm: 'The receiver was asked what became of it.', report: 'The receiver told us by itself.', hand: 'A person stated it.', plan: 'It was settled when it was planned: a feed.',
});

/** How an attempt ended. `crashed`: its process vanished. */
export type AttemptOutcome = Receipt['outcome'] | 'crashed';
export const AttemptOutcomeEnum = graphqlEnum<AttemptOutcome>('AttemptOutcome', 'How an attempt ended.', {
  delivered: 'It arrived.', accepted: 'They work on it.', failed: 'Nothing happened there.', refused: 'They said no.', unknown: 'It may have happened.', crashed: 'Our process vanished in mid attempt.',
});

@ObjectType({ description: 'One request of an attempt and its answer, without query strings and secrets.', simpleResolvers: true })
export class Exchange {
  @Field(() => String, { description: 'The HTTP method.' })
  method!: string;

  @Field(() => String, { description: 'The address without its query.' })
  url!: string;

  @Field(() => Int, { nullable: true, description: 'The HTTP status. Absent when no answer came.' })
  status?: number;

  @Field(() => Int, { description: 'How long it took.' })
  milliseconds!: number;

  @Field(() => String, { nullable: true, description: 'The answer\'s text, at most 4,000 bytes, or why none came.' })
  answer?: string;
}

@ObjectType({ description: 'One attempt at a delivery. Kept for ever.', simpleResolvers: true })
export class Attempt {
  @Field(() => ID, { name: 'id', description: 'The identifier.', simple: false })
  _id!: string;

  @Field(() => ID, { description: 'The delivery.' })
  deliveryId!: string;

  @Field(() => AttemptKindEnum, { description: 'What was done.' })
  kind!: AttemptKind;

  @Field(() => AttemptOutcomeEnum, { description: 'How it ended.' })
  outcome!: AttemptOutcome;

  @Field(() => String, { description: 'In words.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The receiver\'s code for it.' })
  code?: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'How long it took.' })
  milliseconds!: number;

  @Field(() => TriggerEnum, { description: 'What set it going.' })
  trigger!: Trigger;

  @Field(() => String, { nullable: true, description: 'The person, when a person did.' })
  who?: string;

  @Field(() => [Exchange], { description: 'What was said over HTTP, oldest first, at most 30.' })
  exchanges!: Exchange[];

  destinationId!: string;
}

const exchangeSchema = new Schema<Exchange>({ method: String, url: String, status: Number, milliseconds: Number, answer: String }, { _id: false });

const attemptSchema = new Schema<Attempt>({
  _id: { type: String, required: true },
  deliveryId: { type: String, required: true },
  destinationId: { type: String, required: true },
  kind: { type: String, required: true, enum: attemptKinds },
  outcome: { type: String, required: true },
  message: { type: String, default: '' },
  code: String,
  startedAt: { type: Date, required: true },
  milliseconds: { type: Number, required: true },
  trigger: { type: String, required: true },
  who: String,
  exchanges: { type: [exchangeSchema], default: [] },
}, { collection: 'attempts', versionKey: false });
attemptSchema.index({ deliveryId: 1, _id: 1 });

export const AttemptModel = mongoose.model<Attempt>('Attempt', attemptSchema);

/** The driver's collection, for many at once. */
export const attemptCollection = (): mongoose.mongo.Collection<Attempt> => AttemptModel.collection as unknown as mongoose.mongo.Collection<Attempt>;
