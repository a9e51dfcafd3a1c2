import { record } from '../../accounts/index.js';
import { findContentDocument } from '../../content/index.js';
import { assertId, inTransaction, InvalidInputError, newId, NotFoundError, type Context } from '../../kernel/index.js';
import type { Publication } from '../channel.js';
import { findChannel } from '../channels.js';
import { DeliveryModel } from '../delivery.js';
import { destinationCache, type DestinationRow } from '../destination.js';
import { enterDelivery } from '../enter-delivery.js';
import { InactiveDestinationError } from '../errors.js';
import { findPublication, PlanModel, planIdOf } from '../plan.js';
import { planDeliveries } from '../plan-deliveries.js';
import { renderPayload } from '../render-payload.js';
import { takeTurn } from '../standing.js';
import { CannotBundleError } from './bundle-errors.js';
import { BundleModel, type BundleRow } from './bundle.js';
import { carryPart } from './carry-part.js';

/** Which contents go where as one, in this order. */
export interface BundleInput {
  readonly destinationId: string;
  readonly contentIds: readonly string[];
}

/**
 * Sends what readers see of several contents to one destination as one delivery. Each content's own row waits for what becomes of it.
 * Throws CANNOT_BUNDLE, INACTIVE_DESTINATION, INVALID_INPUT, NOT_FOUND.
 */
export async function createBundle(ctx: Context, { destinationId, contentIds }: BundleInput): Promise<BundleRow> {
  const destination = await findBundler(destinationId, contentIds);
  const parts: Publication[] = [];
  for (const id of contentIds) parts.push(await publicationOf(ctx, id));
  const bundleId = newId('bundle');
  const publication: Publication = { ...parts[0]!, contentId: bundleId, version: 1, kind: 'bundle', parts };
  const { problem } = await renderPayload(ctx, destination, publication, 'publish');
  if (problem) throw new CannotBundleError({ problem });
  return inTransaction(async () => enter(ctx, destination, publication, parts));
}

async function findBundler(destinationId: string, contentIds: readonly string[]): Promise<DestinationRow> {
  assertId(destinationId, 'destination');
  const destination = await destinationCache.get(destinationId);
  if (!destination) throw new NotFoundError({ id: destinationId });
  if (!destination.isActive) throw new InactiveDestinationError({ name: destination.name, reason: destination.deactivatedReason ?? '' });
  const most = findChannel(destination.channelId)?.mostParts ?? 0;
  if (most < 2) throw new CannotBundleError({ problem: `「${destination.name}」不接收多图文` });
  if (contentIds.length < 2 || contentIds.length > most) throw new InvalidInputError({ field: 'contentIds', reason: `应为 2–${most} 篇 (2 to ${most} contents)` });
  if (new Set(contentIds).size < contentIds.length) throw new InvalidInputError({ field: 'contentIds', reason: '同一篇只能出现一次 (a content may stand in it once)' });
  return destination;
}

/** What readers see of a content now, frozen as every destination gets it. */
async function publicationOf(ctx: Context, id: string): Promise<Publication> {
  const content = await findContentDocument(id);
  if (!content) throw new NotFoundError({ id });
  const { publication, released, draft } = content;
  if (publication !== 'published' || !released) throw new CannotBundleError({ problem: `《${draft.title}》尚未发布或已撤稿` });
  await planDeliveries(ctx, { contentId: id, version: released.version });
  return findPublication(planIdOf(id, released.version));
}

async function enter(ctx: Context, destination: DestinationRow, publication: Publication, parts: readonly Publication[]): Promise<BundleRow> {
  const { contentId: bundleId } = publication;
  const carried: BundleRow['parts'] = [];
  for (const part of parts) carried.push({ contentId: part.contentId, version: part.version, title: part.title, deliveryId: await carryPart(ctx, destination, part) });
  await PlanModel.create([{ _id: planIdOf(bundleId, 1), contentId: bundleId, version: 1, action: 'publish', publication, plannedAt: ctx.now(), finishedAt: ctx.now() }]);
  await takeTurn({ destinationId: destination._id, contentId: bundleId }, 1);
  await enterDelivery(ctx, { destination, publication, action: 'publish', state: 'waiting' });
  const row = await DeliveryModel.findOne({ destinationId: destination._id, contentId: bundleId }, { _id: 1 }).lean<{ _id: string }>();
  const bundle: BundleRow = { _id: bundleId, destinationId: destination._id, deliveryId: row!._id, parts: carried, createdAt: ctx.now(), createdByName: ctx.actor.name };
  await BundleModel.create([bundle]);
  await record(ctx, { action: 'bundle.create', subjectType: 'DeliveryBundle', subjectId: bundleId, summary: { destinationId: destination._id, contentIds: carried.map(({ contentId }) => contentId) } });
  return bundle;
}
