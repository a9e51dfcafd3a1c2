import type { Services, Vault } from '../kernel/index.js';
import type { Channel, Destination, Publication } from './channel.js';
import { findChannel } from './channels.js';
import type { DeliveryRow } from './delivery.js';
import { openDestination, secretValues } from './destination-settings.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { findPublication } from './plan.js';
import { createRedactor } from './redact.js';

/** Everything one attempt works with. */
export interface Outlet {
  readonly stored: DestinationRow;
  readonly channel: Channel;
  readonly destination: Destination;
  readonly publication: Publication;
  readonly redact: (text: string) => string;
}

type Opened = Pick<Outlet, 'destination' | 'redact'>;

/** By the stored destination: one that was changed is another object, and its secrets are opened anew. */
const kept = new WeakMap<DestinationRow, Opened & { readonly vault: Vault }>();

function opened(stored: DestinationRow, vault: Vault): Opened {
  const known = kept.get(stored);
  if (known?.vault === vault) return known;
  const fresh = { vault, destination: openDestination(stored, vault), redact: createRedactor(secretValues(stored, vault)) };
  kept.set(stored, fresh);
  return fresh;
}

/** The destination with its secrets, its channel and the publication; a sentence for the operator when that cannot be had. */
export async function openOutlet(services: Services, row: DeliveryRow): Promise<Outlet | string> {
  const channel = findChannel(row.channelId);
  const stored = await destinationCache.get(row.destinationId);
  if (!channel || !stored) return `渠道「${row.channelId}」未安装，请管理员安装后重新分发`;
  if (!row.payload) return '没有可发送的内容，请重新分发以再次生成';
  try {
    return { stored, channel, ...opened(stored, services.vault), publication: await findPublication(row.planId) };
  } catch (error) {
    services.log.error({ err: error, destinationId: stored._id }, 'the secrets of a destination cannot be opened');
    return `「${stored.name}」的密钥无法解密（YICI_SECRET 已更换？）。请管理员重新填写密钥后重新分发`;
  }
}
