import mongoose, { Schema } from 'mongoose';
import { AssetModel } from './asset.js';
import { MediaQuotaError } from './errors.js';
import { unitQuotaBytes } from './media-config.js';
import { UploadModel } from './upload.js';

const counterSchema = new Schema<{ _id: string; count: number }>({ _id: { type: String, required: true }, count: { type: Number, default: 0 } }, { collection: 'mediaUnits', versionKey: false });
const UnitCounter = mongoose.model('MediaUnit', counterSchema);

/** In the running transaction: throws MEDIA_QUOTA when the unit's assets and running uploads, with so many bytes more, are more than it may have. */
export async function assertRoom(unitId: string | undefined, bytes: number): Promise<void> {
  // Written by everybody who takes room, so that of two at once the second sees the first.
  await UnitCounter.updateOne({ _id: unitId ?? 'none' }, { $inc: { count: 1 } }, { upsert: true });
  const used = await usedBy(unitId);
  const quota = unitQuotaBytes();
  if (used + bytes > quota) throw new MediaQuotaError({ used: (used / 1e9).toFixed(1), quota: (quota / 1e9).toFixed(1) });
}

async function usedBy(unitId: string | undefined): Promise<number> {
  const unit = { unitId: unitId ?? { $exists: false } };
  const [assets] = await AssetModel.aggregate<{ total: number }>([{ $match: unit }, { $group: { _id: null, total: { $sum: '$bytes' } } }]);
  const [uploads] = await UploadModel.aggregate<{ total: number }>([{ $match: { ...unit, state: { $in: ['receiving', 'received', 'part'] } } }, { $group: { _id: null, total: { $sum: { $max: ['$offset', '$size'] } } } }]);
  return (assets?.total ?? 0) + (uploads?.total ?? 0);
}
