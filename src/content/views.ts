import { unitCache } from '../accounts/index.js';
import { addressFor, assetCache, assetUrl } from '../media/index.js';
import { projectionFor, type Context, type FieldMap, type Selection } from '../kernel/index.js';
import type { ContentDocument } from './content.js';
import type { Content, EditorialState, Perspective } from './content-type.js';
import { assetIds, countCharacters, renderHtml } from './document/index.js';
import { allKinds } from './kinds.js';
import './kinds/index.js';
import type { PublishedContent } from './published.js';
import type { ContentFields } from './release.js';
import { topicCache } from './topics/topic.js';
import { possibleActions } from './workflow.js';

const named: FieldMap = {
  unit: ['unitId'], topics: ['topicIds'], cover: ['coverId'], attachments: ['attachmentIds'], shareImage: ['shareImageId'],
};
const detailFields = Object.fromEntries(allKinds().flatMap(({ fields }) => Object.keys(fields).map((name) => [name, [`details.${name}`]])));

const publishedMap: FieldMap = { ...named, ...detailFields, updatedAt: ['releasedAt'], editorial: [] };

const ownFields: FieldMap = {
  slug: ['slug'], updatedAt: ['updatedAt'], publishedAt: ['released'], version: ['released'],
  editorial: ['workflow', 'publication', 'isArchived', 'head', 'approved', 'schedule', 'released', 'lock', 'createdAt'],
};
const draftMap: FieldMap = { ...named, ...detailFields, html: ['body'], characterCount: ['body'] };
const storedInDraft = (name: string): readonly string[] => ownFields[name] ?? (draftMap[name] ?? [name]).map((stored) => `draft.${stored}`);

const keptProjections = { published: new WeakMap<Selection, Record<string, 1>>(), draft: new WeakMap<Selection, Record<string, 1>>() };

/** Just the stored fields that a selection needs, in a perspective. Worked out once per selection. */
export function contentProjection(selection: Selection, perspective: Perspective): Readonly<Record<string, 1>> {
  const kept = keptProjections[perspective];
  const projection = kept.get(selection) ?? makeProjection(selection, perspective);
  kept.set(selection, projection);
  return projection;
}

function makeProjection(selection: Selection, perspective: Perspective): Record<string, 1> {
  if (perspective === 'published') return projectionFor(selection, publishedMap, ['kind']);
  const asked = Object.keys(selection).filter((name) => name !== 'id' && !name.startsWith('__'));
  const stored = asked.flatMap(storedInDraft);
  return Object.fromEntries(['_id', 'kind', 'unitId', ...stored].map((name) => [name, 1]));
}

/** A content as a query shows it: plain properties only, so that nothing is asked for per field. */
export type ContentView = Content & Record<string, unknown>;

/** Completes documents of the read model for a selection, in place: they were just read. Terms and media come from memory: one command at most for each that is not there yet. */
export async function publishedViews(documents: readonly PublishedContent[], selection: Selection): Promise<ContentView[]> {
  const views = documents.map((document) => Object.assign(document, document.details, selection.updatedAt && { updatedAt: document.releasedAt }) as unknown as ContentView);
  await attachTerms(documents, views, selection);
  return views;
}

/** Completes editors' documents for a selection. */
export async function draftViews(ctx: Context, documents: readonly ContentDocument[], selection: Selection): Promise<ContentView[]> {
  const views = await Promise.all(documents.map((document) => draftView(ctx, document, selection)));
  await attachTerms(documents.map(({ draft }) => draft ?? {}), views, selection);
  return views;
}

async function draftView(ctx: Context, document: ContentDocument, selection: Selection): Promise<ContentView> {
  const { _id, kind, slug, draft, released, updatedAt } = document;
  return {
    ...draft, ...draft?.details, _id, kind, slug, updatedAt, publishedAt: released?.firstPublishedAt, version: released?.version,
    ...(selection.html ? { html: await draftHtml(ctx, draft) } : {}),
    ...(selection.characterCount ? { characterCount: countCharacters(draft.body) } : {}),
    ...(selection.editorial ? { editorial: editorialOf(document) } : {}),
  } as unknown as ContentView;
}

function editorialOf({ workflow, publication, isArchived, head, approved, released, schedule, lock, createdAt }: ContentDocument): EditorialState {
  return {
    workflow, publication, isArchived, possibleActions: possibleActions({ workflow, publication, isArchived }), revision: head.number, revisionId: head.revisionId, contentHash: head.contentHash,
    savedByName: head.savedByName, savedAt: head.savedAt, approvedAt: approved?.at, releasedVersion: released?.version,
    embargoedUntil: released?.embargoedUntil, embargoTimeZone: released?.embargoTimeZone, targets: released?.targets, schedule, lock, createdAt,
  };
}

/** A body as HTML, with its pictures where they are now, at addresses that open for the actor. */
export async function draftHtml(ctx: Context, { body }: Pick<ContentFields, 'body'>): Promise<string> {
  const assets = await assetCache.byId(assetIds(body));
  return renderHtml(body, { asset: (id) => { const asset = assets.get(id); return asset && { url: addressFor(ctx, assetUrl(asset)), width: asset.width, height: asset.height, contentType: asset.contentType }; } });
}

/** What a selection shows from other collections, by name: one look into memory for each, and one command at most for what is not there. */
async function attachTerms(fields: readonly Partial<ContentFields>[], views: readonly ContentView[], selection: Selection): Promise<void> {
  const { unit, topics, cover, shareImage, attachments } = selection;
  if (!unit && !topics && !cover && !shareImage && !attachments) return;
  const [units, terms, assets] = await Promise.all([unit && unitCache.byId(unitIds(fields)), topics && topicCache.byId(topicIds(fields)), (cover ?? shareImage ?? attachments) && assetCache.byId(mediaIds(fields, selection))]);
  views.forEach((view, at) => {
    const each = fields[at]!;
    if (units) view.unit = units.get(each.unitId ?? '');
    if (terms) view.topics = present(each.topicIds, terms);
    if (cover) view.cover = assets?.get(each.coverId ?? '');
    if (shareImage) view.shareImage = assets?.get(each.shareImageId ?? '');
    if (assets && attachments) view.attachments = present(each.attachmentIds, assets);
  });
}

type Fields = readonly Partial<ContentFields>[];

const unitIds = (fields: Fields): string[] => fields.flatMap(({ unitId }) => unitId ?? []);
const topicIds = (fields: Fields): string[] => fields.flatMap(({ topicIds: ids }) => ids ?? []);

const mediaIds = (fields: Fields, { cover, shareImage, attachments }: Selection): string[] => fields.flatMap((each) => [
  ...(cover && each.coverId ? [each.coverId] : []), ...(shareImage && each.shareImageId ? [each.shareImageId] : []), ...(attachments ? each.attachmentIds ?? [] : []),
]);

const present = <T>(ids: readonly string[] | undefined, found: ReadonlyMap<string, T>): T[] => (ids ?? []).flatMap((id) => found.get(id) ?? []);
