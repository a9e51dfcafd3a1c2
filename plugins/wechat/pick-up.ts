import type { Receipt } from '../../src/distribution/channel.js';
import { isSameBeijingDay } from './beijing.js';
import type { PublishAnswer } from './client/answers.js';
import { NoAnswerError, WechatError } from './client/errors.js';
import { submitPath } from './client/open-client.js';
import { findDraft, findPublished } from './find-article.js';
import { judgeSubmission, settleMs, type Evidence } from './judge-submission.js';
import { deliveredAs, ownTarget } from './own-article.js';
import { readDraft } from './draft-box.js';
import { isFailedPublication, nextAsk, nextLook, publishReceipt, type PublishNews } from './publish-receipt.js';
import { standingOf } from './standing.js';
import { readSubmission, type SubmissionNote } from './submission-note.js';
import type { Work } from './work.js';

/**
 * Takes up what an earlier attempt left, by looking only. A receipt where WeChat's answer settles it or it must wait; undefined where
 * nothing is in doubt any more and the attempt may go on.
 */
export async function pickUp(work: Work): Promise<Receipt | undefined> {
  const { journal, client } = work;
  const articleId = journal.get('articleId');
  if (articleId) return deliveredAs(work, { id: articleId, index: 1, url: (await client.getArticle(articleId))[0]?.url }, '已发布');
  const publishId = publishIdOf(work);
  if (publishId) return followSubmission(work, publishId);
  const submitting = journal.get('submitting');
  if (submitting) return reconcileSubmission(work, readSubmission(submitting));
  const addingDraft = journal.get('addingDraft');
  return addingDraft && !journal.get('draftMediaId') ? reconcileDraft(work, new Date(addingDraft)) : undefined;
}

const publishIdOf = ({ journal, delivery: { last } }: Work): string | undefined =>
  journal.get('publishId') ?? (last?.outcome === 'accepted' ? last.remoteId : undefined);

/** freepublish/get's answer in our words. */
export const newsOf = (publishId: string, answer: PublishAnswer): PublishNews =>
  ({ publishId, status: answer.publish_status, articleId: answer.article_id, urls: answer.article_detail?.item?.map((item) => item.article_url) ?? [] });

async function followSubmission(work: Work, publishId: string): Promise<Receipt | undefined> {
  const { client, journal, host, delivery } = work;
  const note = journal.get('submitting');
  const since = note ? readSubmission(note).at : undefined;
  const answer = await client.getPublication(publishId).catch((error: unknown) => error);
  if (answer instanceof Error) return stillWaiting(answer, publishId, nextAsk(since, host.now()));
  const news = newsOf(publishId, answer as PublishAnswer);
  if (!isFailedPublication(news.status) || delivery.last?.outcome !== 'refused') return publishReceipt(news, since, host.now());
  // Somebody saw the refusal and asked for another try: nothing was published, so the draft may be submitted again.
  await journal.note('submitting', '');
  await journal.note('publishId', '');
  return undefined;
}

/** WeChat has the job; that we could not ask about it changes nothing, unless a person must act before we can. */
function stillWaiting(error: Error, publishId: string, askAgainAt: Date): Receipt {
  const passes = error instanceof NoAnswerError || (error instanceof WechatError && ['busy', 'token', 'quota'].includes(error.kind));
  if (passes) return { outcome: 'accepted', remoteId: publishId, askAgainAt, message: `已提交发布，暂时查不到结果：${error.message}` };
  const words = error instanceof WechatError ? error.message : error.name;
  return { outcome: 'unknown', message: `已提交发布（发布任务 ${publishId}），但查不到结果：${words}`, askAgainAt };
}

async function reconcileSubmission(work: Work, note: SubmissionNote): Promise<Receipt | undefined> {
  const { client, journal, host, delivery } = work;
  const standing = standingOf(delivery);
  const older = new Set(standing?.kind === 'article' && standing.articleId ? [standing.articleId] : []);
  const found = await findPublished(client, ownTarget(work, note.at), older);
  if (found) return deliveredAs(work, found, '已发布（提交时没有收到回复，已在发布列表里核对到）');
  const evidence = await gatherEvidence(work, note);
  const judgement = judgeSubmission(evidence);
  if (judgement === 'wait') return { outcome: 'unknown', message: '提交发布后没有收到回复，正在核对，不会重复提交', askAgainAt: nextLook(note.at, host.now()) };
  if (judgement === 'ask') return askPerson(work, note, evidence);
  if (!evidence.draftStands) {
    await journal.note('addingDraft', '');
    await journal.note('draftMediaId', '');
  }
  await journal.note('submitting', '');
  return undefined;
}

async function gatherEvidence(work: Work, { at, used }: SubmissionNote): Promise<Evidence> {
  const { journal, host, client, delivery } = work;
  const now = host.now();
  const ageMs = now.getTime() - at.getTime();
  const mediaId = journal.get('draftMediaId');
  const draftStands = mediaId !== undefined && (await readDraft(work, mediaId)) !== undefined;
  const canCompare = used !== undefined && ageMs >= settleMs && isSameBeijingDay(at, now);
  const usedNow = canCompare ? await client.getQuota(submitPath).then((quota) => quota.used, () => undefined) : undefined;
  const wasAsked = journal.get('askedPerson') === at.toISOString();
  const personSaidGo = wasAsked && delivery.last?.outcome === 'refused' && delivery.last.code === uncertain;
  return { ageMs, draftStands, countUnmoved: canCompare && usedNow === used, personSaidGo };
}

/** The code of the question only a person can answer. */
const uncertain = 'PUBLISH_UNCERTAIN';

async function askPerson({ journal }: Work, { at }: SubmissionNote, { draftStands }: Evidence): Promise<Receipt> {
  await journal.note('askedPerson', at.toISOString());
  const where = draftStands ? '草稿仍在草稿箱，已发布列表里没有' : '草稿已不在草稿箱，已发布列表里也没有';
  return { outcome: 'refused', code: uncertain, message: `提交发布后没有收到回复；${where}。为避免重复发布，请到公众平台核对：确未发布（也不在发布中）时请重试，系统再核对一次后重新提交` };
}

/** How long a lost draft/add may still take effect. */
const draftSettleMs = 2 * 60_000;

/** A draft too many is a nuisance, not a publication: once WeChat has had time, a missing draft is added again. */
export async function reconcileDraft(work: Work, since: Date): Promise<Receipt | undefined> {
  const { client, journal, host } = work;
  const found = await findDraft(client, ownTarget(work, since));
  if (found) await journal.note('draftMediaId', found.id);
  else if (host.now().getTime() - since.getTime() < draftSettleMs) return { outcome: 'unknown', message: '新建草稿后没有收到回复，正在核对，不会重复新建', askAgainAt: new Date(since.getTime() + draftSettleMs) };
  else await journal.note('addingDraft', '');
  return undefined;
}
