import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NotFoundError, type Context } from '../kernel/index.js';
import type { DestinationReason } from './choose-destinations.js';
import { DestinationReasonEnum } from './prospect-type.js';
import { DeliveryRow } from './delivery.js';
import { findDeliveriesOf } from './find-deliveries.js';
import { findPlan, type Withheld } from './plan.js';

@ObjectType({ description: 'A destination that asked for a release, by its rule or a target, and did not get it.', simpleResolvers: true })
export class WithheldDestination implements Withheld {
  @Field(() => ID, { description: 'The destination.' })
  destinationId!: string;

  @Field(() => DestinationReasonEnum, { description: 'Why.' })
  reason!: DestinationReason;

  @Field(() => String, { description: 'Why, in a sentence.' })
  message!: string;
}

@ObjectType({ description: '送达情况: how far one version of a content has come. "Confirmed by n of m, and who is missing."', simpleResolvers: true })
export class DeliveryProgress {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'The version.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether every destination has been planned.' })
  isPlanned!: boolean;

  @Field(() => Int, { description: 'How many destinations confirmed it.' })
  confirmed!: number;

  @Field(() => Int, { description: 'How many it was planned for; not counted are those it was cancelled for, or that a later version reached first.' })
  total!: number;

  @Field(() => [DeliveryRow], { description: 'Those that have not confirmed it; each says why.' })
  missing!: DeliveryRow[];

  @Field(() => [WithheldDestination], { description: '未安排: who would have got it by a rule or a target, but was kept out when it was planned: by a block, by the targets, because it is closed.' })
  withheld!: WithheldDestination[];
}

/** Who confirmed a version, and who did not. A partner hears of itself only, and of what it never got: NotFoundError. */
export async function findProgress(ctx: Context, contentId: string, version: number): Promise<DeliveryProgress> {
  const [plan, rows] = await Promise.all([findPlan(contentId, version), findDeliveriesOf(ctx, contentId, version)]);
  if (ctx.actor.destinationId && rows.length === 0) throw new NotFoundError({ id: contentId });
  const wanted = rows.filter(({ state }) => state !== 'cancelled' && state !== 'superseded');
  const withheld = (plan?.withheld ?? []).filter(({ destinationId }) => rows.every((row) => row.destinationId !== destinationId) && (ctx.actor.destinationId ?? destinationId) === destinationId);
  const missing = wanted.filter(({ state }) => state !== 'delivered');
  return { contentId, version, isPlanned: plan?.finishedAt !== undefined, confirmed: wanted.length - missing.length, total: wanted.length, missing, withheld };
}
