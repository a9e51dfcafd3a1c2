import { enqueue, inTransaction, InvalidInputError, type Context } from '../kernel/index.js';
import { beginUpload } from './begin-upload.js';
import type { ArrivedPartInput, BeginDirectUploadInput, CompleteDirectUploadInput, SignUploadPartsInput } from './direct-inputs.js';
import { DirectUploadError, UploadForbiddenError, UploadPartsError, UploadProtocolError } from './errors.js';
import { findUpload } from './find-upload.js';
import { finishUpload, problemOf } from './finish-upload.js';
import { newUploadKey, withUpload } from './receive-upload.js';
import { storage, type DirectParts } from './storage.js';
import { UploadModel, uploadLifeMs, type DirectState, type Upload } from './upload.js';

/** Bytes of a part: what a cut line costs. S3 takes 10,000 parts of 5 MB and more. */
const partBytes = 16_777_216;
const maxSigned = 100;

type DirectUpload = Upload & { readonly direct: DirectState; readonly size: number };

/**
 * Begins an upload whose bytes go in parts straight to the storage, by addresses of `signUploadParts`. The limits, the quota and the way to an
 * asset are those of every upload. Throws DIRECT_UPLOAD_UNAVAILABLE, FORBIDDEN, MEDIA_TOO_LARGE, MEDIA_QUOTA, INVALID_INPUT.
 */
export async function beginDirectUpload(ctx: Context, { filename, size, contentType, unitId }: BeginDirectUploadInput): Promise<Upload> {
  const parts = partsOf();
  if (!Number.isSafeInteger(size) || size < 1) throw new InvalidInputError({ field: 'size', reason: '应为文件的字节数 (must be the bytes of the file)' });
  const metadata = { filename, ...(contentType ? { filetype: contentType } : {}), ...(unitId ? { unitId } : {}) };
  const upload = await beginUpload(ctx, { size, metadata, rawMetadata: '' });
  const key = newUploadKey();
  const direct: DirectState = { key, undertaking: await parts.begin(key), partBytes, partCount: Math.ceil(size / partBytes), etags: {} };
  await UploadModel.updateOne({ _id: upload._id }, { $set: { direct } });
  return { ...upload, direct };
}

function partsOf(): DirectParts {
  const { parts, name } = storage();
  if (!parts) throw new DirectUploadError({ reason: `存储「${name}」只能经由本服务写入 (the storage "${name}" is written by this server alone)` });
  return parts;
}

/** An address for one part of an upload. */
export interface PartAddress {
  readonly number: number;
  readonly url: string;
}

/** Notes the parts that have arrived, and gives addresses for others. Throws UPLOAD_NOT_FOUND, UPLOAD_FORBIDDEN, INVALID_INPUT. */
export async function signUploadParts(ctx: Context, { id, numbers, arrived }: SignUploadPartsInput): Promise<PartAddress[]> {
  const { direct } = await noteArrived(ctx, await findDirect(ctx, id), arrived ?? []);
  if (numbers.length > maxSigned || !numbers.every((number) => isPart(direct, number))) throw new InvalidInputError({ field: 'numbers', reason: `应在 1 与 ${direct.partCount} 之间，一次不超过 ${maxSigned} 段 (between 1 and ${direct.partCount}, at most ${maxSigned} at once)` });
  return Promise.all(numbers.map(async (number) => ({ number, url: await partsOf().addressOf(direct.key, direct.undertaking, number) })));
}

/**
 * Puts an upload's parts together and hands the file on, to be judged by its bytes. Safe to repeat. Throws UPLOAD_PARTS while some are missing or are not
 * what was told, UPLOAD_PROTOCOL when they are of another size than announced, UPLOAD_NOT_FOUND, UPLOAD_FORBIDDEN.
 */
export function completeDirectUpload(ctx: Context, { id, arrived }: CompleteDirectUploadInput): Promise<Upload> {
  return withUpload(id, async () => {
    const upload = await noteArrived(ctx, await findDirect(ctx, id), arrived ?? []);
    await putTogether(upload);
    return hand(ctx, upload);
  });
}

