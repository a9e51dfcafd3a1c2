import { record } from '../accounts/index.js';
import { defineJob, emit, enqueue, inTransaction, type Context } from '../kernel/index.js';
import { loadChangeable } from './access.js';
import { AssetModel, assetCache, type StoredAsset } from './asset.js';
import { AssetInUseError } from './errors.js';
import { AssetDeleted } from './events.js';
import { forgetRenditions } from './kept-renditions.js';
import { withLease } from './leases.js';
import { findUses } from './ports.js';
import { storage } from './storage.js';
import { forgetFilm } from './video/prepare-film.js';

/** Deleted bytes stay for this long, in milliseconds: an editor's slip can be mended, and readers' pages may still show them. */
const graceMs = 7 * 86_400_000;

/** Takes away bytes that no asset has any more, and what was made of them. */
const forgetBytes = defineJob<{ readonly sha256: string }>({ name: 'media.forgetBytes', async run(_ctx, { sha256 }) {
  await withLease(`bytes:${sha256}`, async () => {
    if (await AssetModel.exists({ sha256 })) return;
    await forgetRenditions(sha256);
    await forgetFilm(sha256);
    await storage().delete(sha256);
  });
} });

/** Has bytes taken away once nobody has needed them for a week. In the running transaction. */
export const forgetLater = (ctx: Context, sha256: string): Promise<void> =>
  enqueue(ctx, forgetBytes, { sha256 }, { dueAt: new Date(ctx.now().getTime() + graceMs), uniqueKey: `forget:${sha256}` });

/** Deletes an asset that nothing uses. Throws ASSET_IN_USE, naming what uses it, and NOT_FOUND. */
export async function deleteAsset(ctx: Context, id: string): Promise<void> {
  await inTransaction(async () => {
    const [asset] = await loadChangeable(ctx, 'asset.delete', [id]);
    await assertUnused(ctx, asset!);
    const { _id: assetId, kind, sha256, filename } = asset!;
    await AssetModel.deleteOne({ _id: assetId });
    await forgetLater(ctx, sha256);
    await emit(ctx, AssetDeleted, { assetId, kind, sha256 });
    await record(ctx, { action: 'asset.delete', subjectType: 'Asset', subjectId: assetId, summary: { filename } });
    assetCache.drop(assetId);
  });
}

/** Throws ASSET_IN_USE, with where, when something uses the asset. */
export async function assertUnused(ctx: Context, { _id, filename }: Pick<StoredAsset, '_id' | 'filename'>): Promise<void> {
  const uses = (await findUses(ctx, [_id]))[0]!;
  if (uses.length > 0) throw new AssetInUseError({ filename: filename.slice(0, 80), count: uses.length, titles: uses.slice(0, 3).map(({ title, isPublished }) => `《${title.slice(0, 40)}》${isPublished ? '已发布' : ''}`).join('、') }, { usedBy: uses.slice(0, 20).map(({ id, title, isPublished }) => ({ id, title, isPublished })) });
}
