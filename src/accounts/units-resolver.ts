import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { assertId, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { findUnits } from './find-lists.js';
import { CreateUnitInput, UnitsArgs, UpdateUnitInput } from './inputs.js';
import type { Permission } from './permissions.js';
import { createUnit, updateUnit } from './save-unit.js';
import { Unit, unitCache, UnitConnection } from './unit.js';

@Resolver(() => Unit)
export class UnitsResolver {
  @Authorized<Permission>('unit.read')
  @Query(() => UnitConnection, { description: 'Units, in their order.' })
  units(@Args(() => UnitsArgs) args: UnitsArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Unit>> {
    return findUnits(args.filter, args, selectionOf(info));
  }

  @Authorized<Permission>('unit.read')
  @Query(() => Unit, { nullable: true, description: 'One unit; null when there is none with this id.' })
  async unit(@Arg('id', () => ID, { description: 'The unit, `unit_…`.' }) id: string): Promise<Unit | undefined> {
    assertId(id, 'unit');
    return unitCache.get(id);
  }

  @Authorized<Permission>('unit.manage')
  @Mutation(() => Unit, { description: 'Add a unit.' })
  createUnit(@Arg('input', () => CreateUnitInput, { description: 'The unit.' }) input: CreateUnitInput, @Ctx() ctx: Context): Promise<Unit> {
    return createUnit(ctx, input);
  }

  @Authorized<Permission>('unit.manage')
  @Mutation(() => Unit, { description: 'Change a unit, or say that it is no longer active.' })
  updateUnit(@Arg('input', () => UpdateUnitInput, { description: 'The changes.' }) input: UpdateUnitInput, @Ctx() ctx: Context): Promise<Unit> {
    return updateUnit(ctx, input);
  }
}
