import type { MassReceipt, Receipt } from '../channel.js';
import { checkReceipt } from '../check-receipt.js';

/** A mass receipt as it may be kept: a receipt, and whole numbers of people. */
export function checkMassReceipt(given: MassReceipt, redact: (text: string) => string): MassReceipt {
  const receipt: Receipt = checkReceipt(given, redact);
  if (receipt.outcome !== 'delivered' || given.outcome !== 'delivered' || !given.counts) return receipt;
  const people = Object.entries(given.counts).filter(([name, count]) => ['total', 'sent', 'failed'].includes(name) && Number.isSafeInteger(count) && count >= 0);
  const counts = Object.fromEntries(people) as { sent?: number };
  return counts.sent === undefined ? receipt : { ...receipt, counts: { ...counts, sent: counts.sent } };
}
