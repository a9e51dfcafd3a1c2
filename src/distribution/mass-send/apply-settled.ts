import { emit, inTransaction, type Context } from '../../kernel/index.js';
import type { MassReceipt } from '../channel.js';
import { MassSendSettled, MassSendStuck } from './mass-send-events.js';
import { freesKey, settleMassSend, type MassSettlement } from './mass-send-states.js';
import { MassSendModel, type MassSendRow } from './mass-send.js';
import { takeNews } from './mass-news.js';

/** Writes an answer down, unless another worker or a person was faster. True when it was written. */
export async function applySettled(ctx: Context, before: MassSendRow, receipt: MassReceipt, guard: { readonly owner?: string; readonly state?: MassSendRow['state'] }): Promise<boolean> {
  const settlement = settleMassSend(before, receipt, ctx.now());
  const isDone = await inTransaction(async () => {
    const written = await MassSendModel.updateOne({ _id: before._id, ...guard }, changeOf(receipt, settlement, ctx.now()));
    if (written.matchedCount === 0) return false;
    await tell(ctx, before, receipt, settlement);
    return true;
  });
  // The remote id is kept now: news that came before it can be used.
  if (isDone && receipt.outcome === 'accepted') await applyNews(ctx, before.destinationId, receipt.remoteId);
  return isDone;
}

/** Ends a send that was never asked for, because its text is no longer what readers see. */
export async function cancelUnsent(ctx: Context, before: MassSendRow, owner: string): Promise<void> {
  await inTransaction(async () => {
    const change = { $set: { state: 'cancelled' as const, owner: null, settledAt: ctx.now(), lastMessage: '发送前稿件已更正、撤稿，或目的地已停用，没有群发' }, $unset: { dueAt: 1 as const, holdsKey: 1 as const } };
    const written = await MassSendModel.updateOne({ _id: before._id, owner }, change);
    if (written.matchedCount === 1) await emit(ctx, MassSendSettled, { ...identity(before), outcome: 'cancelled' });
  });
}

/** Uses what was heard from outside about this remote id, oldest first. */
export async function applyNews(ctx: Context, destinationId: string, remoteId: string): Promise<void> {
  for (const news of await takeNews(destinationId, remoteId)) {
    const row = await MassSendModel.findOne({ destinationId, remoteId }).lean<MassSendRow>();
    if (!row) return;
    if (await useNews(ctx, row, news.receipt)) await news.drop();
  }
}

/** True when the news is used up: applied, or saying nothing new. */
async function useNews(ctx: Context, row: MassSendRow, receipt: MassReceipt): Promise<boolean> {
  if (row.state === 'accepted' || row.state === 'unclear' || row.state === 'sending') return applySettled(ctx, row, receipt, { state: row.state });
  if (row.state !== 'delivered' || receipt.outcome !== 'delivered') return true;
  await MassSendModel.updateOne({ _id: row._id }, { $set: heardIn(receipt) });
  return true;
}

function changeOf(receipt: MassReceipt, { state, dueAt, tries }: MassSettlement, now: Date) {
  const isOver = state === 'delivered' || state === 'refused';
  const { message: lastMessage } = receipt;
  return {
    $set: { state, tries, owner: null, last: receipt, ...heardIn(receipt), ...(lastMessage && { lastMessage }), ...(dueAt && { dueAt }), ...(isOver && { settledAt: now }) },
    $unset: { ...(!dueAt && { dueAt: 1 as const }), ...(freesKey(state) && { holdsKey: 1 as const }), ...(state === 'approved' && { askedAt: 1 as const }) },
  };
}

/** What an answer tells of the send. A delivered receipt may name the article; the send keeps the name it was accepted under. */
function heardIn(receipt: MassReceipt): Partial<Pick<MassSendRow, 'remoteId' | 'counts' | 'url'>> {
  if (receipt.outcome === 'accepted') return { remoteId: receipt.remoteId };
  if (receipt.outcome !== 'delivered') return {};
  const { counts, url } = receipt;
  return { ...(counts && { counts }), ...(url && { url }) };
}

const identity = ({ _id, destinationId, contentId, version }: MassSendRow) => ({ massSendId: _id, destinationId, contentId, version });

async function tell(ctx: Context, before: MassSendRow, receipt: MassReceipt, { state, dueAt }: MassSettlement): Promise<void> {
  const sent = receipt.outcome === 'delivered' ? receipt.counts?.sent : undefined;
  if (state === 'delivered' || state === 'refused') await emit(ctx, MassSendSettled, { ...identity(before), outcome: state, ...(sent === undefined ? {} : { sent }) });
  if (state === 'unclear' && !dueAt) await emit(ctx, MassSendStuck, { ...identity(before), message: receipt.message ?? '' });
}
