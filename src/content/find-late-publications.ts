import { ContentModel, type ContentDocument } from './content.js';

/** A publication that should have happened. */
export interface LatePublication {
  readonly contentId: string;
  readonly title: string;
  readonly dueAt: Date;
}

const lateAfterMs = 5 * 60_000;

/** Scheduled publications that are over five minutes late, the latest first, at most 100. */
export async function findLatePublications(now: Date): Promise<LatePublication[]> {
  const late = await ContentModel.find({ workflow: 'scheduled', 'schedule.at': { $lt: new Date(now.getTime() - lateAfterMs) } }, { schedule: 1, 'draft.title': 1 }).sort({ 'schedule.at': 1 }).limit(100).lean<ContentDocument[]>();
  return late.map(({ _id, schedule, draft }) => ({ contentId: _id, title: draft.title, dueAt: schedule!.at }));
}
