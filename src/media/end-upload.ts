import type { Readable } from 'node:stream';
import { defineJob, type Context } from '../kernel/index.js';
import { findUpload } from './find-upload.js';
import { deleteSegments, problemOf, readSegments } from './finish-upload.js';
import { withUpload } from './receive-upload.js';
import { storage } from './storage.js';
import { AssetModel, type Asset } from './asset.js';
import { UploadNotFoundError } from './errors.js';
import { UploadModel, type DirectState, type Upload, type UploadState } from './upload.js';

/** Forgets an upload and its bytes; an asset that it became stays. Throws UPLOAD_NOT_FOUND. */
export async function cancelUpload(ctx: Context, id: string): Promise<void> {
  await findUpload(ctx, id);
  await withUpload(id, async () => forget(await findUpload(ctx, id), { _id: id }));
}

/**
 * Closes the upload that this filter still finds, so that nothing more is counted, takes its bytes away, and then its record: whoever dies between leaves
 * a record by which the sweep goes on.
 */
async function forget(upload: Upload, filter: Record<string, unknown>): Promise<void> {
  const { matchedCount } = await UploadModel.updateOne(filter, { $set: { state: 'refused', problem: problemOf(new UploadNotFoundError()) } });
  if (matchedCount === 0) return;
  await deleteSegments(upload);
  if (upload.direct && upload.state !== 'stored') await abandonParts(upload.direct);
  await UploadModel.deleteOne({ _id: upload._id });
}

/** Takes away what the storage holds of an upload as parts, put together or not. */
async function abandonParts({ key, undertaking }: DirectState): Promise<void> {
  await storage().parts?.abandon(key, undertaking);
  await storage().delete(key);
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
    await forget(upload, { _id: upload._id, expiresAt: upload.expiresAt, state: upload.state });
  }
}

defineJob({ name: 'media.sweepUploads', cron: '*/20 * * * *', leaseMs: 120_000, run: sweepUploads });
