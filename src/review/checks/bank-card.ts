import type { Check } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import { isInAddress, masked, writtenNumbers, type WrittenNumber } from './written-numbers.js';

/** What card numbers given out by mainland banks begin with: China UnionPay's 62, and the older ranges of the large banks. */
const prefixes = ['62', '9558', '9559', '436742', '421349', '434061', '456351', '601382', '601428', '405512', '403361', '404117', '439188', '402658', '410062', '468203', '603367'];

/** Whether the last digit is what ISO/IEC 7812-1 (Luhn) gives to the others. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether the digits are a well-formed card number of a mainland bank. */
function isBankCardNumber(digits: string): boolean {
  const isLongEnough = digits.startsWith('62') ? /^\d{16,19}$/ : /^\d{13,19}$/;
  return isLongEnough.test(digits) && prefixes.some((prefix) => digits.startsWith(prefix)) && hasLuhnDigit(digits);
}

/** Cards print fours; people also write the first six apart. */
const grouping = /^(?:\d{2}|4(?:-4){2,3}-[1-4]|4(?:-4){3}|6-\d{1,2})$/;

const isCard = (number: WrittenNumber): boolean =>
  grouping.test(number.grouping) && isBankCardNumber(number.digits) && !/[A-Za-z_]$/.test(number.before) && !isInAddress(number);

/** Bank-card numbers left unmasked. */
export const bankCardCheck: Check = {
  id: 'bank-card',
  name: { zh: '银行卡号', en: 'Bank cards' },
  severity: 'block',
  run: (subject) => textsOf(subject).flatMap((block) => writtenNumbers(block.text, 19, isCard).map(({ start, end, digits }) => {
    const hidden = masked(digits, 4, 4);
    const message = { zh: '出现未遮蔽的银行卡号，请遮蔽或删除', en: 'A bank-card number stands here unmasked: mask or remove it.' };
    return spotAt(block, start, end, message, { excerpt: hidden, suggestion: hidden });
  })),
};
