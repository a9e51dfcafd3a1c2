import { record } from '../accounts/index.js';
import { assertMay, emit, inTransaction, InvalidInputError, type Context } from '../kernel/index.js';
import { loadChangeable } from './access.js';
import { AssetModel, asAsset, assetCache, type Asset, type StoredAsset } from './asset.js';
import { findUses } from './ports.js';
import { assertUnused, forgetLater } from './delete-asset.js';
import { AssetKindMismatchError } from './errors.js';
import { AssetReplaced } from './events.js';
import type { ReplaceAssetInput } from './inputs.js';
import { wordsOf } from './words.js';

/**
 * Gives an asset the file of another, just uploaded, under its own id: everything that shows it shows the new file, at a new address, and old
 * addresses lead there. Alt text, credit and rights stay. Announces `asset.replaced`, which corrects what is published with it: for that the right to
 * correct is needed. Throws ASSET_KIND_MISMATCH, ASSET_IN_USE, FORBIDDEN, NOT_FOUND.
 */
export async function replaceAsset(ctx: Context, { id, byAssetId, note }: ReplaceAssetInput): Promise<Asset> {
  if (note && note.length > 500) throw new InvalidInputError({ field: 'note', reason: '不超过 500 字 (at most 500 characters)' });
  if (id === byAssetId) throw new InvalidInputError({ field: 'byAssetId', reason: '请选择另一个素材 (choose another asset)' });
  return inTransaction(async () => {
    const [asset, by] = await loadChangeable(ctx, 'asset.update', [id, byAssetId]) as [StoredAsset, StoredAsset];
    if (asset.kind !== by.kind) throw new AssetKindMismatchError({ filename: asset.filename.slice(0, 80), other: by.filename.slice(0, 80) });
    await assertUnused(ctx, by);
    await assertMayCorrect(ctx, id);
    const replaced = withFileOf(asset, by);
    await AssetModel.deleteOne({ _id: by._id });
    await AssetModel.replaceOne({ _id: id }, replaced);
    await forgetLater(ctx, asset.sha256);
    await emit(ctx, AssetReplaced, { assetId: id, kind: asset.kind, previousSha256: asset.sha256, sha256: by.sha256, replacedAt: ctx.now().toISOString(), ...(note ? { note } : {}) });
    await record(ctx, { action: 'asset.replace', subjectType: 'Asset', subjectId: id, summary: { previousSha256: asset.sha256, sha256: by.sha256 } });
    assetCache.drop(id);
    assetCache.drop(by._id);
    return asAsset(replaced);
  });
}

/** What readers see changes with the file: that is a correction, and takes its permission. */
async function assertMayCorrect(ctx: Context, id: string): Promise<void> {
  if ((await findUses(ctx, [id]))[0]!.some(({ isPublished }) => isPublished)) assertMay(ctx.actor, 'content.correct');
}

function withFileOf(asset: StoredAsset, by: StoredAsset): StoredAsset {
  const { focus: _focus, crops: _crops, width: _width, height: _height, placeholder: _placeholder, dominantColor: _color, ...kept } = asset;
  const { contentType, bytes, sha256, uploadedSha256, width, height, placeholder, dominantColor, filename } = by;
  const picture = width === undefined ? {} : { width, height, placeholder, dominantColor };
  return { ...kept, contentType, bytes, sha256, uploadedSha256, filename, ...picture, words: wordsOf(filename, kept.alt, kept.credit, kept.author, kept.source) } as StoredAsset;
}
