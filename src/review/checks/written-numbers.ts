import { foldWidth, invisible } from './fold-width.js';

/** A number as people write it: whole groups of digits with at most one separator between them. `X` may be its last digit. */
export interface WrittenNumber {
  readonly digits: string;
  /** The lengths of the groups, as in `3-4-4`. */
  readonly grouping: string;
  readonly start: number;
  readonly end: number;
  /** The text on both sides, full-width characters made half-width. */
  readonly before: string;
  readonly after: string;
}

const group = new RegExp(`[0-9](?:[${invisible}]*[0-9])*(?:[Xx](?![A-Za-z0-9]))?`, 'g');
/** No number of any check is written in more groups than this. */
const mostGroups = 5;
/** No number of any check is shorter: a mobile number's digits. */
const fewestDigits = 11;
const separator = /^[ \u00a0.·\-\u2010-\u2015]$/;

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

function groupsOf(folded: string): Group[] {
  return [...folded.matchAll(group)].map((match) => ({ digits: match[0].replace(/[^0-9Xx]/g, '').toUpperCase(), start: match.index, end: match.index + match[0].length }));
}

/**
 * The numbers in a text that `isMeant`: never a part of a longer run of digits, the longest reading first, none overlapping.
 * Looks at no more than `longest` digits from where a group begins, so a page of digits costs no more than its length.
 */
export function writtenNumbers(text: string, longest: number, isMeant: (number: WrittenNumber) => boolean): WrittenNumber[] {
  const folded = foldWidth(text);
  const groups = groupsOf(folded);
  const found: WrittenNumber[] = [];
  groups.forEach((first, index) => {
    if (first.start < (found.at(-1)?.end ?? 0)) return;
    const meant = readings(folded, groups, index, longest).reverse().find(isMeant);
    if (meant) found.push(meant);
  });
  return found;
}

/** Every way to read on from one group: itself, with the next one, and so on. */
function readings(folded: string, groups: readonly Group[], index: number, longest: number): WrittenNumber[] {
  const made: WrittenNumber[] = [];
  let digits = '';
  const lengths: number[] = [];
  for (const [offset, group] of groups.slice(index, index + mostGroups).entries()) {
    const last = groups[index + offset - 1];
    if (offset > 0 && last && !separator.test(folded.slice(last.end, group.start))) break;
    digits += group.digits;
    if (digits.length > longest) break;
    lengths.push(group.digits.length);
    if (digits.length >= fewestDigits) made.push(reading(folded, groups[index]?.start ?? 0, group.end, digits, lengths));
  }
  return made;
}

function reading(folded: string, start: number, end: number, digits: string, lengths: readonly number[]): WrittenNumber {
  return {
    digits, grouping: lengths.join('-'), start, end,
    get before() { return folded.slice(Math.max(0, start - 200), start); },
    get after() { return folded.slice(end, end + 8); },
  };
}

/** Whether the number stands in the middle of a web address. */
export const isInAddress = ({ before }: WrittenNumber): boolean => /(?:https?:\/\/|www\.)[\w./?%&=:#@~+,;-]*$/i.test(before);

/** The number with its middle hidden. */
export const masked = (digits: string, head: number, tail: number): string => `${digits.slice(0, head)}${'*'.repeat(digits.length - head - tail)}${digits.slice(-tail)}`;
