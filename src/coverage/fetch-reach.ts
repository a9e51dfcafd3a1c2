import { askReach, destinationsWithReach, type ReachReport, type ReachRow } from '../distribution/index.js';
import { defineJob, enqueue, type Context } from '../kernel/index.js';
import { ReachCountModel } from './reach-count.js';
import { ReachModel, reachIdOf, type Reach } from './reach.js';

const hour = 3_600_000;

/** Outlets count during the morning: what is not there is asked for again every hour until the evening. */
const mostRounds = 9;

interface Round {
  readonly destinationId: string;
  readonly round: number;
}

/** Every morning at ten, after WeChat has counted yesterday: one job for each outlet that tells its readers. */
export const fetchReachDaily = defineJob({
  name: 'coverage.fetchReachDaily',
  cron: '0 10 * * *',
  run: async (ctx) => {
    for (const destinationId of await destinationsWithReach()) await plan(ctx, { destinationId, round: 1 }, ctx.now());
  },
});

/** Asks one outlet, keeps what it told, and asks again in an hour when it had not counted everything. */
export const fetchReach = defineJob<Round>({
  name: 'coverage.fetchReach',
  leaseMs: 6 * 60_000,
  run: async (ctx, { destinationId, round }, signal) => {
    const report = await askReach(ctx, destinationId, signal);
    if (!report) return;
    await keepReach(ctx, destinationId, report);
    if (!report.isComplete && round < mostRounds) await plan(ctx, { destinationId, round: round + 1 }, new Date(ctx.now().getTime() + hour));
  },
});

const plan = (ctx: Context, { destinationId, round }: Round, dueAt: Date): Promise<void> =>
  enqueue(ctx, fetchReach, { destinationId, round }, { dueAt, uniqueKey: `reach:${destinationId}:${dueAt.toISOString().slice(0, 13)}` });

/** Keeps an outlet's figures; those of a content and day counted before are replaced. Rows that are no figures are left out and said. */
export async function keepReach(ctx: Context, destinationId: string, { rows, isComplete, problem }: ReachReport): Promise<void> {
  const sound = rows.filter(isSound);
  const countedAt = ctx.now();
  const writes = sound.map(({ contentId, day, readers, ...others }) => {
    const row: Reach = { _id: reachIdOf({ contentId, destinationId, day }), contentId, destinationId, day, readers, ...figuresOf(others), countedAt };
    return { replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } };
  });
  if (writes.length > 0) await ReachModel.bulkWrite(writes, { ordered: false });
  const said = problem ?? (sound.length < rows.length ? `有 ${rows.length - sound.length} 条数据不完整，未采用` : undefined);
  await ReachCountModel.replaceOne({ _id: destinationId }, { at: countedAt, isComplete, rows: sound.length, ...(said ? { problem: said } : {}) }, { upsert: true });
}

const isFigure = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSound = ({ contentId, day, readers }: ReachRow): boolean => contentId !== '' && /^\d{4}-\d{2}-\d{2}$/.test(day) && isFigure(readers);

const figuresOf = ({ shares, likes, comments, favourites }: Partial<ReachRow>): Pick<Reach, 'shares' | 'likes' | 'comments' | 'favourites'> =>
  Object.fromEntries(Object.entries({ shares, likes, comments, favourites }).filter(([, value]) => isFigure(value)));
