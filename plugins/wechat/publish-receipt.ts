import type { Receipt } from '../../src/distribution/channel.js';
import { partsWith } from './parts-with.js';

/** What is known of a submission's end, from freepublish/get or from the PUBLISHJOBFINISH event. */
export interface PublishNews {
  readonly publishId: string;
  readonly status: number;
  readonly articleId: string | undefined;
  /** The addresses of its articles, in their order. */
  readonly urls: readonly (string | undefined)[];
}

/** WeChat's numbers for how a submission ended badly. */
const failures: Readonly<Record<number, string>> = {
  2: '原创校验没有通过：文章与他人已声明原创的文章重复，请修改或联系原作者',
  3: '发布失败（常规失败）：请在公众平台打开草稿查看原因后重试',
  4: '平台审核不通过：请到公众平台查看通知，修改后重新送审',
  5: '发布成功后文章已被人工删除',
  6: '发布成功后文章被平台封禁，请到公众平台查看通知',
};

/** The numbers after which nothing of the submission was published, and the draft still stands. */
export const isFailedPublication = (status: number): boolean => status >= 2 && status <= 4;

const minute = 60_000;
/** How long after submitting, how long until the next question: 5 s, 15 s, 1 min, 5 min, half an hour, hours. */
const pace: readonly (readonly [untilMs: number, waitMs: number])[] = [
  [20_000, 5_000], [minute, 15_000], [5 * minute, minute], [60 * minute, 5 * minute], [24 * 60 * minute, 30 * minute],
];

/** When to ask again about a submission made at `since`. */
export function nextAsk(since: Date | undefined, now: Date): Date {
  const age = since ? now.getTime() - since.getTime() : 0;
  const wait = pace.find(([until]) => age < until)?.[1] ?? 6 * 60 * minute;
  return new Date(now.getTime() + wait);
}

/** Looks at a step whose answer was lost: soon, when WeChat's lists have settled, and when a person would be asked. */
const looks: readonly number[] = [15_000, minute, 5 * minute + 1_000, 15 * minute, 30 * minute];

/** When to look again for a step asked at `since`. */
export function nextLook(since: Date | undefined, now: Date): Date {
  const age = since ? now.getTime() - since.getTime() : 0;
  const look = looks.find((at) => at > age);
  return new Date(look === undefined ? now.getTime() + 30 * minute : now.getTime() - age + look);
}

/** After two days of "publishing" the row is doubtful, not under way. */
const longestMs = 2 * 24 * 60 * minute;

/** The receipt for what WeChat says of a submission. */
export function publishReceipt({ publishId, status, articleId, urls }: PublishNews, since: Date | undefined, now: Date): Receipt {
  if (status === 0) return { outcome: 'delivered', ...(urls[0] && { url: urls[0] }), ...(articleId && { remoteId: articleId }), message: '已发布（不推送给粉丝）', ...partsWith(urls) };
  if (status === 1) return underWay(publishId, since, now);
  const reason = failures[status];
  if (reason) return { outcome: 'refused', code: `PUBLISH_STATUS_${status}`, message: `${reason}（发布任务 ${publishId}）` };
  return { outcome: 'unknown', message: `微信返回了未登记的发布状态 ${status}，请到公众平台核对（发布任务 ${publishId}）`, askAgainAt: nextAsk(since, now) };
}

function underWay(publishId: string, since: Date | undefined, now: Date): Receipt {
  const askAgainAt = nextAsk(since, now);
  if (since && now.getTime() - since.getTime() > longestMs) {
    return { outcome: 'unknown', message: `微信两天后仍显示“发布中”，请到公众平台核对（发布任务 ${publishId}）`, askAgainAt };
  }
  return { outcome: 'accepted', remoteId: publishId, askAgainAt, message: '微信正在发布' };
}
