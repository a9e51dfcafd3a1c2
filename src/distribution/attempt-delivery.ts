import { inTransaction, type Services } from '../kernel/index.js';
import { AttemptModel } from './attempt.js';
import type { Receipt } from './channel.js';
import { channelFacts, findChannel } from './channels.js';
import { DeliveryModel } from './delivery.js';
import { noteHealth } from './note-health.js';
import { openOutlet, type Outlet } from './open-outlet.js';
import { performAttempt, type Performed } from './perform-attempt.js';
import { applyEarlyReports } from './report.js';
import { resume, settle } from './settle.js';
import { settleClaimed } from './settle-together.js';
import { attemptRow, type Heard } from './settlement-writes.js';
import type { Claim } from './claim.js';

const crashMessage = '发送进程在途中终止，对方可能已收到';

/** Does what is due for a claimed delivery, and writes down what came of it. */
export async function attemptDelivery(services: Services, claim: Claim): Promise<void> {
  const outlet = await openOutlet(services, claim.row).catch((error: unknown) => notBegun(services, claim, error));
  if (typeof outlet === 'string') return conclude(services, claim, withoutAsking(claim, { outcome: 'refused', message: outlet }));
  if ('receipt' in outlet) return conclude(services, claim, outlet);
  const resumed = claim.wasRunning ? await takeUp(services, claim, outlet) : claim;
  if (resumed) await conclude(services, resumed, await performAttempt(services, resumed, outlet));
}

const withoutAsking = ({ row }: Claim, receipt: Receipt): Performed => ({ kind: row.task, receipt, exchanges: [], milliseconds: 0 });

/** What was to be sent could not be read: nothing happened there, so it is tried again. Where something may have happened before, the lease ends first, and whoever takes over asks. */
function notBegun(services: Services, claim: Claim, error: unknown): Performed {
  if (claim.wasRunning || claim.row.task === 'confirm') throw error;
  services.log.error({ err: error, deliveryId: claim.row._id }, 'a delivery could not be begun');
  return withoutAsking(claim, { outcome: 'failed', message: '没有取到要发送的稿件，稍后自动重试' });
}

/** Decides about an attempt whose worker vanished. The claim to go on with, or undefined when that was settled. */
async function takeUp(services: Services, claim: Claim, { channel, stored }: Outlet): Promise<Claim | undefined> {
  const { row, owner } = claim;
  const task = stored.isActive ? resume(row, channelFacts(channel)) : 'settle';
  const crashed: Performed = { kind: row.task, outcome: 'crashed', receipt: { outcome: 'unknown', message: crashMessage }, exchanges: [], milliseconds: 0 };
  if (task === 'settle') {
    await conclude(services, claim, crashed);
    return undefined;
  }
  const change = { task, tries: row.tries + 1, mayHaveArrived: true };
  const isOurs = await inTransaction(async () => {
    const kept = await DeliveryModel.updateOne({ _id: row._id, owner, state: 'running' }, { $set: change });
    if (kept.matchedCount === 0) return false;
    await AttemptModel.create([attemptRow(row, toAttempt(claim, crashed))]);
    return true;
  });
  return isOurs ? { ...claim, row: { ...row, ...change } } : undefined;
}

/** Judges and keeps what an attempt came to, then looks after the destination's health and news that came before their time. */
async function conclude(services: Services, claim: Claim, performed: Performed): Promise<void> {
  const { owner } = claim;
  const { receipt, marks } = performed;
  const row = marks ? { ...claim.row, marks } : claim.row;
  const settlement = settle(row, receipt, channelFacts(findChannel(row.channelId)), services.now());
  const heard: Heard = { receipt, settlement, attempt: toAttempt(claim, performed) };
  if (!(await settleClaimed(services, row, heard, owner))) return;
  const remoteId = 'remoteId' in receipt && receipt.remoteId ? receipt.remoteId : row.remoteId;
  await Promise.all([noteHealth(services, row.destinationId, heard), remoteId ? applyEarlyReports(services, { destinationId: row.destinationId, remoteId }) : undefined]);
}

function toAttempt({ row, startedBefore }: Claim, { kind, receipt, outcome, exchanges, milliseconds }: Performed): Heard['attempt'] {
  const startedAt = (outcome === 'crashed' ? startedBefore : row.startedAt) ?? row.plannedAt;
  const code = receipt.outcome === 'refused' ? receipt.code : undefined;
  return {
    kind, outcome: outcome ?? receipt.outcome, message: receipt.message ?? '', startedAt, milliseconds, trigger: row.trigger, exchanges,
    ...(row.triggeredBy ? { who: row.triggeredBy } : {}), ...(code ? { code } : {}),
  };
}
