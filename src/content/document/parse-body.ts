import { attributeRules, ignoredAttributes } from './attributes.js';
import type { Body, BodyMark, BodyNode } from './body.js';
import { canonicalJson } from './canonical-json.js';
import { cleanText } from './clean-text.js';
import { InvalidBodyError } from './invalid-body-error.js';
import { bodySchema } from './schema.js';

/** How large a body may be. Depth counts the nodes from the document (0) down; characters are UTF-16 units of texts and attributes together. */
export const bodyLimits = { depth: 20, nodes: 20_000, characters: 200_000 } as const;

/**
 * The body that a JSON value says, in its one canonical form: defaults left out, marks in order, neighbours of equal look joined,
 * texts well-formed. Throws InvalidBodyError with the exact place for anything the schema does not know.
 */
export function parseBody(json: unknown): Body {
  const body = new BodyReader().node(json, '', 0);
  if (body.type !== 'doc') throw new InvalidBodyError('type', '正文应以 doc 开始 (a body must be a doc)');
  return body as Body;
}

type Json = Readonly<Record<string, unknown>>;

/** Reads one body and counts what it has read. */
class BodyReader {
  private nodes = 0;
  private characters = 0;

  node(json: unknown, path: string, depth: number): BodyNode {
    const from = objectAt(json, path);
    this.count(path, depth);
    const type = nameAt(from.type, at(path, 'type'));
    if (!Object.hasOwn(bodySchema.nodes, type)) throw new InvalidBodyError(at(path, 'type'), `未知的节点「${short(type)}」 (unknown node)`);
    onlyKeys(from, type === 'text' ? ['type', 'text', 'marks'] : ['type', 'attrs', 'content', 'marks'], path);
    return type === 'text' ? this.text(from, path) : this.element(type, from, path, depth);
  }

  private text(from: Json, path: string): BodyNode {
    if (typeof from.text !== 'string') throw new InvalidBodyError(at(path, 'text'), '应为文字 (must be a text)');
    this.measure(from.text, at(path, 'text'));
    const marks = this.marks(from.marks, at(path, 'marks'));
    return { type: 'text', ...(marks.length > 0 ? { marks } : {}), text: cleanText(from.text) };
  }

