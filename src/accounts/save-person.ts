import { assertId, inTransaction, isDuplicateKey, newId, NotFoundError, UnauthenticatedError, type Context } from '../kernel/index.js';
import { dropActors } from './actor-cache.js';
import { LoginTakenError } from './errors.js';
import type { CreatePersonInput, UpdateOwnContactInput, UpdatePersonInput } from './inputs.js';
import { assertAdministratorRemains } from './last-administrator.js';
import { hashPassword, newOneTimePassword } from './password-hash.js';
import { assertGoodPassword } from './password-rules.js';
import { personCache, PersonModel, type Person } from './person.js';
import { assertUnitTakesPeople, readFields, readLogin, readUpdate, type PersonFields } from './person-input.js';
import { record } from './record.js';

/** How scripts give a password of their own instead of a one-time one. */
export interface FirstPassword {
  readonly password?: string;
  /** True when left out. */
  readonly mustChangePassword?: boolean;
}

export interface CreatedPerson {
  readonly person: Person;
  /** Shown once; null when the caller chose the password. */
  readonly oneTimePassword: string | null;
}

/** Adds a person with a one-time password, to be changed at the first sign-in. Throws InvalidInputError and LoginTakenError. */
export async function createPerson(ctx: Context, input: CreatePersonInput, { password, mustChangePassword = true }: FirstPassword = {}): Promise<CreatedPerson> {
  const login = readLogin(input.login);
  const fields = readFields(input);
  if (password !== undefined) assertGoodPassword('password', password, login);
  const oneTimePassword = password === undefined ? newOneTimePassword() : null;
  const passwordHash = await hashPassword(password ?? oneTimePassword!);
  const person = { _id: newId('person'), login, ...fields, isActive: true, mustChangePassword, lastSignInAt: null, createdAt: ctx.now(), passwordChangedAt: null };
  await addPerson(ctx, person, passwordHash);
  return { person, oneTimePassword };
}

async function addPerson(ctx: Context, person: Person, passwordHash: string): Promise<void> {
  const { _id, login, name, roles, unitId } = person;
  try {
    await inTransaction(async () => {
      await assertUnitTakesPeople(unitId);
      await PersonModel.create([{ ...person, passwordHash }]);
      personCache.drop(_id);
      await record(ctx, { action: 'person.create', subjectType: 'Person', subjectId: _id, summary: { login, name, roles, unitId } });
    });
  } catch (error) {
    // The unique index decides, so that two at once cannot both have a login.
    if (isDuplicateKey(error)) throw new LoginTakenError({ login });
    throw error;
  }
}

/** Changes a person. Throws NotFoundError, InvalidInputError, LastAdministratorError. */
export async function updatePerson(ctx: Context, input: UpdatePersonInput): Promise<Person> {
  assertId(input.id, 'person');
  return inTransaction(async () => {
    const before = await PersonModel.findById(input.id).lean<Person>();
    if (!before) throw new NotFoundError({ id: input.id });
    const after = readUpdate(before, input);
    if (after.unitId !== before.unitId) await assertUnitTakesPeople(after.unitId);
    await PersonModel.updateOne({ _id: before._id }, { $set: after });
    if (before.roles.includes('administrator')) await assertAdministratorRemains();
    personCache.drop(before._id);
    dropActors(before._id);
    await record(ctx, { action: 'person.update', subjectType: 'Person', subjectId: before._id, summary: changesOf(before, after) });
    return { ...before, ...after };
  });
}

/** Changes the actor's own e-mail address and telephone number; a key changes nothing of its owner. Throws UnauthenticatedError, InvalidInputError. */
export async function updateOwnContact(ctx: Context, { email, phone }: UpdateOwnContactInput): Promise<Person> {
  if (ctx.actor.type !== 'person') throw new UnauthenticatedError();
  return updatePerson(ctx, { id: ctx.actor.id, ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) });
}

/** What the trail says of a change: roles and unit before and after; of the rest, that it changed, because it is personal. */
function changesOf(before: Person, after: PersonFields): Record<string, unknown> {
  const changed = (Object.keys(after) as (keyof PersonFields)[]).filter((field) => String(after[field] ?? '') !== String(before[field] ?? ''));
  return {
    changed,
    ...(changed.includes('roles') ? { rolesBefore: before.roles, rolesAfter: after.roles } : {}),
    ...(changed.includes('unitId') ? { unitBefore: before.unitId ?? null, unitAfter: after.unitId } : {}),
  };
}
