import { assertId } from '../kernel/index.js';
import { ReachModel, type Reach } from './reach.js';

/** Sums over outlets and days. People who read it at two outlets or on two days count twice. */
export type ReachTotals = Pick<Reach, 'readers'> & Required<Pick<Reach, 'shares' | 'likes' | 'comments' | 'favourites'>>;

export interface ReachOfContent {
  readonly contentId: string;
  readonly total: ReachTotals;
  readonly days: readonly Reach[];
}

/** Rows of one content: two years of days at six outlets; beyond that the newest. */
const mostRows = 5000;

/** How many read a content, by day and outlet, oldest day first. Throws INVALID_ID. */
export async function findReach(contentId: string): Promise<ReachOfContent> {
  assertId(contentId);
  const days = (await ReachModel.find({ contentId }).sort({ day: -1 }).limit(mostRows).lean<Reach[]>()).reverse();
  return { contentId, days, total: totalOf(days) };
}

/** Sums of several contents in one query, in their order. */
export async function findReachTotals(contentIds: readonly string[]): Promise<ReachTotals[]> {
  const sum = (name: keyof ReachTotals): object => ({ $sum: { $ifNull: [`$${name}`, 0] } });
  const group = { _id: '$contentId', readers: sum('readers'), shares: sum('shares'), likes: sum('likes'), comments: sum('comments'), favourites: sum('favourites') };
  const found = await ReachModel.aggregate<ReachTotals & { _id: string }>([{ $match: { contentId: { $in: contentIds } } }, { $group: group }]);
  const byId = new Map(found.map((each) => [each._id, each]));
  return contentIds.map((id) => byId.get(id) ?? totalOf([]));
}

/** Sums what outlets told. */
export function totalOf(rows: readonly Reach[]): ReachTotals {
  const sum = (name: keyof ReachTotals): number => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
  return { readers: sum('readers'), shares: sum('shares'), likes: sum('likes'), comments: sum('comments'), favourites: sum('favourites') };
}
