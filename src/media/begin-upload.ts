import { assertMay, enqueue, InvalidInputError, inTransaction, may, newId, type Context } from '../kernel/index.js';
import { MediaTooLargeError, UploadForbiddenError, UploadProtocolError } from './errors.js';
import { finishUpload } from './finish-upload.js';
import { findUpload } from './find-upload.js';
import { assertRoom } from './unit-quota.js';
import { UploadModel, uploadLifeMs, type Upload } from './upload.js';
import { limitOfDeclared, limitsOf } from './upload-rules.js';

/** What a sender says before the first byte. */
export interface NewUpload {
  /** Bytes in all; null when they will be told later. */
  readonly size: number | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** The header the metadata came in. */
  readonly rawMetadata: string;
  /** A piece of a file that is sent in several pieces at once. */
  readonly isPart?: boolean;
  /** The pieces that together are this file, in order. */
  readonly parts?: readonly string[];
  readonly rawConcat?: string;
}

/** Begins an upload, or joins finished parts into one. Throws FORBIDDEN, MEDIA_TOO_LARGE, MEDIA_QUOTA, INVALID_INPUT, UPLOAD_PROTOCOL. */
export async function beginUpload(ctx: Context, request: NewUpload): Promise<Upload> {
  assertMay(ctx.actor, 'asset.create');
  const upload = draft(ctx, request);
  return inTransaction(async () => {
    if (request.parts) await join(ctx, upload, request.parts);
    assertDeclaredSize(upload);
    await assertRoom(upload.unitId, upload.size ?? upload.offset);
    if (upload.offset === upload.size && upload.state === 'receiving') upload.state = request.isPart ? 'part' : 'received';
    await UploadModel.create([upload]);
    if (upload.state === 'received') await enqueue(ctx, finishUpload, { uploadId: upload._id }, { uniqueKey: `finish:${upload._id}` });
    return upload;
  });
}

function draft(ctx: Context, { size, metadata, rawMetadata, isPart, rawConcat }: NewUpload): Upload {
  const { filename = '未命名', name, filetype, type, alt, credit, author, source, license } = metadata;
  const unitId = unitOf(ctx, metadata.unitId);
  const notes = Object.fromEntries(Object.entries({ alt, credit, author, source, license }).filter(([, text]) => text).map(([field, text]) => [field, text!.slice(0, 500)]));
  const declaredType = filetype ?? type;
  return {
    _id: newId('upload'), filename: cleanName(metadata.filename ? filename : name ?? filename), state: 'receiving', offset: 0, size, createdBy: ctx.actor.id, ...(unitId ? { unitId } : {}), notes, limits: limitsOf(ctx.actor),
    metadata: rawMetadata, ...(declaredType ? { declaredType: declaredType.slice(0, 100) } : {}), ...(rawConcat ?? isPart ? { concat: rawConcat ?? 'partial' } : {}),
    segments: [], pending: [], createdAt: ctx.now(), expiresAt: new Date(ctx.now().getTime() + uploadLifeMs),
  } as unknown as Upload;
}

/** A file's own name: no folders, no control signs, at most 200 characters. */
const cleanName = (name: string): string => [...(name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim()].slice(0, 200).join('') || '未命名';

function unitOf(ctx: Context, wanted: string | undefined): string | undefined {
  if (!wanted || wanted === ctx.actor.unitId) return ctx.actor.unitId;
  if (!/^unit_[0-9a-f]{24}$/.test(wanted) || !may(ctx.actor, 'content.updateAny')) throw new InvalidInputError({ field: 'unitId', reason: '只能上传到本单位 (only your own unit)' });
  return wanted;
}

function assertDeclaredSize({ filename, size, offset, limits, declaredType }: Upload): void {
  const limit = limitOfDeclared(limits, declaredType);
  if ((size ?? offset) > limit) throw new MediaTooLargeError({ filename: filename.slice(0, 80), size: Math.ceil((size ?? offset) / 1e6), limit: Math.floor(limit / 1e6) });
}

/** Takes over the pieces of finished parts; the parts are gone afterwards. */
async function join(ctx: Context, upload: Upload, ids: readonly string[]): Promise<void> {
  if (new Set(ids).size < ids.length) throw new UploadProtocolError({ reason: 'a part is named twice' });
  for (const id of ids) {
    const part = await findUpload(ctx, id);
    if (part.state !== 'part') throw new UploadForbiddenError({ reason: part.concat === 'partial' ? '分段尚未传完 (a part is not complete)' : '不是分段上传 (not a partial upload)' });
    upload.segments.push(...part.segments);
    upload.offset += part.offset;
    await UploadModel.deleteOne({ _id: id });
  }
  upload.size = upload.offset;
}
