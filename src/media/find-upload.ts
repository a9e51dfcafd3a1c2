import { assertMay, type Context } from '../kernel/index.js';
import { UploadGoneError, UploadNotFoundError } from './errors.js';
import { UploadModel, type Upload } from './upload.js';

/** An upload of the actor's own. Throws UPLOAD_NOT_FOUND for others', UPLOAD_GONE for expired ones. */
export async function findUpload(ctx: Context, id: string): Promise<Upload> {
  assertMay(ctx.actor, 'asset.create');
  const upload = /^upload_[0-9a-f]{24}$/.test(id) ? await UploadModel.findById(id).lean<Upload>() : null;
  if (!upload || upload.createdBy !== ctx.actor.id) throw new UploadNotFoundError();
  if (upload.expiresAt < ctx.now()) throw new UploadGoneError();
  return upload;
}