  private element(type: string, from: Json, path: string, depth: number): BodyNode {
    // An editor lets a break inherit the look of the words before it. A break and a note have none, so theirs are read and left out.
    const marks = this.marks(from.marks, at(path, 'marks'));
    if (marks.length > 0 && !bodySchema.nodes[type]!.isInline) throw new InvalidBodyError(at(path, 'marks'), `「${type}」不能带文字格式 ("${type}" takes no marks)`);
    const attrs = this.attributes(type, from.attrs, at(path, 'attrs'));
    const content = this.content(type, from.content, at(path, 'content'), depth);
    return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) };
  }

  private content(type: string, value: unknown, path: string, depth: number): BodyNode[] {
    const children = listAt(value, path).map((child, index) => this.node(child, `${path}[${index}]`, depth + 1));
    assertGrammar(type, children, path);
    return joined(children.filter((child) => child.type !== 'text' || child.text !== ''));
  }

  private attributes(type: string, value: unknown, path: string): Json | undefined {
    const given = value === undefined || value === null ? {} : objectAt(value, path);
    const rules = attributeRules[type] ?? {};
    const unknown = Object.keys(given).find((key) => !Object.hasOwn(rules, key) && !ignoredAttributes[type]?.includes(key));
    if (unknown !== undefined) throw new InvalidBodyError(at(path, unknown), `${type} 没有这个属性 (${type} has no such attribute)`);
    const kept = Object.entries(rules).flatMap(([key, rule]) => {
      const read = given[key] === undefined || given[key] === null ? absent(rule.isRequired) : rule.read(given[key]);
      if ('problem' in read) throw new InvalidBodyError(at(path, key), read.problem);
      if (typeof read.value === 'string') this.measure(read.value, at(path, key));
      return read.value === undefined || read.value === rule.byDefault ? [] : [[key, read.value] as const];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }

  private marks(value: unknown, path: string): BodyMark[] {
    const marks = listAt(value, path, Object.keys(bodySchema.marks).length).map((mark, index) => this.mark(mark, `${path}[${index}]`));
    const twice = marks.find((mark, index) => marks.findIndex(({ type }) => type === mark.type) !== index);
    if (twice) throw new InvalidBodyError(path, `「${twice.type}」重复 (the mark "${twice.type}" is there twice)`);
    return marks.sort((a, b) => rank(a) - rank(b));
  }

  private mark(json: unknown, path: string): BodyMark {
    const from = objectAt(json, path);
    const type = nameAt(from.type, at(path, 'type'));
    if (!Object.hasOwn(bodySchema.marks, type)) throw new InvalidBodyError(at(path, 'type'), `未知的文字格式「${short(type)}」 (unknown mark)`);
    onlyKeys(from, ['type', 'attrs'], path);
    const attrs = this.attributes(type, from.attrs, at(path, 'attrs'));
    return { type, ...(attrs ? { attrs } : {}) };
  }

  private count(path: string, depth: number): void {
    this.nodes += 1;
    if (depth > bodyLimits.depth) throw new InvalidBodyError(path, `嵌套超过 ${bodyLimits.depth} 层 (nested deeper than ${bodyLimits.depth})`);
    if (this.nodes > bodyLimits.nodes) throw new InvalidBodyError(path, `段落和文字片段超过 ${bodyLimits.nodes} 个 (more than ${bodyLimits.nodes} nodes)`);
  }

  private measure(text: string, path: string): void {
    this.characters += text.length;
    if (this.characters > bodyLimits.characters) throw new InvalidBodyError(path, `正文超过 ${bodyLimits.characters} 字 (longer than ${bodyLimits.characters} characters)`);
  }
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const short = (name: string): string => cleanText(name).slice(0, 40);
const rank = (mark: BodyMark): number => Object.keys(bodySchema.marks).indexOf(mark.type);
const absent = (isRequired = false): { value: undefined } | { problem: string } => (isRequired ? { problem: '缺少必填属性 (is required)' } : { value: undefined });

function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidBodyError(path, '应为对象 (must be an object)');
  return value as Json;
}

function listAt(value: unknown, path: string, max: number = bodyLimits.nodes): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new InvalidBodyError(path, '应为列表 (must be a list)');
  if (value.length > max) throw new InvalidBodyError(path, `有 ${value.length} 项，最多 ${max} 项 (${value.length} items, at most ${max})`);
  return value;
}

function nameAt(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new InvalidBodyError(path, '缺少名称 (must be a name)');
  return value;
}

function onlyKeys(from: Json, keys: readonly string[], path: string): void {
  const unknown = Object.keys(from).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new InvalidBodyError(at(path, short(unknown)), '未知的属性 (unknown property)');
}

/** Holds the children against the schema's content expression, so that the first wrong one can be named. */
function assertGrammar(type: string, children: readonly BodyNode[], path: string): void {
  let match = bodySchema.nodes[type]!.contentMatch;
  children.forEach((child, index) => {
    const next = match.matchType(bodySchema.nodes[child.type]!);
    if (!next) throw new InvalidBodyError(`${path}[${index}]`, `「${child.type}」不能放在「${type}」的这个位置 ("${child.type}" may not stand here in "${type}")`);
    match = next;
  });
  if (!match.validEnd) throw new InvalidBodyError(path, `「${type}」的内容不完整 ("${type}" lacks content)`);
}

function joined(children: readonly BodyNode[]): BodyNode[] {
  const result: BodyNode[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (last?.type === 'text' && child.type === 'text' && sameLook(last, child)) result[result.length - 1] = { ...last, text: `${last.text}${child.text}` };
    else result.push(child);
  }
  return result;
}

const sameLook = (a: BodyNode, b: BodyNode): boolean => canonicalJson(a.marks ?? []) === canonicalJson(b.marks ?? []);
