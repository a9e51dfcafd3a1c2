import type { Receipt } from './channel.js';
import type { DeliveryMove } from './delivery-states.js';
import { askAt, maxAsks, maxTries, retryAt } from './retry-schedule.js';

/** What a worker does with a delivery when it is due. */
export type Task = 'deliver' | 'confirm';

/** What a settlement looks at in the ledger row. */
export interface SettleFacts {
  readonly task: Task;
  /** Tries that failed since it was planned or last opened by a person. */
  readonly tries: number;
  /** Questions in a row that cleared nothing up. */
  readonly asks: number;
  readonly acceptedAt?: Date;
}

/** What a settlement looks at in the channel. */
export interface ChannelFacts {
  readonly isRepeatable: boolean;
  readonly canConfirm: boolean;
}

/** What becomes of a delivery. Without `dueAt` nothing more happens by itself. */
export interface Settlement {
  readonly move: DeliveryMove;
  readonly task: Task;
  readonly dueAt?: Date;
  readonly tries: number;
  readonly asks: number;
  readonly message: string;
  readonly mayHaveArrived?: true;
  readonly acceptedAt?: Date;
  /** Whether the destination proved alive or failing; undefined when nothing was learnt. */
  readonly health?: 'well' | 'failing' | undefined;
}

/** How long a receiver may work on what it accepted before a person is asked. */
const longestAcceptance = 72 * 3_600_000;

/** What a receipt means for a delivery. Pure. */
export function settle(row: SettleFacts, receipt: Receipt, channel: ChannelFacts, now: Date, random?: number): Settlement {
  switch (receipt.outcome) {
    case 'delivered': return { ...still(row), move: 'deliver', message: receipt.message ?? '', health: 'well' };
    case 'refused': return { ...still(row), move: 'refuse', message: receipt.message, health: 'well' };
    case 'failed': return receipt.isWaiting && receipt.retryAt ? waits(row, receipt.message, receipt.retryAt, now) : { ...failed(row, receipt.message, now, receipt.retryAt, random), ...(row.task === 'confirm' ? { health: undefined } : {}) };
    case 'accepted': return accepted(row, receipt, channel, now);
    case 'unknown': return unknown(row, receipt, channel, now, random);
  }
}

const still = ({ task, tries, asks }: SettleFacts) => ({ task, tries, asks });

/** It may not go before a time that we know: an embargo, however long. Nothing failed. */
const waits = (row: SettleFacts, message: string, until: Date, now: Date): Settlement =>
  ({ move: 'retry', task: 'deliver', tries: row.tries, asks: 0, dueAt: new Date(Math.max(until.getTime(), now.getTime() + 1000)), message });

function failed(row: SettleFacts, message: string, now: Date, wish?: Date, random?: number): Settlement {
  const tries = row.tries + 1;
  if (tries >= maxTries()) return { ...still(row), move: 'giveUp', tries, message, health: 'failing' };
  // Who was asked, and says from when on it may be sent, has cleared up what the waits are there for.
  const wait = row.task === 'confirm' && wish ? 1 : tries;
  return { move: 'retry', task: 'deliver', tries, asks: 0, dueAt: retryAt(wait, now, wish, random), message, health: 'failing' };
}

function accepted(row: SettleFacts, receipt: Receipt & { outcome: 'accepted' }, { canConfirm }: ChannelFacts, now: Date): Settlement {
  const acceptedAt = row.acceptedAt ?? now;
  const kept = { ...still(row), task: 'confirm' as const, asks: 0, acceptedAt, health: 'well' as const };
  const message = receipt.message ?? '';
  if (!canConfirm) return { ...kept, move: 'accept', message };
  if (now.getTime() - acceptedAt.getTime() > longestAcceptance) return { ...kept, move: 'doubt', mayHaveArrived: true, message: `对方受理超过 72 小时仍无结果，请人工核实。${message}` };
  return { ...kept, move: 'accept', dueAt: askAt(0, now, receipt.askAgainAt), message };
}

/** It may have happened: asked about first, sent again only where that is safe, and else left to a person. */
function unknown(row: SettleFacts, receipt: Receipt & { outcome: 'unknown' }, channel: ChannelFacts, now: Date, random?: number): Settlement {
  const doubt = { ...still(row), move: 'doubt' as const, task: 'confirm' as const, mayHaveArrived: true as const, message: receipt.message, health: 'failing' as const };
  if (channel.canConfirm && row.asks < maxAsks) return { ...doubt, asks: row.asks + 1, dueAt: askAt(row.asks, now, receipt.askAgainAt) };
  if (channel.isRepeatable) return { ...failed(row, receipt.message, now, receipt.askAgainAt, random), mayHaveArrived: true };
  return doubt;
}

/** What to do with a delivery whose worker vanished in mid attempt: go on with a task, or settle it as unknown. Pure. */
export function resume(row: SettleFacts, { isRepeatable, canConfirm }: ChannelFacts): Task | 'settle' {
  if (row.tries + 1 >= maxTries()) return 'settle';
  if (row.task === 'confirm') return 'confirm';
  if (isRepeatable) return 'deliver';
  return canConfirm ? 'confirm' : 'settle';
}
