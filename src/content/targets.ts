import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { findNode, InvalidInputError, typeOfId, type Context } from '../kernel/index.js';

const alsoField = { description: 'These get it too, whatever their rules say.' };
const onlyField = { description: 'These get it and nobody else, whatever any rule says. Empty: no such limit.' };
const exceptField = { description: 'These do not get it. Who has an earlier version is still corrected.' };

/** 定向分发: destinations by id, beside their rules. Kept with the release; the corrections after it follow it. */
@ObjectType('DeliveryTargets', { description: '定向分发: who gets a release beside or instead of what the rules say. A block is stronger; who has an earlier version is always corrected.', simpleResolvers: true })
@InputType('DeliveryTargetsInput', { description: '定向分发: who gets a release beside or instead of what the rules say. A block is stronger; who has an earlier version is always corrected.' })
export class Targets {
  @Field(() => [ID], { ...alsoField, defaultValue: [] })
  also!: string[];

  @Field(() => [ID], { ...onlyField, defaultValue: [] })
  only!: string[];

  @Field(() => [ID], { ...exceptField, defaultValue: [] })
  except!: string[];
}

/** Most destinations one release may name. */
const mostTargets = 500;

/** The targets as they are kept: each once, all of them there and the actor's to see. Throws INVALID_INPUT, INVALID_ID, NOT_FOUND. */
export async function checkTargets(ctx: Context, given: Targets): Promise<Targets> {
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
