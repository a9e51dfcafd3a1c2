import mongoose, { Schema } from 'mongoose';
import type { HubMode } from './hub-rules.js';

/** A subscriber of one feed who proved that it wants to be. Goes when its lease ends. */
export interface SubscriptionRow {
  _id: string;
  destinationId: string;
  topicId: string;
  /** The topic's address, sealed: it may hold the key of a closed feed. */
  sealedTopic: string;
  callback: string;
  /** The callback's host and port. */
  host: string;
  sealedSecret?: string;
  createdAt: Date;
  expiresAt: Date;
  /** How often the feed changed since, and how many of these changes the subscriber has. */
  changes: number;
  sent: number;
  /** Until when one process is posting to it; others wait, so that an older feed never follows a newer one. */
  busyUntil?: Date;
  lastMessage?: string;
}

const subscriptionSchema = new Schema<SubscriptionRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  topicId: { type: String, required: true },
  sealedTopic: { type: String, required: true },
  callback: { type: String, required: true },
  host: { type: String, required: true },
  sealedSecret: String,
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  changes: { type: Number, default: 0 },
  sent: { type: Number, default: 0 },
  busyUntil: Date,
  lastMessage: String,
}, { collection: 'hubSubscriptions', versionKey: false });
/** WebSub §5.1: topic and callback together name a subscription. */
subscriptionSchema.index({ topicId: 1, callback: 1 }, { unique: true });
subscriptionSchema.index({ destinationId: 1, _id: 1 });
subscriptionSchema.index({ host: 1 });
subscriptionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SubscriptionModel = mongoose.model<SubscriptionRow>('HubSubscription', subscriptionSchema);

/** A request that waits for its verification, or had it. Kept for an hour: limits are counted over it. */
export interface IntentRow {
  _id: string;
  mode: HubMode;
  destinationId: string;
  topicId: string;
  sealedTopic: string;
  callback: string;
  host: string;
  sealedSecret?: string;
  leaseSeconds: number;
  requestedAt: Date;
  tries: number;
  isDone: boolean;
}

const intentSchema = new Schema<IntentRow>({
  _id: { type: String, required: true },
  mode: { type: String, required: true },
  destinationId: { type: String, required: true },
  topicId: { type: String, required: true },
  sealedTopic: { type: String, required: true },
  callback: { type: String, required: true },
  host: { type: String, required: true },
  sealedSecret: String,
  leaseSeconds: { type: Number, required: true },
  requestedAt: { type: Date, required: true },
  tries: { type: Number, default: 0 },
  isDone: { type: Boolean, default: false },
}, { collection: 'hubIntents', versionKey: false });
intentSchema.index({ topicId: 1, callback: 1, requestedAt: 1 });
intentSchema.index({ host: 1, requestedAt: 1 });
intentSchema.index({ requestedAt: 1 }, { expireAfterSeconds: 3600 });

export const IntentModel = mongoose.model<IntentRow>('HubIntent', intentSchema);
