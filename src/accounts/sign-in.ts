import { inTransaction, type Context } from '../kernel/index.js';
import { SignInFailedError } from './errors.js';
import type { SignInInput } from './inputs.js';
import { assertUnlocked, countFailure, forgetFailures } from './lockout.js';
import { hashPassword, isHashStale, verifyPassword } from './password-hash.js';
import { maxPasswordLength } from './password-rules.js';
import { PersonModel, type Person } from './person.js';
import { record } from './record.js';
import { endOwnSession, openSession, type OpenedSession } from './sessions.js';
import { countTry, forgiveTries } from './sign-in-limits.js';
import { invalid, readLine } from './text.js';

export interface SignedIn extends OpenedSession {
  readonly person: Person;
}

/**
 * Signs a person in. A login that nobody has, a wrong password and a closed account get one answer (SignInFailedError) after the
 * same work, and are counted and locked alike (SignInLockedError, TooManyRequestsError).
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignedIn> {
  const login = readLine('login', input.login, { max: 64 }).toLowerCase();
  const password = readPassword('password', input.password);
  const person = await provePassword(ctx, login, password);
  const freshHash = isHashStale(person.passwordHash!) ? await hashPassword(password) : undefined;
  return inTransaction(() => begin(ctx, person, freshHash));
}

/** A password as it was typed, of a length worth hashing. */
export function readPassword(field: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 4 * maxPasswordLength) throw invalid(field, '不能为空或过长 (must be neither empty nor too long)');
  return value;
}

/** The active person whose login and password these are. Throws SignInFailedError, SignInLockedError, TooManyRequestsError. */
async function provePassword(ctx: Context, login: string, password: string): Promise<Person> {
  await countTry(ctx, login);
  await assertUnlocked(login, ctx.now());
  const person = await PersonModel.findOne({ login }).select('+passwordHash').lean<Person>();
  const isRight = await verifyPassword(person?.passwordHash, password);
  if (!person?.isActive || !isRight) return refuse(ctx, login, person);
  await forgiveTries(ctx, login);
  await forgetFailures(login);
  return person;
}

/** Notes a failure. Of a login nobody has, not even the login: people type passwords there by mistake. */
async function refuse(ctx: Context, login: string, person: Person | null): Promise<never> {
  await countFailure(login, ctx.now());
  await record(ctx, { action: 'session.refuse', ...(person ? { subjectType: 'Person', subjectId: person._id } : {}) });
  throw new SignInFailedError();
}

async function begin(ctx: Context, { _id, passwordHash }: Person, freshHash: string | undefined): Promise<SignedIn> {
  const change = { lastSignInAt: ctx.now(), ...(freshHash ? { passwordHash: freshHash } : {}) };
  // The hash is named so that a password changed or an account closed since it was proved opens nothing.
  const person = await PersonModel.findOneAndUpdate({ _id, isActive: true, passwordHash }, { $set: change }, { returnDocument: 'after' }).lean<Person>();
  if (!person) throw new SignInFailedError();
  const opened = await openSession(ctx, person._id);
  await record({ ...ctx, actor: { ...ctx.actor, type: 'person', id: person._id, name: person.name } }, { action: 'session.begin', subjectType: 'Session', subjectId: opened.session._id });
  return { ...opened, person };
}

/** Ends the session the actor uses. Without one, nothing happens. */
export async function signOut(ctx: Context): Promise<void> {
  const { sessionId } = ctx.actor;
  if (!sessionId) return;
  await inTransaction(() => endOwnSession(ctx, sessionId));
}
