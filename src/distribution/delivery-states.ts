import { graphqlEnum } from '../kernel/index.js';
import { WrongDeliveryStateError } from './errors.js';

/** Where a delivery stands. */
export const deliveryStates = ['held', 'waiting', 'running', 'accepted', 'unclear', 'delivered', 'refused', 'dead', 'cancelled', 'superseded'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What can befall a delivery. `carry`: a bundle takes it along, and its end will be this one's. */
export const deliveryMoves = ['release', 'claim', 'retry', 'accept', 'doubt', 'deliver', 'refuse', 'giveUp', 'supersede', 'cancel', 'reopen', 'carry'] as const;
export type DeliveryMove = (typeof deliveryMoves)[number];

/** The whole machine. What is not here cannot happen. */
const machine: Readonly<Record<DeliveryState, Readonly<Partial<Record<DeliveryMove, DeliveryState>>>>> = {
  held: { release: 'waiting', refuse: 'refused', supersede: 'superseded', cancel: 'cancelled', carry: 'accepted' },
  waiting: { claim: 'running', deliver: 'delivered', refuse: 'refused', supersede: 'superseded', cancel: 'cancelled', reopen: 'waiting', carry: 'accepted' },
  running: { claim: 'running', retry: 'waiting', accept: 'accepted', doubt: 'unclear', deliver: 'delivered', refuse: 'refused', giveUp: 'dead', supersede: 'superseded' },
  accepted: { claim: 'running', retry: 'waiting', accept: 'accepted', doubt: 'unclear', deliver: 'delivered', refuse: 'refused', giveUp: 'dead', supersede: 'superseded', cancel: 'cancelled' },
  unclear: { claim: 'running', retry: 'waiting', accept: 'accepted', doubt: 'unclear', deliver: 'delivered', refuse: 'refused', giveUp: 'dead', supersede: 'superseded', cancel: 'cancelled' },
  delivered: { deliver: 'delivered', reopen: 'waiting', carry: 'accepted' },
  refused: { deliver: 'delivered', supersede: 'superseded', cancel: 'cancelled', reopen: 'waiting', carry: 'accepted' },
  dead: { deliver: 'delivered', supersede: 'superseded', cancel: 'cancelled', reopen: 'waiting', carry: 'accepted' },
  cancelled: { deliver: 'delivered', reopen: 'waiting', carry: 'accepted' },
  superseded: { deliver: 'delivered' },
};

/** Where the move leads, or undefined when this state does not allow it. */
export const nextState = (state: DeliveryState, move: DeliveryMove): DeliveryState | undefined => machine[state][move];

/** Where the move leads. Throws WrongDeliveryStateError. */
export function advance(state: DeliveryState, move: DeliveryMove): DeliveryState {
  const next = nextState(state, move);
  if (!next) throw new WrongDeliveryStateError({ state, move });
  return next;
}

const open: ReadonlySet<DeliveryState> = new Set(['held', 'waiting', 'running', 'accepted', 'unclear']);

/** Whether something is still to come by itself, or by a person's word. */
export const isOpen = (state: DeliveryState): boolean => open.has(state);

export const DeliveryStateEnum = graphqlEnum<DeliveryState>('DeliveryState', 'Where a delivery stands.', {
  held: '等前一版: an earlier version is not settled there yet.',
  waiting: '待发: due, or to be tried again at dueAt.',
  running: '发送中: a worker is at it.',
  accepted: '对方已受理: the receiver works on it and is asked again at dueAt.',
  unclear: '结果不明: it may have arrived. It is asked about at dueAt, or waits for a person.',
  delivered: '已送达: the receiver confirmed it.',
  refused: '被拒，需人工处理: a person must act.',
  dead: '多次失败: its tries are used up; it can be tried again by hand.',
  cancelled: '已取消.',
  superseded: '已被新版取代: a later version took its place before it arrived.',
});
