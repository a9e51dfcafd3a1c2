import type { DeliveredPart, Receipt } from './channel.js';

const longestMessage = 2000;
const outcomes: readonly Receipt['outcome'][] = ['delivered', 'accepted', 'failed', 'refused', 'unknown'];

/** A receipt as it may be kept: known fields only, texts redacted and shortened, the address where it ran whole but for known secrets. What is no receipt becomes `unknown`: a plugin's error is no proof of anything. */
export function checkReceipt(value: unknown, redact: (text: string) => string): Receipt {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const outcome = outcomes.find((one) => one === given.outcome);
  const text = (key: string, limit = longestMessage): string | undefined => (typeof given[key] === 'string' && given[key] !== '' ? redact(given[key]).slice(0, limit) : undefined);
  const date = (key: string): Date | undefined => (given[key] instanceof Date && !Number.isNaN(given[key].getTime()) ? given[key] : undefined);
  const flag = (key: string): true | undefined => (given[key] === true ? true : undefined);
  const message = text('message');
  switch (outcome) {
    case 'delivered': return { outcome, ...some({ message, remoteId: text('remoteId', 500), url: webAddress(given.url, redact), parts: partsOf(given.parts, redact) }) };
    case 'accepted': return { outcome, remoteId: text('remoteId', 500) ?? '', askAgainAt: date('askAgainAt') ?? new Date(0), ...some({ message }) };
    case 'failed': return { outcome, message: message ?? '对方暂不可用', ...some({ retryAt: date('retryAt'), isForAll: flag('isForAll'), isWaiting: flag('isWaiting') }) };
    case 'refused': return { outcome, message: message ?? '对方拒收，未说明原因', ...some({ code: text('code', 100), deactivate: flag('deactivate') }) };
    case 'unknown': return { outcome, message: message ?? '结果不明', ...some({ askAgainAt: date('askAgainAt') }) };
    case undefined: return { outcome: 'unknown', message: '渠道程序没有给出有效的结果，请人工核实' };
  }
}

/** What a throw from a plugin means: a bug, after which anything may have happened. */
export const thrownReceipt = (error: unknown, redact: (text: string) => string): Receipt =>
  ({ outcome: 'unknown', message: redact(`渠道程序出错：${error instanceof Error ? error.message : String(error)}`).slice(0, longestMessage) });

const longestAddress = 2000;

/** An address that readers open. Its query belongs to it (mp.weixin.qq.com/s?__biz=…), so it is redacted apart: by itself it is no address whose query is dropped. */
function webAddress(given: unknown, redact: (text: string) => string): string | undefined {
  if (typeof given !== 'string' || given.length > longestAddress || !/^https?:\/\//.test(given) || !URL.canParse(given)) return undefined;
  const at = given.indexOf('?');
  return at < 0 ? redact(given) : `${redact(given.slice(0, at))}?${redact(given.slice(at + 1)).replace(/(\baccess_token=)[^&#]*/gi, '$1•••')}`;
}

const mostParts = 100;

/** What became of the parts of a bundle, in their order. */
function partsOf(given: unknown, redact: (text: string) => string): DeliveredPart[] | undefined {
  if (!Array.isArray(given) || given.length > mostParts) return undefined;
  return given.map((part: { url?: unknown; marks?: unknown } | null) => {
    const marks = Object.entries(part?.marks ?? {}).filter((mark): mark is [string, string] => /^[\w-]{1,60}$/.test(mark[0]) && typeof mark[1] === 'string');
    return some({ url: webAddress(part?.url, redact), marks: Object.fromEntries(marks) });
  });
}

const some = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
