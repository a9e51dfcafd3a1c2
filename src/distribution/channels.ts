import type { Channel } from './channel.js';
import { UnknownChannelError } from './errors.js';

const registered = new Map<string, Channel>();

/** Makes these kinds of outlet known to the process. A later registration of the same id replaces the earlier one. Throws on an id that cannot stand in an address. */
export function registerChannels(list: readonly Channel[]): void {
  for (const channel of list) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(channel.id)) throw new Error(`channel id "${channel.id}" is not kebab-case`);
    registered.set(channel.id, channel);
  }
}

/** Every kind of outlet that is installed, in the order of registration. */
export const channels = (): readonly Channel[] => [...registered.values()];

/** The channel with this id, if it is installed. */
export const findChannel = (id: string): Channel | undefined => registered.get(id);

/** The channel with this id. Throws UnknownChannelError, which names those there are. */
export function channelNamed(id: string): Channel {
  const channel = registered.get(id);
  if (!channel) throw new UnknownChannelError({ channel: id.slice(0, 60), known: [...registered.keys()].join('、') });
  return channel;
}

/** What a settlement must know of a channel; the careful answer when it is not installed. */
export const channelFacts = (channel: Channel | undefined): { isRepeatable: boolean; canConfirm: boolean } =>
  ({ isRepeatable: channel?.isRepeatable ?? false, canConfirm: channel?.confirm !== undefined });
