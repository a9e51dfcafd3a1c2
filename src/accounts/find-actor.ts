import { anonymous, type Actor, type Services } from '../kernel/index.js';
import { knownActor, type KnownActor } from './actor-cache.js';
import { ApiKeyModel, isApiKey, isKeyAlive, isSecretOf, readApiKey, useNotedMs, type ApiKey } from './api-key.js';
import { keyPermissions, permissionsOf } from './permissions.js';
import { PersonModel, type Person } from './person.js';
import { expiryOf, hashToken, SessionModel, touchMs, type Session } from './session.js';

export interface Credentials {
  /** What the cookie holds. */
  readonly sessionToken?: string | undefined;
  /** What stands after `Authorization: Bearer`: an API key or a session token. It goes before the cookie. */
  readonly bearer?: string | undefined;
}

/** Longer credentials are nobody's, and are not even hashed. */
const maxCredentialLength = 200;
const nobody: KnownActor = { actor: anonymous };

/** Who sends these credentials. Unknown, ended and revoked ones are anonymous, and so is nobody at all, without a look at the database. */
export async function findActor(services: Services, { sessionToken, bearer }: Credentials): Promise<Actor> {
  const credential = bearer || sessionToken;
  if (!credential || credential.length > maxCredentialLength) return anonymous;
  const isKey = isApiKey(credential);
  if (isKey && !bearer) return anonymous; // A key in a cookie would act without the guard against forged requests.
  const now = services.now();
  const hash = hashToken(credential);
  return knownActor(hash, now, () => (isKey ? findByKey(credential, now) : findBySession(hash, now)));
}

async function findBySession(tokenHash: string, now: Date): Promise<KnownActor> {
  const session = await SessionModel.findOne({ tokenHash }).lean<Session>();
  if (!session || session.expiresAt <= now) return nobody;
  const person = await PersonModel.findById(session.personId).lean<Person>();
  if (!person?.isActive) return nobody;
  const endsAt = await touchSession(session, now);
  return { actor: actorOfSession(person, session._id), endsAt };
}

/** Notes that the session is in use, which puts off its end. */
async function touchSession(session: Session, now: Date): Promise<Date> {
  if (now.getTime() - session.lastSeenAt.getTime() < touchMs) return session.expiresAt;
  const expiresAt = expiryOf(session.createdAt, now);
  await SessionModel.updateOne({ _id: session._id }, { $set: { lastSeenAt: now, expiresAt } });
  return expiresAt;
}

const actorOfSession = (person: Person, sessionId: string): Actor => ({
  type: 'person', id: person._id, name: person.name, roles: person.roles, permissions: permissionsOf(person.roles), sessionId,
  mustChangePassword: person.mustChangePassword, ...(person.unitId ? { unitId: person.unitId } : {}),
});

async function findByKey(bearer: string, now: Date): Promise<KnownActor> {
  const given = readApiKey(bearer);
  const key = given && await ApiKeyModel.findById(given.id).select('+secretHash').lean<ApiKey>();
  if (!key?.secretHash || !isSecretOf(given!.secret, key.secretHash) || !isKeyAlive(key, now)) return nobody;
  const actor = key.destinationId ? actorOfPartner(key, key.destinationId) : await findActorOfKey(key);
  if (!actor) return nobody;
  await noteUse(key, now);
  return { actor, endsAt: key.expiresAt };
}

/** A partner's key acts as itself: it must outlive the administrator who made it, and what it does is not theirs. */
const actorOfPartner = (key: ApiKey, destinationId: string): Actor => ({
  type: 'apiKey', id: key._id, name: key.name, roles: ['partner'], permissions: keyPermissions(key.scopes, ['partner']), apiKeyId: key._id, destinationId,
});

async function findActorOfKey(key: ApiKey): Promise<Actor | undefined> {
  const owner = await PersonModel.findById(key.ownerId).lean<Person>();
  if (!owner?.isActive) return undefined;
  return {
    type: 'apiKey', id: owner._id, name: owner.name, roles: owner.roles, permissions: keyPermissions(key.scopes, owner.roles), apiKeyId: key._id,
    ...(owner.unitId ? { unitId: owner.unitId } : {}),
  };
}

async function noteUse(key: ApiKey, now: Date): Promise<void> {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < useNotedMs) return;
  await ApiKeyModel.updateOne({ _id: key._id }, { $set: { lastUsedAt: now } });
}
