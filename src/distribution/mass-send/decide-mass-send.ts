import { record } from '../../accounts/index.js';
import { assertId, emit, enqueue, inTransaction, NotFoundError, type Context } from '../../kernel/index.js';
import { bundlesBefore } from '../bundle/index.js';
import { MassSendApproved, MassSendSettled } from './mass-send-events.js';
import { SameApproverError, WrongMassSendStateError } from './mass-send-errors.js';
import { MassSendModel, type MassSendRow } from './mass-send.js';
import { freesKey, massStateWords, unsentStates, type MassSendState } from './mass-send-states.js';
import { sendNow } from './send-due.js';

/** The mass send with this id. Throws INVALID_ID, NOT_FOUND. */
export async function findMassSend(id: string): Promise<MassSendRow> {
  assertId(id, 'massSend');
  const row = await MassSendModel.findById(id).lean<MassSendRow>();
  if (!row) throw new NotFoundError({ id });
  return row;
}

/** Lets a mass send go out, now. Only somebody else than who requested it. Throws SAME_APPROVER, WRONG_MASS_SEND_STATE, NOT_FOUND. */
export async function approveMassSend(ctx: Context, id: string): Promise<MassSendRow> {
  return inTransaction(async () => {
    const row = await findMassSend(id);
    if (row.requestedBy === ctx.actor.id) throw new SameApproverError();
    const after = await move(row, ['requested'], '批准', { state: 'approved', ...decision(ctx), dueAt: ctx.now(), owner: null });
    await enqueue(ctx, sendNow, { id }, { uniqueKey: `massSend:${id}` });
    await record(ctx, { action: 'massSend.approve', subjectType: 'MassSend', subjectId: id, summary: identity(row) });
    await emit(ctx, MassSendApproved, identity(row));
    return after;
  });
}

/** Says no, with a reason. Throws WRONG_MASS_SEND_STATE, NOT_FOUND. */
export async function rejectMassSend(ctx: Context, id: string, reason: string): Promise<MassSendRow> {
  return inTransaction(async () => {
    const row = await findMassSend(id);
    const after = await move(row, ['requested'], '不批准', { state: 'rejected', ...decision(ctx), settledAt: ctx.now(), lastMessage: `${ctx.actor.name}：${reason}` });
    await close(ctx, row, 'massSend.reject', 'rejected', reason);
    return after;
  });
}

/** Takes back a mass send before the outlet is asked. Throws WRONG_MASS_SEND_STATE, NOT_FOUND. */
export async function cancelMassSend(ctx: Context, id: string, reason: string): Promise<MassSendRow> {
  return inTransaction(async () => {
    const row = await findMassSend(id);
    const after = await move(row, unsentStates, '取消', { state: 'cancelled', settledAt: ctx.now(), lastMessage: `${ctx.actor.name}取消：${reason}` });
    await close(ctx, row, 'massSend.cancel', 'cancelled', reason);
    return after;
  });
}

/** A correction or a retraction voids what was requested or approved of earlier versions: nobody approved the new text. Reacts to content.corrected and content.retracted. */
export async function dropOutdatedMassSends(ctx: Context, { contentId, version }: { readonly contentId: string; readonly version: number }): Promise<void> {
  const outdated = await MassSendModel.find({ $or: [{ contentId, version: { $lt: version } }, { contentId: { $in: await bundlesBefore(contentId, version) } }], state: { $in: unsentStates } }, { _id: 1 }).lean<MassSendRow[]>();
  for (const { _id } of outdated) {
    await inTransaction(async () => {
      const row = await findMassSend(_id);
      if (!unsentStates.some((state) => state === row.state)) return;
      await move(row, unsentStates, '取消', { state: 'cancelled', settledAt: ctx.now(), lastMessage: '稿件已更正或撤稿，这一版不再群发' });
      await close(ctx, row, 'massSend.cancel', 'cancelled', '稿件已更正或撤稿');
    });
  }
}

/** Writes down what a person found out about a doubtful mass send. Throws WRONG_MASS_SEND_STATE, NOT_FOUND. */
export async function settleMassSendByHand(ctx: Context, id: string, { hasArrived, note }: { readonly hasArrived: boolean; readonly note: string }): Promise<MassSendRow> {
  return inTransaction(async () => {
    const row = await findMassSend(id);
    const state = hasArrived ? 'delivered' as const : 'refused' as const;
    const after = await move(row, ['accepted', 'unclear'], '登记结果', { state, settledAt: ctx.now(), lastMessage: `${ctx.actor.name}：${note}`, owner: null });
    await close(ctx, row, 'massSend.settle', state, note);
    return after;
  });
}

const decision = (ctx: Context): Partial<MassSendRow> => ({ decidedBy: ctx.actor.id, decidedByName: ctx.actor.name, decidedAt: ctx.now() });
const identity = ({ _id, destinationId, contentId, version }: MassSendRow) => ({ massSendId: _id, destinationId, contentId, version });

const ends: readonly MassSendState[] = ['delivered', 'refused', 'rejected', 'cancelled'];

async function move(row: MassSendRow, from: readonly MassSendState[], word: string, change: Partial<MassSendRow> & { state: MassSendState }): Promise<MassSendRow> {
  const unset = { ...(ends.includes(change.state) ? { dueAt: 1 as const } : {}), ...(freesKey(change.state) ? { holdsKey: 1 as const } : {}) };
  const after = await MassSendModel.findOneAndUpdate({ _id: row._id, state: { $in: from } }, { $set: change, $unset: unset }, { returnDocument: 'after' }).lean<MassSendRow>();
  if (!after) throw new WrongMassSendStateError({ state: massStateWords[row.state], move: word });
  return after;
}

async function close(ctx: Context, row: MassSendRow, action: string, outcome: MassSendState, reason: string): Promise<void> {
  await record(ctx, { action, subjectType: 'MassSend', subjectId: row._id, summary: { ...identity(row), reason } });
  await emit(ctx, MassSendSettled, { ...identity(row), outcome });
}
