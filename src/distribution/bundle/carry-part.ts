import type { Context } from '../../kernel/index.js';
import type { Publication } from '../channel.js';
import { has } from '../decide-delivery.js';
import { advance } from '../delivery-states.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';
import type { DestinationRow } from '../destination.js';
import { enterDelivery } from '../enter-delivery.js';
import { findBlockFor } from '../find-block-for.js';
import { findLaneRows } from '../lane.js';
import { takeTurn } from '../standing.js';
import { CannotBundleError } from './bundle-errors.js';

/**
 * Puts a content's own row into a bundle: taken out of the queue, it waits for what becomes of the bundle. Answers its id. In the
 * transaction of the bundle. Throws CANNOT_BUNDLE for what a block keeps back, is under way, ran there already, or has a newer version.
 */
export async function carryPart(ctx: Context, destination: DestinationRow, publication: Publication): Promise<string> {
  const { contentId, version, title } = publication;
  const between = { destinationId: destination._id, contentId };
  const refuse = (problem: string) => new CannotBundleError({ problem: `《${title}》${problem}` });
  const { confirmed, plannedVersion } = await takeTurn(between, version);
  if (plannedVersion > version) throw refuse('已有更新的版本');
  const block = await findBlockFor({ ...between, version, channelId: destination.channelId });
  if (block) throw refuse(`被拦截规则拦下（${block.reason}）`);
  if (confirmed && confirmed.action !== 'retract' && confirmed.url) throw refuse('已在那里刊发');
  const rows = await findLaneRows(between);
  if (rows.some(({ state }) => state === 'running' || state === 'accepted' || state === 'unclear')) throw refuse('正在发送，或已在另一组图文里');
  const own = rows.find((row) => row.version === version && row.action !== 'retract');
  if (!own) await enterDelivery(ctx, { destination, publication, action: has({ ...(confirmed && { standing: confirmed }), rows }) ? 'correct' : 'publish', state: 'held' });
  const row = await DeliveryModel.findOne({ ...between, version, action: { $ne: 'retract' } }).select({ payload: 0 }).lean<DeliveryRow>();
  if (!row || (!own && row.state !== 'held')) throw refuse(row?.lastMessage ?? '不能生成');
  await DeliveryModel.updateOne({ _id: row._id }, { $set: { state: advance(row.state, 'carry'), task: 'confirm', acceptedAt: ctx.now(), lastMessage: '已编入多图文，等整组的结果' }, $unset: { dueAt: 1, settledAt: 1 } });
  return row._id;
}
