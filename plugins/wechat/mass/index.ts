import type { Destination, Host, MassQuota, MassSend, MassSending, Receipt } from '../../../src/distribution/channel.js';
import { openClient, massSendPath } from '../client/open-client.js';
import type { WechatSettings } from '../settings.js';
import { toReceipt } from '../to-receipt.js';
import { ownDraft } from './own-draft.js';
import { confirm, openMassWork, send } from './send.js';

/** What WeChat allows, by kind of account. Its own count of calls is not its count of sends, and sends by hand count too. */
const rules: Readonly<Record<NonNullable<WechatSettings['accountKind']>, { readonly limit: number; readonly rule: string }>> = {
  subscription: { limit: 1, rule: '公众号每天可群发 1 次，人工在公众平台的群发也算在内' },
  service: { limit: 4, rule: '服务号每位粉丝每月最多收到 4 次，发给全部粉丝每天 1 次，人工群发也算在内' },
};

async function quota({ settings }: Destination<WechatSettings>, host: Host): Promise<MassQuota> {
  const kind = settings.accountKind ? rules[settings.accountKind] : undefined;
  const { daily_limit, remain } = await openClient(settings, host).getQuota(massSendPath);
  const calls = `今天群发接口还可调用 ${remain} 次（共 ${daily_limit} 次）`;
  return kind ? { limit: kind.limit, rules: [kind.rule, calls] } : { rules: [rules.subscription.rule, rules.service.rule, '请在渠道设置里填写账号类型', calls] };
}

async function audiences({ settings }: Destination<WechatSettings>, host: Host) {
  const tags = await openClient(settings, host).listTags();
  return tags.map(({ id, name, count }) => ({ tagId: String(id), name, ...(count !== undefined && { size: count }) }));
}

/** A WeChat name has at most 20 characters, an openid 28; `openid:` says so of a shorter one. */
function personOf(to: string): { touser: string } | { towxname: string } {
  const openid = /^openid:(.+)$/.exec(to)?.[1] ?? (to.length > 20 ? to : undefined);
  return openid ? { touser: openid } : { towxname: to };
}

async function preview(order: MassSend<WechatSettings>, to: string, host: Host): Promise<Receipt> {
  const work = openMassWork(order, host);
  try {
    await work.client.previewMassSend(await ownDraft(work), personOf(to));
    return { outcome: 'delivered', message: '预览已发送，请在微信里查看' };
  } catch (error) {
    return toReceipt(error, work.journal, host.now());
  }
}

/** Mass sends of one official account. */
export const massSend: MassSending<WechatSettings> = { quota, audiences, preview, send, confirm };
