import { emitAll, newsOf, type Context, type News } from '../kernel/index.js';
import { nextToRelease, type LaneRow } from './decide-delivery.js';
import { advance, isOpen, type DeliveryMove } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { DeliverySettled } from './events.js';

type Between = Pick<DeliveryRow, 'destinationId' | 'contentId'>;
const laneFields = { version: 1, action: 1, state: 1, mayHaveArrived: 1, marks: 1 } as const;

/** Every row between a destination and a content, oldest version first. One find on the ledger's unique index. */
export const findLaneRows = ({ destinationId, contentId }: Between): Promise<LaneRow[]> =>
  DeliveryModel.find({ destinationId, contentId }, laneFields).sort({ version: 1 }).lean<LaneRow[]>().exec();

/** Ends rows because a later version takes their place; why a person was to see to one stays in its words. In the transaction that holds their turn. */
export async function yieldRows(ctx: Context, ids: readonly string[], move: DeliveryMove, message: string): Promise<void> {
  for (const _id of ids) {
    const row = await DeliveryModel.findOne({ _id }).select({ payload: 0 }).lean<DeliveryRow>();
    if (!row) continue;
    const state = advance(row.state, move);
    const lastMessage = isOpen(row.state) || !row.lastMessage ? message : `${message}。此前：${row.lastMessage}`;
    await DeliveryModel.updateOne({ _id }, { $set: { state, lastMessage, settledAt: ctx.now() }, $unset: { dueAt: 1 } });
    await announce(ctx, { ...row, state });
  }
}

/** Lets the next held row go, if what it waited for is settled. In the transaction that holds their turn. */
export async function releaseNext(ctx: Context, between: Between): Promise<void> {
  const _id = nextToRelease(await findLaneRows(between));
  if (_id) await DeliveryModel.updateOne({ _id, state: 'held' }, { $set: { state: 'waiting', dueAt: ctx.now() } });
}

type Ended = Pick<DeliveryRow, '_id' | 'destinationId' | 'channelId' | 'contentId' | 'version' | 'action' | 'state' | 'url'>;

/** The news that a delivery came to an end. */
export function settledNews({ _id, destinationId, channelId, contentId, version, action, state, url }: Ended): News {
  return newsOf(DeliverySettled, { deliveryId: _id, destinationId, channelId, contentId, version, action, outcome: state, ...(url ? { url } : {}) });
}

/** Announces that a delivery came to an end. */
export const announce = (ctx: Context, row: Ended): Promise<void> => emitAll(ctx, [settledNews(row)]);
