import { newId, type Context } from '../kernel/index.js';
import { AuditModel } from './audit.js';

/** What is worth remembering of an act. `summary` holds plain values; names of fields that changed rather than what they hold. */
export interface Act {
  /** `noun.verb`, mostly the permission that allowed it. */
  readonly action: string;
  /** The GraphQL type of the subject. */
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly summary?: Readonly<Record<string, unknown>>;
}

const secretNames = new Set(['password', 'passwordHash', 'currentPassword', 'newPassword', 'oneTimePassword', 'token', 'secret', 'secretHash']);

/** Adds an act to the audit trail, in the running transaction: it stands there if and only if the act was committed. */
export async function record(ctx: Context, { action, subjectType, subjectId, summary = {} }: Act): Promise<void> {
  const leak = Object.keys(summary).find((name) => secretNames.has(name));
  if (leak) throw new Error(`audit ${action}: "${leak}" does not belong in the audit trail`);
  const { actor } = ctx;
  await AuditModel.create([{
    _id: newId('audit'), at: ctx.now(), actorId: actor.id, actorName: actor.name, actorType: actor.type, apiKeyId: actor.apiKeyId ?? null,
    action, subjectType: subjectType ?? null, subjectId: subjectId ?? null, summary, requestId: ctx.requestId, ip: ctx.ip ?? null,
  }]);
}