async function findDirect(ctx: Context, id: string): Promise<DirectUpload> {
  const upload = await findUpload(ctx, id);
  if (!upload.direct) throw new UploadForbiddenError({ reason: '不是直传任务 (its parts do not go to the storage)' });
  if (upload.state !== 'receiving') throw new UploadForbiddenError({ reason: upload.problem?.zh ?? '已传完 (it is complete)' });
  return upload as DirectUpload;
}

const isPart = ({ partCount }: DirectState, number: number): boolean => Number.isInteger(number) && number >= 1 && number <= partCount;

/** The upload with these parts noted; its offset tells how much has arrived. */
async function noteArrived(ctx: Context, upload: DirectUpload, arrived: readonly ArrivedPartInput[]): Promise<DirectUpload> {
  const isTold = ({ number, etag }: ArrivedPartInput): boolean => isPart(upload.direct, number) && /^"?[\w-]{1,128}"?$/.test(etag);
  if (!arrived.every(isTold)) throw new InvalidInputError({ field: 'arrived', reason: '应为分段编号和存储返回的 ETag (the number of a part and the ETag that the storage answered)' });
  const told = Object.fromEntries(arrived.map(({ number, etag }) => [`direct.etags.${number}`, etag]));
  const expiresAt = new Date(ctx.now().getTime() + uploadLifeMs);
  const noted = await UploadModel.findOneAndUpdate({ _id: upload._id, state: 'receiving' }, { $set: { ...told, expiresAt } }, { returnDocument: 'after' }).lean<DirectUpload>();
  if (!noted) return findDirect(ctx, upload._id);
  const offset = bytesOf(noted);
  await UploadModel.updateOne({ _id: upload._id, state: 'receiving' }, { $max: { offset } });
  return { ...noted, offset };
}

function bytesOf({ direct: { etags, partBytes: each, partCount }, size }: DirectUpload): number {
  const numbers = Object.keys(etags).map(Number);
  return numbers.reduce((sum, number) => sum + (number === partCount ? size - each * (partCount - 1) : each), 0);
}

async function putTogether(upload: DirectUpload): Promise<void> {
  const { direct, size } = upload;
  const { key, undertaking, partCount, etags } = direct;
  const missing = Array.from({ length: partCount }, (_, at) => at + 1).filter((number) => !etags[number]);
  if (missing.length > 0) throw new UploadPartsError({ reason: `缺第 ${missing.slice(0, 10).join('、')} 段 (parts ${missing.slice(0, 10).join(', ')} are missing)` });
  if (await storage().sizeOf(key) === size) return; // Put together by a process that died before it could note it.
  const arrived = Array.from({ length: partCount }, (_, at) => ({ number: at + 1, etag: etags[at + 1]! }));
  await partsOf().complete(key, undertaking, arrived).catch((error: unknown) => {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
    if (status < 400 || status >= 500) throw error;
    throw new UploadPartsError({ reason: `存储拒绝合并：${(error as Error).name} (the storage refused to put them together)` });
  });
  const kept = await storage().sizeOf(key);
  if (kept !== size) await refuse(upload, kept ?? 0);
}

/** What is put together cannot be taken apart: an upload of another size than announced is at its end. */
async function refuse({ _id, size, direct: { key } }: DirectUpload, kept: number): Promise<never> {
  const error = new UploadProtocolError({ reason: `${kept} bytes came, ${size} were announced` });
  await storage().delete(key);
  await UploadModel.updateOne({ _id }, { $set: { state: 'refused', problem: problemOf(error) } });
  throw error;
}

async function hand(ctx: Context, upload: DirectUpload): Promise<Upload> {
  const { key } = upload.direct;
  return inTransaction(async () => {
    const change = { state: 'received' as const, offset: upload.size, segments: [{ key, bytes: upload.size }] };
    const { modifiedCount } = await UploadModel.updateOne({ _id: upload._id, state: 'receiving' }, { $set: change });
    if (modifiedCount === 1) await enqueue(ctx, finishUpload, { uploadId: upload._id }, { uniqueKey: `finish:${upload._id}` });
    return { ...upload, ...change };
  });
}
