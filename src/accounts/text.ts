import { InvalidInputError, type DomainError } from '../kernel/index.js';

export interface TextLimits {
  readonly min?: number;
  readonly max: number;
}

/** What stands invisibly in a line of text: control characters and marks that turn its direction. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line of text without surrounding spaces. Throws InvalidInputError when it is no text, too short or long (in characters), or holds control characters. */
export function readLine(field: string, value: unknown, { min = 1, max }: TextLimits): string {
  if (typeof value !== 'string') throw invalid(field, '应为文本 (must be text)');
  const text = value.trim().normalize('NFC');
  const length = [...text].length;
  if (length < min || length > max) throw invalid(field, `长度应为 ${min}–${max} 个字，现为 ${length} (must be ${min} to ${max} characters, is ${length})`);
  if (invisible.test(text)) throw invalid(field, '不能含有不可见的控制字符 (must not hold control characters)');
  return text;
}

/** As `readLine`; nothing, or nothing but spaces, is null. */
export function readOptionalLine(field: string, value: unknown, limits: TextLimits): string | null {
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return isEmpty ? null : readLine(field, value, limits);
}

/** A line that must look like `shape`; `reason` tells how. */
export function readShaped(field: string, value: unknown, limits: TextLimits, shape: RegExp, reason: string): string {
  const text = readLine(field, value, limits);
  if (!shape.test(text)) throw invalid(field, reason);
  return text;
}

/** An InvalidInputError for one field. */
export const invalid = (field: string, reason: string): DomainError => new InvalidInputError({ field, reason });

/** What was given: the fields that are neither undefined nor null. */
export type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** The fields of an input that were given. */
export const given = <T extends object>(input: T | null | undefined): Given<T> =>
  Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== undefined && value !== null)) as Given<T>;
