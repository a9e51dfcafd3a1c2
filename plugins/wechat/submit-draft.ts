import type { Receipt } from '../../src/distribution/channel.js';
import { nextBeijingMidnight } from './beijing.js';
import { askOnce } from './ask-once.js';
import { hasCode } from './client/errors.js';
import { submitPath } from './client/open-client.js';
import { codes } from './errcodes.js';
import { findPublished } from './find-article.js';
import { deliveredAs, ownTarget } from './own-article.js';
import { nextAsk } from './publish-receipt.js';
import { writeSubmission } from './submission-note.js';
import { EndWith } from './to-receipt.js';
import type { Work } from './work.js';

/** Asks WeChat once to publish the draft. Noted before and after; whoever finds only the first note looks before asking again. */
export async function submitDraft(work: Work, mediaId: string, remarks: readonly string[]): Promise<Receipt> {
  const { client, journal, host } = work;
  const used = await usedToday(work);
  const at = host.now();
  try {
    const publishId = await askOnce(journal, 'submitting', writeSubmission({ at, used }), () => client.submit(mediaId));
    // The receipt carries the id too: a failing note must not hide a submission that succeeded.
    await journal.note('publishId', publishId).catch(() => undefined);
    return { outcome: 'accepted', remoteId: publishId, askAgainAt: nextAsk(at, at), message: ['已提交发布', ...remarks].join('；') };
  } catch (error) {
    if (hasCode(error, codes.noSuchMedia)) return draftGone(work);
    throw error;
  }
}

/** How many submissions WeChat counted today; undefined when it does not tell. Ends the attempt when none is left. */
async function usedToday({ client, host }: Work): Promise<number | undefined> {
  const quota = await client.getQuota(submitPath).catch(() => undefined);
  if (quota && quota.daily_limit > 0 && quota.remain <= 0) {
    throw new EndWith({ outcome: 'failed', message: '今天的发布次数已用完，明天零点后自动重试', retryAt: nextBeijingMidnight(host.now()) });
  }
  return quota?.used;
}

/** The draft left the box before we asked: a person published it, or deleted it. */
async function draftGone(work: Work): Promise<Receipt> {
  const found = await findPublished(work.client, ownTarget(work));
  if (found) return deliveredAs(work, found, '草稿已由人工发布');
  await work.journal.note('addingDraft', '');
  await work.journal.note('draftMediaId', '');
  return { outcome: 'refused', code: 'DRAFT_GONE', message: '草稿已不在草稿箱，已发布列表里也没有：可能被人工删除。确认要发布时请重试，系统会新建草稿' };
}
