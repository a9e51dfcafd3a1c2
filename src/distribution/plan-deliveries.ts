import { findRelease, topicPaths, type Release } from '../content/index.js';
import { inTransaction, isDuplicateKey, type Context } from '../kernel/index.js';
import { findBlocks } from './block.js';
import { blockAt, blocksOf, judge, type Choice } from './choose-destinations.js';
import { decideDelivery } from './decide-delivery.js';
import { DeliveryModel } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { enterDelivery } from './enter-delivery.js';
import { enterFirstRows } from './enter-first-rows.js';
import { findLaneRows, yieldRows } from './lane.js';
import { findPublication, PlanModel, planIdOf, type Plan, type Withheld } from './plan.js';
import { StandingModel, takeTurn } from './standing.js';
import { lookUp, toPublication } from './to-publication.js';
import { blockedMessage, verdictWords } from './verdict-words.js';

/** A release by name: the payload of `content.published`, `content.corrected` and `content.retracted`. */
export interface Released {
  readonly contentId: string;
  readonly version: number;
  readonly [more: string]: unknown;
}

/** How many destinations are planned side by side, where something happened before. */
const sideBySide = 8;
/** How many are planned by one transaction, where nothing did. */
const together = 50;

/**
 * Plans a release at every destination it concerns: those whose rule or a target selects it, and those that have an earlier version. Safe to
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
  const withheld = await planEverywhere(ctx, release, await findPublication(_id));
  await PlanModel.updateOne({ _id }, { $set: { finishedAt: ctx.now(), withheld } });
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

/** Plans at all destinations, and answers which that asked for it do not get it. */
async function planEverywhere(ctx: Context, release: Release, publication: Plan['publication']): Promise<Withheld[]> {
  const [destinations, choice, lanes] = await Promise.all([
    destinationCache.list(), choiceOf(release), StandingModel.find({ contentId: release.contentId }, { destinationId: 1 }).lean<{ destinationId: string }[]>(),
  ]);
  const concerned = new Set(lanes.map(({ destinationId }) => destinationId));
  const judged = destinations.map((destination) => ({ destination, ...judge(destination, choice, false) }));
  const fresh = judged.filter(({ destination, receives }) => receives && !concerned.has(destination._id)).map(({ destination }) => destination);
  const missed = await planFresh(ctx, fresh, publication);
  const work = judged.filter(({ destination }) => concerned.has(destination._id) || missed.has(destination));
  const next = work.values();
  const planSome = async (): Promise<void> => {
    for (const { destination, receives } of next) await planAt(ctx, destination, { release, publication, isSelected: receives, block: blockAt(choice.blocks, destination)?.reason });
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, work.length) }, planSome));
  return judged.filter(({ receives, isWanted }) => isWanted && !receives).map(({ destination, ...verdict }) => ({ destinationId: destination._id, reason: verdict.reason, message: verdictWords(verdict) }));
}

/** Plans where nothing happened yet, many at once. Answers where something did meanwhile: a lane that is in the way leaves those planned with it to be planned one by one. */
async function planFresh(ctx: Context, destinations: readonly DestinationRow[], publication: Plan['publication']): Promise<ReadonlySet<DestinationRow>> {
  const missed = new Set<DestinationRow>();
  for (let from = 0; from < destinations.length; from += together) {
    const some = destinations.slice(from, from + together);
    await enterFirstRows(ctx, some.map((destination) => ({ destination, publication, action: 'publish', state: 'waiting' }))).catch((error: unknown) => {
      const level = isDuplicateKey(error) ? 'debug' : 'warn';
      ctx.log[level]({ err: error, count: some.length, contentId: publication.contentId }, 'deliveries are planned one by one');
      for (const destination of some) missed.add(destination);
    });
  }
  return missed;
}

async function choiceOf(release: Release): Promise<Choice> {
  const [topicPath, blocks] = await Promise.all([topicPaths(release.topicIds), findBlocks()]);
  return { action: release.action, release, topicPath, blocks: blocksOf(blocks, release, topicPath) };
}

interface PlanAt {
  readonly release: Release;
  readonly publication: Plan['publication'];
  readonly isSelected: boolean;
  /** Why nothing with text in it may go there. */
  readonly block: string | undefined;
}

/** Decides and enters one destination's row in one transaction. A version that is not newer than what was planned there changes nothing. */
async function planAt(ctx: Context, destination: DestinationRow, { release, publication, isSelected, block }: PlanAt): Promise<void> {
  await inTransaction(async () => {
    const between = { destinationId: destination._id, contentId: release.contentId };
    const standing = await takeTurn(between, release.version);
    if (standing.plannedVersion >= release.version) return;
    const rows = await findLaneRows(between);
    const decision = decideDelivery(release.action, { standing: standing.confirmed, rows }, isSelected);
    await yieldRows(ctx, decision.yielding, decision.yieldBy, `第 ${release.version} 版（${release.action === 'retract' ? '撤稿' : '新稿'}）已代替本版`);
    if (release.action === 'retract') await DeliveryModel.updateMany({ ...between, state: { $in: ['accepted', 'unclear'] }, dueAt: { $exists: true } }, { $set: { dueAt: ctx.now() } });
    const problem = block && decision.row?.action !== 'retract' ? { problem: blockedMessage(block) } : {};
    if (decision.row) await enterDelivery(ctx, { destination, publication, ...decision.row, ...problem });
  });
}
