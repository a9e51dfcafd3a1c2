import { createHash } from 'node:crypto';
import { defineError } from './errors.js';

export const InvalidCursorError = defineError('INVALID_CURSOR', {
  status: 400,
  zh: '翻页位置「{cursor}」无效。请从第一页重新开始。',
  en: 'The cursor "{cursor}" is not valid here. Start again from the first page.',
});

/** A field to sort by, dots for what is inside; 1 upwards, -1 downwards. */
export type Order = readonly [field: string, direction: 1 | -1];

type Condition = Record<string, unknown>;

/** Longer text than any cursor of ours. */
const longestCursor = 2000;

/** Where a document stands in a list: the list's mark and the document's sorted values. Opaque to clients. */
export function encodeCursor(row: object, collection: string, order: readonly Order[]): string {
  const values = order.map(([field]) => encodeValue(valueAt(row, field)));
  return Buffer.from(JSON.stringify([markOf(collection, order), ...values])).toString('base64url');
}

/** The sorted values that a cursor of this list holds. Throws InvalidCursorError for any other text. */
export function decodeCursor(cursor: string, collection: string, order: readonly Order[]): unknown[] {
  const parts = cursor.length <= longestCursor ? parse(cursor) : undefined;
  if (!Array.isArray(parts) || parts.length !== order.length + 1 || parts[0] !== markOf(collection, order)) throw invalid(cursor);
  return parts.slice(1).map((part: unknown) => decodeValue(part, cursor));
}

const invalid = (cursor: string): Error => new InvalidCursorError({ cursor: cursor.slice(0, 60) });

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** By list; as many as the code has lists and orders. */
const marks = new Map<string, string>();

/** Tells the cursors of two lists apart, so that one is refused where its values mean nothing. */
function markOf(collection: string, order: readonly Order[]): string {
  const list = JSON.stringify([collection, order]);
  const mark = marks.get(list) ?? createHash('sha256').update(list).digest('base64url').slice(0, 6);
  marks.set(list, mark);
  return mark;
}

const valueAt = (row: object, field: string): unknown => field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);

function encodeValue(value: unknown): unknown {
  if (value instanceof Date) return { d: value.getTime() };
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') throw new Error('lists cannot be sorted by a field that holds objects or arrays');
  return value;
}

function decodeValue(value: unknown, cursor: string): unknown {
  if (value === null || typeof value !== 'object') return value;
  const time = new Date(Number((value as { d?: unknown }).d ?? NaN));
  if (Number.isNaN(time.getTime())) throw invalid(cursor);
  return time;
}

/**
 * `(a, b) beyond (x, y)` in sort order, as MongoDB can answer from one compound index. Null and absent values come before all
 * others, as in MongoDB's sort.
 */
export function beyond(order: readonly Order[], values: readonly unknown[]): Condition {
  const clauses = order.flatMap(([field, direction], at) => {
    const equal = Object.fromEntries(order.slice(0, at).map(([earlier], index) => [earlier, values[index]]));
    const further = past(direction, values[at]);
    return further ? [{ ...equal, [field]: further }] : [];
  });
  // The leading bound is implied by the clauses; stated apart, it lets the planner bound the index scan.
  const bound = from(order[0]![1], values[0]);
  return { $and: [...(bound ? [{ [order[0]![0]]: bound }] : []), { $or: clauses }] };
}

// A comparison passes null and absent values over; its negation does not.
function past(direction: 1 | -1, value: unknown): Condition | undefined {
  if (direction === 1) return value === null ? { $ne: null } : { $gt: value };
  return value === null ? undefined : { $not: { $gte: value } };
}

function from(direction: 1 | -1, value: unknown): Condition | undefined {
  if (direction === 1) return value === null ? undefined : { $gte: value };
  return value === null ? { $eq: null } : { $not: { $gt: value } };
}
