import { assertId, emit, inTransaction, NotFoundError, type Context } from '../kernel/index.js';
import { dropActors } from './actor-cache.js';
import { revokeKeysOf } from './api-keys.js';
import { PersonDeactivated } from './events.js';
import { assertAdministratorRemains } from './last-administrator.js';
import { personCache, PersonModel, type Person } from './person.js';
import { record } from './record.js';
import { endSessionsOf } from './sessions.js';

/** Closes an account: its sessions end and its API keys are revoked, its name stays on what it signed. Throws NotFoundError, LastAdministratorError. */
export async function deactivatePerson(ctx: Context, id: string): Promise<Person> {
  return setActive(ctx, id, false, async (person) => {
    if (person.roles.includes('administrator')) await assertAdministratorRemains();
    const endedSessions = await endSessionsOf(id);
    const revokedKeys = await revokeKeysOf(ctx, id);
    await emit(ctx, PersonDeactivated, { personId: id });
    await record(ctx, { action: 'person.deactivate', subjectType: 'Person', subjectId: id, summary: { endedSessions, revokedKeys } });
  });
}

/** Opens a closed account again, with the password it had; revoked keys stay revoked. Throws NotFoundError. */
export async function reactivatePerson(ctx: Context, id: string): Promise<Person> {
  return setActive(ctx, id, true, () => record(ctx, { action: 'person.reactivate', subjectType: 'Person', subjectId: id }));
}

async function setActive(ctx: Context, id: string, isActive: boolean, then: (person: Person) => Promise<void>): Promise<Person> {
  assertId(id, 'person');
  return inTransaction(async () => {
    const before = await PersonModel.findById(id).lean<Person>();
    if (!before) throw new NotFoundError({ id });
    if (before.isActive === isActive) return before;
    await PersonModel.updateOne({ _id: id }, { $set: { isActive } });
    personCache.drop(id);
    dropActors(id);
    await then(before);
    return { ...before, isActive };
  });
}
