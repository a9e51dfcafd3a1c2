import { ConfigError } from '../kernel/index.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits between tries: Standard Webhooks' schedule, ten tries over 75 h 35 min. */
export const retryWaits: readonly number[] = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

let waits = retryWaits;

/** How many times a delivery is tried before it is dead. */
export const maxTries = (): number => waits.length + 1;

/** Sets the waits of this process, in milliseconds; once, before work begins. */
export function useRetryWaits(list: readonly number[]): void {
  waits = list;
}

/** The waits that DELIVERY_RETRY_SECONDS names, in milliseconds; the standard ones without it. Throws ConfigError. */
export function readRetryWaits(env: NodeJS.ProcessEnv = process.env): readonly number[] {
  const given = env.DELIVERY_RETRY_SECONDS?.trim();
  if (!given) return retryWaits;
  const seconds = given.split(',').map(Number);
  const isSound = seconds.length <= 50 && seconds.every((each) => Number.isFinite(each) && each >= 1 && each <= 7 * 86_400);
  if (!isSound) throw new ConfigError(['DELIVERY_RETRY_SECONDS must list 1 to 50 waits between tries, in seconds from 1 to 604800, such as 5,300,1800.']);
  return seconds.map((each) => each * second);
}

/** The longest a receiver may ask us to wait (Retry-After), in milliseconds. */
export const longestWish = 24 * hour;

/**
 * When to try again after `tries` failures: the schedule, a fifth more or less, never before the receiver's wish unless that is
 * more than a day away. A wish is spread a little, so that all who were told the same second do not come at it.
 */
export function retryAt(tries: number, now: Date, wish?: Date, random: number = Math.random()): Date {
  const wait = waits[Math.min(Math.max(tries, 1), waits.length) - 1]! * (0.8 + 0.4 * random);
  const wished = wish ? Math.min(wish.getTime() - now.getTime(), longestWish) * (1 + 0.1 * random) : 0;
  return new Date(now.getTime() + Math.round(Math.max(wait, wished)));
}

/** Waits between questions about a delivery whose end is not known, when the channel names no time. */
const askWaits: readonly number[] = [10 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 24 * hour];

/** How many times a channel is asked what became of an unclear delivery before a person is. */
export const maxAsks = askWaits.length;

/** When to ask again, after `asks` questions: as the channel wishes, between a second and a day from now. */
export function askAt(asks: number, now: Date, wish?: Date): Date {
  const wait = wish ? wish.getTime() - now.getTime() : askWaits[Math.min(asks, askWaits.length - 1)]!;
  return new Date(now.getTime() + Math.min(24 * hour, Math.max(second, wait)));
}
