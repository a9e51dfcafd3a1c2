import type { Destination, Host } from '../../src/distribution/channel.js';
import { NoAnswerError, WechatError } from './client/errors.js';
import { openClient, submitPath } from './client/open-client.js';
import type { WechatSettings } from './settings.js';

/** Tests the account without changing anything: token, draft box, and in publish mode the right to publish and today's count. */
export async function check({ settings }: Destination<WechatSettings>, host: Host): Promise<string[]> {
  const client = openClient(settings, host);
  const drafts = await finding(async () => { await client.listDrafts(0); return undefined; });
  if (drafts) return [drafts];
  if (settings.mode === 'draft') return [];
  const rights = await finding(async () => { await client.listArticles(0); return undefined; });
  if (rights) return [rights];
  const count = await finding(async () => {
    const { daily_limit, remain } = await client.getQuota(submitPath);
    return daily_limit > 0 && remain <= 0 ? '今天的发布次数已用完，明天零点恢复' : undefined;
  });
  return count ? [count] : [];
}

async function finding(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    return error instanceof WechatError || error instanceof NoAnswerError ? error.message : `检查时本系统内部出错（${error instanceof Error ? error.name : 'UNKNOWN'}）`;
  }
}
