import { ReadCache, runCommand, type Context } from '../kernel/index.js';
import type { AssetUse } from '../media/index.js';
import { mayReadContent } from './access.js';
import { assetIds } from './document/index.js';
import { detailAssetIds, kindNamed } from './kinds.js';
import type { ContentFields } from './release.js';

/** Every asset that these fields use: cover, share picture, what stands in the body, attachments, and what the kind's own fields name. Each once. */
export function usedAssetIds(kind: string, { coverId, shareImageId, body, attachmentIds, details }: ContentFields): string[] {
  const single = [coverId, shareImageId].filter((id) => id !== undefined && id !== null);
  return [...new Set([...single, ...assetIds(body), ...(attachmentIds ?? []), ...detailAssetIds(kindNamed(kind), details ?? {})])];
}

/** Answers to `isShownAsset`, kept until anything is published, corrected or retracted, in whichever process. */
export const shownAssets = new ReadCache<boolean>('published', () => 'published', 50_000);

/**
 * True when something that readers see uses the asset, or something that outlets have under embargo. One indexed read, or none; a second
 * one for what readers do not see.
 */
export const isShownAsset = async (assetId: string): Promise<boolean> =>
  await shownAssets.read('published', assetId, () => isUsed('published', { assetIds: assetId })) || isUsed('contents', { 'released.assetIds': assetId });

const isUsed = async (collection: string, filter: Record<string, unknown>): Promise<boolean> => (await runCommand({ find: collection, filter, projection: { _id: 1 }, limit: 1 })).length > 0;

/** Contents that are told of one page of assets; more would be no better reason to keep them. */
const mostContents = 1000;

interface Using {
  readonly _id: string;
  readonly unitId: string;
  readonly assetIds: readonly string[];
  readonly title: string;
}

interface UsingDraft extends Omit<Using, 'title' | 'assetIds'> {
  readonly assetIds?: readonly string[];
  readonly draft: { readonly title: string };
  /** What outlets have: under embargo readers do not see it yet. */
  readonly released?: { readonly assetIds?: readonly string[] };
}

/**
 * The contents that use these assets, in what readers see or in their newest revision. One that the actor may not read is told without its
 * title. Two indexed reads, however many assets.
 */
export async function findContentUses(ctx: Context, ids: readonly string[]): Promise<Map<string, AssetUse[]>> {
  const [published, drafts] = await Promise.all([
    runCommand<Using>({ find: 'published', filter: { assetIds: { $in: ids } }, projection: { unitId: 1, assetIds: 1, title: 1 }, limit: mostContents }),
    runCommand<UsingDraft>({ find: 'contents', filter: { $or: [{ assetIds: { $in: ids } }, { 'released.assetIds': { $in: ids } }] }, projection: { unitId: 1, assetIds: 1, 'draft.title': 1, 'released.assetIds': 1 }, limit: mostContents }),
  ]);
  const titled = drafts.map(({ draft, released, ...rest }) => ({ ...rest, assetIds: [...(rest.assetIds ?? []), ...(released?.assetIds ?? [])], title: mayReadContent(ctx.actor, rest) ? draft.title : '其他单位的稿件' }));
  return new Map(ids.map((id) => [id, usesOf(id, published, titled)]));
}

/** What readers see goes before what editors are writing; one content is told once. */
function usesOf(assetId: string, published: readonly Using[], drafts: readonly Using[]): AssetUse[] {
  const using = (list: readonly Using[], isPublished: boolean): AssetUse[] =>
    list.filter(({ assetIds: used }) => used.includes(assetId)).map(({ _id: id, title }) => ({ id, title, isPublished }));
  const shown = using(published, true);
  return [...shown, ...using(drafts, false).filter(({ id }) => !shown.some((each) => each.id === id))];
}
