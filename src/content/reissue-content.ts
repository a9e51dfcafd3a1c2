import { inTransaction, type Context } from '../kernel/index.js';
import { ContentModel } from './content.js';
import { enterRelease } from './release-content.js';
import { findRevision } from './revision.js';

/** A file that was replaced: the payload of `asset.replaced`. */
export interface ReplacedFile {
  readonly assetId: string;
  /** ISO 8601. */
  readonly replacedAt: string;
  readonly note?: string;
  readonly [more: string]: unknown;
}

/** Corrects everything that shows a replaced file: readers get its new address, and whoever got the old file is told. Safe to repeat. */
export async function correctReplacedMedia(ctx: Context, { assetId, replacedAt, note }: ReplacedFile): Promise<void> {
  const showing = await ContentModel.find({ 'released.assetIds': assetId }, { _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id } of showing) await reissueContent(ctx, _id, new Date(replacedAt), note ?? '替换了所用的素材文件');
}

/** Releases the very revision that is out once more, unless that was done since. What is being written meanwhile stays as it is. */
async function reissueContent(ctx: Context, id: string, since: Date, note: string): Promise<void> {
  await inTransaction(async () => {
    const content = await ContentModel.findById(id);
    if (content?.publication !== 'published' || !content.released || content.released.releasedAt >= since) return;
    const { revisionId, embargoedUntil, embargoTimeZone } = content.released;
    const revision = await findRevision(revisionId);
    const embargo = embargoedUntil && embargoedUntil > ctx.now() ? { embargoedUntil, embargoTimeZone } : {};
    if (revision) await enterRelease(ctx, content, revision, 'correct', { note, ...embargo });
  });
}
