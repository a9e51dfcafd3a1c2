import { beijingDay } from './clock.js';
import { reject } from './rejection.js';
import type { Usage } from './state.js';
import type { Account, World } from './world.js';

/** How often a path may be called when the account's options say nothing. */
export interface CallLimits {
  readonly dailyLimit: number;
  readonly minuteLimit?: number;
}

/** Today's use of a path; days end at midnight in Beijing. */
export function usageOf(account: Account, path: string, now: number): Usage {
  const day = beijingDay(now);
  const minute = Math.floor(now / 60_000);
  const known = account.state.usage[path];
  const usage = known?.day === day ? known : { day, count: 0, minute, minuteCount: 0 };
  if (usage.minute !== minute) Object.assign(usage, { minute, minuteCount: 0 });
  account.state.usage[path] = usage;
  return usage;
}

/** The daily limit in force. */
export const dailyLimitOf = (account: Account, path: string, limits: CallLimits): number => account.options.quotas?.[path] ?? limits.dailyLimit;

/** Counts one call; 45011 over the minute's limit, 45009 over the day's. */
export function countCall(world: World, account: Account, path: string, limits: CallLimits): void {
  const usage = usageOf(account, path, world.clock.now());
  const minuteLimit = account.options.minuteQuotas?.[path] ?? limits.minuteLimit ?? Infinity;
  if (usage.minuteCount >= minuteLimit) reject(45011);
  if (usage.count >= dailyLimitOf(account, path, limits)) reject(45009);
  usage.count += 1;
  usage.minuteCount += 1;
}
