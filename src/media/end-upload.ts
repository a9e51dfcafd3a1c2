import type { Readable } from 'node:stream';
import { defineJob, type Context } from '../kernel/index.js';
import { findUpload } from './find-upload.js';
import { deleteSegments, readSegments } from './finish-upload.js';
import { withUpload } from './receive-upload.js';
import { storage } from './storage.js';
import { AssetModel, type Asset } from './asset.js';
import { UploadNotFoundError } from './errors.js';
import { UploadModel, type Upload, type UploadState } from './upload.js';

/** Forgets an upload and its bytes; an asset that it became stays. Throws UPLOAD_NOT_FOUND. */
export async function cancelUpload(ctx: Context, id: string): Promise<void> {
  await findUpload(ctx, id);
  await withUpload(id, async () => drop(await findUpload(ctx, id)));
}

async function drop(upload: Upload): Promise<void> {
  const { deletedCount } = await UploadModel.deleteOne({ _id: upload._id });
  if (deletedCount === 1) await forgetBytes(upload);
}

/** Takes away all bytes of an upload, those that the storage holds as parts included. */
async function forgetBytes(upload: Upload): Promise<void> {
  await deleteSegments(upload);
  if (!upload.direct || upload.state !== 'receiving') return;
  await storage().parts?.abandon(upload.direct.key, upload.direct.undertaking);
  await storage().delete(upload.direct.key);
}

/** The bytes of an upload that has come to its end, for its sender. Throws UPLOAD_NOT_FOUND while bytes are missing. */
export async function readUpload(ctx: Context, id: string): Promise<{ readonly bytes: number; readonly stream: Readable }> {
  const { state, offset, segments, assetId } = await findUpload(ctx, id);
  if (state === 'received' || state === 'part') return { bytes: offset, stream: readSegments(segments) };
  const asset = assetId ? await AssetModel.findById(assetId).lean<Asset>() : null;
  if (!asset) throw new UploadNotFoundError();
  return { bytes: asset.bytes, stream: storage().stream(asset.sha256) };
}

/** Uploads forgotten in one look. */
const sweepBatch = 500;
const judgedWithinMs = 7 * 86_400_000;
const sweepable: UploadState[] = ['receiving', 'part', 'stored', 'refused'];

/** Forgets uploads that waited too long for their next byte, and records that have been read long enough. */
export async function sweepUploads(ctx: Context): Promise<void> {
  const longAgo = new Date(ctx.now().getTime() - judgedWithinMs);
  // What is complete waits for its job; a job that was given up is looked into by people within a week.
  const expired = { $or: [{ expiresAt: { $lt: longAgo } }, { expiresAt: { $lt: ctx.now() }, state: { $in: sweepable } }] };
  for (const upload of await UploadModel.find(expired).limit(sweepBatch).lean<Upload[]>()) {
    const { deletedCount } = await UploadModel.deleteOne({ _id: upload._id, expiresAt: upload.expiresAt, state: upload.state });
    if (deletedCount === 1) await forgetBytes(upload);
  }
}

defineJob({ name: 'media.sweepUploads', cron: '*/20 * * * *', leaseMs: 120_000, run: sweepUploads });
