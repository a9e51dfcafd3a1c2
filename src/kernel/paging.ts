import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { defineError, InvalidInputError } from './errors.js';
import { runCommand, runCount, type FindCommand } from './read.js';

export const InvalidCursorError = defineError('INVALID_CURSOR', {
  status: 400,
  zh: '翻页位置「{cursor}」无效。请从第一页重新开始。',
  en: 'The cursor "{cursor}" is not valid here. Start again from the first page.',
});

export const defaultPageSize = 20;
export const maxPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many to return from the start; at most 100. 20 when neither first nor last is given.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Return what comes after this cursor.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'How many to return from the end; at most 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Return what comes before this cursor.' })
  before?: string;
}

@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item.' })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

/** A page of a list, in the shape of a Relay connection. */
export interface Connection<T> {
  readonly edges: Edge<T>[];
  readonly nodes: T[];
  readonly pageInfo: PageInfo;
  readonly totalCount?: number;
}

/** The GraphQL type `<name>Connection` (and `<name>Edge`) of a node type. */
export function connectionType<T extends object>(name: string, node: () => ClassType<T> | object): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.`, simpleResolvers: true })
  class NodeEdge {
    @Field(() => node() as ClassType<T>, { description: 'The item.' })
    node!: T;

    @Field(() => String, { description: 'Where the item stands; give it as `after` or `before`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} items.`, simpleResolvers: true })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The items with their cursors.' })
    edges!: NodeEdge[];

    @Field(() => [node() as ClassType<T>], { description: 'The items alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many items there are in all. Counted only when asked for.' })
    totalCount?: number;
  }
  return NodeConnection as unknown as ClassType<Connection<T>>;
}

/** A field to sort by; 1 upwards, -1 downwards. */
export type Order = readonly [field: string, direction: 1 | -1];

export interface PageRequest {
  readonly collection: string;
  readonly filter: Record<string, unknown>;
  /** `_id` is added as the last, unique, field. Sorted fields must be present in every document. */
  readonly orderBy: readonly Order[];
  readonly args: PageArgs;
  readonly projection?: Record<string, unknown>;
  /** Count all matches too: a second command. */
  readonly withTotal?: boolean;
  readonly hint?: string;
}

interface Row { readonly _id: string }

/** Reads one page by keyset: one `find` command on one index, and a count only when asked for. Throws InvalidCursorError and InvalidInputError. */
export async function findPage<T extends Row>(request: PageRequest): Promise<Connection<T>> {
  const { size, isBackward, cursor } = readArgs(request.args);
  const order = withId(request.orderBy);
  const direction = isBackward ? reverse(order) : order;
  const filter = cursor === undefined ? request.filter : { $and: [request.filter, beyond(direction, decodeCursor(cursor, order))] };
  const [found, totalCount] = await Promise.all([
    runCommand<T>(findCommand(request, filter, direction, size)),
    request.withTotal ? runCount(request.collection, request.filter) : undefined,
  ]);
  const hasMore = found.length > size;
  const rows = hasMore ? found.slice(0, size) : found;
  if (isBackward) rows.reverse();
  const edges = rows.map((node) => ({ node, cursor: encodeCursor(node, order) }));
  return { edges, nodes: rows, totalCount, pageInfo: {
    hasNextPage: isBackward ? cursor !== undefined : hasMore,
    hasPreviousPage: isBackward ? hasMore : cursor !== undefined,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  } };
}

function findCommand(request: PageRequest, filter: Record<string, unknown>, order: readonly Order[], size: number): FindCommand {
  const sorted = Object.fromEntries(order.map(([field]) => [field, 1]));
  return {
    find: request.collection, filter, limit: size + 1, sort: Object.fromEntries(order),
    ...(request.projection ? { projection: { ...request.projection, ...sorted } } : {}),
    ...(request.hint ? { hint: request.hint } : {}),
  };
}

function readArgs({ first, after, last, before }: PageArgs): { size: number; isBackward: boolean; cursor?: string } {
  if (first != null && last != null) throw new InvalidInputError({ field: 'first, last', reason: '只能给出其中一个 (give one of them, not both)' });
  const isBackward = last != null || (before != null && first == null);
  const size = first ?? last ?? defaultPageSize;
  if (size < 0 || size > maxPageSize) throw new InvalidInputError({ field: isBackward ? 'last' : 'first', reason: `应为 0–${maxPageSize} (must be 0 to ${maxPageSize})` });
  const cursor = isBackward ? before : after;
  return { size, isBackward, ...(cursor != null ? { cursor } : {}) };
}

const withId = (order: readonly Order[]): readonly Order[] => (order.some(([field]) => field === '_id') ? order : [...order, ['_id', order.at(-1)?.[1] ?? -1]]);
const reverse = (order: readonly Order[]): readonly Order[] => order.map(([field, direction]) => [field, direction === 1 ? -1 : 1]);

function encodeCursor(row: Row, order: readonly Order[]): string {
  const values = order.map(([field]) => encodeValue((row as unknown as Record<string, unknown>)[field]));
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const encodeValue = (value: unknown): unknown => (value instanceof Date ? { d: value.getTime() } : value ?? null);

function decodeCursor(cursor: string, order: readonly Order[]): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (Array.isArray(values) && values.length === order.length) return values.map(decodeValue);
  } catch {
    // Told below, like every other wrong cursor.
  }
  throw new InvalidCursorError({ cursor: cursor.slice(0, 60) });
}

function decodeValue(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const time = (value as { d?: unknown }).d;
  if (typeof time !== 'number') throw new Error('not a cursor value');
  return new Date(time);
}

/** `(a, b) beyond (x, y)` in sort order, as MongoDB can answer from one compound index. */
function beyond(order: readonly Order[], values: readonly unknown[]): Record<string, unknown> {
  const clauses = order.map(([field, direction], at) => ({
    ...Object.fromEntries(order.slice(0, at).map(([earlier], index) => [earlier, values[index]])),
    [field]: { [direction === 1 ? '$gt' : '$lt']: values[at] },
  }));
  const [leading, firstDirection] = [order[0]![0], order[0]![1]];
  // The leading bound is implied by the clauses; stated apart, it lets the planner bound the index scan.
  return { $and: [{ [leading]: { [firstDirection === 1 ? '$gte' : '$lte']: values[0] } }, { $or: clauses }] };
}
