import type { Services } from '../kernel/index.js';
import type { ReachReport } from './channel.js';
import { findChannel } from './channels.js';
import { destinationCache } from './destination.js';
import { findSettledMassSends } from './mass-send/index.js';
import { openWithHost } from './open-destination.js';

/** Thirty days of figures are thirty questions. */
const longestMs = 5 * 60_000;

/** The open destinations whose channel tells how many read what stands there. */
export async function destinationsWithReach(): Promise<string[]> {
  return (await destinationCache.list()).filter(({ isActive, channelId }) => isActive && findChannel(channelId)?.reach).map(({ _id }) => _id);
}

/** Asks an outlet how many read what stands there. Undefined when it is closed or does not tell. Never throws what the plugin throws: that is a problem in words. */
export async function askReach(services: Services, destinationId: string, signal: AbortSignal): Promise<ReachReport | undefined> {
  const row = await destinationCache.get(destinationId);
  const channel = row && findChannel(row.channelId);
  if (!row?.isActive || !channel?.reach) return undefined;
  const { destination, redact, host } = openWithHost(services, row, AbortSignal.any([signal, AbortSignal.timeout(longestMs)]));
  try {
    const report = await channel.reach(destination, host, await findSettledMassSends(services, destination));
    return report.problem ? { ...report, problem: redact(report.problem).slice(0, 1000) } : report;
  } catch (error) {
    services.log.error({ err: error, destinationId }, 'a channel failed to tell its reach');
    return { rows: [], isComplete: false, problem: redact(`渠道程序出错：${error instanceof Error ? error.message : String(error)}`).slice(0, 1000) };
  }
}
