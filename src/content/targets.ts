import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { findNode, InvalidInputError, typeOfId, type Context } from '../kernel/index.js';

const targets = '定向分发: who gets a release beside or instead of what the rules say. A block is stronger; who has an earlier version is always corrected.';
const also = 'These get it too, whatever their rules say.';
const only = 'These get it and nobody else, whatever any rule says. Empty: no such limit.';
const except = 'These do not get it. Who has an earlier version is still corrected.';

/** 定向分发: destinations by id, beside their rules. Kept with the release; the corrections after it follow it. */
@ObjectType('DeliveryTargets', { description: targets, simpleResolvers: true })
export class Targets {
  @Field(() => [ID], { description: also })
  also!: string[];

  @Field(() => [ID], { description: only })
  only!: string[];

  @Field(() => [ID], { description: except })
  except!: string[];
}

/** The same as a person gives it: what is left out names nobody. */
@InputType('DeliveryTargetsInput', { description: targets })
export class TargetsInput {
  @Field(() => [ID], { nullable: true, description: also })
  also?: string[] | null;

  @Field(() => [ID], { nullable: true, description: only })
  only?: string[] | null;

  @Field(() => [ID], { nullable: true, description: except })
  except?: string[] | null;
}

/** Most destinations one release may name. */
const mostTargets = 500;

/** The targets as they are kept: each once, all of them there and the actor's to see. Throws INVALID_INPUT, INVALID_ID, NOT_FOUND. */
export async function checkTargets(ctx: Context, given: TargetsInput): Promise<Targets> {
  const once = (ids: readonly string[] | null | undefined): string[] => [...new Set(ids ?? [])];
  const targets = { also: once(given.also), only: once(given.only), except: once(given.except) };
  const { also, only, except } = targets;
  const named = [...also, ...only, ...except];
  if (named.length > mostTargets) throw new InvalidInputError({ field: 'targets', reason: `最多 ${mostTargets} 个发布目的地 (at most ${mostTargets} destinations)` });
  if (only.length > 0 && also.length > 0) throw new InvalidInputError({ field: 'targets', reason: '「只发给」与「另发给」不能同时使用，请并入「只发给」 (only and also exclude each other; put all into only)' });
  const twice = except.find((id) => also.includes(id) || only.includes(id));
  if (twice) throw new InvalidInputError({ field: 'targets.except', reason: `${twice} 既要发又不发 (it is both wanted and left out)` });
  for (const id of new Set(named)) await assertDestination(ctx, id);
  return targets;
}

async function assertDestination(ctx: Context, id: string): Promise<void> {
  if (typeOfId(id) !== 'Destination') throw new InvalidInputError({ field: 'targets', reason: `「${id.slice(0, 60)}」不是发布目的地的编号 (not the id of a destination)` });
  await findNode(ctx, id, {});
}

/** Whether nobody is named. */
export const isEmpty = ({ also, only, except }: Targets): boolean => also.length + only.length + except.length === 0;
