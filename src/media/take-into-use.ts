import { NotFoundError } from '../kernel/index.js';
import { AssetModel } from './asset.js';

/**
 * Says, in the running transaction, that something begins to use these assets. A deletion that runs at the same time and has not seen it yet
 * then meets this write, looks again and refuses. Throws NOT_FOUND when the deletion was first.
 */
export async function takeIntoUse(assetIds: readonly string[]): Promise<void> {
  if (assetIds.length === 0) return;
  const { matchedCount } = await AssetModel.updateMany({ _id: { $in: assetIds } }, { $inc: { timesTaken: 1 } });
  if (matchedCount === assetIds.length) return;
  const left = new Set(await AssetModel.distinct('_id', { _id: { $in: assetIds } }));
  throw new NotFoundError({ id: assetIds.find((id) => !left.has(id))! });
}
