import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defineJob, DomainError, UnavailableError, type Context } from '../kernel/index.js';
import { withTemporaryFile } from './files-at-hand.js';
import { storeAssetFile } from './store-asset.js';
import { storage } from './storage.js';
import { UploadModel, uploadLifeMs, type Upload } from './upload.js';

/** Makes an asset of an upload whose bytes are all here, or says why it cannot be one. */
export const finishUpload = defineJob<{ readonly uploadId: string }>({ name: 'media.finishUpload', leaseMs: 60_000, async run(ctx, { uploadId }, signal) {
  const upload = await UploadModel.findById(uploadId).lean<Upload>();
  if (upload?.state !== 'received') return;
  const outcome = await withTemporaryFile(ctx, (path) => judge(ctx, upload, path, signal));
  const expiresAt = new Date(ctx.now().getTime() + uploadLifeMs);
  await UploadModel.updateOne({ _id: uploadId, state: 'received' }, { $set: { ...outcome, expiresAt } });
  // The note of the pieces goes last: if this process dies here, the sweep finds them by it.
  await deleteSegments(upload);
  await UploadModel.updateOne({ _id: uploadId }, { $set: { segments: [], pending: [] } });
} });

type Outcome = Pick<Upload, 'state' | 'assetId' | 'problem'>;

async function judge(ctx: Context, { segments, filename, notes, unitId, createdBy, limits }: Upload, path: string, signal: AbortSignal): Promise<Outcome> {
  await pipeline(readSegments(segments), createWriteStream(path), { signal });
  try {
    const asset = await storeAssetFile(ctx, { ...notes, filename, path, createdBy, limits, ...(unitId ? { unitId } : {}) });
    return { state: 'stored', assetId: asset._id };
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof UnavailableError) throw error;
    return { state: 'refused', problem: problemOf(error) };
  }
}

/** What is told of an error that ended an upload. */
export const problemOf = (error: DomainError): NonNullable<Upload['problem']> => ({ code: error.code, zh: error.sentence('zh'), en: error.sentence('en') });

/** The bytes of an upload's pieces, one after another. */
export function readSegments(segments: Upload['segments']): Readable {
  return Readable.from((async function* () { for (const { key } of segments) yield* storage().stream(key) as AsyncIterable<Buffer>; })(), { objectMode: false });
}

/** Takes away an upload's pieces, counted or not. */
export async function deleteSegments({ segments, pending }: Pick<Upload, 'segments' | 'pending'>): Promise<void> {
  for (const key of [...segments.map((segment) => segment.key), ...pending]) await storage().delete(key);
}
