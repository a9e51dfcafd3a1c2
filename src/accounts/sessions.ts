import { newId, NotFoundError, assertId, type Context } from '../kernel/index.js';
import { dropActors } from './actor-cache.js';
import { record } from './record.js';
import { expiryOf, hashToken, newSessionToken, SessionModel, type Session } from './session.js';

export interface OpenedSession {
  /** Given to its owner once and kept by nobody else. */
  readonly token: string;
  readonly session: Session;
}

/** Opens a session for a person who has proved who they are. In the caller's transaction. */
export async function openSession(ctx: Context, personId: string): Promise<OpenedSession> {
  const token = newSessionToken();
  const now = ctx.now();
  const session = { _id: newId('session'), personId, tokenHash: hashToken(token), createdAt: now, lastSeenAt: now, expiresAt: expiryOf(now, now), ip: ctx.ip ?? null };
  await SessionModel.create([session]);
  return { token, session };
}

/** Ends the sessions of a person, but for the one to keep. In the caller's transaction. Returns how many ended. */
export async function endSessionsOf(personId: string, keepId?: string): Promise<number> {
  const sessions = await SessionModel.find({ personId, ...(keepId ? { _id: { $ne: keepId } } : {}) }).select('_id').lean<Session[]>();
  const ids = sessions.map(({ _id }) => _id);
  await SessionModel.deleteMany({ _id: { $in: ids } });
  ids.forEach(dropActors);
  return ids.length;
}

/** Ends one session of the actor's own. Throws NotFoundError when it is not theirs. In the caller's transaction. */
export async function endOwnSession(ctx: Context, id: string): Promise<void> {
  assertId(id, 'session');
  const { deletedCount } = await SessionModel.deleteOne({ _id: id, personId: ctx.actor.id });
  if (deletedCount === 0) throw new NotFoundError({ id });
  dropActors(id);
  await record(ctx, { action: 'session.end', subjectType: 'Session', subjectId: id });
}
