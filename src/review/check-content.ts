import { assertMayRead, assertRevision, draftWith, findContentDocument, type ContentFields } from '../content/index.js';
import { createGuardedFetch, type Context } from '../kernel/index.js';
import { findAssets } from '../media/index.js';
import { checkSubjectOf } from './check-subject.js';
import { runChecks, type CheckRun, type CheckServices } from './checks/index.js';
import { currentDictionaries } from './dictionaries/dictionary-version.js';

/** Runs every check over a content's newest revision, as it is typed. With `revision`, over that one or not at all. Throws NOT_FOUND, REVISION_CONFLICT. */
export async function checkContent(ctx: Context, contentId: string, revision?: number): Promise<CheckRun> {
  const content = await findContentDocument(contentId);
  assertMayRead(ctx.actor, content, contentId);
  if (revision !== undefined) assertRevision(content, revision);
  return checkFields(ctx, contentId, content.kind, content.draft);
}

/** Runs every check over a content with what is being typed into it; saves nothing. Throws NOT_FOUND, INVALID_BODY. */
export async function checkTyped(ctx: Context, contentId: string, changes: object): Promise<CheckRun> {
  const { content, fields } = await draftWith(ctx, contentId, changes);
  return checkFields(ctx, contentId, content.kind, fields);
}

/** Runs every check that needs nothing of the outside; with `isOnline`, dead links and pictures are looked for too. */
export async function checkFields(ctx: Context, contentId: string, kind: string, fields: ContentFields, isOnline = false): Promise<CheckRun> {
  const [subject, dictionaries] = await Promise.all([checkSubjectOf(contentId, kind, fields), currentDictionaries()]);
  return runChecks(subject, { dictionaries, now: ctx.now(), hasAsset, ...(isOnline ? { headUrl: headUrl(ctx) } : {}) });
}

const hasAsset = async (id: string): Promise<boolean> => (await findAssets([id]))[0] !== undefined;

function headUrl(ctx: Context): CheckServices['headUrl'] {
  const fetch = createGuardedFetch({ allowedPrivateHosts: ctx.config.allowedPrivateHosts, timeoutMs: 5000, maxBodyBytes: 100_000 });
  return async (url) => (await fetch(url, { method: 'HEAD' })).status;
}
