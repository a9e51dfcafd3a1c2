import type { Language } from '../../app/appearance.js';

/** The part of JSON Schema that channels use for their settings and operations. */
export interface Schema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly title?: string;
  readonly titleEn?: string;
  readonly description?: string;
  readonly descriptionEn?: string;
  readonly default?: unknown;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly writeOnly?: boolean;
  /** Asked for only while others of its group have these values. */
  readonly onlyIf?: Readonly<Record<string, string>>;
}

export type Values = Readonly<Record<string, unknown>>;

/** How a property is drawn. `fixed` is kept as it is: a form cannot say it. */
export type FieldKind = 'secret' | 'choice' | 'choices' | 'text' | 'longText' | 'number' | 'boolean' | 'words' | 'list' | 'fixed';

/** From here on, a text gets more than one line. */
const longText = 250;

/** How a property is drawn, by its schema alone. Pure. */
export function fieldKind(schema: Schema): FieldKind {
  if (schema.writeOnly) return 'secret';
  if (choicesOf(schema).length > 0) return schema.items ? 'choices' : 'choice';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string') return (schema.maxLength ?? 0) >= longText && !schema.pattern ? 'longText' : 'text';
  if (schema.type !== 'array' || !schema.items) return 'fixed';
  return schema.items.type === 'object' ? 'list' : schema.items.type === 'string' ? 'words' : 'fixed';
}

/** The values that a closed set allows; of a list, those of its items. */
export const choicesOf = ({ enum: values, anyOf, items }: Schema): readonly string[] => items ? choicesOf(items) : values ?? (anyOf ?? []).flatMap(({ const: value }) => (value === undefined ? [] : [value]));

/** What a property is for, in this language. */
export const noteOf = ({ description, descriptionEn }: Schema, language: Language): string | undefined => (language === 'en' ? descriptionEn ?? description : description);

/** The words for choices where the description reads `full：全文；summary：只给摘要`: by value. */
export function choiceWords(description: string | undefined, values: readonly string[]): ReadonlyMap<string, string> {
  const parts = (description ?? '').split(/[；;]/).map((part) => /^\s*(\w+)\s*[：:]\s*(.+)$/.exec(part));
  const words = new Map(parts.flatMap((part) => (part?.[1] && part[2] && values.includes(part[1]) ? [[part[1], part[2]] as const] : [])));
  return words.size === values.length ? words : new Map();
}

/** The values a new form starts from: the defaults of what must be there. What is optional is left to its channel. */
export const startValues = ({ properties = {}, required = [] }: Schema): Values =>
  Object.fromEntries(Object.entries(properties).flatMap(([name, { default: value }]) => (value === undefined || !required.includes(name) ? [] : [[name, value]])));

/** Whether a property is asked for beside these values. Pure. */
export const isAsked = ({ onlyIf = {} }: Schema, values: Values): boolean => Object.entries(onlyIf).every(([name, value]) => values[name] === value);

/** What is wrong with a property before the server is asked; nothing when it may be sent. */
export type Fault = 'missing' | 'pattern' | 'short' | 'few';

/** Looks at one value by its schema. `isKept`: a secret that is stored already. Pure. */
export function faultOf(schema: Schema, value: unknown, isRequired: boolean, isKept = false): Fault | undefined {
  if (isEmpty(value)) return isRequired && !isKept ? 'missing' : undefined;
  if (typeof value === 'string' && schema.minLength !== undefined && value.length < schema.minLength) return 'short';
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) return 'pattern';
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0)) return 'few';
  return undefined;
}

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether everything in a group may be sent. Pure. */
export const isSound = (schema: Schema, values: Values, kept: readonly string[] = []): boolean =>
  Object.entries(schema.properties ?? {}).filter(([, property]) => isAsked(property, values)).every(([name, property]) => {
    const value = values[name];
    if (faultOf(property, value, schema.required?.includes(name) ?? false, kept.includes(name) && value !== null)) return false;
    return !Array.isArray(value) || property.items?.type !== 'object' || value.every((item) => isSound(property.items!, item as Values));
  });

/** The values with nothing empty in them; `null` stays, it removes a secret. Pure. */
export const withoutEmpty = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value === null || !isEmpty(value)).map(([name, value]) => [name, tidy(value)]));

const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy);
  return typeof value === 'object' && value !== null ? withoutEmpty(value as Values) : typeof value === 'string' ? value.trim() : value;
};
