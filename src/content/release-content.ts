import { emit, inTransaction, newId, tellChanged, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { assetUrl, findAssets } from '../media/index.js';
import { stateOf, type ContentDocument, type StoredContent } from './content.js';
import { assetIds, countCharacters, plainText, renderHtml } from './document/index.js';
import { AlreadyPublishedError, NotPublishedError, WrongRevisionError } from './errors.js';
import { ContentCorrected, ContentPublished, ContentRetracted } from './events.js';
import { loadContent } from './load-content.js';
import { PublishedModel, type PublishedContent } from './published.js';
import { ReleaseModel, type Release, type ReleaseAction } from './release.js';
import { fieldsOf, findRevision, type Revision } from './revision.js';
import { cancelSchedule } from './schedule.js';
import { searchTokens } from './search/searchable-text.js';
import { topicPaths } from './topic.js';
import { advance } from './workflow.js';

export interface ReleaseInput {
  readonly id: string;
  /** Receivers may have it now but not run it before. */
  readonly embargoedUntil?: Date;
}

/** Shows the approved revision to readers. Throws ALREADY_PUBLISHED, WRONG_STATE, NOT_FOUND. */
export async function publishContent(ctx: Context, input: ReleaseInput): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    if (content.publication === 'published') throw new AlreadyPublishedError({ at: content.released!.firstPublishedAt.toISOString() });
    return releaseApproved(ctx, content, 'publish', input);
  });
}

/** Replaces what readers see with the approved revision, and says why. Throws NOT_PUBLISHED, WRONG_STATE, NOT_FOUND. */
export async function correctContent(ctx: Context, input: ReleaseInput & { readonly note: string }): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    if (content.publication !== 'published') throw new NotPublishedError({ action: '更正' });
    return releaseApproved(ctx, content, 'correct', input);
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
export async function releaseApproved(ctx: Context, content: StoredContent, action: 'publish' | 'correct', options: Pick<ReleaseInput, 'embargoedUntil'> & { note?: string }): Promise<ContentDocument> {
  advance(stateOf(content), action);
  const revision = content.approved && await findRevision(content.approved.revisionId);
  if (!revision || revision.contentHash !== content.head.contentHash || revision.contentHash !== content.approved?.contentHash) throw new WrongRevisionError({ id: content._id });
  return release(ctx, content, revision, action, options);
}

const events = { publish: ContentPublished, correct: ContentCorrected, retract: ContentRetracted } as const;

async function release(ctx: Context, content: StoredContent, revision: Revision, action: ReleaseAction, options: Pick<ReleaseInput, 'embargoedUntil'> & { note?: string }): Promise<ContentDocument> {
  const made = await makeRelease(ctx, content, revision, action, options);
  await ReleaseModel.create([made]);
  if (action === 'retract') await PublishedModel.deleteOne({ _id: content._id });
  else await PublishedModel.replaceOne({ _id: content._id }, await toPublished(made), { upsert: true });
  tellChanged('published');
  await cancelSchedule(content);
  Object.assign(content, advance(stateOf(content), action));
  const { version, revisionId, contentHash, firstPublishedAt, releasedAt, kind } = made;
  content.released = { version, revisionId, contentHash, firstPublishedAt, releasedAt };
  content.updatedAt = ctx.now();
  await content.save();
  await record(ctx, { action: `content.${action}`, subjectType: 'Content', subjectId: content._id, summary: { version, revision: revision.number, contentHash, ...(options.note ? { note: options.note } : {}) } });
  await emit(ctx, events[action], { contentId: content._id, kind, version, revisionId, contentHash });
  return content.toObject();
}

async function makeRelease(ctx: Context, content: StoredContent, revision: Revision, action: ReleaseAction, { embargoedUntil, note }: Pick<ReleaseInput, 'embargoedUntil'> & { note?: string }): Promise<Release> {
  const fields = fieldsOf(revision);
  const ids = assetIds(fields.body);
  const assets = new Map((await findAssets(ids)).flatMap((asset) => (asset ? [[asset._id, asset] as const] : [])));
  const html = renderHtml(fields.body, { asset: (id) => { const asset = assets.get(id); return asset && { url: assetUrl(asset), width: asset.width, height: asset.height, contentType: asset.contentType }; } });
  return {
    _id: newId('release'), contentId: content._id, kind: content.kind, version: (content.released?.version ?? 0) + 1, action,
    revisionId: revision._id, contentHash: revision.contentHash, slug: content.slug, ...fields, html,
    text: [fields.title, fields.summary, plainText(fields.body)].join('\n'),
    firstPublishedAt: action !== 'publish' && content.released ? content.released.firstPublishedAt : ctx.now(),
    releasedAt: ctx.now(), releasedBy: ctx.actor.id, ...(embargoedUntil ? { embargoedUntil } : {}), ...(note ? { note } : {}),
  };
}

async function toPublished(release: Release): Promise<PublishedContent> {
  const { contentId, kind, slug, version, revisionId, html, firstPublishedAt, releasedAt } = release;
  const fields = fieldsOf(release);
  const topicPath = await topicPaths(fields.topicIds);
  return { ...fields, _id: contentId, kind, slug, version, revisionId, html, characterCount: countCharacters(fields.body), topicPath, publishedAt: firstPublishedAt, releasedAt, ...await searchTokens(kind, fields, topicPath) };
}
