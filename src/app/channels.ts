import { registerChannels, type Channel } from '../distribution/index.js';
import type { Config } from '../kernel/index.js';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import { rss } from '../../plugins/rss/index.js';
import { wechat } from '../../plugins/wechat/index.js';

/** Every channel of this installation: ours, and those of the npm packages that CHANNEL_PACKAGES names (their default export). */
export async function loadChannels(config: Pick<Config, 'channelPackages'>): Promise<void> {
  const added = await Promise.all(config.channelPackages.map(loadPackage));
  registerChannels([rss, wechat, partnerMedia, ...added]);
}

async function loadPackage(name: string): Promise<Channel> {
  const { default: channel } = await import(name) as { default?: Channel };
  if (!channel?.id || typeof channel.deliver !== 'function') throw new Error(`CHANNEL_PACKAGES names ${name}, but its default export is not a channel`);
  return channel;
}
