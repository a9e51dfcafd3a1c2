import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/index.js';
import type { DeliveryRow } from './delivery.js';
import { HealthModel, pauseOf, type Health } from './health.js';

@ObjectType({ description: 'A while in which a destination is left alone: nothing goes out to it, however due.', simpleResolvers: true })
export class DeliveryPause {
  @Field(() => DateTime, { description: 'Until when. What is due then goes out by itself.' })
  until!: Date;

  @Field(() => Boolean, { description: 'Whether the receiver asked for it (429 or 503 with Retry-After); otherwise it follows from failures in a row.' })
  isAskedFor!: boolean;
}

/** The pause that a delivery waits for, beside its own time; none when it does not wait. Pure. */
export function pauseFor({ state }: Pick<DeliveryRow, 'state'>, health: Pick<Health, 'pausedUntil' | 'quietUntil'>, now: Date): DeliveryPause | undefined {
  const until = pauseOf(health);
  if (state !== 'waiting' || !until || until <= now) return undefined;
  return { until, isAskedFor: until.getTime() === health.quietUntil?.getTime() };
}

/** How destinations are doing, in the order asked for. */
export async function healthsOf(ids: readonly string[]): Promise<(Health | undefined)[]> {
  const healths = await HealthModel.find({ _id: { $in: ids } }).lean<Health[]>();
  return ids.map((id) => healths.find(({ _id }) => _id === id));
}
