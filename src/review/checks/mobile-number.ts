import type { Check, CheckSubject, Spot } from './check.js';
import { spotAt, spotOn, textsOf } from './checked-text.js';
import { isInAddress, masked, writtenNumbers, type WrittenNumber } from './written-numbers.js';

const mobile = /^(?:(?:00)?86)?(1[3-9]\d{9})$/;
const groupings = new Set(['11', '3-4-4', '3-8', '7-4', '13', '15', '2-11', '4-11', '2-3-4-4', '4-3-4-4']);

/** What makes eleven digits something else: the name of another number before them, or a unit after them. */
const otherLabel = /(?:订单|运单|快递|物流|流水|受理|办件|编|文|单|证|票|批|案|卡|户|工|合同|档案|登记|条形?码|项目|序列|版本|账|统计)(?:编)?[号码](?:码)?(?:为|是)?[:\s]*$/;
const otherUnit = /^\s*(?:元|万|亿|美元|%|平方|立方|公里|吨|千瓦|字节|条|件|次|人|户)/;
const phoneWord = /(?:tel|phone|mobile|mob|cell)\.?$/i;

function isSomethingElse({ before, after }: WrittenNumber): boolean {
  if (/[A-Za-z_]$/.test(before) && !phoneWord.test(before)) return true;
  return /[0-9][-.]$/.test(before) || /^(?:[A-Za-z_]|[-.][0-9])/.test(after) || otherLabel.test(before) || otherUnit.test(after);
}

const isMobile = (number: WrittenNumber): boolean => groupings.has(number.grouping) && mobile.test(number.digits) && !isSomethingElse(number) && !isInAddress(number);

const message = { zh: '出现未遮蔽的手机号码，请遮蔽、删除或改用办公电话', en: 'A mobile number stands here unmasked: mask it, remove it, or give an office number.' };

function hiddenOf(digits: string): string {
  return masked(mobile.exec(digits)?.[1] ?? digits, 3, 4);
}

function spotsInLinks({ links }: CheckSubject): Spot[] {
  return links.flatMap(({ path, href }) => {
    const digits = /^(?:tel|sms):(.*)$/i.exec(href)?.[1]?.replace(/[^0-9]/g, '') ?? '';
    return mobile.test(digits) ? [spotOn(path, message, { excerpt: hiddenOf(digits) })] : [];
  });
}

/** Mobile numbers of mainland China left unmasked, in texts and behind telephone links. */
export const mobileNumberCheck: Check = {
  id: 'mobile-number',
  name: { zh: '手机号码', en: 'Mobile numbers' },
  severity: 'block',
  run: (subject) => [
    ...textsOf(subject).flatMap((block) => writtenNumbers(block.text, 15, isMobile).map(({ start, end, digits }) =>
      spotAt(block, start, end, message, { excerpt: hiddenOf(digits), suggestion: hiddenOf(digits) }))),
    ...spotsInLinks(subject),
  ],
};
