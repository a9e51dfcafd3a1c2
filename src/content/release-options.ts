import { InvalidInputError, type Context } from '../kernel/index.js';
import { EmbargoInPastError } from './errors.js';
import { checkTargets, isEmpty, type Targets, type TargetsInput } from './targets.js';
import { assertTimeZone, homeTimeZone } from './time-zone.js';

/** How a release goes out. Embargo: receivers have it now and may not run it before; readers here do not see it before either. */
export interface ReleaseOptions {
  readonly embargoedUntil?: Date | undefined;
  /** The IANA zone the embargo was given in: present with it, for showing it again. */
  readonly embargoTimeZone?: string | undefined;
  readonly targets?: Targets | undefined;
}

/** What a person gave. Null is nothing given. */
export interface GivenOptions {
  readonly embargoedUntil?: Date | null;
  readonly embargoTimeZone?: string | null;
  readonly targets?: TargetsInput | null;
}

/** The options of a release that goes out at `goesOutAt`. Throws EMBARGO_IN_PAST, INVALID_INPUT, INVALID_ID, NOT_FOUND. */
export async function checkOptions(ctx: Context, given: GivenOptions, goesOutAt: Date): Promise<ReleaseOptions> {
  const targets = given.targets ? { targets: await checkTargets(ctx, given.targets) } : {};
  const { embargoedUntil } = given;
  if (!embargoedUntil) {
    if (given.embargoTimeZone) throw new InvalidInputError({ field: 'embargoTimeZone', reason: '没有禁发时间，不需要时区 (there is no embargo to show in it)' });
    return targets;
  }
  const embargoTimeZone = given.embargoTimeZone ?? homeTimeZone;
  assertTimeZone('embargoTimeZone', embargoTimeZone);
  if (embargoedUntil <= goesOutAt) throw new EmbargoInPastError({ until: embargoedUntil.toISOString(), at: goesOutAt.toISOString() });
  return { ...targets, embargoedUntil, embargoTimeZone };
}

/** The options as documents keep them: nothing that says nothing. */
export function keptOptions({ embargoedUntil, embargoTimeZone, targets }: ReleaseOptions): ReleaseOptions {
  return { ...(embargoedUntil && { embargoedUntil, embargoTimeZone: embargoTimeZone ?? homeTimeZone }), ...(targets && !isEmpty(targets) && { targets }) };
}
