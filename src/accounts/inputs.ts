import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, PageArgs } from '../kernel/index.js';
import { RoleEnum } from './person.js';
import type { Role } from './permissions.js';
import { UnitKindEnum, type UnitKind } from './unit.js';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The login, in any case.' })
  login!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@InputType({ description: 'A change of one\'s own password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password used until now.' })
  currentPassword!: string;

  @Field(() => String, { description: 'The new one: 10 to 128 characters, not easily guessed, without the login.' })
  newPassword!: string;
}

@InputType({ description: 'A new unit.' })
export class CreateUnitInput {
  @Field(() => String, { description: 'Its full name, unique, 2 to 60 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its name in lists, at most 20 characters. The full name when left out.' })
  shortName?: string | null;

  @Field(() => UnitKindEnum, { description: 'What kind of unit it is.' })
  kind!: UnitKind;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists: smaller numbers first. 0 when left out.' })
  order?: number | null;
}

@InputType({ description: 'Changes of a unit. What is left out stays as it is.' })
export class UpdateUnitInput {
  @Field(() => ID, { description: 'The unit.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its full name, unique, 2 to 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in lists, at most 20 characters.' })
  shortName?: string | null;

  @Field(() => UnitKindEnum, { nullable: true, description: 'What kind of unit it is.' })
  kind?: UnitKind | null;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists: smaller numbers first.' })
  order?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it takes new people and content.' })
  isActive?: boolean | null;
}

@InputType({ description: 'A new person.' })
export class CreatePersonInput {
  @Field(() => String, { description: 'Their name, at most 30 characters.' })
  name!: string;

  @Field(() => String, { description: 'What they sign in with: 3 to 32 letters, digits, dots, underscores and hyphens; lower-cased; never changed.' })
  login!: string;

  @Field(() => [RoleEnum], { description: 'Their roles, at least one; PARTNER is not a person\'s.' })
  roles!: readonly Role[];

  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Their telephone number.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'The active unit they belong to. Contributors need one.' })
  unitId?: string | null;
}

@InputType({ description: 'Changes of a person. What is left out stays as it is; null empties it where that is allowed.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Their name, at most 30 characters.' })
  name?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'All their roles from now on.' })
  roles?: readonly Role[] | null;

  @Field(() => String, { nullable: true, description: 'Their e-mail address; null for none.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Their telephone number; null for none.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit they belong to; null for none.' })
  unitId?: string | null;
}

@InputType({ description: 'How one can be reached. What is left out stays.' })
export class UpdateOwnContactInput {
  @Field(() => String, { nullable: true, description: 'One\'s e-mail address; null for none.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'One\'s telephone number; null for none.' })
  phone?: string | null;
}

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for, at most 60 characters.' })
  name!: string;

  @Field(() => [String], { description: 'The permissions it carries: some of your own (or of the role PARTNER, with a destination). Signing reviews and managing people or keys cannot be among them.' })
  scopes!: readonly string[];

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself, within 730 days. A year from now when left out.' })
  expiresAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Makes it the key of a partner outlet, which speaks for this destination. Needs destination.manage.' })
  destinationId?: string | null;
}

@InputType({ description: 'Which units to list. Every condition must hold.' })
export class UnitFilter {
  @Field(() => UnitKindEnum, { nullable: true, description: 'Only units of this kind.' })
  kind?: UnitKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are active, or only those that are not.' })
  isActive?: boolean | null;
}

@InputType({ description: 'Which people to list. Every condition must hold.' })
export class PersonFilter {
  @Field(() => ID, { nullable: true, description: 'Only people of this unit.' })
  unitId?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Only people with this role.' })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those who may sign in, or only those who may not.' })
  isActive?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Only people whose name or login contains this text.' })
  text?: string | null;
}

@InputType({ description: 'Which entries of the audit trail to list. Every condition must hold.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Only what this actor did.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this action, such as content.publish.' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'Only what was done to things of this type, such as Article.' })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this thing.' })
  subjectId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only from this time on.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only before this time.' })
  before?: Date | null;
}

@ArgsType()
export class UnitsArgs extends PageArgs {
  @Field(() => UnitFilter, { nullable: true, description: 'Which units.' })
  filter?: UnitFilter | null;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which people.' })
  filter?: PersonFilter | null;
}

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries.' })
  filter?: AuditFilter | null;
}
