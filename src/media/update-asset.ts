import { record } from '../accounts/index.js';
import { inTransaction, InvalidInputError, type Context } from '../kernel/index.js';
import { loadChangeable } from './access.js';
import { AssetModel, asAsset, assetCache, type Asset, type StoredAsset } from './asset.js';
import type { AssetNotesInput, CropInput, FocalPointInput, UpdateAssetInput, UpdateAssetsInput } from './inputs.js';
import { wordsOf } from './words.js';

/** Assets that one bulk edit may change. */
const maxBulk = 100;

/** Changes what is told of an asset, its rights, its focal point and crops. Throws INVALID_INPUT and NOT_FOUND. */
export async function updateAsset(ctx: Context, input: UpdateAssetInput): Promise<Asset> {
  const { id, filename, focus, crops, ...notes } = input;
  const changes: Changes = { ...readNotes(notes), ...readText('filename', filename, 200), ...readFocus(focus), ...readCrops(crops) };
  if (filename !== undefined && !changes.filename) throw new InvalidInputError({ field: 'filename', reason: '不能为空 (must not be empty)' });
  return (await change(ctx, [id], changes))[0]!;
}

/** Makes one change to several assets, all or none. Throws INVALID_INPUT and NOT_FOUND. */
export async function updateAssets(ctx: Context, { ids, ...notes }: UpdateAssetsInput): Promise<Asset[]> {
  if (ids.length === 0 || ids.length > maxBulk) throw new InvalidInputError({ field: 'ids', reason: `应有 1–${maxBulk} 个 (must be 1 to ${maxBulk})` });
  return change(ctx, [...new Set(ids)], readNotes(notes));
}

/** Fields to set; null takes one away. */
type Changes = { [F in keyof StoredAsset]?: StoredAsset[F] | null };

async function change(ctx: Context, ids: readonly string[], changes: Changes): Promise<Asset[]> {
  return inTransaction(async () => {
    const changed = (await loadChangeable(ctx, 'asset.update', ids)).map((asset) => apply(asset, changes));
    for (const asset of changed) {
      await AssetModel.replaceOne({ _id: asset._id }, asset);
      await record(ctx, { action: 'asset.update', subjectType: 'Asset', subjectId: asset._id, summary: { fields: Object.keys(changes) } });
      assetCache.drop(asset._id);
    }
    return changed.map(asAsset);
  });
}

function apply(asset: StoredAsset, changes: Changes): StoredAsset {
  const merged = Object.fromEntries(Object.entries({ ...asset, ...changes }).filter(([, value]) => value !== null && value !== undefined)) as unknown as StoredAsset;
  // A new date is a new right: its alarms are still to come.
  if ('rightsExpireAt' in changes) delete merged.alarmedAtDays;
  const { filename, alt, credit, author, source } = merged;
  return { ...merged, words: wordsOf(filename, alt, credit, author, source) };
}

function readNotes({ alt, credit, author, source, license, rightsExpireAt }: AssetNotesInput): Changes {
  return {
    ...(alt === undefined ? {} : { alt: (readText('alt', alt, 500).alt as string | null) ?? '' }),
    ...readText('credit', credit, 200), ...readText('author', author, 200), ...readText('source', source, 200), ...readText('license', license, 500),
    ...(rightsExpireAt === undefined ? {} : { rightsExpireAt }),
  };
}

function readText(field: string, text: string | null | undefined, limit: number): Record<string, string | null> {
  if (text === undefined) return {};
  const trimmed = text?.trim() ?? '';
  if ([...trimmed].length > limit) throw new InvalidInputError({ field, reason: `不超过 ${limit} 字 (at most ${limit} characters)` });
  return { [field]: trimmed || null };
}

const isFraction = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= 1;

function readFocus(focus: FocalPointInput | null | undefined): Changes {
  if (!focus) return focus === null ? { focus: null } : {};
  if (!isFraction(focus.x) || !isFraction(focus.y)) throw new InvalidInputError({ field: 'focus', reason: '应在 0 与 1 之间 (must be between 0 and 1)' });
  return { focus: { x: focus.x, y: focus.y } };
}

function readCrops(crops: readonly CropInput[] | null | undefined): Changes {
  if (!crops) return crops === null ? { crops: null } : {};
  if (new Set(crops.map(({ preset }) => preset)).size < crops.length) throw new InvalidInputError({ field: 'crops', reason: '每种用途只能有一个裁剪 (one crop for each preset)' });
  const isInside = ({ left, top, width, height }: CropInput): boolean => [left, top, width, height, left + width, top + height].every((value) => isFraction(Math.round(value * 1e6) / 1e6)) && width > 0 && height > 0;
  if (!crops.every(isInside)) throw new InvalidInputError({ field: 'crops', reason: '裁剪框应在图片之内 (a crop must lie inside the picture)' });
  return { crops: crops.map(({ preset, left, top, width, height }) => ({ preset, left, top, width, height })) };
}
