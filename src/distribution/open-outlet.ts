import type { Services } from '../kernel/index.js';
import { findChannel } from './channels.js';
import type { Channel, Publication, Standing } from './channel.js';
import type { DeliveryRow } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { SecretsUnreadableError } from './errors.js';
import { findStandingFor } from './find-standing.js';
import { openDestination, type OpenDestination } from './open-destination.js';
import { findPublication } from './plan.js';

/** Everything one attempt works with. */
export interface Outlet extends OpenDestination {
  readonly stored: DestinationRow;
  readonly channel: Channel;
  readonly publication: Publication;
  readonly standing: Standing | undefined;
}

/** The destination with its secrets, its channel, the publication and what stands there; a sentence for the operator when there is something a person must mend. Rejects when the database does not answer. */
export async function openOutlet(services: Services, row: DeliveryRow): Promise<Outlet | string> {
  const channel = findChannel(row.channelId);
  const stored = await destinationCache.get(row.destinationId);
  if (!channel || !stored) return `渠道「${row.channelId}」未安装，请管理员安装后重新分发`;
  if (!row.payload) return '没有可发送的内容，请重新分发以再次生成';
  const opened = openOrSay(services, stored);
  if (typeof opened === 'string') return opened;
  const [publication, standing] = await Promise.all([findPublication(row.planId), findStandingFor(row)]);
  return { stored, channel, ...opened, publication, standing };
}

function openOrSay(services: Services, stored: DestinationRow): OpenDestination | string {
  try {
    return openDestination(stored, services.vault);
  } catch (error) {
    if (!(error instanceof SecretsUnreadableError)) throw error;
    services.log.error({ err: error, destinationId: stored._id }, 'the secrets of a destination cannot be opened');
    return error.sentence('zh');
  }
}
