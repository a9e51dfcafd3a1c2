import mongoose, { Schema } from 'mongoose';
import { Gathering, isDuplicateKey } from '../kernel/index.js';
import { longestWish } from './retry-schedule.js';

/** How a destination has been doing, apart from its settings because it changes with every failure. `_id` is the destination's. */
export interface Health {
  _id: string;
  /** Failures in a row. */
  failures: number;
  failingSince?: Date;
  /** Nothing is sent before; then one delivery is the probe. */
  pausedUntil?: Date;
  /** The receiver asked for silence until then (429 or 503 with Retry-After): nothing is sent before, however well it is. */
  quietUntil?: Date;
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
  quietUntil: Date,
  lastMessage: String,
  minute: Number,
  sent: Number,
}, { collection: 'destinationHealth', versionKey: false });
healthSchema.index({ pausedUntil: 1 }, { partialFilterExpression: { pausedUntil: { $exists: true } } });
healthSchema.index({ quietUntil: 1 }, { partialFilterExpression: { quietUntil: { $exists: true } } });

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
  readonly quietUntil?: Date;
  /** It has failed so long that it must be closed. */
  readonly isTooLong: boolean;
}

/** A failure as health sees it. `quietUntil` is the receiver's wish for all that goes to it. */
export interface Failure {
  readonly message: string;
  readonly quietUntil?: Date | undefined;
}

/** Notes a failure, and pauses the destination when there were too many in a row or its receiver asks for it. */
export async function noteFailure(destinationId: string, { message, quietUntil }: Failure, now: Date): Promise<FailureNote> {
  const quiet = quietUntil && new Date(Math.min(quietUntil.getTime(), now.getTime() + longestWish));
  const health = await HealthModel.findOneAndUpdate({ _id: destinationId }, [
    { $set: { failures: { $add: [{ $ifNull: ['$failures', 0] }, 1] }, failingSince: { $ifNull: ['$failingSince', now] }, lastMessage: { $literal: message.slice(0, 500) }, ...(quiet && { quietUntil: { $max: ['$quietUntil', quiet] } }) } },
  ], { upsert: true, returnDocument: 'after', updatePipeline: true }).lean<Health>();
  const pause = pauseMs(health?.failures ?? 1);
  const pausedUntil = pause > 0 ? new Date(now.getTime() + pause) : undefined;
  if (pausedUntil) await HealthModel.updateOne({ _id: destinationId }, { $set: { pausedUntil } });
  return { isTooLong: now.getTime() - (health?.failingSince ?? now).getTime() >= longestFailureMs, ...(pausedUntil && { pausedUntil }), ...(health?.quietUntil && { quietUntil: health.quietUntil }) };
}

/** The pauses of all destinations, two indexes wide: those after failures (also ended ones, whose probe is due) and those wished for. */
export const findPauses = (now: Date): Promise<Pick<Health, '_id' | 'pausedUntil' | 'quietUntil'>[]> =>
  HealthModel.find({ $or: [{ pausedUntil: { $exists: true } }, { quietUntil: { $gt: now } }] }, { pausedUntil: 1, quietUntil: 1 }).lean<Health[]>().exec();

/** Until when nothing is sent, for whatever reason. Pure. */
export const pauseOf = ({ pausedUntil, quietUntil }: Pick<Health, 'pausedUntil' | 'quietUntil'>): Date | undefined =>
  (pausedUntil && quietUntil ? new Date(Math.max(pausedUntil.getTime(), quietUntil.getTime())) : pausedUntil ?? quietUntil);

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
