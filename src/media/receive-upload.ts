import { createHash, randomBytes, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { enqueue, inTransaction, type Context, type DomainError } from '../kernel/index.js';
import { MediaTooLargeError, UnsupportedMediaError, UploadChecksumError, UploadForbiddenError, UploadLockedError, UploadOffsetError, UploadProtocolError } from './errors.js';
import { lookAt } from './file-type.js';
import { findUpload } from './find-upload.js';
import { deleteSegments, finishUpload, problemOf } from './finish-upload.js';
import { withLease } from './leases.js';
import { piecesOf } from './pieces.js';
import { assertSize } from './store-asset.js';
import { storage } from './storage.js';
import { assertRoom } from './unit-quota.js';
import { limitOfDeclared } from './upload-rules.js';
import { UploadModel, uploadLifeMs, type Segment, type Upload } from './upload.js';

/** Bytes that go with one request. */
export interface Delivery {
  readonly offset: number;
  readonly body: Readable;
  /** Bytes that the request announces, when it does. */
  readonly length?: number;
  /** The file's size, when it is told only now. */
  readonly size?: number;
  readonly checksum?: { readonly algorithm: 'md5' | 'sha1' | 'sha256'; readonly digest: Buffer };
}

/** Pieces of one file; a sender who makes more sends far too little at a time. */
const maxSegments = 50_000;
/** Milliseconds a newcomer waits for the holder of an upload to make way. */
const lockWaitMs = 10_000;

/** Runs `work` alone on an upload, over all processes. The newest connection wins: it is the one that is alive. Throws UPLOAD_LOCKED. */
export async function withUpload<T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return (await withLease(`upload:${id}`, work, { waitMs: lockWaitMs, pushesOut: true }))!;
  } catch (error) {
    if ((error as DomainError).code === 'UNAVAILABLE') throw new UploadLockedError();
    throw error;
  }
}

/**
 * Takes in bytes at an offset. What arrived before a cut line or a newer connection is kept, unless a checksum binds the whole request. The
 * last byte hands the file to `finishUpload`. Throws UPLOAD_OFFSET, UPLOAD_CHECKSUM, UPLOAD_LOCKED, UPLOAD_FORBIDDEN, MEDIA_TOO_LARGE, MEDIA_QUOTA, UNSUPPORTED_MEDIA.
 */
export function receiveUpload(ctx: Context, id: string, delivery: Delivery): Promise<Upload> {
  return withUpload(id, async (signal) => {
    const upload = await prepare(ctx, await findUpload(ctx, id), delivery);
    const isWhole = await take(ctx, upload, delivery, signal);
    await settle(ctx, upload);
    if (!isWhole && signal.aborted) throw new UploadLockedError();
    return upload;
  });
}

async function prepare(ctx: Context, upload: Upload, delivery: Delivery): Promise<Upload> {
  const size = upload.size ?? delivery.size ?? null;
  assertFits(upload, delivery, size);
  // What a crash left uncounted is taken away before anything is written in its place.
  for (const key of upload.pending) await storage().delete(key);
  await inTransaction(async () => {
    if (size !== null && upload.size === null) await assertRoom(upload.unitId, size - upload.offset);
    await UploadModel.updateOne({ _id: upload._id }, { $set: { pending: [], size, expiresAt: expiry(ctx) } });
  });
  return { ...upload, size, pending: [] };
}

function assertFits(upload: Upload, { offset, length = 0, size: toldNow }: Delivery, size: number | null): void {
  if (upload.state !== 'receiving') throw new UploadForbiddenError({ reason: upload.problem?.zh ?? '已传完 (it is complete)' });
  if (upload.direct) throw new UploadForbiddenError({ reason: '这个文件分段直传到存储，不经过这里 (its parts go straight to the storage)' });
  if (offset !== upload.offset) throw new UploadOffsetError({ offset: upload.offset }, { offset: upload.offset });
  if (toldNow !== undefined && toldNow !== size) throw new UploadProtocolError({ reason: 'Upload-Length was told before and differs' });
  if (size === null) return;
  const max = limitOfDeclared(upload.limits, upload.declaredType);
  if (size > max) throw new MediaTooLargeError({ filename: upload.filename.slice(0, 80), size: Math.ceil(size / 1e6), limit: Math.floor(max / 1e6) });
  if (offset + length > size) throw new UploadProtocolError({ reason: `more bytes than Upload-Length (${size})` });
}

