import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { DateTime, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { deactivatePerson, reactivatePerson } from './close-person.js';
import { findPeople, findPerson } from './find-lists.js';
import { CreatePersonInput, PeopleArgs, UpdatePersonInput } from './inputs.js';
import { findLocks } from './lockout.js';
import { resetPassword, type PasswordReset } from './passwords.js';
import { Person, PersonCard, PersonConnection } from './person.js';
import type { Permission } from './permissions.js';
import { createPerson, updatePerson, type CreatedPerson } from './save-person.js';
import { Unit, unitCache } from './unit.js';

@ObjectType({ description: 'A person and the password to tell them. It is shown this once.', simpleResolvers: true })
export class PersonWithOneTimePassword {
  @Field(() => Person, { description: 'The person.' })
  person!: Person;

  @Field(() => String, { nullable: true, description: 'What they sign in with once, and must then change.' })
  oneTimePassword!: string | null;
}

const unitOf = async (unitId: string | null | undefined): Promise<Unit | undefined> => (unitId ? unitCache.get(unitId) : undefined);

@Resolver(() => Person)
export class PeopleResolver {
  @Authorized<Permission>('person.read')
  @Query(() => PersonConnection, { description: 'People, by name.' })
  people(@Args(() => PeopleArgs) args: PeopleArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Person>> {
    return findPeople(args.filter, args, selectionOf(info));
  }

  @Authorized<Permission>('person.read')
  @Query(() => Person, { nullable: true, description: 'One person; null when there is none with this id.' })
  person(@Arg('id', () => ID, { description: 'The person, `person_…`.' }) id: string): Promise<Person | null> {
    return findPerson(id);
  }

  @Authorized<Permission>('person.manage')
  @Mutation(() => PersonWithOneTimePassword, { description: 'Add a person. The answer holds their one-time password.' })
  createPerson(@Arg('input', () => CreatePersonInput, { description: 'The person.' }) input: CreatePersonInput, @Ctx() ctx: Context): Promise<CreatedPerson> {
    return createPerson(ctx, input);
  }

  @Authorized<Permission>('person.manage')
  @Mutation(() => Person, { description: 'Change a person or their roles. It holds from their next request on.' })
  updatePerson(@Arg('input', () => UpdatePersonInput, { description: 'The changes.' }) input: UpdatePersonInput, @Ctx() ctx: Context): Promise<Person> {
    return updatePerson(ctx, input);
  }

  @Authorized<Permission>('person.manage')
  @Mutation(() => Person, { description: 'Close an account: sessions end and API keys are revoked; what was signed stays signed.' })
  deactivatePerson(@Arg('id', () => ID, { description: 'The person.' }) id: string, @Ctx() ctx: Context): Promise<Person> {
    return deactivatePerson(ctx, id);
  }

  @Authorized<Permission>('person.manage')
  @Mutation(() => Person, { description: 'Open a closed account again. Revoked keys stay revoked.' })
  reactivatePerson(@Arg('id', () => ID, { description: 'The person.' }) id: string, @Ctx() ctx: Context): Promise<Person> {
    return reactivatePerson(ctx, id);
  }

  @Authorized<Permission>('person.manage')
  @Mutation(() => PersonWithOneTimePassword, { description: 'Give a person a one-time password, end their sessions and lift a lock.' })
  resetPassword(@Arg('id', () => ID, { description: 'The person.' }) id: string, @Ctx() ctx: Context): Promise<PasswordReset> {
    return resetPassword(ctx, id);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit they belong to.' })
  unit(@Root() person: Person): Promise<Unit | undefined> {
    return unitOf(person.unitId);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'Until when too many failed sign-ins keep them out; null when nothing does.' })
  async lockedUntil(@Root() person: Person, @Ctx() ctx: Context): Promise<Date | undefined> {
    const locks = ctx.loader<string, Date>('accounts.locks', async (logins) => (await findLocks(logins, ctx.now())).map((until) => until ?? undefined));
    return locks.load(person.login);
  }
}

@Resolver(() => PersonCard)
export class PersonCardResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit they belong to.' })
  unit(@Root() person: PersonCard): Promise<Unit | undefined> {
    return unitOf(person.unitId);
  }
}
