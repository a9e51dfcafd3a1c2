import mongoose, { Schema } from 'mongoose';
import { Type } from 'typebox';
import { defineEvent, defineJob, emit, inTransaction, type Context } from '../kernel/index.js';
import { findUses } from '../media/index.js';
import { findDestination } from '../distribution/index.js';
import { findProblems } from './find-problems.js';

/** Somebody should be told. E-mail and webhook follow from it. */
export const AlarmRaised = defineEvent('alarm.raised', 'Something went wrong that a person should be told of now.', Type.Object({
  kind: Type.String({ description: 'What kind it is, such as destination.deactivated' }),
  subject: Type.String({ description: 'What it is about' }),
  zh: Type.String(),
  en: Type.String(),
}));

/** What was told: an alarm of one kind about one subject is told once in an hour. */
interface AlarmRow {
  _id: string;
  raisedAt: Date;
}

const alarmSchema = new Schema<AlarmRow>({ _id: { type: String, required: true }, raisedAt: { type: Date, required: true } }, { collection: 'alarms', versionKey: false });
alarmSchema.index({ raisedAt: 1 }, { expireAfterSeconds: 7 * 24 * 3600 });
export const AlarmModel = mongoose.model<AlarmRow>('Alarm', alarmSchema);

export interface Alarm {
  readonly kind: string;
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
}

const silenceMs = 3_600_000;

/** Raises an alarm, unless the same was raised in this hour: a thousand failures are one message. */
export async function raiseAlarm(ctx: Context, alarm: Alarm): Promise<void> {
  const _id = `${alarm.kind}:${alarm.subject}:${Math.floor(ctx.now().getTime() / silenceMs)}`;
  await inTransaction(async () => {
    const { upsertedCount } = await AlarmModel.updateOne({ _id }, { $setOnInsert: { raisedAt: ctx.now() } }, { upsert: true });
    if (upsertedCount === 1) await emit(ctx, AlarmRaised, { ...alarm });
  });
}

/** A destination was closed. */
export async function alarmClosedDestination(ctx: Context, { destinationId, name, reason }: { destinationId: string; name: string; reason: string }): Promise<void> {
  await raiseAlarm(ctx, { kind: 'destination.deactivated', subject: destinationId, zh: `「${name}」已停用：${reason}。修复后请测试连接、启用，再批量重发。`, en: `"${name}" was closed: ${reason}. Once mended, test the connection, activate it and replay what it missed.` });
}

interface Undelivered { destinationId: string; version: number; action: string; outcome?: string; message?: string }

/** A delivery needs a person: nobody knows whether it arrived, it was refused, or all its tries are used up. */
export async function alarmUndelivered(ctx: Context, { destinationId, outcome, message }: Undelivered): Promise<void> {
  if (outcome !== undefined && outcome !== 'dead' && outcome !== 'refused') return;
  const name = (await findDestination(destinationId))?.name ?? destinationId;
  const kind = outcome === undefined ? 'delivery.unclear' : `delivery.${outcome}`;
  await raiseAlarm(ctx, { kind, subject: destinationId, zh: `「${name}」有稿件等人处理${message ? `：${message}` : ''}。请在分发台账中查看；一小时内同类情况不再提醒。`, en: `"${name}" has deliveries that wait for a person${message ? `: ${message}` : ''}. See the ledger; more of the kind within the hour are not told.` });
}

/** A scheduled publication did not happen in time. */
export async function alarmLatePublication(ctx: Context, { contentId, minutesLate }: { contentId: string; minutesLate: number }): Promise<void> {
  await raiseAlarm(ctx, { kind: 'publication.late', subject: contentId, zh: `定时发布迟了 ${minutesLate} 分钟（${contentId}）。请检查后台进程，或立即手动发布。`, en: `A scheduled publication is ${minutesLate} minutes late (${contentId}). See whether a worker runs, or publish it by hand.` });
}

/** The right to use an asset ends soon, or has ended. */
export async function alarmExpiringRights(ctx: Context, { assetId, filename, daysLeft }: { assetId: string; filename: string; daysLeft: number }): Promise<void> {
  const uses = (await findUses(ctx, [assetId]))[0]!;
  const where = uses.length === 0 ? '' : `，用于${uses.slice(0, 3).map(({ title }) => `《${title}》`).join('')}等 ${uses.length} 篇稿件`;
  const [zhWhen, enWhen] = daysLeft > 0 ? [`还有 ${daysLeft} 天到期`, `ends in ${daysLeft} days`] : ['已到期', 'has ended'];
  await raiseAlarm(ctx, {
    kind: 'asset.rightsExpiring', subject: assetId, zh: `素材「${filename}」的使用权${zhWhen}${where}。请续期、替换文件，或从稿件中移除。`,
    en: `The right to use "${filename}" ${enWhen}; ${uses.length} contents use it. Prolong it, replace the file, or take it out.`,
  });
}

/** Looks by itself for what no event tells: work that nobody takes up, and jobs that were given up. */
export const watchForTrouble = defineJob({
  name: 'alarms.watch',
  cron: '*/5 * * * *',
  run: async (ctx) => {
    for (const { kind, grade, subject = '', zh, en } of await findProblems(ctx)) if (grade === 'trouble' && kind !== 'publication.late') await raiseAlarm(ctx, { kind, subject, zh, en });
  },
});
