import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { newId, type Context } from '../kernel/index.js';
import { AssetModel, asAsset, assetCache, type Asset } from './asset.js';
import { MediaTooLargeError, UnsupportedMediaError } from './errors.js';
import { storage } from './storage.js';

/** Bytes of one picture; a larger one is refused. */
export const maxImageBytes = 30_000_000;
/** Pixels of one picture; a bomb is refused before it is decoded. */
const maxPixels = 100_000_000;

const contentTypes: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', heif: 'image/avif' };

export interface NewAsset {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly license?: string;
  readonly unitId?: string;
}

/** Keeps a picture. The same bytes from the same unit are one asset. Throws UnsupportedMediaError, MediaTooLargeError. */
export async function storeAsset(ctx: Context, input: NewAsset): Promise<Asset> {
  const facts = await inspectImage(input);
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  const unitId = input.unitId ?? ctx.actor.unitId;
  const known = await AssetModel.findOne({ sha256, unitId }).lean<Asset>();
  if (known) return asAsset(known);
  await storage().put(sha256, input.bytes);
  const asset = { _id: newId('asset'), kind: 'image' as const, filename: input.filename.slice(0, 200), ...facts, bytes: input.bytes.length, sha256, alt: input.alt ?? '', createdAt: ctx.now(), createdBy: ctx.actor.id,
    ...(unitId ? { unitId } : {}), ...(input.credit ? { credit: input.credit } : {}), ...(input.license ? { license: input.license } : {}) };
  const stored = await AssetModel.findOneAndUpdate({ sha256, unitId: unitId ?? { $exists: false } }, { $setOnInsert: asset }, { upsert: true, returnDocument: 'after' }).lean<Asset>();
  assetCache.drop(stored!._id);
  return asAsset(stored!);
}

async function inspectImage({ bytes, filename }: NewAsset): Promise<{ contentType: string; width: number; height: number }> {
  if (bytes.length > maxImageBytes) throw new MediaTooLargeError({ filename, size: Math.ceil(bytes.length / 1e6), limit: maxImageBytes / 1e6 });
  try {
    const metadata = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).metadata();
    const contentType = contentTypes[metadata.format ?? ''];
    if (!contentType) throw new Error(`${metadata.format ?? '?'} is not a picture format of the web`);
    const isTurned = (metadata.orientation ?? 1) >= 5;
    const [width, height] = isTurned ? [metadata.height, metadata.width] : [metadata.width, metadata.height];
    return { contentType, width: width!, height: height! };
  } catch (error) {
    throw new UnsupportedMediaError({ filename, reason: error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : '无法识别' });
  }
}

/** The original bytes of an asset. Throws when it does not exist. */
export async function readAsset(id: string): Promise<Buffer> {
  const asset = await assetCache.get(id);
  if (!asset) throw new Error(`asset ${id} does not exist`);
  return storage().get(asset.sha256);
}
