import mongoose, { Schema } from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequestsError, type Context } from '../kernel/index.js';

/** Failed tries of one address in five minutes. Generous, because a whole bureau may stand behind one address. */
const triesPerAddress = 100;
/** Tries on one login in five minutes. It is counted before the password is looked at, so tries side by side cannot slip past the lock. */
const triesPerLogin = 12;
const seconds = 300;

interface Tries {
  _id: mongoose.Types.ObjectId;
  key: string;
  points: number;
  expire: Date | null;
}

// The library writes this collection; the model is here so that its indexes are made like all others.
const triesSchema = new Schema<Tries>({ key: String, points: Number, expire: Date }, { collection: 'signInTries', versionKey: false });
triesSchema.index({ key: 1 }, { unique: true });
triesSchema.index({ expire: -1 }, { expireAfterSeconds: 0 });
mongoose.model<Tries>('SignInTries', triesSchema);

interface Limits {
  readonly byAddress: RateLimiterMongo;
  readonly byLogin: RateLimiterMongo;
}

let made: { readonly connection: unknown; readonly limits: Limits } | undefined;

function limits(): Limits {
  const connection = mongoose.connection.getClient();
  if (made?.connection !== connection) made = { connection, limits: makeLimits(connection) };
  return made.limits;
}

function makeLimits(storeClient: mongoose.mongo.MongoClient): Limits {
  const store = { storeClient, dbName: mongoose.connection.name, tableName: 'signInTries', disableIndexesCreation: true, duration: seconds };
  return {
    byAddress: new RateLimiterMongo({ ...store, keyPrefix: 'address', points: triesPerAddress }),
    byLogin: new RateLimiterMongo({ ...store, keyPrefix: 'login', points: triesPerLogin }),
  };
}

/** Counts a try to prove a password. Throws TooManyRequestsError when the address or the login had too many. Outside any transaction. */
export async function countTry(ctx: Context, login: string): Promise<void> {
  await consume(limits().byAddress, ctx.ip ?? 'unknown');
  await consume(limits().byLogin, login);
}

async function consume(limiter: RateLimiterMongo, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyRequestsError({ seconds: Math.ceil(refusal.msBeforeNext / 1000) });
    throw refusal;
  }
}

/** Takes back what `countTry` counted: the password was right. */
export async function forgiveTries(ctx: Context, login: string): Promise<void> {
  await limits().byAddress.reward(ctx.ip ?? 'unknown');
  await forgetTries(login);
}

/** Forgets the tries on a login: its password was reset. */
export async function forgetTries(login: string): Promise<void> {
  await limits().byLogin.delete(login);
}
