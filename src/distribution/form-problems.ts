import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

interface ObjectSchema { readonly properties?: Readonly<Record<string, { readonly title?: string }>> }
interface Problem { readonly keyword: string; readonly instancePath: string; readonly message: string; readonly params: unknown }
interface Params { readonly limit?: number | string; readonly pattern?: string; readonly requiredProperties?: readonly string[]; readonly additionalProperties?: readonly string[] }

/** What is wrong with a form's input, a sentence for each place, the Chinese first; empty when it fits its schema. No value is repeated. */
export function formProblems(schema: TSchema, input: unknown): string[] {
  if (Value.Check(schema, input)) return [];
  const problems = new Set(Value.Errors(schema, input).flatMap((problem: Problem) => worded(schema, problem)));
  return problems.size > 0 ? [...problems] : ['填写的内容不完整 (the form does not fit)'];
}

/** A field by its name and what the form calls it. */
export function labelOf(schema: TSchema, name: string): string {
  const title = (schema as ObjectSchema).properties?.[name]?.title;
  return title ? `${name}（${title}）` : name;
}

function worded(schema: TSchema, { keyword, instancePath, message, params }: Problem): string[] {
  const given = params as Params;
  if (keyword === 'required') return (given.requiredProperties ?? []).map((name) => `缺少 ${labelOf(schema, name)} (required)`);
  if (keyword === 'additionalProperties') return (given.additionalProperties ?? []).map((name) => `没有「${name}」这一项 (unknown setting)`);
  // A field that is not there may hold nothing: said by the one above.
  if (keyword === 'boolean' || instancePath === '') return [];
  const [, name = '', ...rest] = instancePath.split('/');
  return [`${labelOf(schema, name)}${rest.length > 0 ? `/${rest.join('/')}` : ''}：${reasons[keyword]?.(given) ?? message}`];
}

const choice = (): string => '不是可选的值 (not one of the choices)';

const reasons: Readonly<Record<string, (params: Params) => string>> = {
  minLength: ({ limit }) => `至少 ${limit} 个字符 (at least ${limit} characters)`,
  maxLength: ({ limit }) => `最多 ${limit} 个字符 (at most ${limit} characters)`,
  minItems: ({ limit }) => `至少 ${limit} 项 (at least ${limit})`,
  maxItems: ({ limit }) => `最多 ${limit} 项 (at most ${limit})`,
  minimum: ({ limit }) => `不能小于 ${limit} (at least ${limit})`,
  maximum: ({ limit }) => `不能大于 ${limit} (at most ${limit})`,
  pattern: ({ pattern }) => `格式不对 (must match ${pattern})`,
  uniqueItems: () => '有重复的项 (must not repeat)',
  type: () => '类型不对 (of the wrong type)',
  const: choice,
  enum: choice,
  anyOf: choice,
};
