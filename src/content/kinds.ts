import { Type, type TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** A field that only one kind of content has. Its TypeBox schema checks it; the label and description are for people. */
export interface KindField {
  readonly type: 'text' | 'boolean' | 'integer' | 'figures' | 'assetId';
  readonly label: string;
  readonly description: string;
  readonly schema: TSchema;
  /** Lists may be narrowed by it. */
  readonly isFilterable?: boolean;
}

/** One kind of content: its names, and the fields it adds to those that all kinds share. */
export interface Kind {
  /** Lower-case noun: the prefix of ids and the stored word. */
  readonly name: string;
  /** The GraphQL type. */
  readonly typeName: string;
  readonly plural: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly description: string;
  readonly fields: Readonly<Record<string, KindField>>;
}

/** A figure before and after a measure. */
export interface Figure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const figure = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), before: Type.String({ maxLength: 60 }), after: Type.String({ maxLength: 60 }) }, { additionalProperties: false });

/** The kinds of field a kind may have. */
export const field = {
  text: (label: string, description: string, maxLength: number): KindField => ({ type: 'text', label, description, schema: Type.String({ maxLength }) }),
  boolean: (label: string, description: string): KindField => ({ type: 'boolean', label, description, schema: Type.Boolean(), isFilterable: true }),
  integer: (label: string, description: string, minimum: number, maximum: number): KindField => ({ type: 'integer', label, description, schema: Type.Integer({ minimum, maximum }), isFilterable: true }),
  figures: (label: string, description: string): KindField => ({ type: 'figures', label, description, schema: Type.Array(figure, { maxItems: 30 }) }),
  assetId: (label: string, description: string): KindField => ({ type: 'assetId', label, description, schema: Type.String({ pattern: '^asset_[0-9a-f]{24}$' }) }),
};

const kinds = new Map<string, Kind>();

/** Registers a kind of content. */
export function defineKind(kind: Kind): Kind {
  if (kinds.has(kind.name)) throw new Error(`kind ${kind.name} is defined twice`);
  kinds.set(kind.name, kind);
  return kind;
}

/** The kind with this name. Throws for a name that no kind has: stored data are newer than the code. */
export function kindNamed(name: string): Kind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`no kind of content is called ${name}`);
  return kind;
}

export const allKinds = (): readonly Kind[] => [...kinds.values()];

/** What is wrong with the kind's own fields; `undefined` and `null` values are absent. */
export function detailProblems(kind: Kind, details: Readonly<Record<string, unknown>>): { field: string; reason: string }[] {
  return Object.entries(details).flatMap(([name, value]) => {
    const declared = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (!declared) return [{ field: name, reason: `「${kind.label.zh}」没有这个字段 (${kind.label.en} has no such field)` }];
    return [...Value.Errors(declared.schema, value)].slice(0, 1).map(({ instancePath, message }) => ({ field: `${name}${instancePath}`, reason: reasonOf(declared, instancePath, message) }));
  });
}

/** Of a figure, the line and what is wrong with it; else what the schema says. */
function reasonOf({ type, label }: KindField, path: string, message: string): string {
  const line = type === 'figures' ? /^\/(\d+)/.exec(path)?.[1] : undefined;
  return line === undefined ? `${label}：${message}` : `${label}第 ${Number(line) + 1} 行：指标名称必填，每格最多 60 字 (line ${Number(line) + 1}: it needs a name; at most 60 characters each)`;
}

/** The assets that a kind's own fields name, such as a video's film. */
export const detailAssetIds = (kind: Kind, details: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(kind.fields).flatMap(([name, { type }]) => (type === 'assetId' && details[name] ? [String(details[name])] : []));

/** The kind's fields as a reader sees them: label and text, in order, empty ones left out. */
export function wordedDetails(kind: Kind, details: Readonly<Record<string, unknown>>): { name: string; label: string; text: string }[] {
  return Object.entries(kind.fields).flatMap(([name, { label, type }]) => {
    const text = type === 'assetId' ? '' : worded(details[name]);
    return text ? [{ name, label, text }] : [];
  });
}

function worded(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return (value as Figure[]).map(({ name, before, after }) => `${name}：${before} → ${after}`).join('；');
  return String(value);
}
