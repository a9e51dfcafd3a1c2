import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { InvalidInputError } from './errors.js';
import { beyond, decodeCursor, encodeCursor, type Order } from './page-cursor.js';
import { runCommand, runCount, type FindCommand } from './read.js';

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

export interface PageRequest {
  readonly collection: string;
  readonly filter: Record<string, unknown>;
  /** `_id` is added as the last, unique, field. Null and absent values come first upwards and last downwards. Values are of one type, never objects or arrays. */
  readonly orderBy: readonly Order[];
  readonly args: PageArgs;
  /** Fields to read, by inclusion; those sorted by are added. All, when absent. */
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
  const filter = cursor === undefined ? request.filter : { $and: [request.filter, beyond(direction, decodeCursor(cursor, request.collection, order))] };
  const [found, totalCount] = await Promise.all([
    runCommand<T>(findCommand(request, filter, direction, size)),
    request.withTotal ? runCount(request.collection, request.filter) : undefined,
  ]);
  const hasMore = found.length > size;
  const rows = hasMore ? found.slice(0, size) : found;
  if (isBackward) rows.reverse();
  const [isBefore, isAfter] = isBackward ? [hasMore, cursor !== undefined] : [cursor !== undefined, hasMore];
  return asConnection(rows, { totalCount, hasPreviousPage: isBefore, hasNextPage: isAfter, cursorOf: (row) => encodeCursor(row, request.collection, order) });
}

interface Around<T> {
  readonly totalCount: number | undefined;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (row: T) => string;
}

/** Cursors are made when they are read: most lists are asked for their nodes alone. */
function asConnection<T>(nodes: T[], { totalCount, hasNextPage, hasPreviousPage, cursorOf }: Around<T>): Connection<T> {
  const cursorAt = (row: T | undefined): string | null => (row === undefined ? null : cursorOf(row));
  let edges: Edge<T>[] | undefined;
  return {
    get edges() { return edges ??= nodes.map((node) => ({ node, cursor: cursorOf(node) })); },
    nodes,
    totalCount,
    pageInfo: { hasNextPage, hasPreviousPage, get startCursor() { return cursorAt(nodes[0]); }, get endCursor() { return cursorAt(nodes.at(-1)); } },
  };
}

/** The same page, each row shown as another object: `nodes` stand in the order of the page's own. */
export function withNodes<T>(page: Connection<unknown>, nodes: T[]): Connection<T> {
  let edges: Edge<T>[] | undefined;
  return {
    get edges() { return edges ??= page.edges.map(({ cursor }, at) => ({ cursor, node: nodes[at]! })); },
    nodes,
    totalCount: page.totalCount,
    pageInfo: page.pageInfo,
  };
}

function findCommand(request: PageRequest, filter: Record<string, unknown>, order: readonly Order[], size: number): FindCommand {
  const { collection, projection, hint } = request;
  return {
    find: collection, filter, limit: size + 1, sort: Object.fromEntries(order),
    ...(projection ? { projection: withSorted(projection, order) } : {}),
    ...(hint ? { hint } : {}),
  };
}

/** The projection and the sorted fields, unless it brings them already: MongoDB refuses a field together with what is inside it. */
function withSorted(projection: Record<string, unknown>, order: readonly Order[]): Record<string, unknown> {
  const isCovered = (field: string): boolean => Object.keys(projection).some((wanted) => field === wanted || field.startsWith(`${wanted}.`));
  return { ...projection, ...Object.fromEntries(order.filter(([field]) => !isCovered(field)).map(([field]) => [field, 1])) };
}

function readArgs({ first, after, last, before }: PageArgs): { size: number; isBackward: boolean; cursor?: string } {
  assertOneDirection({ first, last }, { after, before }, { first, before }, { last, after });
  const isBackward = isGiven(last) || isGiven(before);
  const size = first ?? last ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 0 || size > maxPageSize) throw new InvalidInputError({ field: isBackward ? 'last' : 'first', reason: `应为 0–${maxPageSize} (must be 0 to ${maxPageSize})` });
  const cursor = isBackward ? before : after;
  return { size, isBackward, ...(isGiven(cursor) ? { cursor } : {}) };
}

/** GraphQL gives null as well as nothing. */
const isGiven = <V>(value: V | null | undefined): value is V => value !== undefined && value !== null;

/** Throws InvalidInputError when both of a pair were given: one of them would be silently ignored. */
function assertOneDirection(...pairs: readonly Record<string, unknown>[]): void {
  const both = pairs.find((pair) => Object.values(pair).every(isGiven));
  if (both) throw new InvalidInputError({ field: Object.keys(both).join(', '), reason: '只能给出其中一个：first 与 after 同用，last 与 before 同用 (give one of them: first goes with after, last with before)' });
}

const withId = (order: readonly Order[]): readonly Order[] => (order.some(([field]) => field === '_id') ? order : [...order, ['_id', order.at(-1)?.[1] ?? -1]]);
const reverse = (order: readonly Order[]): readonly Order[] => order.map(([field, direction]) => [field, direction === 1 ? -1 : 1]);
