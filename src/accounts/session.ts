import { createHash, randomBytes } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, DateTime, newId, type Config } from '../kernel/index.js';

/** The cookie's name; the page never reads it. */
export const sessionCookieName = 'yici_session';

/** How long a session lives unused: 12 hours, so that one sign-in lasts a working day. */
const idleMs = 12 * 3_600_000;
/** How long a session lives at most: 7 days. */
export const absoluteMs = 7 * 24 * 3_600_000;
/** A session's use is noted at most this often: 5 minutes. */
export const touchMs = 5 * 60_000;

@ObjectType({ description: 'One sign-in that has not ended.', simpleResolvers: true })
export class Session {
  @Field(() => ID, { name: 'id', simple: false, description: 'Its id, `session_…`. It opens nothing.' })
  _id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last used, to about five minutes.' })
  lastSeenAt!: Date;

  @Field(() => DateTime, { description: 'When it ends unless it is used before.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'The address it was begun from.' })
  ip?: string | null;

  personId!: string;

  /** The SHA-256 of the token, in hex: the token itself is kept by nobody but its owner. */
  tokenHash!: string;
}

export const SessionConnection = connectionType('Session', () => Session);

const sessionSchema = new Schema<Session>({
  _id: { type: String, default: () => newId('session') },
  personId: { type: String, required: true },
  tokenHash: { type: String, required: true },
  createdAt: { type: Date, required: true },
  lastSeenAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  ip: { type: String, default: null },
}, { collection: 'sessions', versionKey: false });
sessionSchema.index({ tokenHash: 1 }, { unique: true });
sessionSchema.index({ personId: 1, createdAt: -1, _id: -1 });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SessionModel = mongoose.model<Session>('Session', sessionSchema);

/** The SHA-256 of a token of 256 random bits, in hex. Such a token needs no slow hash: nobody can try them all. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new session token: `ys_` and 32 random bytes in base64url. */
export const newSessionToken = (): string => `ys_${randomBytes(32).toString('base64url')}`;

/** When a session used at `now` ends: after the idle time, but never later than a week after it began. */
export const expiryOf = (createdAt: Date, now: Date): Date => new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + absoluteMs));

export interface CookieOptions {
  readonly name: string;
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: '/';
}

/** How the app sets and clears the session cookie. Secure whenever readers reach us by https. */
export const sessionCookie = (config: Config): CookieOptions =>
  ({ name: sessionCookieName, httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:'), path: '/' });

/** How resolvers reach the cookie of the answer. The app puts it on the context of every HTTP request. */
export interface SessionPort {
  setCookie(token: string, expires: Date): void;
  clearCookie(): void;
}
