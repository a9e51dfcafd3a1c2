import type { Receipt } from '../../src/distribution/channel.js';
import { nextBeijingMidnight } from './beijing.js';
import { NoAnswerError, WechatError } from './client/errors.js';
import { codes } from './errcodes.js';
import { nextLook } from './publish-receipt.js';
import { readSubmission } from './submission-note.js';
import type { Journal } from './work.js';

/** A receipt that ends an attempt from within. */
export class EndWith extends Error {
  constructor(readonly receipt: Receipt) {
    super(receipt.outcome);
    this.name = 'EndWith';
  }
}

/** True while a step that cannot be repeated was asked for and its answer is not known. */
const isInDoubt = (journal: Journal): boolean =>
  (journal.get('submitting') !== undefined && journal.get('publishId') === undefined)
  || (journal.get('addingDraft') !== undefined && journal.get('draftMediaId') === undefined);

function doubtfulSince(journal: Journal): Date | undefined {
  const submitting = journal.get('submitting');
  const addingDraft = journal.get('addingDraft');
  if (submitting !== undefined) return readSubmission(submitting).at;
  return addingDraft === undefined ? undefined : new Date(addingDraft);
}

/** What an error means for the ledger. In doubt it is `unknown`, whatever went wrong; no receipt tells an address or a secret. */
export function toReceipt(error: unknown, journal: Journal, now: Date): Receipt {
  if (error instanceof EndWith) return error.receipt;
  if (isInDoubt(journal)) return { outcome: 'unknown', message: `${sentenceOf(error)}；这一步可能已经完成，稍后核对`, askAgainAt: nextLook(doubtfulSince(journal), now) };
  if (error instanceof WechatError) return fromAnswer(error, now);
  if (error instanceof NoAnswerError && error.reason === 'BLOCKED_ADDRESS') {
    return { outcome: 'refused', code: 'BLOCKED_ADDRESS', message: '接口地址不是公网地址；如是自己的系统，请管理员把它加入允许的内网地址' };
  }
  return { outcome: 'failed', message: `${sentenceOf(error)}，稍后重试` };
}

function fromAnswer(error: WechatError, now: Date): Receipt {
  const { message, code, kind } = error;
  if (kind === 'token' || kind === 'busy') return { outcome: 'failed', message };
  if (kind === 'quota') return { outcome: 'failed', message, ...(code === codes.perMinute ? { retryAt: new Date(now.getTime() + 60_000), isForAll: true } : { retryAt: nextBeijingMidnight(now) }) };
  return { outcome: 'refused', code: `WECHAT_${code}`, message };
}

/** Our own sentences are told; of any other error only its name, because its words may hold what must not be told. */
function sentenceOf(error: unknown): string {
  if (error instanceof WechatError || error instanceof NoAnswerError) return error.message;
  return `本系统内部出错（${error instanceof Error ? error.name : 'UNKNOWN'}）`;
}
