import { findNextRelease, topicPaths, type ReleaseAction, type Targets } from '../content/index.js';
import type { Context } from '../kernel/index.js';
import { findBlocks } from './block.js';
import { blocksOf, judge, type Verdict } from './choose-destinations.js';
import { has, type Lane, type LaneRow } from './decide-delivery.js';
import { DeliveryModel } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { StandingModel, type StandingRow } from './standing.js';

/** What would become of the next release at one destination. */
export interface Prospect extends Verdict {
  readonly destination: DestinationRow;
}

/** What is asked: `action` the one that comes next, when left out; `targets` those that it would follow. */
export interface Question {
  readonly action?: ReleaseAction | undefined;
  readonly targets?: Targets | undefined;
}

/** Who will get the next release of a content and who will not, each with its reason; those who will first, then by name. Plans nothing. Throws NOT_FOUND. */
export async function destinationsFor(ctx: Context, contentId: string, question: Question = {}): Promise<Prospect[]> {
  const release = await findNextRelease(ctx, contentId, question);
  const [destinations, topicPath, blocks, earlier] = await Promise.all([destinationCache.list(), topicPaths(release.topicIds), findBlocks(), findHolders(contentId)]);
  const choice = { action: release.action, release, topicPath, blocks: blocksOf(blocks, release, topicPath) };
  const prospects = destinations.map((destination) => ({ destination, ...judge(destination, choice, earlier.has(destination._id)) }));
  return prospects.sort((a, b) => Number(b.receives) - Number(a.receives) || a.destination.name.localeCompare(b.destination.name, 'zh'));
}

/** The destinations that have, or may have, a version of the content. */
async function findHolders(contentId: string): Promise<Set<string>> {
  const [standings, rows] = await Promise.all([
    StandingModel.find({ contentId }, { destinationId: 1, confirmed: 1 }).lean<StandingRow[]>(),
    DeliveryModel.find({ contentId }, { destinationId: 1, version: 1, action: 1, state: 1, mayHaveArrived: 1, marks: 1 }).lean<(LaneRow & { destinationId: string })[]>(),
  ]);
  const laneOf = ({ destinationId, confirmed }: StandingRow): Lane => ({ ...(confirmed && { standing: confirmed }), rows: rows.filter((row) => row.destinationId === destinationId) });
  return new Set(standings.filter((standing) => has(laneOf(standing))).map(({ destinationId }) => destinationId));
}
