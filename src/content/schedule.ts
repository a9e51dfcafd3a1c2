import { cancelJob } from '../kernel/index.js';
import type { StoredContent } from './content.js';

/** The unique key of the job that publishes a content at a time. */
export const publishKey = (contentId: string, at: Date): string => `publish:${contentId}:${at.getTime()}`;

/** Forgets a content's time. For verbs; inside a transaction that saves the content. */
export async function cancelSchedule(content: StoredContent): Promise<void> {
  if (!content.schedule) return;
  await cancelJob(publishKey(content._id, content.schedule.at));
  content.schedule = undefined;
}
