import mongoose, { Schema } from 'mongoose';
import { ReadCache } from '../kernel/index.js';
import type { Action } from './channel.js';

/** What a destination confirmed last of a content. */
export interface Confirmed {
  deliveryId: string;
  version: number;
  action: Action;
  remoteId?: string;
  url?: string;
  marks: Record<string, string>;
  settledAt: Date;
  /** Of a feed's row: nobody may see it before. */
  embargoedUntil?: Date;
}

/**
 * One destination and one content: what stands there, and how far planning has come. Whoever plans or settles between the two
 * writes this document first, so that such transactions run one after the other and never decide from each other's past.
 */
export interface StandingRow {
  _id: string;
  destinationId: string;
  contentId: string;
  /** The newest version that was planned here. */
  plannedVersion: number;
  /** Grows with every transaction; its only use is to be written. */
  turn: number;
  confirmed?: Confirmed;
  /** Of a feed's row: what is shown until the embargo of `confirmed` ends. */
  earlier?: Confirmed;
}

const confirmedSchema = new Schema<Confirmed>({
  deliveryId: String, version: Number, action: String, remoteId: String, url: String, marks: { type: Schema.Types.Mixed, default: {} }, settledAt: Date, embargoedUntil: Date,
}, { _id: false, minimize: false });

const standingSchema = new Schema<StandingRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  contentId: { type: String, required: true },
  plannedVersion: { type: Number, default: 0 },
  turn: { type: Number, default: 0 },
  confirmed: confirmedSchema,
  earlier: confirmedSchema,
}, { collection: 'standings', versionKey: false });
standingSchema.index({ contentId: 1 });
/** The feed: what stands at a destination, newest first. */
standingSchema.index({ destinationId: 1, 'confirmed.settledAt': -1, _id: -1 }, { name: 'feed', partialFilterExpression: { 'confirmed.settledAt': { $exists: true } } });

export const StandingModel = mongoose.model<StandingRow>('Standing', standingSchema);

/** The driver's collection, for many at once. */
export const standingCollection = (): mongoose.mongo.Collection<StandingRow> => StandingModel.collection as unknown as mongoose.mongo.Collection<StandingRow>;

type Between = Pick<StandingRow, 'destinationId' | 'contentId'>;

/** When a destination last confirmed something, by the index of feeds. */
export async function findLastConfirmed(destinationId: string): Promise<Date | undefined> {
  const row = await StandingModel.findOne({ destinationId, 'confirmed.settledAt': { $exists: true } }, { confirmed: 1 }).sort({ 'confirmed.settledAt': -1, _id: -1 }).lean<StandingRow>();
  return row?.confirmed?.settledAt;
}

export const standingIdOf = ({ destinationId, contentId }: Between): string => `${destinationId}/${contentId}`;

/** What feeds read of a destination's standings, until one of them changes. */
export const standingReads = new ReadCache<readonly StandingRow[]>('standings', (id) => id.slice(0, id.indexOf('/')), 300);

/** Takes the turn of this destination and content in the running transaction; made when it is not there. Answers as it was before, `plannedVersion` 0 when new. */
export async function takeTurn(between: Between, plannedVersion = 0): Promise<StandingRow> {
  const { destinationId, contentId } = between;
  const before = await StandingModel.findOneAndUpdate(
    { _id: standingIdOf(between) }, { $setOnInsert: { destinationId, contentId }, $inc: { turn: 1 }, $max: { plannedVersion } }, { upsert: true, returnDocument: 'before' },
  ).lean<StandingRow>();
  standingReads.drop(standingIdOf(between));
  return before ?? { _id: standingIdOf(between), destinationId, contentId, plannedVersion: 0, turn: 0 };
}
