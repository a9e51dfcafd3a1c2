import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, DateTime, newId } from '../kernel/index.js';

/** A key's use is noted at most this often: once a minute. */
export const useNotedMs = 60_000;

@ObjectType({ description: 'A key by which a machine acts: for the person who made it, or for a partner outlet.', simpleResolvers: true })
export class ApiKey {
  @Field(() => ID, { name: 'id', simple: false, description: 'Its id, `apiKey_…`.' })
  _id!: string;

  @Field(() => String, { description: 'What it is for, such as 官网同步.' })
  name!: string;

  @Field(() => ID, { description: 'The person who made it.' })
  ownerId!: string;

  @Field(() => [String], { description: 'The permissions it carries, as far as its owner still holds them.' })
  scopes!: string[];

  @Field(() => ID, { nullable: true, description: 'The destination it speaks for; only on the keys of partner outlets.' })
  destinationId?: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to about a minute.' })
  lastUsedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt?: Date | null;

  /** The SHA-256 of the secret, in hex. Never selected unless named. */
  secretHash?: string;
}

export const ApiKeyConnection = connectionType('ApiKey', () => ApiKey);

const apiKeySchema = new Schema<ApiKey>({
  _id: { type: String, default: () => newId('apiKey') },
  name: { type: String, required: true },
  ownerId: { type: String, required: true },
  scopes: { type: [String], required: true },
  destinationId: { type: String, default: null },
  secretHash: { type: String, required: true, select: false },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  lastUsedAt: { type: Date, default: null },
  revokedAt: { type: Date, default: null },
}, { collection: 'apiKeys', versionKey: false });
apiKeySchema.index({ ownerId: 1, createdAt: -1, _id: -1 });
apiKeySchema.index({ destinationId: 1, createdAt: -1, _id: -1 });

export const ApiKeyModel = mongoose.model<ApiKey>('ApiKey', apiKeySchema);

const shape = /^yk_([0-9a-f]{24})_([A-Za-z0-9_-]{43})$/;
const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** True for what looks like an API key rather than a session token. */
export const isApiKey = (bearer: string): boolean => bearer.startsWith('yk_');

/** The id and the secret in a bearer key, or undefined when it is none. */
export function readApiKey(bearer: string): { id: string; secret: string } | undefined {
  const [, id, secret] = shape.exec(bearer) ?? [];
  return id && secret ? { id: `apiKey_${id}`, secret } : undefined;
}

/** A new key: what its owner is shown once, and what is kept of it. 256 random bits need no slow hash. */
export function newApiKey(): { id: string; bearer: string; secretHash: string } {
  const id = newId('apiKey');
  const secret = randomBytes(32).toString('base64url');
  return { id, bearer: `yk_${id.slice('apiKey_'.length)}_${secret}`, secretHash: hashSecret(secret) };
}

/** Whether the secret made the hash, in a time that tells nothing. */
export const isSecretOf = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(secretHash, 'hex'));

/** Whether the key opens anything at this time. */
export const isKeyAlive = (key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): boolean => !key.revokedAt && key.expiresAt > now;
