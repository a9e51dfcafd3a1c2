import type { Services } from '../../kernel/index.js';
import type { Destination, MassSend } from '../channel.js';
import { MassSendModel, type MassSendRow } from './mass-send.js';
import { toMassSend } from './open-sender.js';

/** How long an outlet counts readers of a mass send. */
const countedMs = 40 * 24 * 3_600_000;

/** The mass sends of a destination that arrived lately: what its figures may be of. */
export async function findSettledMassSends({ now }: Pick<Services, 'now'>, destination: Destination): Promise<MassSend[]> {
  const since = new Date(now().getTime() - countedMs);
  const rows = await MassSendModel.find({ destinationId: destination.id, askedAt: { $gte: since }, state: 'delivered' }).sort({ askedAt: -1 }).limit(500).lean<MassSendRow[]>();
  return Promise.all(rows.map((row) => toMassSend(row, destination)));
}
