import type { Destination, Host } from '../../../src/distribution/channel.js';
import { openClient } from '../client/open-client.js';
import type { WechatSettings } from '../settings.js';
import { massReceipt, type MassNews } from './mass-receipt.js';

/** Passes the end of a mass send on. What came unencrypted is believed only as far as WeChat itself says the same. */
export async function hearMassNews(news: MassNews, isTrusted: boolean, at: Destination<WechatSettings>, host: Host): Promise<void> {
  const receipt = massReceipt(news);
  if (!isTrusted) {
    const status = await openClient(at.settings, host).getMassSend(news.msgId).catch(() => undefined);
    if (status !== (receipt.outcome === 'delivered' ? 'SEND_SUCCESS' : 'SEND_FAIL')) return;
  }
  await host.reportMassSend?.(news.msgId, receipt);
}
