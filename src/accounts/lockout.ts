import mongoose, { Schema } from 'mongoose';
import { SignInLockedError } from './errors.js';

/** Failed sign-ins in a row before the login is locked. */
const failuresBeforeLock = 5;
/** Minutes of the first lock, of the next one, and so on; the last holds for all further ones. */
export const lockMinutes = [1, 5, 15, 60] as const;
const forgottenAfterSeconds = 24 * 3600;

/** Failed sign-ins with one login, whether anybody has it or not: so a lock tells nobody that a login exists. */
interface Failures {
  /** The login. */
  _id: string;
  count: number;
  lockedUntil: Date | null;
  lastAt: Date;
}

const failuresSchema = new Schema<Failures>({
  _id: { type: String, required: true },
  count: { type: Number, required: true },
  lockedUntil: { type: Date, default: null },
  lastAt: { type: Date, required: true },
}, { collection: 'signInFailures', versionKey: false });
failuresSchema.index({ lastAt: 1 }, { expireAfterSeconds: forgottenAfterSeconds });

const FailuresModel = mongoose.model<Failures>('SignInFailures', failuresSchema);

/** Until when a login is locked after this many failures in a row; null when it is not. Every failure after the fifth locks anew. */
export function lockAfter(failures: number, now: Date): Date | null {
  if (failures < failuresBeforeLock) return null;
  const minutes = lockMinutes[Math.min(failures - failuresBeforeLock, lockMinutes.length - 1)]!;
  return new Date(now.getTime() + minutes * 60_000);
}

/** Until when each login is locked; null for those that are not. One command. */
export async function findLocks(logins: readonly string[], now: Date): Promise<(Date | null)[]> {
  const locks = await FailuresModel.find({ _id: { $in: logins }, lockedUntil: { $gt: now } }).lean<Failures[]>();
  const untilByLogin = new Map(locks.map((lock) => [lock._id, lock.lockedUntil]));
  return logins.map((login) => untilByLogin.get(login) ?? null);
}

/** Throws SignInLockedError while the login is locked. */
export async function assertUnlocked(login: string, now: Date): Promise<void> {
  const [until] = await findLocks([login], now);
  if (until) throw new SignInLockedError({ seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
}

/** Counts a failure, and locks the login when there were too many. */
export async function countFailure(login: string, now: Date): Promise<void> {
  const failures = await FailuresModel.findOneAndUpdate({ _id: login }, { $inc: { count: 1 }, $set: { lastAt: now } }, { upsert: true, returnDocument: 'after' }).lean<Failures>();
  const lockedUntil = lockAfter(failures?.count ?? 1, now);
  await FailuresModel.updateOne({ _id: login }, { $max: { lockedUntil } });
}

/** Forgets the failures of a login: it signed in, or its password was reset. */
export async function forgetFailures(login: string): Promise<void> {
  await FailuresModel.deleteOne({ _id: login });
}
