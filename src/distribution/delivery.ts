import mongoose, { Schema } from 'mongoose';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum, Node, type Leasable } from '../kernel/index.js';
import { actions, type Action, type Receipt } from './channel.js';
import { deliveryStates, DeliveryStateEnum, type DeliveryState } from './delivery-states.js';
import type { Task } from './settle.js';

export const ActionEnum = graphqlEnum<Action>('DeliveryAction', 'What is done to a content at a destination.', {
  publish: '发布: the first version this destination gets.', correct: '更正: replaces an earlier version.', retract: '撤稿: takes it back.',
});

/** What set an attempt going: the schedule, or a person. */
export type Trigger = 'scheduled' | 'manual';
export const TriggerEnum = graphqlEnum<Trigger>('DeliveryTrigger', 'What set an attempt going.', { scheduled: 'The schedule.', manual: 'A person.' });

@ObjectType('DeliveryPayload', { description: 'The exact bytes that go out, frozen when the delivery was planned.', simpleResolvers: true })
export class FrozenPayload {
  @Field(() => String, { description: 'Their media type.' })
  contentType!: string;

  @Field(() => String, { description: 'The text itself.' })
  body!: string;
}

/**
 * A row of the ledger: one version of a content, one action, one destination. Kept for ever. A row with `dueAt` is work for a
 * worker: to be sent, to be asked about, or (running) to be taken over when its owner's lease has ended. A row without is not.
 */
@ObjectType('Delivery', { implements: Node, description: '分发: one version of a content on its way to one destination. Kept for ever.', simpleResolvers: true })
export class DeliveryRow extends Node {
  @Field(() => ID, { description: 'Where it goes.' })
  destinationId!: string;

  @Field(() => String, { description: 'The kind of outlet.' })
  channelId!: string;

  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'Which of its releases, counted from 1.' })
  version!: number;

  @Field(() => String, { description: 'The title of this version.' })
  title!: string;

  @Field(() => ActionEnum, { description: 'What is done there.' })
  action!: Action;

  @Field(() => DeliveryStateEnum, { description: 'Where it stands.' })
  state!: DeliveryState;

  @Field(() => DateTime, { nullable: true, description: 'When it is sent, tried again or asked about next; while running, when its worker\'s lease ends. Absent when nothing more happens by itself.' })
  dueAt?: Date;

  /** How often a worker was at it. Shown as `attemptCount`: `attempts` are the attempts themselves. */
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'The receiver\'s name for it.' })
  remoteId?: string;

  @Field(() => String, { nullable: true, description: 'Where it ran, as the receiver says.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'The last word about it: the receiver\'s answer, or what a person must do.' })
  lastMessage?: string;

  @Field(() => Boolean, { description: 'Whether an attempt may have reached the receiver without our knowing.' })
  mayHaveArrived!: boolean;

  @Field(() => DateTime, { description: 'When it was planned.' })
  plannedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it came to its end.' })
  settledAt?: Date;

  @Field(() => FrozenPayload, { nullable: true, description: 'The exact bytes that go out. Absent when they could not be rendered.' })
  payload?: FrozenPayload;

  @Field(() => Float, { nullable: true, description: 'How many bytes go out.' })
  payloadBytes?: number;

  planId!: string;
  /** 0 for retractions, which overtake everything of their destination, 1 for the rest. */
  rank!: number;
  task!: Task;
  owner!: string | null;
  /** Which of its destination's places it takes while it runs. */
  slot?: number;
  tries!: number;
  asks!: number;
  trigger!: Trigger;
  triggeredBy?: string;
  startedAt?: Date;
  acceptedAt?: Date;
  marks!: Record<string, string>;
  last?: Receipt;
  /** A retraction in flight that must go out again, because an earlier version arrived meanwhile. */
  mustRepeat?: boolean;
}

const deliverySchema = new Schema<DeliveryRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  channelId: { type: String, required: true },
  contentId: { type: String, required: true },
  version: { type: Number, required: true },
  title: { type: String, default: '' },
  action: { type: String, required: true, enum: actions },
  planId: { type: String, required: true },
  state: { type: String, required: true, enum: deliveryStates },
  rank: { type: Number, required: true },
  task: { type: String, required: true },
  dueAt: Date,
  owner: { type: String, default: null },
  slot: Number,
  attempts: { type: Number, default: 0 },
  tries: { type: Number, default: 0 },
  asks: { type: Number, default: 0 },
  trigger: { type: String, required: true },
  triggeredBy: String,
  startedAt: Date,
  acceptedAt: Date,
  payload: { type: new Schema({ contentType: String, body: String }, { _id: false }) },
  payloadBytes: Number,
  mayHaveArrived: { type: Boolean, default: false },
  marks: { type: Schema.Types.Mixed, default: {} },
  last: { type: Schema.Types.Mixed },
  remoteId: String,
  url: String,
  lastMessage: String,
  mustRepeat: Boolean,
  plannedAt: { type: Date, required: true },
  settledAt: Date,
}, { collection: 'deliveries', versionKey: false, minimize: false });

/** The ledger's promise: a version is done to a destination once. Also finds what lies between a destination and a content. */
deliverySchema.index({ destinationId: 1, contentId: 1, version: 1, action: 1 }, { unique: true, name: 'once' });
/** What is due, by destination; holds open work only, so it stays small. */
deliverySchema.index({ destinationId: 1, rank: 1, dueAt: 1 }, { name: 'queue', partialFilterExpression: { dueAt: { $exists: true } } });
/** No two running deliveries of a destination have the same place: its concurrency, kept over all processes. */
deliverySchema.index({ destinationId: 1, slot: 1 }, { unique: true, name: 'slots', partialFilterExpression: { slot: { $exists: true } } });
deliverySchema.index({ destinationId: 1, remoteId: 1 }, { name: 'remote', partialFilterExpression: { remoteId: { $exists: true } } });
deliverySchema.index({ contentId: 1, plannedAt: -1, _id: -1 }, { name: 'content' });
deliverySchema.index({ plannedAt: -1, _id: -1 }, { name: 'newest' });
deliverySchema.index({ destinationId: 1, plannedAt: -1, _id: -1 }, { name: 'destination' });
deliverySchema.index({ state: 1, plannedAt: -1, _id: -1 }, { name: 'state' });
/** What charts count by day, so that they read no row. */
deliverySchema.index({ settledAt: -1, state: 1, channelId: 1, destinationId: 1 }, { name: 'settled', partialFilterExpression: { settledAt: { $exists: true } } });

export const DeliveryModel = mongoose.model<DeliveryRow>('Delivery', deliverySchema);

/** The driver's collection, for claims. */
export const deliveryCollection = (): mongoose.mongo.Collection<DeliveryRow> => DeliveryModel.collection as unknown as mongoose.mongo.Collection<DeliveryRow>;

/** The same for leases: a running row always has its `dueAt`. */
export const leasedDeliveries = (): mongoose.mongo.Collection<Leasable> => DeliveryModel.collection as unknown as mongoose.mongo.Collection<Leasable>;
