import type { MassReceipt } from '../../../src/distribution/channel.js';

/** The end of a mass send as the MASSSENDJOBFINISH event tells it. */
export interface MassNews {
  readonly msgId: string;
  readonly status: string;
  readonly total: number | undefined;
  readonly sent: number | undefined;
  readonly failed: number | undefined;
  readonly url: string | undefined;
}

/** WeChat's reasons for a mass send that did not go out: `err(N)`. */
const reasons: Readonly<Record<number, string>> = {
  10001: '涉嫌广告', 20001: '涉嫌政治', 20002: '涉嫌色情', 20004: '涉嫌社会', 20006: '涉嫌违法犯罪', 20008: '涉嫌欺诈', 20013: '涉嫌版权', 21000: '涉嫌其他', 22000: '涉嫌互推',
  30001: '原创校验出错', 30002: '原创校验判定不能群发', 30003: '原创校验判定为转载，已停止', 40001: '公众号管理员拒绝了这次群发', 40002: '公众号管理员 30 分钟内没有确认',
};

/** The receipt for the event. Its spelling of success differs over the years. */
export function massReceipt({ msgId, status, total, sent, failed, url }: MassNews): MassReceipt {
  if (/^send ?success$/i.test(status)) {
    const counts = sent === undefined ? undefined : { sent, ...(total !== undefined && { total }), ...(failed !== undefined && { failed }) };
    return { outcome: 'delivered', remoteId: msgId, message: sent === undefined ? '已群发' : `已群发，送达 ${sent} 人`, ...(url && { url }), ...(counts && { counts }) };
  }
  const code = /^err\((\d+)\)$/.exec(status)?.[1];
  const reason = code ? reasons[Number(code)] ?? `微信的原因码 ${code}` : '微信没有说明原因';
  return { outcome: 'refused', code: code ? `MASS_SEND_${code}` : 'MASS_SEND_FAIL', message: `微信没有群发：${reason}（群发任务 ${msgId}）` };
}

const minute = 60_000;

/** How long the event with its counts is waited for after WeChat says that a send went out. */
const countsMs = 10 * minute;

/** When to ask again about a send asked for at `since`: soon, then rarely; an administrator has half an hour to confirm. */
export function nextMassAsk(since: Date, now: Date): Date {
  const age = now.getTime() - since.getTime();
  return new Date(now.getTime() + (age < 5 * minute ? minute : age < 60 * minute ? 5 * minute : 60 * minute));
}

/** The receipt for mass/get's word about a send asked for at `since`. */
export function statusReceipt(msgId: string, status: string, since: Date, now: Date): MassReceipt {
  const wait = (message: string): MassReceipt => ({ outcome: 'accepted', remoteId: msgId, askAgainAt: nextMassAsk(since, now), message });
  switch (status) {
    case 'SENDING': return wait('微信正在群发');
    case 'SEND_SUCCESS': return now.getTime() - since.getTime() < countsMs ? wait('已群发，等微信告知人数') : { outcome: 'delivered', remoteId: msgId, message: '已群发，微信没有告知人数' };
    case 'DELETE': return { outcome: 'delivered', remoteId: msgId, message: '已群发，之后被删除' };
    case 'SEND_FAIL': return { outcome: 'refused', code: 'MASS_SEND_FAIL', message: `微信没有群发，请到公众平台查看通知（群发任务 ${msgId}）` };
    default: return { outcome: 'unknown', message: `微信返回了未登记的群发状态 ${status.slice(0, 40)}，请到公众平台核对（群发任务 ${msgId}）` };
  }
}
