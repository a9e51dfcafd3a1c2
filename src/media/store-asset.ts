import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { emit, inTransaction, newId, type Context } from '../kernel/index.js';
import { AssetModel, asAsset, assetCache, type Asset, type AssetKind, type StoredAsset } from './asset.js';
import { MediaTooLargeError, UnsupportedMediaError } from './errors.js';
import { AssetStored } from './events.js';
import { fileTypes, type FileType } from './file-type.js';
import { withLease } from './leases.js';
import { typeOfFile, type Unfit } from './look-inside.js';
import { readImage, type ReadImage } from './read-image.js';
import { storage } from './storage.js';
import { withTemporaryFile } from './files-at-hand.js';
import { wordsOf } from './words.js';

/** Bytes of one picture; a larger one is refused: it is decoded in memory. */
export const maxImageBytes = 50_000_000;
/** Bytes of one drawing (SVG). */
const maxDrawingBytes = 2_000_000;

/** What is told of a new file. */
export interface AssetNotes {
  readonly filename: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly author?: string;
  readonly source?: string;
  readonly license?: string;
  readonly unitId?: string;
  /** Whose upload it is, when a job stores it for them; the actor otherwise. */
  readonly createdBy?: string;
  /** Bytes allowed for each kind; the largest that the product takes when absent. */
  readonly limits?: Readonly<Record<AssetKind, number>>;
}

export interface NewAsset extends AssetNotes {
  readonly bytes: Buffer;
}

export interface NewAssetFile extends AssetNotes {
  /** A file of ours; it is read, not moved. */
  readonly path: string;
}

/** Keeps a file given as bytes. For what is small anyway; uploads come as files. Like `storeAssetFile` otherwise. */
export async function storeAsset(ctx: Context, { bytes, ...notes }: NewAsset): Promise<Asset> {
  return withTemporaryFile(ctx, async (path) => {
    await writeFile(path, bytes);
    return storeAssetFile(ctx, { ...notes, path });
  });
}

/**
 * Keeps a file: judges it by its bytes, takes camera data out of pictures, draws SVG as PNG, and announces `asset.stored`. The same
 * bytes from the same unit are one asset. Throws UnsupportedMediaError, MediaTooLargeError.
 */
export async function storeAssetFile(ctx: Context, input: NewAssetFile): Promise<Asset> {
  const unitId = input.unitId ?? ctx.actor.unitId;
  const type = await fitType(input);
  const uploadedSha256 = await hashOfFile(input.path);
  const known = await findKnown({ $or: [{ uploadedSha256 }, { sha256: uploadedSha256 }] }, unitId);
  if (known) return known;
  if (type.kind === 'image') {
    const image = await decode(input, type);
    const sha256 = createHash('sha256').update(image.bytes).digest('hex');
    const { width, height, placeholder, dominantColor } = image;
    return enter(ctx, input, { kind: 'image', contentType: image.type.contentType, bytes: image.bytes.length, sha256, uploadedSha256, width, height, placeholder, dominantColor }, () => storage().put(sha256, image.bytes));
  }
  const { size } = await stat(input.path);
  return enter(ctx, input, { kind: type.kind, contentType: type.contentType, bytes: size, sha256: uploadedSha256, uploadedSha256 }, () => storage().putFile(uploadedSha256, input.path));
}

const reasons: Readonly<Record<Unfit['unfit'], string>> = {
  type: '文件内容不是受支持的类型 (its bytes are of no supported type)', empty: '文件是空的 (it is empty)',
  macros: '含有宏，请另存为不含宏的格式 (it holds macros; save it without them)', damaged: '文件已损坏 (it is damaged)',
};

async function fitType(input: NewAssetFile): Promise<FileType> {
  const { filename, path } = input;
  const type = await typeOfFile(path, filename);
  if ('unfit' in type) throw new UnsupportedMediaError({ filename: shown(filename), reason: reasons[type.unfit] });
  assertSize(input, type, (await stat(path)).size);
  return type;
}

/** Throws MediaTooLargeError when a file of this type and size is not taken under these notes. */
export function assertSize({ filename, limits }: Pick<AssetNotes, 'filename' | 'limits'>, type: FileType, size: number): void {
  const ours = type === fileTypes.svg ? maxDrawingBytes : type.kind === 'image' ? maxImageBytes : Infinity;
  const limit = Math.min(ours, limits?.[type.kind] ?? Infinity);
  if (size > limit) throw new MediaTooLargeError({ filename: shown(filename), size: Math.ceil(size / 1e6), limit: Math.floor(limit / 1e6) });
}

async function decode({ path, filename }: NewAssetFile, type: FileType): Promise<ReadImage> {
  try {
    return await readImage(await readFile(path), type);
  } catch (error) {
    const hint = type === fileTypes.heic ? 'HEIC 照片无法读取，请在手机上改为 JPEG 后再传 (HEIC cannot be read here; save it as JPEG)' : `图片无法解码：${words(error)} (the picture cannot be decoded)`;
    if (isOurs(error)) throw error;
    throw new UnsupportedMediaError({ filename: shown(filename), reason: hint });
  }
}

const isOurs = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string' && 'sentence' in (error as object);
const words = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : '');
/** A name as sentences show it. */
const shown = (filename: string): string => filename.slice(0, 80);

/** SHA-256 of a file, hexadecimal, read piece by piece. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function findKnown(filter: object, unitId: string | undefined): Promise<Asset | undefined> {
  const known = await AssetModel.findOne({ ...filter, unitId: unitId ?? { $exists: false } }).lean<StoredAsset>();
  return known ? asAsset(known) : undefined;
}

type Facts = Pick<StoredAsset, 'kind' | 'contentType' | 'bytes' | 'sha256' | 'uploadedSha256'> & Partial<Pick<StoredAsset, 'width' | 'height' | 'placeholder' | 'dominantColor'>>;

/** Bytes first, then the entry. The lease keeps `forgetBytes` from taking away bytes that are just being used again. */
async function enter(ctx: Context, notes: AssetNotes, facts: Facts, keep: () => Promise<void>): Promise<Asset> {
  const entered = await withLease(`bytes:${facts.sha256}`, async () => {
    await keep();
    return insert(ctx, notes, facts);
  });
  assetCache.drop(entered!._id);
  return entered!;
}

async function insert(ctx: Context, notes: AssetNotes, facts: Facts): Promise<Asset> {
  const { filename, alt = '', credit, author, source, license } = notes;
  const unitId = notes.unitId ?? ctx.actor.unitId;
  return inTransaction(async () => {
    const known = await findKnown({ sha256: facts.sha256 }, unitId);
    if (known) return known;
    const asset: StoredAsset = asAsset({
      _id: newId('asset'), filename: filename.slice(0, 200), ...facts, alt, createdAt: ctx.now(), createdBy: notes.createdBy ?? ctx.actor.id,
      ...present({ unitId, credit, author, source, license }), words: wordsOf(filename, alt, credit, author, source),
    } as StoredAsset);
    await AssetModel.create([asset]);
    await emit(ctx, AssetStored, { assetId: asset._id, kind: asset.kind, contentType: asset.contentType, sha256: asset.sha256, bytes: asset.bytes });
    return asset;
  });
}

const present = (fields: Record<string, string | undefined>): Record<string, string> => Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** The bytes of an asset. Throws when it does not exist. */
export async function readAsset(id: string): Promise<Buffer> {
  const asset = await assetCache.get(id);
  if (!asset) throw new Error(`asset ${id} does not exist`);
  return storage().get(asset.sha256);
}
