import { defineJob, emit, enqueue, inTransaction, InvalidInputError, type Context } from '../kernel/index.js';
import { record } from '../accounts/index.js';
import { ContentModel, stateOf, type ContentDocument } from './content.js';
import { ScheduleInPastError } from './errors.js';
import { PublicationLate } from './events.js';
import { loadContent } from './load-content.js';
import { releaseApproved } from './release-content.js';
import { checkOptions, type GivenOptions } from './release-options.js';
import { cancelSchedule, publishKey } from './schedule.js';
import { assertTimeZone, homeTimeZone } from './time-zone.js';
import { advance } from './workflow.js';

export interface ScheduleInput extends GivenOptions {
  readonly id: string;
  readonly at: Date;
  /** An IANA zone, Asia/Shanghai when absent; it tells how to show the time, not which time it is. */
  readonly timeZone?: string | null;
  readonly note?: string;
}

/** Minutes after its time at which a scheduled publication raises an alarm. */
const lateMinutes = 2;

/** Publishes what was scheduled, if it is still what was scheduled. */
const publishDue = defineJob<{ contentId: string; revisionId: string; at: Date }>({
  name: 'content.publishDue',
  maxAttempts: 50,
  run: async (ctx, { contentId, revisionId, at }) => {
    await inTransaction(async () => {
      const content = await ContentModel.findById(contentId);
      if (content?.workflow !== 'scheduled' || content.schedule?.revisionId !== revisionId || content.schedule.at.getTime() !== at.getTime()) return;
      const { note, embargoedUntil, embargoTimeZone, targets } = content.schedule;
      await releaseApproved(ctx, content, content.publication === 'published' ? 'correct' : 'publish', { note, embargoedUntil, embargoTimeZone, targets });
    });
  },
});

/** Looks every minute for publications that are overdue, and raises one alarm for each. */
export const watchTheClock = defineJob({
  name: 'content.watchTheClock',
  cron: '* * * * *',
  run: async (ctx) => {
    const late = new Date(ctx.now().getTime() - lateMinutes * 60_000);
    const overdue = await ContentModel.find({ workflow: 'scheduled', 'schedule.at': { $lt: late }, 'schedule.alarmedAt': { $exists: false } }, { _id: 1, schedule: 1 }).limit(500).lean<ContentDocument[]>();
    for (const { _id, schedule } of overdue) await alarm(ctx, _id, schedule!.at);
  },
});

async function alarm(ctx: Context, contentId: string, at: Date): Promise<void> {
  await inTransaction(async () => {
    const marked = await ContentModel.updateOne({ _id: contentId, workflow: 'scheduled', 'schedule.alarmedAt': { $exists: false } }, { $set: { 'schedule.alarmedAt': ctx.now() } });
    const minutesLate = Math.round((ctx.now().getTime() - at.getTime()) / 60_000);
    if (marked.modifiedCount === 1) await emit(ctx, PublicationLate, { contentId, dueAt: at.toISOString(), minutesLate });
  });
}

/** Sets or moves the time at which the approved revision goes out. Throws SCHEDULE_IN_PAST, EMBARGO_IN_PAST, WRONG_STATE, NOT_FOUND, INVALID_INPUT. */
export async function scheduleContent(ctx: Context, input: ScheduleInput): Promise<ContentDocument> {
  const timeZone = input.timeZone ?? homeTimeZone;
  assertTimeZone('timeZone', timeZone);
  if (input.at <= ctx.now()) throw new ScheduleInPastError({ at: input.at.toISOString() });
  const options = await checkOptions(ctx, input, input.at);
  return inTransaction(async () => {
    const content = await loadContent(ctx, input.id);
    Object.assign(content, advance(stateOf(content), 'schedule'));
    await cancelSchedule(content);
    if (content.publication === 'published' && !input.note) throw new InvalidInputError({ field: 'note', reason: '定时更正需要写明更正说明 (a scheduled correction needs a note)' });
    const { revisionId } = content.approved!;
    content.schedule = { at: input.at, timeZone, revisionId, ...(input.note ? { note: input.note } : {}), ...options };
    content.updatedAt = ctx.now();
    await content.save();
    await enqueue(ctx, publishDue, { contentId: content._id, revisionId, at: input.at }, { dueAt: input.at, uniqueKey: publishKey(content._id, input.at) });
    await record(ctx, { action: 'content.schedule', subjectType: 'Content', subjectId: content._id, summary: { at: input.at.toISOString(), timeZone, ...options } });
    return content.toObject();
  });
}

/** Takes the time away; the revision stays approved. Throws WRONG_STATE, NOT_FOUND. */
export async function unscheduleContent(ctx: Context, id: string): Promise<ContentDocument> {
  return inTransaction(async () => {
    const content = await loadContent(ctx, id);
    Object.assign(content, advance(stateOf(content), 'unschedule'));
    await cancelSchedule(content);
    content.updatedAt = ctx.now();
    await content.save();
    await record(ctx, { action: 'content.unschedule', subjectType: 'Content', subjectId: id, summary: {} });
    return content.toObject();
  });
}
