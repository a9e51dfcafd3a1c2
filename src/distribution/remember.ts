import mongoose, { Schema } from 'mongoose';
import { isDuplicateKey, newOwner, type Services } from '../kernel/index.js';
import type { Remembered } from './channel.js';

/** A value that all processes share for one destination: an access token, a media id. */
interface RememberedRow {
  _id: string;
  destinationId: string;
  sealed?: string;
  until?: Date;
  /** Who makes the value now, and until when others wait for it. */
  owner?: string;
  lockedUntil?: Date;
}

const rememberedSchema = new Schema<RememberedRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  sealed: String,
  until: Date,
  owner: String,
  lockedUntil: Date,
}, { collection: 'remembered', versionKey: false });
rememberedSchema.index({ until: 1 }, { expireAfterSeconds: 24 * 3600 });

const RememberedModel = mongoose.model<RememberedRow>('Remembered', rememberedSchema);

/** How long one process may take to make a value before another tries. */
const lockMs = 60_000;
const lookEveryMs = 150;

type Make = () => Promise<Remembered>;
const makingHere = new Map<string, Promise<string>>();

const idOf = (destinationId: string, key: string): string => `${destinationId}/${key}`;

/** The value kept under `key`, made by one process at a time when there is none. A failing `make` is told to whoever waits for it here, and tried by the next. */
export function remember(services: Services, destinationId: string, key: string, make: Make): Promise<string> {
  const _id = idOf(destinationId, key);
  const underWay = makingHere.get(_id);
  if (underWay) return underWay;
  const value = findOrMake(services, { _id, destinationId }, make).finally(() => makingHere.delete(_id));
  makingHere.set(_id, value);
  return value;
}

async function findOrMake(services: Services, id: Pick<RememberedRow, '_id' | 'destinationId'>, make: Make): Promise<string> {
  const giveUpAt = performance.now() + 2 * lockMs;
  while (performance.now() < giveUpAt) {
    const kept = await RememberedModel.findById(id._id).lean<RememberedRow>();
    const value = kept && valueOf(services, kept);
    if (value !== undefined && value !== null) return value;
    const owner = newOwner();
    if (await lock(services, id, owner)) return makeLocked(services, id._id, owner, make);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  throw new Error(`nobody could make ${id._id} in time`);
}

/** The value, unless it has expired or no configured secret opens it: then it is made anew. */
function valueOf({ vault, now }: Services, { sealed, until }: RememberedRow): string | undefined {
  if (!sealed || !until || until <= now()) return undefined;
  try {
    return vault.open(sealed);
  } catch {
    return undefined;
  }
}

async function lock({ now }: Services, { _id, destinationId }: Pick<RememberedRow, '_id' | 'destinationId'>, owner: string): Promise<boolean> {
  const isFree = { _id, $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now() } }] };
  const mine = { $set: { owner, lockedUntil: new Date(now().getTime() + lockMs) }, $setOnInsert: { destinationId } };
  try {
    const { matchedCount, upsertedCount } = await RememberedModel.updateOne(isFree, mine, { upsert: true });
    return matchedCount + upsertedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

async function makeLocked({ vault }: Services, _id: string, owner: string, make: Make): Promise<string> {
  const free = { owner: 1, lockedUntil: 1 } as const;
  try {
    const { value, until } = await make();
    await RememberedModel.updateOne({ _id, owner }, { $set: { sealed: vault.seal(value), until }, $unset: free });
    return value;
  } catch (error) {
    await RememberedModel.updateOne({ _id, owner }, { $unset: free });
    throw error;
  }
}

/** Drops what is kept under `key`; with `value`, only while that is the value kept. */
export async function forget(services: Services, destinationId: string, key: string, value?: string): Promise<void> {
  const _id = idOf(destinationId, key);
  const kept = await RememberedModel.findById(_id).lean<RememberedRow>();
  if (!kept?.sealed || (value !== undefined && valueOf(services, kept) !== value)) return;
  await RememberedModel.updateOne({ _id, sealed: kept.sealed }, { $unset: { sealed: 1, until: 1 } });
}
