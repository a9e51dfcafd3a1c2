import { graphqlEnum } from '../../kernel/index.js';
import type { MassReceipt } from '../channel.js';

/** Where a mass send stands. The first seven hold its key: no second one of the same version and audience can be requested. */
export const massSendStates = ['requested', 'approved', 'sending', 'accepted', 'unclear', 'delivered', 'refused', 'rejected', 'cancelled'] as const;
export type MassSendState = (typeof massSendStates)[number];

/** What a state is called in sentences. */
export const massStateWords: Readonly<Record<MassSendState, string>> = {
  requested: '待审批', approved: '已批准', sending: '发送中', accepted: '已提交', unclear: '结果不明', delivered: '已发送', refused: '未发送', rejected: '未批准', cancelled: '已取消',
};

export const MassSendStateEnum = graphqlEnum<MassSendState>('MassSendState', 'Where a mass send stands.', {
  requested: '待审批: waits for a chief editor.',
  approved: '已批准: goes out at its time.',
  sending: '发送中: a worker is at it.',
  accepted: '已提交: the outlet works on it.',
  unclear: '结果不明: it may have gone out, and is not sent again blindly.',
  delivered: '已发送.',
  refused: '未发送: the outlet said no.',
  rejected: '未批准: a chief editor said no.',
  cancelled: '已取消: taken back before it was sent.',
});

/** In these a worker has something to do when `dueAt` has come. */
export const workingStates = ['approved', 'sending', 'accepted', 'unclear'] as const satisfies readonly MassSendState[];

/** Nothing was asked of the outlet yet. */
export const unsentStates = ['requested', 'approved'] as const satisfies readonly MassSendState[];

/** In these the same version may be requested again for the same audience. */
export const freesKey = (state: MassSendState): boolean => state === 'refused' || state === 'rejected' || state === 'cancelled';

const mostTries = 8;
const minute = 60_000;

/** A doubtful send is looked after for a day: so long does an outlet know a repeat by its key. */
const doubtMs = 24 * 60 * minute;

/** What a worker does with a due mass send. `isCurrent`: readers still see the version that was approved, and the outlet is open. */
export function nextStep({ state }: { readonly state: MassSendState }, isCurrent: boolean): 'send' | 'confirm' | 'cancel' {
  if (state === 'accepted') return 'confirm';
  if (isCurrent) return 'send';
  return state === 'approved' ? 'cancel' : 'confirm';
}

/** What follows from an answer. */
export interface MassSettlement {
  readonly state: MassSendState;
  /** When a worker looks again; absent when nothing more happens by itself. */
  readonly dueAt?: Date;
  readonly tries: number;
}

interface Before {
  readonly state: MassSendState;
  readonly tries: number;
  readonly askedAt?: Date;
}

/** Settles an answer. `failed` means that nothing happened there: it is tried again a few times, but never after it was accepted. */
export function settleMassSend(before: Before, receipt: MassReceipt, now: Date): MassSettlement {
  const { tries } = before;
  const in_ = (ms: number): Date => new Date(now.getTime() + ms);
  switch (receipt.outcome) {
    case 'delivered': return { state: 'delivered', tries };
    case 'refused': return { state: 'refused', tries };
    case 'accepted': return { state: 'accepted', tries, dueAt: receipt.askAgainAt > now ? receipt.askAgainAt : in_(minute) };
    case 'unknown': return { state: 'unclear', tries, ...(isYoung(before, now) && receipt.askAgainAt ? { dueAt: receipt.askAgainAt } : {}) };
    case 'failed':
      if (before.state === 'accepted') return { state: 'accepted', tries, dueAt: receipt.retryAt ?? in_(5 * minute) };
      return tries + 1 >= mostTries ? { state: 'refused', tries: tries + 1 } : { state: 'approved', tries: tries + 1, dueAt: receipt.retryAt ?? in_(minute * 2 ** tries) };
  }
}

const isYoung = ({ askedAt }: Before, now: Date): boolean => !askedAt || now.getTime() - askedAt.getTime() < doubtMs;
