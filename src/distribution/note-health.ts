import { systemContext, type Services } from '../kernel/index.js';
import { deactivateDestination } from './close-destination.js';
import { longestFailureMs, noteFailure, noteSuccess } from './health.js';
import type { Heard } from './settlement-writes.js';
import { turnsOf } from './turns.js';

/** Draws the consequences of an attempt for its destination: well again, paused for a while, or closed. */
export async function noteHealth(services: Services, destinationId: string, { receipt, settlement }: Heard): Promise<void> {
  const close = (reason: string) => deactivateDestination(systemContext(services, destinationId), destinationId, reason);
  const { pauses } = turnsOf(services);
  if (receipt.outcome === 'refused' && receipt.deactivate) return close(receipt.message);
  if (settlement.health === 'well') {
    await noteSuccess(destinationId);
    pauses.end(destinationId);
  }
  if (settlement.health !== 'failing') return;
  const quietUntil = receipt.outcome === 'failed' && receipt.isForAll ? receipt.retryAt : undefined;
  const { isTooLong, ...pause } = await noteFailure(destinationId, { message: settlement.message, quietUntil }, services.now());
  if (isTooLong) return close(`连续失败超过 ${longestFailureMs / 3_600_000} 小时：${settlement.message}`);
  pauses.note(destinationId, pause);
}
