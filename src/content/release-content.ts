import { emit, inTransaction, newId, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { assetUrl, findAssets } from '../media/index.js';
import { usedAssetIds } from './asset-uses.js';
import { stateOf, type ContentDocument, type StoredContent } from './content.js';
import { assetIds, renderHtml } from './document/index.js';
import { AlreadyPublishedError, NotPublishedError, WrongRevisionError } from './errors.js';
import { ContentCorrected, ContentPublished, ContentRetracted } from './events.js';
import { ruleTextOf } from './find-next-release.js';
import { loadContent } from './load-content.js';
import { checkOptions, keptOptions, type GivenOptions, type ReleaseOptions } from './release-options.js';
import { ReleaseModel, type Release, type ReleaseAction } from './release.js';
import { fieldsOf, findRevision, type Revision } from './revision.js';
import { cancelSchedule } from './schedule.js';
import { showToReaders } from './show-to-readers.js';
import { advance } from './workflow.js';

export interface ReleaseInput extends GivenOptions {
  readonly id: string;
}

/** How a release goes out, and why: `note` with corrections and retractions. */
type Terms = ReleaseOptions & { readonly note?: string };

/** Shows the approved revision to readers. Throws ALREADY_PUBLISHED, EMBARGO_IN_PAST, WRONG_STATE, NOT_FOUND, INVALID_INPUT. */
export async function publishContent(ctx: Context, input: ReleaseInput): Promise<ContentDocument> {
  const options = await checkOptions(ctx, input, ctx.now());
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    if (content.publication === 'published') throw new AlreadyPublishedError({ at: content.released!.firstPublishedAt.toISOString() });
    return releaseApproved(ctx, content, 'publish', options);
  });
}

/** Replaces what readers see with the approved revision, and says why. Throws NOT_PUBLISHED, EMBARGO_IN_PAST, WRONG_STATE, NOT_FOUND, INVALID_INPUT. */
export async function correctContent(ctx: Context, input: ReleaseInput & { readonly note: string }): Promise<ContentDocument> {
  const options = await checkOptions(ctx, input, ctx.now());
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    if (content.publication !== 'published') throw new NotPublishedError({ action: '更正' });
    return releaseApproved(ctx, content, 'correct', { ...options, note: input.note });
  });
}

/** Takes a content back from readers. A correction that was approved stays so; one that was scheduled loses its time. Throws NOT_PUBLISHED, NOT_FOUND. */
export async function retractContent(ctx: Context, input: { readonly id: string; readonly reason: string }): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    if (content.publication !== 'published') throw new NotPublishedError({ action: '撤稿' });
    const before = await findRevision(content.released!.revisionId);
    if (!before) throw new WrongRevisionError({ id: content._id });
    return release(ctx, content, before, 'retract', { note: input.reason });
  });
}

/** Releases the approved revision as the content stands: what the publish clock does too. For verbs; inside a transaction. */
export async function releaseApproved(ctx: Context, content: StoredContent, action: 'publish' | 'correct', options: Terms): Promise<ContentDocument> {
  advance(stateOf(content), action);
  const revision = content.approved && await findRevision(content.approved.revisionId);
  if (!revision || revision.contentHash !== content.head.contentHash || revision.contentHash !== content.approved?.contentHash) throw new WrongRevisionError({ id: content._id });
  return release(ctx, content, revision, action, options);
}

const events = { publish: ContentPublished, correct: ContentCorrected, retract: ContentRetracted } as const;

async function release(ctx: Context, content: StoredContent, revision: Revision, action: ReleaseAction, options: Terms): Promise<ContentDocument> {
  await cancelSchedule(content);
  Object.assign(content, advance(stateOf(content), action));
  return enterRelease(ctx, content, revision, action, options);
}

/** Enters a release and brings readers to it; where the newest revision stands stays as it is. For verbs; inside a transaction. */
export async function enterRelease(ctx: Context, content: StoredContent, revision: Revision, action: ReleaseAction, options: Terms): Promise<ContentDocument> {
  const made = await makeRelease(ctx, content, revision, action, options);
  await ReleaseModel.create([made]);
  await showToReaders(ctx, made);
  const { version, revisionId, contentHash, firstPublishedAt, releasedAt, kind } = made;
  content.released = { version, revisionId, contentHash, firstPublishedAt, releasedAt, ...keptOptions(made), assetIds: action === 'retract' ? [] : usedAssetIds(kind, made) };
  content.updatedAt = ctx.now();
  await content.save();
  await record(ctx, { action: `content.${action}`, subjectType: 'Content', subjectId: content._id, summary: { version, revision: revision.number, contentHash, ...(options.note ? { note: options.note } : {}), ...keptOptions(made) } });
  await emit(ctx, events[action], { contentId: content._id, kind, version, revisionId, contentHash });
  return content.toObject();
}

async function makeRelease(ctx: Context, content: StoredContent, revision: Revision, action: ReleaseAction, { note, ...given }: Terms): Promise<Release> {
  const fields = fieldsOf(revision);
  const options = keptOptions({ ...given, targets: given.targets ?? (action === 'publish' ? undefined : content.released?.targets) });
  const ids = assetIds(fields.body);
  const assets = new Map((await findAssets(ids)).flatMap((asset) => (asset ? [[asset._id, asset] as const] : [])));
  const html = renderHtml(fields.body, { asset: (id) => { const asset = assets.get(id); return asset && { url: assetUrl(asset), width: asset.width, height: asset.height, contentType: asset.contentType }; } });
  return {
    _id: newId('release'), contentId: content._id, kind: content.kind, version: (content.released?.version ?? 0) + 1, action,
    revisionId: revision._id, contentHash: revision.contentHash, slug: content.slug, ...fields, html,
    text: ruleTextOf(fields),
    firstPublishedAt: firstSeenAt(content, action, options.embargoedUntil ?? ctx.now(), ctx.now()),
    releasedAt: ctx.now(), releasedBy: ctx.actor.id, ...options, ...(note ? { note } : {}),
  };
}

/** When readers see a content first: with this release, unless they saw an earlier version of it. */
function firstSeenAt({ released }: StoredContent, action: ReleaseAction, seenAt: Date, now: Date): Date {
  const before = action === 'publish' ? undefined : released?.firstPublishedAt;
  return before && (before <= now || action === 'retract') ? before : seenAt;
}
