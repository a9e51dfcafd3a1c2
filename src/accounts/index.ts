import { ApiKeysResolver } from './api-keys-resolver.js';
import { AuditResolver } from './audit-resolver.js';
import { DemoAccountsResolver } from './demo-accounts.js';
import { PeopleResolver, PersonCardResolver } from './people-resolver.js';
import { PermissionsResolver } from './permissions-resolver.js';
import { SessionsResolver } from './sessions-resolver.js';
import { UnitsResolver } from './units-resolver.js';

/** This module's part of the GraphQL schema. */
export const accountsResolvers = [PeopleResolver, PersonCardResolver, UnitsResolver, SessionsResolver, ApiKeysResolver, AuditResolver, PermissionsResolver, DemoAccountsResolver] as const;

export * from './errors.js';
export * from './events.js';
export { roles, roleNames, permissionTable, permissions, permissionsOf, keyPermissions, isPermission, isRole, type Permission, type Role } from './permissions.js';
export { authChecker, assertMayAny, mustWaitForPassword, sensitiveMutations } from './auth-checker.js';
export { Unit, unitCache, unitKinds, UnitKindEnum, type UnitCard, type UnitKind } from './unit.js';
export { Person, PersonCard, personCache, RoleEnum } from './person.js';
export { createUnit, updateUnit } from './save-unit.js';
export { createPerson, updateOwnContact, updatePerson, type CreatedPerson, type FirstPassword } from './save-person.js';
export { deactivatePerson, reactivatePerson } from './close-person.js';
export { findPeople, findPerson, findPersonByLogin, findUnits } from './find-lists.js';
export { signIn, signOut, type SignedIn } from './sign-in.js';
export { changePassword, resetPassword, type PasswordReset } from './passwords.js';
export { createApiKey, revokeApiKey, type CreatedApiKey } from './api-keys.js';
export { findActor, type Credentials } from './find-actor.js';
export { watchSessions, dropAllActors } from './actor-cache.js';
export { sessionCookie, sessionCookieName, type CookieOptions, type SessionPort } from './session.js';
export type { ContextWithSession } from './sessions-resolver.js';
export { offerDemoAccounts, type DemoAccount } from './demo-accounts.js';
export { record, type Act } from './record.js';
export type { CreateApiKeyInput, CreatePersonInput, CreateUnitInput, SignInInput, UpdatePersonInput, UpdateUnitInput } from './inputs.js';
