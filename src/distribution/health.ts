import mongoose, { Schema } from 'mongoose';
import { Gathering, isDuplicateKey } from '../kernel/index.js';

/** How a destination has been doing, apart from its settings because it changes with every failure. `_id` is the destination's. */
export interface Health {
  _id: string;
  /** Failures in a row. */
  failures: number;
  failingSince?: Date;
  /** Nothing is sent before; then one delivery is the probe. */
  pausedUntil?: Date;
  lastMessage?: string;
  /** The minute (since 1970) and the attempts begun in it, for the rate limit. */
  minute?: number;
  sent?: number;
}

const healthSchema = new Schema<Health>({
  _id: { type: String, required: true },
  failures: { type: Number, default: 0 },
  failingSince: Date,
  pausedUntil: Date,
  lastMessage: String,
  minute: Number,
  sent: Number,
}, { collection: 'destinationHealth', versionKey: false });
healthSchema.index({ pausedUntil: 1 }, { partialFilterExpression: { pausedUntil: { $exists: true } } });

export const HealthModel = mongoose.model<Health>('DestinationHealth', healthSchema);

/** Failures in a row after which a destination is left alone for a while. */
const failuresUntilPause = 5;
/** How long a destination may fail without one success before it is closed: 120 h, as Svix has it. */
export const longestFailureMs = 120 * 3_600_000;
const firstPauseMs = 60_000;
const longestPauseMs = 15 * 60_000;

/** How long to leave a destination alone after so many failures in a row; 0 for not at all. Pure. */
export function pauseMs(failures: number): number {
  if (failures < failuresUntilPause) return 0;
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - failuresUntilPause));
}

/** Notes successes of one moment by one command, which writes only where a destination was not well. */
const successes = new Gathering<string, undefined>(async (ids) => {
  await HealthModel.updateMany({ _id: { $in: [...new Set(ids)] }, failures: { $gt: 0 } }, { $set: { failures: 0 }, $unset: { failingSince: 1, pausedUntil: 1, lastMessage: 1 } });
  return [];
}, { most: 100, sideBySide: 2 });

/** Notes a success: the destination is well. */
export const noteSuccess = (destinationId: string): Promise<undefined> => successes.do(destinationId);

export interface FailureNote {
  readonly pausedUntil?: Date;
  /** It has failed so long that it must be closed. */
  readonly isTooLong: boolean;
}

/** Notes a failure, and pauses the destination when there were too many in a row. */
export async function noteFailure(destinationId: string, message: string, now: Date): Promise<FailureNote> {
  const health = await HealthModel.findOneAndUpdate({ _id: destinationId }, [
    { $set: { failures: { $add: [{ $ifNull: ['$failures', 0] }, 1] }, failingSince: { $ifNull: ['$failingSince', now] }, lastMessage: { $literal: message.slice(0, 500) } } },
  ], { upsert: true, returnDocument: 'after', updatePipeline: true }).lean<Health>();
  const pause = pauseMs(health?.failures ?? 1);
  const pausedUntil = pause > 0 ? new Date(now.getTime() + pause) : undefined;
  if (pausedUntil) await HealthModel.updateOne({ _id: destinationId }, { $set: { pausedUntil } });
  return { isTooLong: now.getTime() - (health?.failingSince ?? now).getTime() >= longestFailureMs, ...(pausedUntil ? { pausedUntil } : {}) };
}

/** Takes the one probe of a destination whose pause is over. Until it settles, for `probeMs` at most, others stay away. */
export async function takeProbe(destinationId: string, now: Date, probeMs: number): Promise<boolean> {
  const taken = await HealthModel.updateOne({ _id: destinationId, pausedUntil: { $lte: now } }, { $set: { pausedUntil: new Date(now.getTime() + probeMs) } });
  return taken.modifiedCount === 1;
}

/** Counts one attempt against the destination's rate; false when this minute's are used up. Right over all processes. */
export async function takeRate(destinationId: string, ratePerMinute: number, now: Date): Promise<boolean> {
  const minute = Math.floor(now.getTime() / 60_000);
  await HealthModel.updateOne({ _id: destinationId, minute: { $ne: minute } }, { $set: { minute, sent: 0 } }, { upsert: true }).catch(ignoreDuplicate);
  return (await HealthModel.updateOne({ _id: destinationId, minute, sent: { $lt: ratePerMinute } }, { $inc: { sent: 1 } })).modifiedCount === 1;
}

/** Two upserts of one id, or an upsert whose filter did not match: the document is there, which is all that was wanted. */
function ignoreDuplicate(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
