import { findPage, type Connection, type Context, type PageArgs } from '../kernel/index.js';
import { readableAssets } from './access.js';
import { cardFields, type Asset } from './asset.js';
import type { AssetFilter, RightsState } from './inputs.js';
import { soughtWords } from './words.js';

const dayMs = 86_400_000;
/** Days before the end of a right when it counts as expiring, and when the first alarm is given. */
export const expiringDays = 30;

/** The library as the actor may see it, newest first. One command, and a second one only for the total. */
export function listAssets(ctx: Context, filter: AssetFilter, args: PageArgs, withTotal = false): Promise<Connection<Asset>> {
  return findPage<Asset>({
    collection: 'assets', filter: { $and: [readableAssets(ctx), ...conditions(filter, ctx.now())] }, orderBy: [['createdAt', -1]], args, withTotal,
    projection: Object.fromEntries(cardFields.map((field) => [field, 1])),
  });
}

function conditions({ text, kinds, unitId, createdFrom, createdBefore, rights, isWithoutAlt }: AssetFilter, now: Date): Record<string, unknown>[] {
  const words = text ? soughtWords(String(text)) : [];
  return [
    ...(words.length > 0 ? [{ words: { $all: words } }] : []),
    ...(kinds && kinds.length > 0 ? [{ kind: { $in: kinds } }] : []),
    ...(unitId ? [{ unitId: String(unitId) }] : []),
    ...(createdFrom ? [{ createdAt: { $gte: createdFrom } }] : []),
    ...(createdBefore ? [{ createdAt: { $lt: createdBefore } }] : []),
    ...(rights ? [rightsCondition(rights, now)] : []),
    ...(isWithoutAlt ? [{ kind: 'image', alt: '' }] : []),
  ];
}

function rightsCondition(state: RightsState, now: Date): Record<string, unknown> {
  const soon = new Date(now.getTime() + expiringDays * dayMs);
  if (state === 'unlimited') return { rightsExpireAt: null };
  if (state === 'expired') return { rightsExpireAt: { $lte: now } };
  return { rightsExpireAt: state === 'valid' ? { $gt: soon } : { $gt: now, $lte: soon } };
}