const expiry = (ctx: Context): Date => new Date(ctx.now().getTime() + uploadLifeMs);
/** A key for bytes on their way. */
export const newUploadKey = (): string => `${randomBytes(12).toString('hex')}.upload`;

/** True when the request's body came to its end. Counts each piece as it is kept, or all of them at once when a checksum binds them. */
async function take(ctx: Context, upload: Upload, { body, checksum }: Delivery, signal: AbortSignal): Promise<boolean> {
  const hash: Hash | undefined = checksum && createHash(checksum.algorithm);
  const uncounted: Segment[] = [];
  const left = (upload.size ?? limitOfDeclared(upload.limits, upload.declaredType)) - upload.offset;
  const pieces = piecesOf(body, { maxBytes: left, signal });
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done) {
      const isWhole = next.value;
      if (!checksum) return isWhole;
      await countBound(ctx, upload, uncounted, isWhole && hash!.digest().equals(checksum.digest), isWhole);
      return isWhole;
    }
    if (upload.offset === 0 && uncounted.length === 0) await lookAtFirst(ctx, upload, next.value);
    hash?.update(next.value);
    const segment = { key: newUploadKey(), bytes: next.value.length };
    await UploadModel.updateOne({ _id: upload._id }, { $push: { pending: segment.key } });
    await storage().put(segment.key, next.value);
    if (checksum) uncounted.push(segment);
    else await count(ctx, upload, [segment]);
  }
}

async function countBound(ctx: Context, upload: Upload, uncounted: Segment[], isRight: boolean, isWhole: boolean): Promise<void> {
  if (isRight) return count(ctx, upload, uncounted);
  await deleteSegments({ segments: uncounted, pending: [] });
  if (isWhole) throw new UploadChecksumError();
}

/** The offset is the fence: whoever lost the upload meanwhile counts nothing. */
async function count(ctx: Context, upload: Upload, segments: readonly Segment[]): Promise<void> {
  const bytes = segments.reduce((sum, each) => sum + each.bytes, 0);
  const note = () => UploadModel.updateOne({ _id: upload._id, offset: upload.offset, state: 'receiving' }, {
    $push: { segments: { $each: segments } }, $inc: { offset: bytes }, $pull: { pending: { $in: segments.map(({ key }) => key) } }, $set: { expiresAt: expiry(ctx) },
  });
  // Whoever does not tell the size takes room piece by piece.
  const { matchedCount } = upload.size === null ? await inTransaction(async () => { await assertRoom(upload.unitId, bytes); return note(); }) : await note();
  if (matchedCount === 0) throw new UploadLockedError();
  upload.offset += bytes;
  upload.segments.push(...segments);
  upload.expiresAt = expiry(ctx);
  if (upload.segments.length > maxSegments) throw new UploadProtocolError({ reason: 'the pieces are too small; send more bytes with each request' });
}

/** Refuses at its first bytes what could only be refused at its last. */
async function lookAtFirst(ctx: Context, upload: Upload, head: Buffer): Promise<void> {
  if (upload.concat) return; // A part may begin anywhere in its file.
  const { filename, size, limits } = upload;
  const look = lookAt(head.subarray(0, 4096));
  try {
    if (look === undefined && head.length >= 16) throw new UnsupportedMediaError({ filename: filename.slice(0, 80), reason: '文件内容不是受支持的类型 (its bytes are of no supported type)' });
    if (look && typeof look === 'object') assertSize({ filename, limits }, look, size ?? 0);
  } catch (error) {
    await UploadModel.updateOne({ _id: upload._id }, { $set: { state: 'refused', problem: problemOf(error as DomainError), expiresAt: expiry(ctx) } });
    throw error;
  }
}

async function settle(ctx: Context, upload: Upload): Promise<void> {
  if (upload.offset !== upload.size) return;
  const state = upload.concat === 'partial' ? 'part' : 'received';
  await inTransaction(async () => {
    const { modifiedCount } = await UploadModel.updateOne({ _id: upload._id, state: 'receiving' }, { $set: { state } });
    if (modifiedCount === 1 && state === 'received') await enqueue(ctx, finishUpload, { uploadId: upload._id }, { uniqueKey: `finish:${upload._id}` });
  });
  upload.state = state;
}
