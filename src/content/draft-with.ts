import type { Context } from '../kernel/index.js';
import { assertMayRead } from './access.js';
import type { ContentDocument } from './content.js';
import { draftHtml } from './views.js';
import { applyPatch, checkBody } from './fields.js';
import { findContentDocument } from './find-content-document.js';
import { patchOf } from './kind-types.js';
import { kindNamed } from './kinds.js';
import { plainText } from './document/index.js';
import type { ContentFields, Release } from './release.js';
import { fieldsOf } from './revision.js';

/** A content, and its newest fields with changes that nobody has saved. */
export interface DraftWith {
  readonly content: ContentDocument;
  readonly fields: ContentFields;
}

/** A content as it would be with these changes (as an update mutation takes them); saves nothing. Throws NOT_FOUND, INVALID_BODY. */
export async function draftWith(ctx: Context, contentId: string, changes: object = {}): Promise<DraftWith> {
  const content = await findContentDocument(contentId);
  assertMayRead(ctx.actor, content, contentId);
  const patch = patchOf(kindNamed(content.kind), changes);
  const checked = patch.body ? { ...patch, body: checkBody(patch.body) } : patch;
  return { content, fields: applyPatch(fieldsOf(content.draft), checked) };
}

/** What releasing a draft now would make, for looking at: it is not stored and has no revision. */
export async function releaseToLookAt(ctx: Context, { content, fields }: DraftWith): Promise<Release> {
  const { _id, kind, slug, head, released } = content;
  return {
    _id: 'release_000000000000000000000000', contentId: _id, kind, slug, version: (released?.version ?? 0) + 1, action: released ? 'correct' : 'publish', ...fields,
    revisionId: head.revisionId, contentHash: head.contentHash, html: await draftHtml(ctx, fields), text: [fields.title, fields.summary, plainText(fields.body)].join('\n'),
    firstPublishedAt: released?.firstPublishedAt ?? ctx.now(), releasedAt: ctx.now(), releasedBy: ctx.actor.id,
  };
}
