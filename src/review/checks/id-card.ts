import type { Check, CheckServices, Spot, TextBlock } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import { masked, writtenNumbers, type WrittenNumber } from './written-numbers.js';

/** The first two digits of an administrative division code: GB/T 2260, and 91 for card holders from abroad. */
const provinces = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '));
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit that GB 11643-1999 (ISO 7064 MOD 11-2) gives to the first seventeen digits. */
export function idCardCheckDigit(digits: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return '10X98765432'.charAt(sum % 11);
}

function isDayOfBirth(yyyymmdd: string, now: Date): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date <= now;
}

/** Whether the digits are a well-formed identity number of a person born by `now`. */
const isIdCardNumber = (digits: string, now: Date): boolean =>
  /^\d{17}[\dX]$/.test(digits) && provinces.has(digits.slice(0, 2)) && isDayOfBirth(digits.slice(6, 14), now) && idCardCheckDigit(digits) === digits.charAt(17);

/** Whether the digits could be a fifteen-digit number, given out until 1999. It has no check digit, so this is a guess. */
const mayBeOldIdCardNumber = (digits: string, now: Date): boolean =>
  /^\d{15}$/.test(digits) && provinces.has(digits.slice(0, 2)) && isDayOfBirth(`19${digits.slice(6, 12)}`, now);

const groupings = new Set(['18', '6-8-4', '6-12', '14-4', '6-4-4-4', '6-4-2-2-4', '3-3-4-4-4', '4-4-4-4-2', '15', '6-6-3']);

function isMeant(number: WrittenNumber, { now }: CheckServices): boolean {
  if (!groupings.has(number.grouping)) return false;
  if (number.digits.length === 15) return mayBeOldIdCardNumber(number.digits, now) && !/[A-Za-z]$/.test(number.before);
  return isIdCardNumber(number.digits, now);
}

function spotOf(block: TextBlock, { digits, start, end }: WrittenNumber): Spot {
  const hidden = masked(digits, 4, 2);
  if (digits.length === 15) {
    const message = { zh: '疑似十五位旧身份证号码，请核实并遮蔽', en: 'This looks like an old fifteen-digit ID number: verify it and mask it.' };
    return spotAt(block, start, end, message, { severity: 'warn', excerpt: hidden, suggestion: hidden });
  }
  return spotAt(block, start, end, { zh: '出现未遮蔽的身份证号码，请遮蔽或删除', en: 'An ID number stands here unmasked: mask or remove it.' }, { excerpt: hidden, suggestion: hidden });
}

/** Identity numbers left unmasked. */
export const idCardCheck: Check = {
  id: 'id-card',
  name: { zh: '身份证号码', en: 'Identity numbers' },
  severity: 'block',
  run: (subject, services) => textsOf(subject).flatMap((block) =>
    writtenNumbers(block.text, 18, (number) => isMeant(number, services)).map((number) => spotOf(block, number))),
};
