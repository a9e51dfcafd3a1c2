import { findRelease, topicPaths, type Release } from '../content/index.js';
import { inTransaction, type Context } from '../kernel/index.js';
import { decideDelivery } from './decide-delivery.js';
import { DeliveryModel } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { enterDelivery } from './enter-delivery.js';
import { findLaneRows, yieldRows } from './lane.js';
import { findPublication, PlanModel, planIdOf, type Plan } from './plan.js';
import { matches } from './rule.js';
import { StandingModel, takeTurn } from './standing.js';
import { lookUp, toPublication } from './to-publication.js';

/** A release by name: the payload of `content.published`, `content.corrected` and `content.retracted`. */
export interface Released {
  readonly contentId: string;
  readonly version: number;
  readonly [more: string]: unknown;
}

/** How many destinations are planned side by side. */
const sideBySide = 8;

/**
 * Plans a release at every destination it concerns: those whose rule selects it, and those that have an earlier version. Safe to
 * repeat and to run twice at once. Versions are planned in order: an earlier one that is not planned yet is planned first.
 */
export async function planDeliveries(ctx: Context, { contentId, version }: Released): Promise<void> {
  const _id = planIdOf(contentId, version);
  if (await PlanModel.exists({ _id, finishedAt: { $exists: true } })) return;
  const release = await findRelease(contentId, version);
  if (!release) {
    ctx.log.warn({ contentId, version }, 'there is no such release to plan');
    return;
  }
  if (version > 1) await planDeliveries(ctx, { contentId, version: version - 1 });
  await freeze(ctx, release);
  await planEverywhere(ctx, release, await findPublication(_id));
  await PlanModel.updateOne({ _id }, { $set: { finishedAt: ctx.now() } });
}

/** Keeps the publication once; a second planner uses the first one's. */
async function freeze(ctx: Context, release: Release): Promise<void> {
  const { contentId, version, action } = release;
  const _id = planIdOf(contentId, version);
  if (await PlanModel.exists({ _id })) return;
  const publication = toPublication(release, await lookUp(release, ctx.config.publicUrl));
  const plan: Omit<Plan, '_id'> = { contentId, version, action, publication, plannedAt: ctx.now() };
  await PlanModel.updateOne({ _id }, { $setOnInsert: plan }, { upsert: true });
}

async function planEverywhere(ctx: Context, release: Release, publication: Plan['publication']): Promise<void> {
  const [destinations, topicPath, lanes] = await Promise.all([
    destinationCache.list(), topicPaths(release.topicIds), StandingModel.find({ contentId: release.contentId }, { destinationId: 1 }).lean<{ destinationId: string }[]>(),
  ]);
  const concerned = new Set(lanes.map(({ destinationId }) => destinationId));
  const work = destinations.flatMap((destination) => {
    const isSelected = destination.isActive && release.action !== 'retract' && matches(destination.rule, release, topicPath);
    return isSelected || concerned.has(destination._id) ? [{ destination, isSelected }] : [];
  });
  const next = work.values();
  const planSome = async (): Promise<void> => {
    for (const { destination, isSelected } of next) await planAt(ctx, destination, { release, publication, isSelected });
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, work.length) }, planSome));
}

interface PlanAt {
  readonly release: Release;
  readonly publication: Plan['publication'];
  readonly isSelected: boolean;
}

/** Decides and enters one destination's row in one transaction. A version that is not newer than what was planned there changes nothing. */
async function planAt(ctx: Context, destination: DestinationRow, { release, publication, isSelected }: PlanAt): Promise<void> {
  await inTransaction(async () => {
    const between = { destinationId: destination._id, contentId: release.contentId };
    const standing = await takeTurn(between, release.version);
    if (standing.plannedVersion >= release.version) return;
    const rows = await findLaneRows(between);
    const decision = decideDelivery(release.action, { standing: standing.confirmed, rows }, isSelected);
    await yieldRows(ctx, decision.yielding, decision.yieldBy, `第 ${release.version} 版（${release.action === 'retract' ? '撤稿' : '新稿'}）已代替本版`);
    if (release.action === 'retract') await DeliveryModel.updateMany({ ...between, state: { $in: ['accepted', 'unclear'] }, dueAt: { $exists: true } }, { $set: { dueAt: ctx.now() } });
    if (decision.row) await enterDelivery(ctx, { destination, publication, ...decision.row });
  });
}
