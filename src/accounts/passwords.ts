import { assertId, inTransaction, NotFoundError, UnauthenticatedError, type Context } from '../kernel/index.js';
import { dropActors } from './actor-cache.js';
import { WrongPasswordError } from './errors.js';
import type { ChangePasswordInput } from './inputs.js';
import { forgetFailures } from './lockout.js';
import { hashPassword, newOneTimePassword, verifyPassword } from './password-hash.js';
import { assertGoodPassword } from './password-rules.js';
import { PersonModel, type Person } from './person.js';
import { record } from './record.js';
import { endSessionsOf } from './sessions.js';
import { readPassword } from './sign-in.js';
import { countTry, forgetTries, forgiveTries } from './sign-in-limits.js';
import { invalid } from './text.js';

/** Changes the actor's own password and ends their other sessions. Throws WrongPasswordError, InvalidInputError, TooManyRequestsError. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<Person> {
  const person = await loadSelf(ctx);
  const current = readPassword('currentPassword', input.currentPassword);
  await countTry(ctx, person.login);
  if (!await verifyPassword(person.passwordHash, current)) throw new WrongPasswordError();
  await forgiveTries(ctx, person.login);
  assertGoodPassword('newPassword', input.newPassword, person.login);
  if (await verifyPassword(person.passwordHash, input.newPassword)) throw invalid('newPassword', '不能与当前密码相同 (must differ from the current one)');
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(() => setOwnPassword(ctx, person, passwordHash));
}

/** The person behind a session: a key cannot change the password of its owner. */
async function loadSelf(ctx: Context): Promise<Person> {
  const person = ctx.actor.type === 'person' ? await PersonModel.findById(ctx.actor.id).select('+passwordHash').lean<Person>() : null;
  if (!person) throw new UnauthenticatedError();
  return person;
}

async function setOwnPassword(ctx: Context, { _id, passwordHash: proved }: Person, passwordHash: string): Promise<Person> {
  // Only over the password that was proved: a reset by an administrator in between wins.
  const change = { passwordHash, passwordChangedAt: ctx.now(), mustChangePassword: false };
  const person = await PersonModel.findOneAndUpdate({ _id, passwordHash: proved }, { $set: change }, { returnDocument: 'after' }).lean<Person>();
  if (!person) throw new WrongPasswordError();
  const endedSessions = await endSessionsOf(_id, ctx.actor.sessionId);
  dropActors(_id);
  await record(ctx, { action: 'person.changePassword', subjectType: 'Person', subjectId: _id, summary: { endedSessions } });
  return person;
}

export interface PasswordReset {
  readonly person: Person;
  /** Shown to the administrator once. */
  readonly oneTimePassword: string;
}

/** Gives a person a one-time password, ends their sessions and lifts a lock. Their API keys stay. Throws NotFoundError. */
export async function resetPassword(ctx: Context, id: string): Promise<PasswordReset> {
  assertId(id, 'person');
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const person = await inTransaction(async () => {
    const change = { passwordHash, passwordChangedAt: ctx.now(), mustChangePassword: true };
    const changed = await PersonModel.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' }).lean<Person>();
    if (!changed) throw new NotFoundError({ id });
    const endedSessions = await endSessionsOf(id);
    await forgetFailures(changed.login);
    dropActors(id);
    await record(ctx, { action: 'person.resetPassword', subjectType: 'Person', subjectId: id, summary: { endedSessions } });
    return changed;
  });
  await forgetTries(person.login);
  return { person, oneTimePassword };
}
