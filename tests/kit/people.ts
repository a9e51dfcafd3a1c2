import { createHash } from 'node:crypto';
import { newId, type Actor, type Context, type ContextOptions } from '../../src/kernel/index.js';
import { createPerson, createUnit, permissionsOf, type CreatePersonInput, type CreateUnitInput, type Person, type Role, type Unit } from '../../src/accounts/index.js';
import { contextOf } from './services.js';

export { anonymous, system } from '../../src/kernel/index.js';

/** An id that is the same for the same words, so that `as('editor')` is one person throughout a test. */
const idOf = (noun: string, words: string): string => `${noun}_${createHash('sha256').update(words).digest('hex').slice(0, 24)}`;

/** The unit that `as` people belong to, unless told otherwise. It is not in the database. */
export const testUnitId = idOf('unit', 'the unit of tests');

/** A person actor of these roles. The same roles and name give the same person; another `name` gives another one. */
export function actorOf(role: Role | readonly Role[], overrides: Partial<Actor> = {}): Actor {
  const held = typeof role === 'string' ? [role] : role;
  const name = overrides.name ?? held.join('+');
  return { type: 'person', id: idOf('person', name), name, unitId: testUnitId, roles: held, permissions: permissionsOf(held), ...overrides };
}

/** A context in which a person of this role acts. They are not in the database. */
export const as = (role: Role | readonly Role[], overrides: Partial<Actor> = {}, options: Partial<ContextOptions> = {}): Context =>
  contextOf(actorOf(role, overrides), options);

/** A context in which a stored person acts. */
export const asPerson = (person: Pick<Person, '_id' | 'name' | 'roles' | 'unitId'>, options: Partial<ContextOptions> = {}): Context =>
  as(person.roles, { id: person._id, name: person.name, ...(person.unitId ? { unitId: person.unitId } : {}) }, options);

let count = 0;

/** A unit in the database. */
export function aUnit(overrides: Partial<CreateUnitInput> = {}): Promise<Unit> {
  count += 1;
  return createUnit(as('administrator'), { name: `杭州市第${count}单位`, shortName: `第${count}单位`, kind: 'bureau', ...overrides });
}

/** What `aPerson` gave as password, unless told otherwise. */
export const testPassword = '一次就好-办事不求人';

/** A person in the database: an editor of a new unit whose password is `testPassword`. */
export async function aPerson(overrides: Partial<CreatePersonInput> & { readonly password?: string; readonly mustChangePassword?: boolean } = {}): Promise<Person> {
  count += 1;
  const { password = testPassword, mustChangePassword = false, ...input } = overrides;
  const unitId = input.unitId === undefined ? (await aUnit())._id : input.unitId;
  const { person } = await createPerson(as('administrator'), { name: `第${count}人`, login: `${newId('p').slice(2)}`, roles: ['editor'], ...input, unitId }, { password, mustChangePassword });
  return person;
}
