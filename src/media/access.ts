import { assertId, assertMay, may, NotFoundError, type Context } from '../kernel/index.js';
import { AssetModel, type Asset, type StoredAsset } from './asset.js';

/** Which assets the actor may see in the library: their own unit's and nobody's, or all with the right to read any content. */
export function readableAssets(ctx: Context): Record<string, unknown> {
  return may(ctx.actor, 'content.readAny') ? {} : { unitId: { $in: [ctx.actor.unitId ?? null, null] } };
}

/** True when the actor may see the asset in the library. */
export const mayReadAsset = (ctx: Context, { unitId }: Pick<Asset, 'unitId'>): boolean => may(ctx.actor, 'content.readAny') || unitId == null || unitId === ctx.actor.unitId;

// Whoever edits or corrects every unit's contents changes every unit's assets.
const mayChange = (ctx: Context, { unitId }: Pick<Asset, 'unitId'>): boolean => may(ctx.actor, 'content.updateAny') || may(ctx.actor, 'content.correct') || (unitId !== undefined && unitId === ctx.actor.unitId);

/** Loads assets to change. Throws NOT_FOUND for those that are absent or another unit's. */
export async function loadChangeable(ctx: Context, permission: 'asset.update' | 'asset.delete', ids: readonly string[]): Promise<StoredAsset[]> {
  assertMay(ctx.actor, permission);
  for (const id of ids) assertId(id, 'asset');
  const found = await AssetModel.find({ _id: { $in: ids } }).lean<StoredAsset[]>();
  return ids.map((id) => {
    const asset = found.find(({ _id }) => _id === id);
    if (!asset || !mayReadAsset(ctx, asset) || !mayChange(ctx, asset)) throw new NotFoundError({ id });
    return asset;
  });
}
