import { AssetModel, type StoredAsset } from './asset.js';
import { isPublicAsset } from './ports.js';

/** An asset that readers still see although the right to use it has ended. */
export interface ExpiredMedia {
  readonly assetId: string;
  readonly filename: string;
  readonly endedAt: Date;
}

/** Assets told at most: more are not read by anybody before these are mended. */
const most = 50;

/** Assets whose right has ended and that something published still uses, the longest ended first. */
export async function findExpiredMedia(now: Date): Promise<ExpiredMedia[]> {
  const ended = await AssetModel.find({ rightsExpireAt: { $lte: now } }, { filename: 1, rightsExpireAt: 1 }).sort({ rightsExpireAt: 1 }).lean<Pick<StoredAsset, '_id' | 'filename' | 'rightsExpireAt'>[]>();
  const shown: ExpiredMedia[] = [];
  for (const { _id, filename, rightsExpireAt } of ended) {
    if (shown.length === most) break;
    if (await isPublicAsset(_id)) shown.push({ assetId: _id, filename, endedAt: rightsExpireAt! });
  }
  return shown;
}
