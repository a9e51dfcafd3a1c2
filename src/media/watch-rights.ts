import { defineJob, emit, inTransaction, type Context } from '../kernel/index.js';
import { AssetModel, type StoredAsset } from './asset.js';
import { AssetRightsExpiring } from './events.js';
import { expiringDays } from './list-assets.js';

const dayMs = 86_400_000;
/** Days left at which an alarm is given, once each. */
const alarms = [expiringDays, 7, 0] as const;

/** The alarm that is due at so many days left: the nearest one that was passed. Undefined when none was. */
export const alarmDue = (daysLeft: number): number | undefined => [...alarms].reverse().find((days) => daysLeft <= days);

/** Announces every right that ends soon or has ended, once at each of 30, 7 and 0 days. */
export async function watchRights(ctx: Context): Promise<void> {
  const soon = new Date(ctx.now().getTime() + expiringDays * dayMs);
  const filter = { rightsExpireAt: { $lte: soon }, alarmedAtDays: { $not: { $lte: 0 } } };
  for await (const asset of AssetModel.find(filter).lean<StoredAsset[]>().cursor()) await alarm(ctx, asset as StoredAsset);
}

async function alarm(ctx: Context, { _id, unitId, filename, rightsExpireAt, alarmedAtDays = Infinity }: StoredAsset): Promise<void> {
  const daysLeft = Math.max(0, Math.ceil((rightsExpireAt!.getTime() - ctx.now().getTime()) / dayMs));
  const due = alarmDue(daysLeft);
  if (due === undefined || alarmedAtDays <= due) return;
  await inTransaction(async () => {
    const { modifiedCount } = await AssetModel.updateOne({ _id, rightsExpireAt, alarmedAtDays: { $not: { $lte: due } } }, { $set: { alarmedAtDays: due } });
    if (modifiedCount === 1) await emit(ctx, AssetRightsExpiring, { assetId: _id, ...(unitId ? { unitId } : {}), filename, rightsExpireAt: rightsExpireAt!.toISOString(), daysLeft });
  });
}

defineJob({ name: 'media.watchRights', cron: '15 7 * * *', leaseMs: 120_000, run: watchRights });
