import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { registerChannels, type Channel } from '../distribution/index.js';
import type { Config } from '../kernel/index.js';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import { rss } from '../../plugins/rss/index.js';
import { wechat } from '../../plugins/wechat/index.js';

/** Every channel of this installation: ours, and those of the npm packages or folders (`./…`, `/…`) that CHANNEL_PACKAGES names (their default export). */
export async function loadChannels(config: Pick<Config, 'channelPackages'>): Promise<void> {
  const added = await Promise.all(config.channelPackages.map(loadPackage));
  registerChannels([rss, wechat, partnerMedia, ...added]);
}

const isFolder = (name: string): boolean => /^(\.{1,2})?\//.test(name);

async function loadPackage(name: string): Promise<Channel> {
  const { default: channel } = await import(isFolder(name) ? pathToFileURL(createRequire(import.meta.url).resolve(resolve(name))).href : name) as { default?: Channel };
  if (!channel?.id || typeof channel.deliver !== 'function' || typeof channel.render !== 'function' || !channel.settings) throw new Error(`CHANNEL_PACKAGES names ${name}, but its default export is not a channel`);
  return channel;
}
