import { assertMayEdit } from './access.js';
import { createContent } from './create-content.js';
import type { ContentDocument } from './content.js';
import { replaceAssetIds } from './document/index.js';
import { ImportError, importDocument, type ImportedDocument, type ImportReportEntry } from './import/index.js';
import { ImportFailedError } from './import-errors.js';
import { type Context, InvalidInputError } from '../kernel/index.js';
import { storeAsset, type Asset } from '../media/index.js';
import { allKinds } from './kinds.js';
import './kinds/index.js';

export interface ImportRequest {
  readonly bytes: Buffer;
  readonly filename: string;
  /** article, case or video. */
  readonly kind: string;
  readonly unitId?: string;
  readonly topicIds?: readonly string[];
  /** Whose work the pictures are: without it each needs its credit before the text can be signed. */
  readonly credit?: string;
  readonly isOriginal?: boolean;
}

export interface ImportResult {
  readonly content: ContentDocument;
  /** What was kept differently or dropped, in words. */
  readonly report: readonly ImportReportEntry[];
}

/**
 * Makes a draft of a Word, Markdown or HTML file, its pictures included. Throws ImportError's codes for a file that cannot be
 * read, INVALID_FIELDS when what it says is no valid content.
 */
export async function importContent(ctx: Context, request: ImportRequest): Promise<ImportResult> {
  if (!allKinds().some(({ name }) => name === request.kind)) throw new InvalidInputError({ field: 'kind', reason: `应为 ${allKinds().map(({ name }) => name).join('、')} 之一 (no such kind)` });
  // Before anything is kept: pictures of a draft that may not be would be left behind.
  assertMayEdit(ctx.actor, request.unitId ?? ctx.actor.unitId ?? '');
  const imported = await read(request);
  const assets = new Map<string, Asset>();
  for (const image of imported.images) {
    assets.set(image.placeholderId, await storeAsset(ctx, { bytes: image.bytes, filename: image.filename, alt: image.alt, unitId: request.unitId, credit: request.credit }));
  }
  const ids = new Map([...assets].map(([placeholder, asset]) => [placeholder, asset._id]));
  const content = await createContent(ctx, request.kind, {
    title: imported.title ?? request.filename.replace(/\.[^.]+$/, ''),
    summary: imported.summary ?? '',
    body: replaceAssetIds(imported.body, ids),
    ...(imported.author ? { author: imported.author } : {}),
    ...(request.isOriginal ? { isOriginal: true } : {}),
    ...(imported.source ? { source: imported.source } : {}),
    ...(request.unitId ? { unitId: request.unitId } : {}),
    ...(request.topicIds ? { topicIds: [...request.topicIds] } : {}),
    ...(ids.size > 0 ? { coverId: [...ids.values()][0] } : {}),
  });
  return { content, report: imported.report };
}

async function read({ bytes, filename }: ImportRequest): Promise<ImportedDocument> {
  try {
    return await importDocument({ bytes, filename });
  } catch (error) {
    throw error instanceof ImportError ? new ImportFailedError(error) : error;
  }
}
