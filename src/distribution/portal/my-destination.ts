import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, NotFoundError, type Context } from '../../kernel/index.js';
import { destinationCache } from '../destination.js';
import { HealthModel, pauseOf, type Health } from '../health.js';
import { NoOwnDestinationError } from './portal-errors.js';

@ObjectType({ description: 'A partner\'s own destination, as the partner may see it.', simpleResolvers: true })
export class MyDestination {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name with us.' })
  name!: string;

  @Field(() => String, { description: 'How it is served: the kind of channel.' })
  channelId!: string;

  @Field(() => Boolean, { description: 'Whether anything goes out to it.' })
  isActive!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is closed.' })
  deactivatedReason?: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing but failures; absent when it is well.' })
  failingSince?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Nothing is sent before: after failures in a row (then one delivery tries it), or because you asked for silence by Retry-After.' })
  pausedUntil?: Date;

  @Field(() => String, { nullable: true, description: 'The last failure in words.' })
  lastMessage?: string;
}

/** The destination whose key the actor uses. Throws NoOwnDestinationError for everybody else. */
export function ownDestinationId(ctx: Context): string {
  if (!ctx.actor.destinationId) throw new NoOwnDestinationError();
  return ctx.actor.destinationId;
}

/** The actor's own destination. Throws NoOwnDestinationError, and NotFoundError when it is no more. */
export async function findMyDestination(ctx: Context): Promise<MyDestination> {
  const id = ownDestinationId(ctx);
  const [row, health] = await Promise.all([destinationCache.get(id), HealthModel.findById(id).lean<Health>()]);
  if (!row) throw new NotFoundError({ id });
  const { name, channelId, isActive, deactivatedReason } = row;
  const { failingSince, lastMessage } = health ?? {};
  const pausedUntil = health ? pauseOf(health) : undefined;
  return { id, name, channelId, isActive, ...(deactivatedReason ? { deactivatedReason } : {}), ...(failingSince ? { failingSince } : {}), ...(pausedUntil ? { pausedUntil } : {}), ...(lastMessage ? { lastMessage } : {}) };
}
