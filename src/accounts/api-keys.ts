import { assertId, ForbiddenError, inTransaction, may, NotFoundError, type Actor, type Context } from '../kernel/index.js';
import { dropActors } from './actor-cache.js';
import { ApiKeyModel, newApiKey, type ApiKey } from './api-key.js';
import { ScopeNotHeldError } from './errors.js';
import type { CreateApiKeyInput } from './inputs.js';
import { keyPermissions } from './permissions.js';
import { record } from './record.js';
import { invalid, readLine } from './text.js';

/** Days a key lives when nobody says otherwise, and at most. */
const keyDays = { usual: 365, most: 730 } as const;

export interface CreatedApiKey {
  readonly apiKey: ApiKey;
  /** `yk_<id>_<secret>`: shown once. */
  readonly bearer: string;
}

/** Makes a key. Throws InvalidInputError, ScopeNotHeldError, ForbiddenError (a partner's key without `destination.manage`). */
export async function createApiKey(ctx: Context, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  const destinationId = readDestination(ctx.actor, input.destinationId);
  const { id, bearer, secretHash } = newApiKey();
  const apiKey = {
    _id: id, name: readLine('name', input.name, { max: 60 }), ownerId: ctx.actor.id, destinationId,
    scopes: readScopes(input.scopes, destinationId ? ['partner'] : ctx.actor.roles),
    createdAt: ctx.now(), expiresAt: readExpiry(input.expiresAt, ctx.now()), lastUsedAt: null, revokedAt: null,
  };
  await inTransaction(async () => {
    await ApiKeyModel.create([{ ...apiKey, secretHash }]);
    await record(ctx, { action: 'apiKey.create', subjectType: 'ApiKey', subjectId: id, summary: { name: apiKey.name, scopes: apiKey.scopes, destinationId } });
  });
  return { apiKey, bearer };
}

function readDestination(actor: Actor, destinationId: string | null | undefined): string | null {
  if (!destinationId) return null;
  assertId(destinationId, 'destination');
  if (!may(actor, 'destination.manage')) throw new ForbiddenError({ permission: 'destination.manage' });
  return destinationId;
}

function readScopes(scopes: readonly string[], ownerRoles: readonly string[]): string[] {
  if (!Array.isArray(scopes) || scopes.length === 0) throw invalid('scopes', '至少选择一项权限 (choose at least one permission)');
  const allowed: ReadonlySet<string> = keyPermissions(scopes, ownerRoles);
  const refused = scopes.filter((scope) => !allowed.has(scope));
  if (refused.length > 0) throw new ScopeNotHeldError({ scopes: refused.map((scope) => String(scope).slice(0, 40)).slice(0, 10).join(', ') });
  return [...allowed];
}

function readExpiry(expiresAt: Date | null | undefined, now: Date): Date {
  const inDays = (days: number): Date => new Date(now.getTime() + days * 24 * 3_600_000);
  if (!expiresAt) return inDays(keyDays.usual);
  if (expiresAt <= now || expiresAt > inDays(keyDays.most)) throw invalid('expiresAt', `应晚于现在，且不超过 ${keyDays.most} 天 (must be after now and within ${keyDays.most} days)`);
  return expiresAt;
}

/** Ends a key at once: one's own, or any partner's for who may manage destinations. Throws NotFoundError. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKey> {
  assertId(id, 'apiKey');
  const isMine = { ownerId: ctx.actor.id };
  const mayRevoke = may(ctx.actor, 'destination.manage') ? { $or: [isMine, { destinationId: { $ne: null } }] } : isMine;
  return inTransaction(async () => {
    const key = await ApiKeyModel.findOne({ _id: id, ...mayRevoke }).lean<ApiKey>();
    if (!key) throw new NotFoundError({ id });
    if (key.revokedAt) return key;
    await ApiKeyModel.updateOne({ _id: id }, { $set: { revokedAt: ctx.now() } });
    dropActors(id);
    await record(ctx, { action: 'apiKey.revoke', subjectType: 'ApiKey', subjectId: id, summary: { name: key.name } });
    return { ...key, revokedAt: ctx.now() };
  });
}

/** Revokes a person's own keys; keys they made for partners live on. In the caller's transaction. Returns how many. */
export async function revokeKeysOf(ctx: Context, ownerId: string): Promise<number> {
  const keys = await ApiKeyModel.find({ ownerId, destinationId: null, revokedAt: null }).select('_id').lean<ApiKey[]>();
  const ids = keys.map(({ _id }) => _id);
  await ApiKeyModel.updateMany({ _id: { $in: ids } }, { $set: { revokedAt: ctx.now() } });
  ids.forEach(dropActors);
  return ids.length;
}
