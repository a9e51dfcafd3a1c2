import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { registerChannels, type Channel } from '../distribution/index.js';
import { ConfigError, type Config } from '../kernel/index.js';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import { rss } from '../../plugins/rss/index.js';
import { wechat } from '../../plugins/wechat/index.js';

/** Every channel of this installation: ours, and those of the npm packages or folders (`./…`, `/…`) that CHANNEL_PACKAGES names (their default export). Throws ConfigError, which names what is wrong with each. */
export async function loadChannels(config: Pick<Config, 'channelPackages'>): Promise<void> {
  const loaded = await Promise.all(config.channelPackages.map(loadPackage));
  const problems = loaded.filter((one) => typeof one === 'string');
  if (problems.length > 0) throw new ConfigError(problems);
  registerChannels([rss, wechat, partnerMedia, ...loaded.filter((one) => typeof one !== 'string')]);
}

const isFolder = (name: string): boolean => /^(\.{1,2})?\//.test(name);

/** The channel, or why it cannot be had. */
async function loadPackage(name: string): Promise<Channel | string> {
  try {
    const { default: channel } = await import(isFolder(name) ? pathToFileURL(createRequire(import.meta.url).resolve(resolve(name))).href : name) as { default?: Channel };
    if (channel?.id && typeof channel.deliver === 'function' && typeof channel.render === 'function' && channel.settings) return channel;
    return `CHANNEL_PACKAGES names ${name}, but its default export is not a channel: docs/write-a-channel.md says what one is.`;
  } catch (error) {
    return `CHANNEL_PACKAGES names ${name}, which cannot be loaded (${firstLine(error)}). Install the package, or name a folder by ./ or / .`;
  }
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
