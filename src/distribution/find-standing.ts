import { Gathering, runCommand } from '../kernel/index.js';
import type { Standing } from './channel.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { standingIdOf, type StandingRow } from './standing.js';

/** Standings for deliveries that begin at the same moment, by one command. */
const standings = new Gathering<string, StandingRow | undefined>(async (ids) => {
  const found = await runCommand<StandingRow>({ find: 'standings', filter: { _id: { $in: ids } }, projection: { confirmed: 1 }, limit: ids.length });
  const byId = new Map(found.map((standing) => [standing._id, standing]));
  return ids.map((id) => byId.get(id));
}, { most: 100, sideBySide: 4 });

/**
 * What a channel is told of earlier versions: what the destination confirmed last, or, when it confirmed nothing, what may have
 * arrived there. After a retraction nothing stands, so that a new publication begins afresh.
 */
export async function findStandingFor(row: DeliveryRow): Promise<Standing | undefined> {
  const confirmed = (await standings.do(standingIdOf(row)))?.confirmed;
  if (confirmed && (confirmed.action !== 'retract' || row.action === 'retract')) {
    const { version, remoteId, url, marks } = confirmed;
    return { version, marks: marks ?? {}, ...(remoteId ? { remoteId } : {}), ...(url ? { url } : {}) };
  }
  return row.action === 'publish' ? undefined : findTraces(row);
}

async function findTraces({ destinationId, contentId, version }: DeliveryRow): Promise<Standing | undefined> {
  const trace = await DeliveryModel.findOne({ destinationId, contentId, version: { $lt: version }, action: { $ne: 'retract' }, $or: [{ mayHaveArrived: true }, { state: { $in: ['running', 'accepted', 'unclear'] } }, { marks: { $ne: {} } }] })
    .sort({ version: -1 }).select({ version: 1, remoteId: 1, url: 1, marks: 1 }).lean<DeliveryRow>();
  if (!trace) return undefined;
  const { remoteId, url, marks } = trace;
  return { version: trace.version, isUncertain: true, marks: marks ?? {}, ...(remoteId ? { remoteId } : {}), ...(url ? { url } : {}) };
}
