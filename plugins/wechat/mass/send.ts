import type { Delivery, Host, MassReceipt, MassSend } from '../../../src/distribution/channel.js';
import { hasCode, isSurelyNotDone, WechatError } from '../client/errors.js';
import { codes } from '../errcodes.js';
import { nextLook } from '../publish-receipt.js';
import { standingOf } from '../standing.js';
import { toReceipt } from '../to-receipt.js';
import { openWork, type Work } from '../work.js';
import type { WechatSettings } from '../settings.js';
import { nextMassAsk, statusReceipt } from './mass-receipt.js';
import { ownDraft } from './own-draft.js';

type Send = MassSend<WechatSettings>;

/** WeChat knows a repeat by its clientmsgid for a day; beyond this nothing is repeated. */
const knownMs = 23 * 3_600_000;
/** A request whose connection broke may still be under way for so long. */
const repeatAfterMs = 15_000;

/** A mass send's draft is placed as a delivery's is; the ledger's own draft of this content is taken where it stands in the box. */
export function openMassWork({ id, publication, destination, payload, marks, standing }: Send, host: Host): Work {
  const delivery: Delivery<WechatSettings> = { id, publication, destination, payload, marks, action: 'publish', attempt: 1 };
  const usable = standing && standingOf({ ...delivery, standing })?.kind === 'draft';
  return openWork(usable ? { ...delivery, action: 'correct', standing } : delivery, host);
}

/** Sends once: noted before, asked with the same key ever after, so that WeChat itself refuses a second send. Never throws. */
export async function send(order: Send, host: Host): Promise<MassReceipt> {
  const work = openMassWork(order, host);
  return settled(work, async () => {
    if (work.journal.get('massMsgId')) return follow(work);
    if (work.journal.get('massAsked')) return repeat(work, order);
    return ask(work, order, await ownDraft(work));
  });
}

/** Looks what became of a send and changes nothing. `failed` means that nothing was asked. */
export async function confirm(order: Send, host: Host): Promise<MassReceipt> {
  const work = openMassWork(order, host);
  return settled(work, () => {
    if (work.journal.get('massMsgId')) return follow(work);
    return Promise.resolve(work.journal.get('massAsked') ? inDoubt(work) : { outcome: 'failed', message: '还没有请微信群发' });
  });
}

async function settled(work: Work, act: () => Promise<MassReceipt>): Promise<MassReceipt> {
  try {
    return await act();
  } catch (error) {
    const { journal, host } = work;
    const receipt = toReceipt(error, journal, host.now());
    if (journal.get('massMsgId')) return { outcome: 'accepted', remoteId: journal.get('massMsgId')!, askAgainAt: nextMassAsk(askedAt(work), host.now()), message: '暂时问不到群发结果' };
    if (journal.get('massAsked') && hasCode(error, codes.noSuchMedia)) return { outcome: 'unknown', message: '请微信群发后没有收到回复，而草稿已离开草稿箱：很可能已经群发。请到公众平台核对后登记结果' };
    if (journal.get('massAsked')) return inDoubt(work, receipt.message);
    // No more sends today is a matter for people: they may not want it to go out at midnight.
    if (error instanceof WechatError && error.kind === 'quota') return { outcome: 'refused', code: `WECHAT_${error.code}`, message: error.message };
    // A draft too many is the most that is in doubt here: nothing was sent.
    return receipt.outcome === 'unknown' ? { outcome: 'failed', message: receipt.message, ...(receipt.askAgainAt && { retryAt: receipt.askAgainAt }) } : receipt;
  }
}

const askedAt = ({ journal, host }: Work): Date => new Date(journal.get('massAsked') ?? host.now());

/** The one step that cannot be taken back. */
async function ask(work: Work, { key, audience }: Send, mediaId: string): Promise<MassReceipt> {
  const { journal, client, host } = work;
  const isFirst = !journal.get('massAsked');
  if (isFirst) await journal.note('massAsked', host.now().toISOString());
  try {
    const { msgId, dataId } = await client.massSend(mediaId, audience.tagId === undefined ? undefined : Number(audience.tagId), key);
    if (dataId) await journal.note('massDataId', dataId).catch(() => undefined);
    return await accepted(work, msgId);
  } catch (error) {
    const known = sameSend(error);
    if (known) return accepted(work, known);
    // Nothing is in doubt only where this very request was the first, and WeChat surely said no.
    if (isFirst && isSurelyNotDone(error) && !wantsAdministrator(error)) await journal.note('massAsked', '');
    throw error;
  }
}

/** The first send, where WeChat refuses this one as its repeat. */
const sameSend = (error: unknown): string | undefined =>
  (error instanceof WechatError && (error.code === codes.sameKey || error.code === codes.sameKeyJustNow) ? error.msgId : undefined);

const wantsAdministrator = (error: unknown): boolean => error instanceof WechatError && codes.wantsAdministrator.some((code) => code === error.code);

async function accepted({ journal, host }: Work, msgId: string): Promise<MassReceipt> {
  await journal.note('massMsgId', msgId).catch(() => undefined);
  return { outcome: 'accepted', remoteId: msgId, askAgainAt: nextMassAsk(host.now(), host.now()), message: '已提交群发' };
}

/** The answer to the first request was lost. Asked once more with the same key: the first send is named, or this is it. */
async function repeat(work: Work, order: Send): Promise<MassReceipt> {
  const { journal, host } = work;
  const age = host.now().getTime() - askedAt(work).getTime();
  const mediaId = journal.get('draftMediaId');
  if (age < repeatAfterMs || age > knownMs || !mediaId) return inDoubt(work);
  return ask(work, order, mediaId);
}

function inDoubt(work: Work, why = '请微信群发后没有收到回复'): MassReceipt {
  const { host } = work;
  const [asked, now] = [askedAt(work), host.now()];
  const message = `${why}；可能已经群发，不会盲目重发`;
  if (now.getTime() - asked.getTime() > knownMs) return { outcome: 'unknown', message: `${message}。请到公众平台核对后登记结果` };
  return { outcome: 'unknown', message, askAgainAt: new Date(Math.max(nextLook(asked, now).getTime(), asked.getTime() + repeatAfterMs)) };
}

async function follow(work: Work): Promise<MassReceipt> {
  const { journal, client, host } = work;
  const msgId = journal.get('massMsgId')!;
  return statusReceipt(msgId, await client.getMassSend(msgId), askedAt(work), host.now());
}

