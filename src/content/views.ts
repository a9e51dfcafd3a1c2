import { unitCache } from '../accounts/index.js';
import { asAsset, assetCache, assetUrl, type Asset } from '../media/index.js';
import { projectionFor, type FieldMap, type Selection } from '../kernel/index.js';
import type { ContentDocument } from './content.js';
import type { Content, EditorialState, Perspective } from './content-type.js';
import { assetIds, countCharacters, renderHtml } from './document/index.js';
import { allKinds } from './kinds.js';
import type { PublishedContent } from './published.js';
import type { ContentFields } from './release.js';
import { topicCache } from './topic.js';
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

/** Just the stored fields that a selection needs, in a perspective. */
export function contentProjection(selection: Selection, perspective: Perspective): Record<string, 1> {
  if (perspective === 'published') return projectionFor(selection, publishedMap, ['kind']);
  const asked = Object.keys(selection).filter((name) => name !== 'id' && !name.startsWith('__'));
  const stored = asked.flatMap(storedInDraft);
  return Object.fromEntries(['_id', 'kind', 'unitId', ...stored].map((name) => [name, 1]));
}

/** A content as a query shows it: plain properties only, so that nothing is asked for per field. */
export type ContentView = Content & Record<string, unknown>;

/** Completes documents of the read model for a selection. Terms and media come from memory: one command at most for each that is not there yet. */
export async function publishedViews(documents: readonly PublishedContent[], selection: Selection): Promise<ContentView[]> {
  const views = documents.map((document) => ({ ...document, ...document.details, updatedAt: document.releasedAt }) as unknown as ContentView);
  await attachTerms(documents, views, selection);
  return views;
}

/** Completes editors' documents for a selection. */
export async function draftViews(documents: readonly ContentDocument[], selection: Selection): Promise<ContentView[]> {
  const views = await Promise.all(documents.map((document) => draftView(document, selection)));
  await attachTerms(documents.map(({ draft }) => draft ?? {}), views, selection);
  return views;
}

async function draftView(document: ContentDocument, selection: Selection): Promise<ContentView> {
  const { _id, kind, slug, draft, released, updatedAt } = document;
  return {
    ...draft, ...draft?.details, _id, kind, slug, updatedAt, publishedAt: released?.firstPublishedAt, version: released?.version,
    ...(selection.html ? { html: await draftHtml(draft) } : {}),
    ...(selection.characterCount ? { characterCount: countCharacters(draft.body) } : {}),
    ...(selection.editorial ? { editorial: editorialOf(document) } : {}),
  } as unknown as ContentView;
}

function editorialOf({ workflow, publication, isArchived, head, approved, released, schedule, lock, createdAt }: ContentDocument): EditorialState {
  return {
    workflow, publication, isArchived, possibleActions: possibleActions({ workflow, publication, isArchived }), revision: head.number, revisionId: head.revisionId, contentHash: head.contentHash,
    savedByName: head.savedByName, savedAt: head.savedAt, approvedAt: approved?.at, releasedVersion: released?.version, schedule, lock, createdAt,
  };
}

/** A body as HTML, with its pictures where they are now. */
export async function draftHtml({ body }: Pick<ContentFields, 'body'>): Promise<string> {
  const assets = await loadAssets(assetIds(body));
  return renderHtml(body, { asset: (id) => { const asset = assets.get(id); return asset && { url: assetUrl(asset), width: asset.width, height: asset.height, contentType: asset.contentType }; } });
}

async function loadAssets(ids: readonly string[]): Promise<Map<string, Asset>> {
  const found = ids.length > 0 ? await assetCache.load(ids) : [];
  return new Map(found.flatMap((asset) => (asset ? [[asset._id, asset] as const] : [])));
}

async function attachTerms(fields: readonly Partial<ContentFields>[], views: readonly ContentView[], selection: Selection): Promise<void> {
  const gather = (wanted: unknown, ids: (each: Partial<ContentFields>) => readonly (string | undefined)[]): string[] =>
    (wanted ? [...new Set(fields.flatMap(ids))].filter((id) => id !== undefined) : []);
  const unitIds = gather(selection.unit, ({ unitId }) => [unitId]);
  const topicIds = gather(selection.topics, ({ topicIds: ids }) => ids ?? []);
  const mediaIds = [...gather(selection.cover, ({ coverId }) => [coverId]), ...gather(selection.shareImage, ({ shareImageId }) => [shareImageId]), ...gather(selection.attachments, ({ attachmentIds }) => attachmentIds ?? [])];
  const [units, topics, assets] = await Promise.all([byId(unitIds, unitCache.load(unitIds)), byId(topicIds, topicCache.load(topicIds)), byId(mediaIds, assetCache.load(mediaIds))]);
  const asset = (id: string | undefined): Asset | undefined => { const card = id === undefined ? undefined : assets.get(id); return card && asAsset(card); };
  views.forEach((view, at) => {
    const each = fields[at]!;
    if (selection.unit) view.unit = units.get(each.unitId ?? '');
    if (selection.topics) view.topics = (each.topicIds ?? []).flatMap((id) => topics.get(id) ?? []);
    if (selection.cover) view.cover = asset(each.coverId);
    if (selection.shareImage) view.shareImage = asset(each.shareImageId);
    if (selection.attachments) view.attachments = (each.attachmentIds ?? []).flatMap((id) => asset(id) ?? []);
  });
}

async function byId<T>(ids: readonly string[], loading: Promise<(T | undefined)[]>): Promise<Map<string, T>> {
  const found = await loading;
  return new Map(ids.flatMap((id, at) => { const value = found[at]; return value === undefined ? [] : [[id, value] as const]; }));
}
