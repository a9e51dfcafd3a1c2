import { DeliveryModel } from './delivery.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { HealthModel, pauseOf, type Health } from './health.js';
import { oldestDue } from './metrics.js';

/** What is wrong at one destination now. Counts are exact up to 1,000. */
export interface DestinationProblem {
  readonly destinationId: string;
  readonly name: string;
  /** The oldest due row that nobody is at, when it has waited over five minutes and the destination is not paused. */
  readonly overdueSince?: Date;
  /** Rows that wait for a person. */
  readonly stuck: number;
  readonly closedReason?: string;
  readonly failingSince?: Date;
  readonly lastMessage?: string;
}

const overdueAfterMs = 5 * 60_000;
const mostStuck = 1000;

/** Every destination at which something is wrong. Four reads, whatever the size of the ledger. */
export async function findDistributionProblems(now: Date): Promise<DestinationProblem[]> {
  const [destinations, due, healths, stuck] = await Promise.all([destinationCache.list(), oldestDue(now), HealthModel.find({ $or: [{ failingSince: { $exists: true } }, { quietUntil: { $gt: now } }] }).lean<Health[]>(), stuckCounts()]);
  return destinations.flatMap((destination) => {
    const facts = { health: healths.find(({ _id }) => _id === destination._id), oldest: due.find(({ _id }) => _id === destination._id)?.dueAt, stuck: stuck.get(destination._id) ?? 0 };
    const problem = problemOf(destination, facts, now);
    return problem.stuck > 0 || Object.keys(problem).length > 3 ? [problem] : [];
  });
}

interface Facts {
  readonly health: Health | undefined;
  readonly oldest: Date | undefined;
  readonly stuck: number;
}

function problemOf({ _id: destinationId, name, isActive, deactivatedReason }: DestinationRow, { health, oldest, stuck }: Facts, now: Date): DestinationProblem {
  if (!isActive) return { destinationId, name, stuck, closedReason: deactivatedReason ?? '' };
  const pausedUntil = health && pauseOf(health);
  const isPaused = pausedUntil !== undefined && pausedUntil > now;
  const isOverdue = oldest !== undefined && !isPaused && now.getTime() - oldest.getTime() > overdueAfterMs;
  const failing = health?.failingSince ? { failingSince: health.failingSince, lastMessage: health.lastMessage ?? '' } : {};
  return { destinationId, name, stuck, ...failing, ...(isOverdue ? { overdueSince: oldest } : {}) };
}

/** Rows that nothing but a person moves on, by destination. Each state is read by its own index. */
async function stuckCounts(): Promise<Map<string, number>> {
  const waitsForPerson = [{ state: 'refused' as const }, { state: 'dead' as const }, { state: 'unclear' as const, dueAt: { $exists: false } }];
  const found = await Promise.all(waitsForPerson.map((filter) => DeliveryModel.find(filter, { destinationId: 1 }).sort({ plannedAt: -1, _id: -1 }).limit(mostStuck).lean<{ destinationId: string }[]>()));
  const counts = new Map<string, number>();
  for (const { destinationId } of found.flat()) counts.set(destinationId, (counts.get(destinationId) ?? 0) + 1);
  return counts;
}
