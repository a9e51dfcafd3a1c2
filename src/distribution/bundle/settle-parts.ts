import type { Context } from '../../kernel/index.js';
import { applySettlement } from '../apply-settlement.js';
import type { Receipt } from '../channel.js';
import { nextState, type DeliveryMove } from '../delivery-states.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';
import { StandingModel, standingIdOf, type StandingRow } from '../standing.js';
import { BundleModel } from './bundle.js';

/** What a part's row hears: the bundle's outcome in its own words, and the move it makes. */
interface PartNews {
  readonly move: DeliveryMove & ('deliver' | 'refuse' | 'cancel');
  readonly receipt: Receipt & { readonly message: string };
  readonly marks?: Readonly<Record<string, string>>;
}

/** Settles the rows of a bundle's contents as the bundle was. Reacts to delivery.settled of a bundle; safe to repeat. */
export async function settleParts(ctx: Context, { deliveryId, contentId }: { readonly deliveryId: string; readonly contentId: string }): Promise<void> {
  const [bundle, carrier] = await Promise.all([BundleModel.findById(contentId).lean(), DeliveryModel.findById(deliveryId).select({ payload: 0 }).lean<DeliveryRow>()]);
  if (!bundle || !carrier) return;
  for (const [at, part] of bundle.parts.entries()) {
    const row = await DeliveryModel.findById(part.deliveryId).select({ payload: 0 }).lean<DeliveryRow>();
    if (row) await settlePart(ctx, row, newsFor(carrier, at, bundle.parts.length, await stoodBefore(row)));
  }
}

/** Whether the row is what the destination confirmed last: it stood there alone before it was bundled. */
async function stoodBefore(row: DeliveryRow): Promise<boolean> {
  const standing = await StandingModel.findById(standingIdOf(row)).lean<StandingRow>();
  return standing?.confirmed?.deliveryId === row._id;
}

/** What the end of a bundle means for one of its parts. Pure. */
function newsFor({ state, last, remoteId, marks, lastMessage = '' }: Pick<DeliveryRow, 'state' | 'last' | 'remoteId' | 'marks' | 'lastMessage'>, at: number, count: number, stood: boolean): PartNews {
  const place = `多图文第 ${at + 1}/${count} 篇`;
  if (state === 'delivered') {
    const part = last?.outcome === 'delivered' ? last.parts?.[at] : undefined;
    const message = `${place}。${lastMessage}`;
    return { move: 'deliver', receipt: { outcome: 'delivered', message, ...(remoteId && { remoteId }), ...(part?.url && { url: part.url }) }, marks: { ...marks, ...part?.marks } };
  }
  const hasFailed = state === 'refused' || state === 'dead';
  const message = `${place}，整组${hasFailed ? '没有发出：' : '已取消。'}${lastMessage}`;
  if (stood) return { move: 'deliver', receipt: { outcome: 'delivered', message: `${message}（单篇仍在那里）` } };
  return { move: hasFailed ? 'refuse' : 'cancel', receipt: { outcome: 'refused', message } };
}

async function settlePart(ctx: Context, row: DeliveryRow, { move, receipt, marks }: PartNews): Promise<void> {
  if (row.state !== 'accepted' && (move !== 'deliver' || row.state === 'delivered' || row.state === 'running')) return;
  if (!nextState(row.state, move)) return;
  if (marks) await DeliveryModel.updateOne({ _id: row._id, state: row.state }, { $set: { marks } });
  const settlement = { task: row.task, tries: row.tries, asks: row.asks, move, message: receipt.message };
  const attempt = { kind: 'report' as const, outcome: receipt.outcome, message: receipt.message, startedAt: ctx.now(), milliseconds: 0, trigger: 'scheduled' as const, exchanges: [] };
  await applySettlement(ctx, row, { receipt, settlement, attempt }, { state: row.state });
}
