import type { Delivery, Host, Receipt } from '../../src/distribution/channel.js';
import { pickUp } from './pick-up.js';
import { deleteDraft } from './draft-box.js';
import { placeDraft, type Placed } from './place-draft.js';
import { partsWith } from './parts-with.js';
import { retract } from './retract.js';
import type { WechatSettings } from './settings.js';
import { deleteArticle, findStandingArticle, standingOf } from './standing.js';
import { submitDraft } from './submit-draft.js';
import { localTime } from './text.js';
import { toReceipt } from './to-receipt.js';
import { openWork, type Work } from './work.js';

/** Brings one version to the account, or takes it away. Never throws; asks WeChat to publish a version at most once without proof or a person's word. */
export async function deliver(delivery: Delivery<WechatSettings>, host: Host): Promise<Receipt> {
  return settleWith(openWork(delivery, host), (work) => (delivery.action === 'retract' ? retract(work) : publish(work)));
}

/** Looks what became of a delivery and changes nothing at WeChat; `failed` means that nothing is in doubt and `deliver` may go on. */
export async function confirm(delivery: Delivery<WechatSettings>, host: Host): Promise<Receipt> {
  return settleWith(openWork(delivery, host), async (work) => {
    const settled = delivery.action === 'retract' ? undefined : await pickUp(work);
    return settled ?? { outcome: 'failed', message: '已与微信核对，可以继续', retryAt: host.now() };
  });
}

async function settleWith(work: Work, act: (work: Work) => Promise<Receipt>): Promise<Receipt> {
  try {
    return withFateOfOld(work, await act(work));
  } catch (error) {
    return withFateOfOld(work, toReceipt(error, work.journal, work.host.now()));
  }
}

async function publish(work: Work): Promise<Receipt> {
  const settled = await pickUp(work);
  if (settled) return settled;
  const placed = await placeDraft(work);
  if (work.settings.mode === 'draft') return inDraftBox(work, placed);
  const embargo = embargoOf(work);
  if (embargo) return { outcome: 'failed', message: `草稿已备好，${embargo.words}前不得发布，到时自动发布`, retryAt: embargo.until, isWaiting: true };
  const changed = changedByWechat(work, placed);
  if (changed) return changed;
  await clearOldArticle(work, placed);
  return submitDraft(work, placed.mediaId, placed.remarks);
}

/** The code of a draft that WeChat did not keep as it was sent. A person who has looked at it retries. */
const wasChanged = 'CHANGED_BY_WECHAT';

/** What WeChat would silently strip is not published: a person looks first. */
function changedByWechat({ delivery: { last } }: Work, { remarks }: Placed): Receipt | undefined {
  if (remarks.length === 0 || (last?.outcome === 'refused' && last.code === wasChanged)) return undefined;
  return { outcome: 'refused', code: wasChanged, message: `草稿已备好，但没有发布：${remarks.join('；')}。请改稿；看过草稿认为可以发布时请重试` };
}

/** Publishing is public at once, so an embargo is waited for. */
function embargoOf({ delivery: { publication: { embargoedUntil: until, embargoTimeZone } }, host }: Work): { readonly until: Date; readonly words: string } | undefined {
  return until && until > host.now() ? { until, words: localTime(until, embargoTimeZone ?? 'Asia/Shanghai') } : undefined;
}

function inDraftBox(work: Work, { mediaId, remarks }: Placed): Receipt {
  const words = work.delivery.action === 'correct' ? '更正版已在草稿箱' : '已送到草稿箱';
  const embargo = embargoOf(work);
  const wait = embargo ? [`${embargo.words}前不得发布`] : [];
  const { parts = [] } = work.delivery.publication;
  const what = parts.length > 0 ? `（多图文 ${parts.length} 篇）` : '';
  return { outcome: 'delivered', remoteId: mediaId, message: [`${words}${what}，请运营人员在公众平台检查后发布`, ...wait, ...remarks].join('；'), ...partsWith(parts.map(() => undefined)) };
}

/**
 * Deletes the wrong article once the right one is in the draft box and before it is published: wrong text is gone first, and WeChat has
 * already taken the new text.
 */
async function clearOldArticle(work: Work, { mediaId }: Placed): Promise<void> {
  const { delivery, journal } = work;
  const standing = standingOf(delivery);
  const oldDraft = delivery.standing?.marks['draftMediaId'];
  if (delivery.action !== 'correct' || !standing || oldDraft === mediaId || journal.get('deletedArticle')) return;
  const old = await findStandingArticle(work);
  if (old) {
    await deleteArticle(work, old);
    await journal.note('deletedArticle', old.id);
  } else if (delivery.standing?.isUncertain && oldDraft) await deleteDraft(work, oldDraft);
}

/** Tells what became of the earlier article, which a correction deletes. */
function withFateOfOld({ journal }: Work, receipt: Receipt): Receipt {
  if (!journal.get('deletedArticle')) return receipt;
  if (receipt.outcome === 'delivered') return { ...receipt, message: '更正版已发布；微信不能修改已发布的文章，旧文已删除，文章地址已变' };
  if (receipt.outcome === 'accepted') return receipt;
  return { ...receipt, message: `${receipt.message}（旧文已从公众号删除，目前线上没有这篇文章）` };
}
