import type { ResolverData } from 'type-graphql';
import { assertMay, may, UnauthenticatedError, type Actor, type Context } from '../kernel/index.js';
import { PasswordChangeRequiredError } from './errors.js';
import { isPermission } from './permissions.js';

/** What somebody with a one-time password may do meanwhile. */
const openWithOneTimePassword = new Set(['changePassword', 'signOut']);

/** Mutations that try or make secrets: one request may hold only one of them, so that aliases multiply nothing. */
export const sensitiveMutations: ReadonlySet<string> = new Set(['signIn', 'changePassword', 'resetPassword', 'createPerson', 'createApiKey']);

/** Whether this field must wait until the actor has changed their one-time password: every mutation but the change itself. */
export const mustWaitForPassword = (actor: Actor, parentType: string, field: string): boolean =>
  actor.mustChangePassword === true && parentType === 'Mutation' && !openWithOneTimePassword.has(field);

/** Throws UnauthenticatedError for nobody, ForbiddenError for somebody who holds none of the permissions. None named: any actor who is somebody. */
export function assertMayAny(actor: Actor, names: readonly string[]): void {
  const unknown = names.find((name) => !isPermission(name));
  if (unknown) throw new Error(`@Authorized names "${unknown}", which is not in the table of permissions`);
  if (actor.type === 'anonymous') throw new UnauthenticatedError();
  if (names.length > 0 && !names.some((name) => may(actor, name))) assertMay(actor, names[0]!);
}

/**
 * Decides every `@Authorized('noun.verb')` of the schema. It throws the errors that people are to see, and never answers false.
 * An arrow function, because type-graphql takes whatever has a prototype for a class.
 */
export const authChecker = ({ context, info }: Pick<ResolverData<Context>, 'context' | 'info'>, names: readonly string[]): boolean => {
  assertMayAny(context.actor, names);
  if (mustWaitForPassword(context.actor, info.parentType.name, info.fieldName)) throw new PasswordChangeRequiredError();
  return true;
};
