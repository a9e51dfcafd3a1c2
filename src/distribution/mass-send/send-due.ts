import { findContentDocument } from '../../content/index.js';
import { defineJob, newOwner, type Context } from '../../kernel/index.js';
import { arePartsCurrent, isBundle } from '../bundle/index.js';
import { destinationCache } from '../destination.js';
import { hasStrayFailure } from './mass-news.js';
import { nextStep, workingStates } from './mass-send-states.js';
import { massSendCollection, MassSendModel, type MassSendRow } from './mass-send.js';
import { openSender, type Sender } from './open-sender.js';
import { applySettled, cancelUnsent } from './apply-settled.js';
import type { MassReceipt } from '../channel.js';

/** How long one piece of work may take before another worker looks; the plugin's calls end before. */
const leaseMs = 5 * 60_000;
const workMs = 4 * 60_000;

/** Does one mass send as soon as it is approved; the clock below does what is left. */
export const sendNow = defineJob<{ id: string }>({
  name: 'distribution.sendMass',
  maxAttempts: 3,
  run: async (ctx, { id }) => { await work(ctx, id); },
});

/** Looks every minute for mass sends that are due: to be sent, asked about, or left by a worker that died. */
export const sendDue = defineJob({
  name: 'distribution.sendDueMass',
  cron: '* * * * *',
  leaseMs,
  run: async (ctx, _payload, signal) => {
    const due = await MassSendModel.find({ dueAt: { $lte: ctx.now() }, state: { $in: workingStates } }, { _id: 1 }).sort({ dueAt: 1 }).limit(20).lean<MassSendRow[]>();
    for (const { _id } of due) if (!signal.aborted) await work(ctx, _id);
  },
});

async function work(ctx: Context, id: string): Promise<void> {
  const claimed = await claim(ctx, id);
  if (!claimed) return;
  const { before, owner } = claimed;
  const isCurrent = await isStillTrue(before);
  const step = nextStep(before, isCurrent);
  if (step === 'cancel') return cancelUnsent(ctx, before, owner);
  const sender = await openSender(ctx, before, owner, AbortSignal.timeout(workMs));
  const receipt: MassReceipt = typeof sender === 'string' ? { outcome: 'failed', message: sender } : await ask(sender, before, step);
  if (receipt.outcome === 'failed' && !isCurrent && before.state !== 'accepted') return cancelUnsent(ctx, before, owner);
  await applySettled(ctx, before, receipt, { owner });
}

async function ask(sender: Sender, before: MassSendRow, step: 'send' | 'confirm'): Promise<MassReceipt> {
  const { channel, send, host } = sender;
  // A failure that we cannot name may be this one's: asking again would send what was refused.
  const isInDoubt = before.state === 'unclear' || before.state === 'sending';
  if (isInDoubt && before.askedAt && await hasStrayFailure(before.destinationId, before.askedAt)) {
    const receipt = await sender.ask(() => channel.confirm(send, host));
    return receipt.outcome === 'unknown' ? { outcome: 'unknown', message: '收到一条对不上号的群发失败通知，可能就是这一次。不再自动重试，请到公众平台核对后登记结果' } : receipt;
  }
  return sender.ask(() => (step === 'send' ? channel.send(send, host) : channel.confirm(send, host)));
}

/** Takes a due row: the lease is its `dueAt`, and whoever had it before can write no more. */
async function claim(ctx: Context, id: string): Promise<{ before: MassSendRow; owner: string } | undefined> {
  const owner = newOwner();
  const now = ctx.now();
  const isApproved = { $eq: ['$state', 'approved'] };
  // One write: whoever cancels an approved send either comes before it, or finds it being sent.
  const take = { owner, dueAt: new Date(now.getTime() + leaseMs), state: { $cond: [isApproved, 'sending', '$state'] }, askedAt: { $ifNull: ['$askedAt', now] } };
  const due = { _id: id, dueAt: { $lte: now }, state: { $in: [...workingStates] } };
  const before = await massSendCollection().findOneAndUpdate(due, [{ $set: take }], { returnDocument: 'before' });
  return before ? { before: { ...before, askedAt: before.askedAt ?? now }, owner } : undefined;
}

/** Whether readers see just this version now, and the outlet is open. */
async function isStillTrue({ contentId, version, destinationId }: MassSendRow): Promise<boolean> {
  return (isBundle({ contentId }) ? await arePartsCurrent(contentId) : await isShown(contentId, version)) && (await destinationCache.get(destinationId))?.isActive === true;
}

async function isShown(contentId: string, version: number): Promise<boolean> {
  const content = await findContentDocument(contentId);
  return content?.publication === 'published' && content.released?.version === version;
}
