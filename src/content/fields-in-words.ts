import { unitCache } from '../accounts/index.js';
import { may, type Context } from '../kernel/index.js';
import { assetCache } from '../media/index.js';
import { mayReadContent } from './access.js';
import { ContentModel } from './content.js';
import { kindNamed, type Figure } from './kinds.js';
import { PublishedModel } from './published.js';
import type { ContentFields } from './release.js';
import { contentFieldNames } from './revision.js';
import { topicCache } from './topics/topic.js';

/** Fields by name, those of the kind among the others; without the body. */
export type FlatFields = Readonly<Record<string, unknown>>;

/** The fields of a content one by one, in their order: the kind's own stand where they were kept together. */
export function flatFields({ details, ...fields }: Partial<ContentFields>): FlatFields {
  const shared = contentFieldNames.flatMap((name) => (name === 'body' || name === 'details' ? [] : [[name, fields[name]] as const]));
  return Object.fromEntries([...shared, ...Object.entries(details ?? {})].filter(([, value]) => value !== undefined && value !== null));
}

/**
 * Fields as a person reads them: what ids name instead of ids, figures one to a line, several things apart by `、`. What is empty is
 * left out. `true`, `false` and times (ISO 8601) stay as they are: how they are said is the page's matter.
 */
export async function fieldsInWords(ctx: Context, kind: string, fields: FlatFields): Promise<ReadonlyMap<string, string>> {
  const names = await namesOf(ctx, kind, fields);
  return new Map(Object.entries(fields).map(([field, value]) => [field, inWords(value, names)] as const).filter(([, text]) => text !== ''));
}

function inWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value.map((each) => names.get(each) ?? each).join('、') : (value as Figure[]).map(({ name, before, after }) => `${name}：${before} → ${after}`).join('\n');
  return typeof value === 'string' ? names.get(value) ?? value : String(value);
}

/** What the ids in these fields name. */
async function namesOf(ctx: Context, kind: string, fields: FlatFields): Promise<ReadonlyMap<string, string>> {
  const ids = (...names: readonly string[]): string[] => names.flatMap((name) => fields[name] ?? []) as string[];
  const own = Object.entries(kindNamed(kind).fields).flatMap(([name, { type }]) => (type === 'assetId' ? [name] : []));
  const [units, topics, assets, contents] = await Promise.all([
    unitCache.byId(ids('unitId')), topicCache.byId(ids('topicIds')), assetCache.byId(ids('coverId', 'shareImageId', 'attachmentIds', ...own)), titlesOf(ctx, ids('relatedIds')),
  ]);
  const named = [...units.values(), ...topics.values()].map(({ _id, name }) => [_id, name] as const);
  return new Map([...named, ...[...assets.values()].map(({ _id, filename }) => [_id, filename] as const), ...contents]);
}

/** The titles of contents: the newest for who may read drafts, else what readers see. */
async function titlesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const [drafts, published] = await Promise.all([
    may(ctx.actor, 'content.read') ? ContentModel.find({ _id: { $in: ids } }, { unitId: 1, 'draft.title': 1 }).lean<{ _id: string; unitId: string; draft: { title: string } }[]>() : [],
    findRelated(ids),
  ]);
  const readable = drafts.filter((each) => mayReadContent(ctx.actor, each));
  return new Map([...published.map(({ _id, title }) => [_id, title] as const), ...readable.map(({ _id, draft }) => [_id, draft.title] as const)]);
}

/** What readers may see of related contents, in the order of the ids. */
export async function findRelated(ids: readonly string[]): Promise<{ readonly _id: string; readonly title: string; readonly slug: string }[]> {
  if (ids.length === 0) return [];
  const found = await PublishedModel.find({ _id: { $in: ids } }, { title: 1, slug: 1 }).lean<{ _id: string; title: string; slug: string }[]>();
  return ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? []);
}
