import { assetCache } from '../media/index.js';
import { unitCache } from '../accounts/index.js';
import { assetIds, cleanText, InvalidBodyError, parseBody } from './document/index.js';
import { ContentModel } from './content.js';
import { InvalidDocumentError, InvalidFieldsError } from './errors.js';
import { detailAssetIds, detailProblems, type Kind } from './kinds.js';
import type { ContentFields } from './release.js';
import { contentFieldNames } from './revision.js';
import { topicCache, type Topic } from './topics/topic.js';

/** What an editor sends: only what changes. `null` empties an optional field. */
export type FieldsPatch = { [K in keyof ContentFields]?: ContentFields[K] | null };

/** A field's problem in words. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

const lengths: Readonly<Partial<Record<keyof ContentFields, readonly [label: string, max: number]>>> = {
  title: ['标题', 100], shortTitle: ['短标题', 32], summary: ['摘要', 500], author: ['作者', 60], source: ['来源', 100], place: ['地点', 60],
  shareTitle: ['分享标题', 64], shareDescription: ['分享描述', 200],
};
const lists: Readonly<Partial<Record<keyof ContentFields, readonly [label: string, max: number]>>> = {
  topicIds: ['宣传重点', 10], tags: ['标签', 20], attachmentIds: ['附件', 30], relatedIds: ['相关内容', 30],
};
const maxTagLength = 30;

/** The fields after a patch: absent ones stay, `null` empties, kind-specific ones are merged one by one, texts are trimmed and well-formed. */
export function applyPatch(fields: ContentFields, patch: FieldsPatch): ContentFields {
  const next: Record<string, unknown> = { ...fields };
  for (const name of contentFieldNames) {
    if (patch[name] === undefined) continue;
    const value = name === 'details' ? mergeDetails(fields.details, patch.details ?? {}) : cleaned(patch[name]);
    if (value === null || value === '') delete next[name];
    else next[name] = value;
  }
  return { ...empty, ...next } as unknown as ContentFields;
}

const empty = { summary: '', isOriginal: false, importance: 2, topicIds: [], tags: [], attachmentIds: [], relatedIds: [], details: {} };

function mergeDetails(before: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const merged = Object.entries({ ...before, ...patch }).map(([name, value]) => [name, Array.isArray(value) ? value.map(cleanedFigure) : cleaned(value)] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined && value !== ''));
}

/** Figures come as objects of texts, and go to feeds like every other text. */
const cleanedFigure = (figure: unknown): unknown =>
  (typeof figure === 'object' && figure !== null ? Object.fromEntries(Object.entries(figure).map(([name, text]) => [name, cleaned(text)])) : cleaned(figure));

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value).trim();
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return [...new Set(value.map((each) => cleanText(each).trim()).filter(Boolean))];
  return value;
}

/** What is wrong with the fields by themselves. Pure. */
function fieldProblems(kind: Kind, fields: ContentFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!fields.title) problems.push({ field: 'title', reason: '标题不能为空 (the title is missing)' });
  if (!fields.unitId) problems.push({ field: 'unitId', reason: '请选择单位 (the unit is missing)' });
  for (const [name, [label, max]] of Object.entries(lengths)) {
    const length = [...String(fields[name as keyof ContentFields] ?? '')].length;
    if (length > max) problems.push({ field: name, reason: `${label}有 ${length} 字，最多 ${max} 字 (${length} characters, at most ${max})` });
  }
  for (const [name, [label, max]] of Object.entries(lists)) {
    const { length } = fields[name as keyof ContentFields] as unknown[];
    if (length > max) problems.push({ field: name, reason: `${label}有 ${length} 个，最多 ${max} 个 (${length} items, at most ${max})` });
  }
  const longTag = fields.tags.find((tag) => [...tag].length > maxTagLength);
  if (longTag) problems.push({ field: 'tags', reason: `标签「${longTag.slice(0, 40)}」超过 ${maxTagLength} 字 (a tag is longer than ${maxTagLength} characters)` });
  if (!Number.isInteger(fields.importance) || fields.importance < 1 || fields.importance > 5) problems.push({ field: 'importance', reason: '重要程度应为 1–5 (importance is 1 to 5)' });
  return [...problems, ...detailProblems(kind, fields.details)];
}

/**
 * Checks the fields, their body and everything they name; topics that are archived may stay where they were (`before`). Throws InvalidFieldsError
 * with every problem at once, or InvalidDocumentError.
 */
export async function checkFields(kind: Kind, fields: ContentFields, before?: Pick<ContentFields, 'topicIds'>): Promise<ContentFields> {
  const body = checkBody(fields.body);
  const found = fieldProblems(kind, fields);
  // What a list of a hundred thousand names is not looked for.
  const isTooLong = found.some(({ field }) => Object.hasOwn(lists, field));
  const problems = isTooLong ? found : [...found, ...await missingReferences({ ...fields, body }, kind, before?.topicIds ?? [])];
  if (problems.length > 0) throw new InvalidFieldsError({ count: problems.length, problems: problems.map(({ reason }) => reason).join('；') }, { problems });
  return { ...fields, body };
}

/** The body in its one canonical form. Throws INVALID_BODY with the exact place. */
export function checkBody(body: unknown): ContentFields['body'] {
  try {
    return parseBody(body);
  } catch (error) {
    if (error instanceof InvalidBodyError) throw new InvalidDocumentError({ path: error.path, reason: error.reason }, { path: error.path });
    throw error;
  }
}

async function missingReferences(fields: ContentFields, kind: Kind, keptTopics: readonly string[]): Promise<FieldProblem[]> {
  const assets = [...assetIds(fields.body), ...fields.attachmentIds, ...detailAssetIds(kind, fields.details), ...[fields.coverId, fields.shareImageId].filter((id) => id !== undefined)];
  return [
    ...(fields.unitId ? absent('unitId', '单位', [fields.unitId], await unitCache.load([fields.unitId])) : []),
    ...topicProblems(fields.topicIds, await topicCache.load(fields.topicIds), keptTopics),
    ...absent('assets', '素材', assets, await assetCache.load(assets)),
    ...absent('relatedIds', '相关内容', fields.relatedIds, await knownContents(fields.relatedIds)),
  ];
}

const topicProblems = (ids: readonly string[], found: readonly (Topic | undefined)[], kept: readonly string[]): FieldProblem[] => [
  ...absent('topicIds', '宣传重点', ids, found),
  ...found.flatMap((topic) => (topic?.archivedAt && !kept.includes(topic._id) ? [{ field: 'topicIds', reason: `宣传重点「${topic.name}」已停用，请另选一个 (this topic is archived; choose another)` }] : [])),
];

/** These ids, without those that no content has. */
async function knownContents(ids: readonly string[]): Promise<(string | undefined)[]> {
  const known = ids.length > 0 ? new Set(await ContentModel.distinct('_id', { _id: { $in: ids } })) : new Set<string>();
  return ids.map((id) => (known.has(id) ? id : undefined));
}

const absent = (field: string, label: string, ids: readonly string[], found: readonly unknown[]): FieldProblem[] =>
  ids.flatMap((id, at) => (found[at] ? [] : [{ field, reason: `${label}「${id.slice(0, 40)}」不存在 (${field}: no such id)` }]));
