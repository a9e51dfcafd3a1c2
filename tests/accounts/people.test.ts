import mongoose from 'mongoose';
import {
  createPerson, createUnit, deactivatePerson, findPersonByLogin, personCache, reactivatePerson, record, unitCache, updateOwnContact, updatePerson, updateUnit,
  type CreatePersonInput, type Role,
} from '../../src/accounts/index.js';
import { AuditModel } from '../../src/accounts/audit.js';
import { PersonModel } from '../../src/accounts/person.js';
import { DomainError, inTransaction, system, type Connection } from '../../src/kernel/index.js';
import { as, asPerson, aPerson, aUnit } from '../kit/people.js';
import { clock, contextOf, hour, outbox, useDatabase } from '../kit/services.js';
import { codeOf as codeOfResult, dataOf, run } from './run-graphql.js';

useDatabase();

const administrator = as('administrator');
const input: CreatePersonInput = { name: '李编辑', login: 'li.bianji', roles: ['editor'] };

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'OK';
  } catch (error) {
    if (error instanceof DomainError) return error.params.field ? `${error.code} ${error.params.field}` : error.code;
    throw error;
  }
}

const trail = (): Promise<Record<string, unknown>[]> => mongoose.connection.db!.collection('audit').find().sort({ _id: 1 }).toArray();

describe('a person', () => {
  it('is added with a one-time password, which is told once and kept nowhere', async () => {
    const { person, oneTimePassword } = await createPerson(administrator, { ...input, login: 'Li.Ming', name: '  李明 ', email: 'li@hz.example.cn', phone: '0571-8525 0000' });
    expect(person).toMatchObject({ login: 'li.ming', name: '李明', roles: ['editor'], isActive: true, mustChangePassword: true });
    const everything = JSON.stringify([await mongoose.connection.db!.collection('people').find().toArray(), await trail(), await outbox()]);
    expect(everything).toContain('li.ming');
    expect(everything).not.toContain(oneTimePassword);
  });

  it.each<[string, Partial<Record<keyof CreatePersonInput, unknown>>, string]>([
    ['no name', { name: '   ' }, 'INVALID_INPUT name'], ['a name of 31 characters', { name: '李'.repeat(31) }, 'INVALID_INPUT name'], ['a line break in the name', { name: '李\n明' }, 'INVALID_INPUT name'],
    ['a name turned round by a hidden mark', { name: '李\u202e明' }, 'INVALID_INPUT name'], ['an object for a name', { name: { $gt: '' } }, 'INVALID_INPUT name'],
    ['a login of two letters', { login: 'li' }, 'INVALID_INPUT login'], ['a Chinese login', { login: '李编辑部' }, 'INVALID_INPUT login'], ['a login with a space', { login: 'li ming' }, 'INVALID_INPUT login'],
    ['an operator for a login', { login: { $ne: null } }, 'INVALID_INPUT login'], ['no role', { roles: [] }, 'INVALID_INPUT roles'], ['a role that does not exist', { roles: ['emperor'] }, 'INVALID_INPUT roles'],
    ['the role of partners', { roles: ['partner'] }, 'INVALID_INPUT roles'], ['a contributor without a unit', { roles: ['contributor'] }, 'INVALID_INPUT unitId'],
    ['a unit that does not exist', { unitId: 'unit_000000000000000000000000' }, 'INVALID_INPUT unitId'], ['an id of something else', { unitId: 'person_000000000000000000000000' }, 'INVALID_ID'],
    ['an e-mail without @', { email: 'li.example.cn' }, 'INVALID_INPUT email'], ['letters in the telephone number', { phone: 'call me' }, 'INVALID_INPUT phone'],
  ])('with %s is refused, naming the field', async (_, wrong, code) => {
    expect(await codeOf(createPerson(administrator, { ...input, login: 'li.ming', ...wrong } as CreatePersonInput))).toBe(code);
    expect(await PersonModel.countDocuments()).toBe(0);
  });

  it('has a login of their own, also when ten are added with one login at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => codeOf(createPerson(administrator, { ...input, login: n % 2 ? 'LI.MING' : 'li.ming' }))));
    expect(answers.sort()).toEqual([...Array<string>(9).fill('LOGIN_TAKEN'), 'OK']);
    expect((await trail()).map(({ action }) => action)).toEqual(['person.create']);
  });

  it('joins no unit that is closed, and stays in one that closes', async () => {
    const unit = await aUnit();
    const person = await aPerson({ unitId: unit._id });
    await updateUnit(administrator, { id: unit._id, isActive: false });
    expect(await codeOf(aPerson({ unitId: unit._id }))).toBe('INVALID_INPUT unitId');
    expect((await updatePerson(administrator, { id: person._id, name: '新名字' })).unitId).toBe(unit._id);
  });

  it('keeps what an update leaves out, and loses what it sets to null', async () => {
    const person = await aPerson({ email: 'li@hz.example.cn', phone: '057185250000' });
    const after = await updatePerson(administrator, { id: person._id, email: null, roles: ['reviewer', 'reviewer'] });
    expect(after).toMatchObject({ name: person.name, email: null, phone: '057185250000', roles: ['reviewer'], unitId: person.unitId });
    expect((await personCache.get(person._id))?.name).toBe(person.name);
  });

  it('leaves in the trail what changed, the roles before and after, and nothing personal', async () => {
    const person = await aPerson({ phone: '057185250000' });
    await updatePerson(administrator, { id: person._id, phone: '057185259999', roles: ['chiefEditor'] });
    const last = (await trail()).at(-1)!;
    expect(last).toMatchObject({ action: 'person.update', subjectId: person._id, actorName: 'administrator', summary: { changed: ['phone', 'roles'], rolesBefore: ['editor'], rolesAfter: ['chiefEditor'] } });
    expect(JSON.stringify(last)).not.toContain('85259999');
  });

  it('whose account is closed is announced once, and can come back', async () => {
    const person = await aPerson();
    await deactivatePerson(administrator, person._id);
    await deactivatePerson(administrator, person._id);
    expect(await outbox('person.deactivated', person._id)).toHaveLength(1);
    expect((await reactivatePerson(administrator, person._id)).isActive).toBe(true);
  });

  it('cannot be the last administrator to go, neither by account nor by role', async () => {
    const [first, second] = [await aPerson({ roles: ['administrator'] }), await aPerson({ roles: ['administrator', 'operator'] })];
    await deactivatePerson(administrator, first._id);
    expect(await codeOf(deactivatePerson(administrator, second._id))).toBe('LAST_ADMINISTRATOR');
    expect(await codeOf(updatePerson(administrator, { id: second._id, roles: ['operator'] }))).toBe('LAST_ADMINISTRATOR');
    expect((await findPersonByLogin(second.login))?.roles).toEqual(['administrator', 'operator']);
  });

  it('and another, the last two administrators, cannot remove each other at once', async () => {
    const [first, second] = [await aPerson({ roles: ['administrator'] }), await aPerson({ roles: ['administrator'] })];
    const answers = await Promise.all([codeOf(updatePerson(asPerson(first), { id: second._id, roles: ['editor'] })), codeOf(deactivatePerson(asPerson(second), first._id))]);
    expect(answers.sort()).toEqual(['LAST_ADMINISTRATOR', 'OK']);
    expect(await PersonModel.countDocuments({ roles: 'administrator', isActive: true })).toBe(1);
  });

  it('is read without the hash of the password, by any way out of this module', async () => {
    const person = await aPerson();
    const answers = [await findPersonByLogin(person.login), await updatePerson(administrator, { id: person._id, name: '某某' }), await deactivatePerson(administrator, person._id), await personCache.get(person._id)];
    expect(JSON.stringify(answers)).not.toContain('argon2');
    expect(answers).toHaveLength(4);
  });

  it('that does not exist answers NOT_FOUND, and a wrong id INVALID_ID', async () => {
    for (const act of [deactivatePerson, reactivatePerson]) {
      expect(await codeOf(act(administrator, 'person_000000000000000000000000'))).toBe('NOT_FOUND');
      expect(await codeOf(act(administrator, 'unit_000000000000000000000000'))).toBe('INVALID_ID');
    }
  });
});

describe('one’s own contact', () => {
  it('is changed by oneself and by no key, and nothing else with it', async () => {
    const person = await aPerson({ phone: '0571-12345678' });
    const after = await updateOwnContact(asPerson(person), { email: 'chen@example.cn' });
    expect(after).toMatchObject({ name: person.name, roles: person.roles, email: 'chen@example.cn', phone: '0571-12345678' });
    expect((await updateOwnContact(asPerson(person), { phone: null })).phone).toBeNull();
    await expect(updateOwnContact(asPerson(person), { email: 'no address' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(updateOwnContact(contextOf({ ...asPerson(person).actor, type: 'apiKey' }), { phone: null })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a unit', () => {
  it('is named by its full name when it has no short one, and the name must fit', async () => {
    expect(await createUnit(administrator, { name: '市人社局', kind: 'bureau' })).toMatchObject({ shortName: '市人社局', order: 0, isActive: true });
    expect(await codeOf(createUnit(administrator, { name: '杭'.repeat(21), kind: 'bureau' }))).toBe('INVALID_INPUT shortName');
    expect(await codeOf(createUnit(administrator, { name: '市', kind: 'bureau' }))).toBe('INVALID_INPUT name');
    expect(await codeOf(createUnit(administrator, { name: '市民政局', kind: 'county' as 'zone' }))).toBe('INVALID_INPUT kind');
    expect(await codeOf(createUnit(administrator, { name: '市民政局', kind: 'zone', order: 1.5 }))).toBe('INVALID_INPUT order');
  });

  it('has a name of its own, also when it is renamed', async () => {
    const [first, second] = [await aUnit(), await aUnit()];
    expect(await codeOf(createUnit(administrator, { name: first.name, shortName: '别名', kind: 'zone' }))).toBe('UNIT_NAME_TAKEN');
    expect(await codeOf(updateUnit(administrator, { id: second._id, name: first.name }))).toBe('UNIT_NAME_TAKEN');
  });

  it('is seen renamed at once by who renamed it', async () => {
    const unit = await aUnit();
    await unitCache.get(unit._id);
    await updateUnit(administrator, { id: unit._id, shortName: '新简称' });
    expect((await unitCache.get(unit._id))?.shortName).toBe('新简称');
  });

  it('that was only made in a transaction that failed is in no cache', async () => {
    let id = '';
    await inTransaction(async () => {
      id = (await aUnit())._id;
      expect((await unitCache.get(id))?._id).toBe(id);
      throw new Error('no');
    }).catch(() => undefined);
    expect(await unitCache.get(id)).toBeUndefined();
  });
});

describe('lists', () => {
  const names = (connection: Connection<{ name: string }>): string[] => connection.nodes.map(({ name }) => name);

  it('give people by name, filtered by unit, role, activity and text, page by page', async () => {
    const unit = await aUnit();
    for (const [name, role] of [['丙', 'editor'], ['甲', 'reviewer'], ['乙', 'editor'], ['a.b*c', 'operator']] as const) await aPerson({ name, roles: [role], unitId: unit._id });
    const people = async (filter: object, page = ''): Promise<{ names: string[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number }> => {
      const { people: list } = await dataOf<{ people: Connection<{ name: string }> & { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(administrator,
        `query ($filter: PersonFilter) { people(filter: $filter ${page}) { nodes { id name unit { name } } totalCount pageInfo { hasNextPage endCursor } } }`, { filter });
      return { ...list, names: names(list) };
    };
    expect((await people({})).names).toEqual(['a.b*c', '丙', '乙', '甲']);
    expect((await people({ role: 'EDITOR', unitId: unit._id, isActive: true })).names).toEqual(['丙', '乙']);
    expect((await people({ text: '.b*' })).names).toEqual(['a.b*c']);
    expect((await people({ text: '.*' })).names).toEqual([]);
    const first = await people({}, ', first: 3');
    expect([first.names.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, 4, true]);
    expect((await people({}, `, first: 3, after: "${first.pageInfo.endCursor}"`)).names).toEqual(['甲']);
  });

  it('give units in their order, and one by its id', async () => {
    const [last, first] = [await aUnit({ order: 9, kind: 'zone' }), await aUnit({ order: -1 })];
    const { units } = await dataOf<{ units: Connection<{ name: string }> }>(administrator, '{ units { nodes { id name shortName kind isActive order } } }');
    expect(names(units)).toEqual([first.name, last.name]);
    expect(await dataOf(administrator, 'query ($id: ID!) { unit(id: $id) { name kind } }', { id: last._id })).toEqual({ unit: { name: last.name, kind: 'ZONE' } });
    expect(await dataOf(administrator, '{ units(filter: { kind: ZONE, isActive: true }) { totalCount } }')).toEqual({ units: { totalCount: 1 } });
  });

  it('refuse operator objects as variables before anything is asked', async () => {
    for (const filter of [{ unitId: { $ne: null } }, { text: { $regex: '.*' } }, { $where: '1' }]) {
      expect((await run(administrator, 'query ($filter: PersonFilter) { people(filter: $filter) { totalCount } }', { filter })).errors).toHaveLength(1);
    }
  });

  it('are each answered from an index, without a scan and without sorting in memory', async () => {
    const person = await aPerson({ roles: ['editor', 'administrator'] });
    const ctx = contextOf({ ...asPerson(person).actor, sessionId: 'session_000000000000000000000000' });
    const unitId = person.unitId!;
    const db = mongoose.connection.db!;
    await db.command({ profile: 2 });
    const page = 'nodes { id } pageInfo { endCursor }';
    for (const call of [
      `units { ${page} }`, `units(filter: { kind: BUREAU }) { ${page} }`, `people { ${page} }`, `people(filter: { unitId: "${unitId}" }) { ${page} }`, `people(filter: { role: EDITOR }) { ${page} }`,
      `sessions { ${page} }`, `apiKeys { ${page} }`, `apiKeys(destinationId: "destination_000000000000000000000000") { ${page} }`, `auditEntries { ${page} }`,
      ...['actorId', 'action', 'subjectType', 'subjectId'].map((field) => `auditEntries(filter: { ${field}: "x", from: "2035-01-01T00:00:00Z", before: "2036-01-01T00:00:00Z" }) { ${page} }`),
      `auditEntries(last: 5) { ${page} }`, `person(id: "${person._id}") { name lockedUntil unit { name } }`,
    ]) await dataOf(ctx, `{ ${call} }`);
    await db.command({ profile: 0 });
    const reads = await db.collection('system.profile').find({ op: 'query', ns: { $not: /system\.profile/ } }).toArray();
    await db.collection('system.profile').drop();
    expect(reads.length).toBeGreaterThanOrEqual(17);
    expect(reads.filter(({ planSummary, hasSortStage }) => !/^(IXSCAN|IDHACK|EXPRESS)/.test(String(planSummary)) || hasSortStage).map(({ ns, planSummary, command }) => ({ ns, planSummary, command }))).toEqual([]);
  });
});

describe('the audit trail', () => {
  const anEntry = (action = 'content.publish', subjectId = 'content_000000000000000000000000'): Promise<void> => record(administrator, { action, subjectType: 'Article', subjectId, summary: { version: 1 } });

  it('says who did what to what, when, in which request and from where', async () => {
    const ctx = contextOf({ ...as('operator').actor, type: 'apiKey', apiKeyId: 'apiKey_000000000000000000000000' }, { requestId: 'r-1', ip: '10.1.2.3' });
    await record(ctx, { action: 'delivery.retry', subjectType: 'Delivery', subjectId: 'delivery_000000000000000000000000' });
    await record(contextOf(system), { action: 'content.publish' });
    expect(await trail()).toMatchObject([
      { at: clock.now(), actorName: 'operator', actorType: 'apiKey', apiKeyId: 'apiKey_000000000000000000000000', action: 'delivery.retry', subjectType: 'Delivery', subjectId: 'delivery_000000000000000000000000', summary: {}, requestId: 'r-1', ip: '10.1.2.3' },
      { actorId: 'system', actorType: 'system', actorName: '系统', subjectId: null, ip: null },
    ]);
  });

  it('forgets what a failed transaction did', async () => {
    await inTransaction(async () => { await anEntry(); throw new Error('no'); }).catch(() => undefined);
    expect(await trail()).toEqual([]);
  });

  it('refuses secrets', async () => {
    await expect(record(administrator, { action: 'person.update', summary: { password: 'x' } })).rejects.toThrow('does not belong');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['updateOne', () => AuditModel.updateOne({}, { $set: { action: 'x' } }).exec()], ['updateMany', () => AuditModel.updateMany({}, { $set: { action: 'x' } }).exec()],
    ['replaceOne', () => AuditModel.replaceOne({}, { action: 'x' } as never).exec()], ['findOneAndUpdate', () => AuditModel.findOneAndUpdate({}, { action: 'x' }).exec()],
    ['findOneAndReplace', () => AuditModel.findOneAndReplace({}, { action: 'x' } as never).exec()], ['findOneAndDelete', () => AuditModel.findOneAndDelete({}).exec()],
    ['deleteOne', () => AuditModel.deleteOne({}).exec()], ['deleteMany', () => AuditModel.deleteMany({}).exec()],
    ['bulkWrite', () => AuditModel.bulkWrite([{ deleteMany: { filter: {} } }])],
    ['saving a read entry', async () => { const entry = (await AuditModel.findOne())!; entry.action = 'x'; await entry.save(); }],
    ['updating a read entry', async () => (await AuditModel.findOne())!.updateOne({ action: 'x' }).exec()], ['deleting a read entry', async () => (await AuditModel.findOne())!.deleteOne()],
  ])('cannot be changed by %s', async (_, change) => {
    await anEntry();
    const before = await trail();
    await expect(change()).rejects.toThrow('append-only');
    expect(await trail()).toEqual(before);
  });

  it('is listed newest first, filtered by actor, action, subject and time', async () => {
    await anEntry('content.publish');
    clock.advance(hour);
    await anEntry('content.retract');
    const from = clock.now().toISOString();
    clock.advance(hour);
    await anEntry('content.publish', 'content_111111111111111111111111');
    const actions = async (filter: object): Promise<string[]> => {
      const { auditEntries } = await dataOf<{ auditEntries: { nodes: { action: string; subjectId: string }[] } }>(administrator,
        'query ($filter: AuditFilter) { auditEntries(filter: $filter) { nodes { action subjectId summary actorType at } } }', { filter });
      return auditEntries.nodes.map(({ action, subjectId }) => `${action} ${subjectId.slice(8, 9)}`);
    };
    expect(await actions({})).toEqual(['content.publish 1', 'content.retract 0', 'content.publish 0']);
    expect(await actions({ action: 'content.publish' })).toEqual(['content.publish 1', 'content.publish 0']);
    expect(await actions({ subjectId: 'content_000000000000000000000000', from })).toEqual(['content.retract 0']);
    expect(await actions({ before: from, actorId: administrator.actor.id, subjectType: 'Article' })).toEqual(['content.publish 0']);
    expect(await actions({ actorId: 'person_000000000000000000000000' })).toEqual([]);
  });
});

it('walks through GraphQL: a person is added, signs in, changes the password and is seen as themselves', async () => {
  const unit = await aUnit();
  const roles: Role[] = ['administrator'];
  await aPerson({ roles });
  const { createPerson: created } = await dataOf<{ createPerson: { oneTimePassword: string; person: { id: string } } }>(administrator,
    'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { oneTimePassword person { id roles unit { shortName } } } }', { input: { name: '王报送', login: 'wang.bs', roles: ['CONTRIBUTOR'], unitId: unit._id } });
  expect(created.person).toMatchObject({ roles: ['CONTRIBUTOR'], unit: { shortName: unit.shortName } });
  const me = asPerson((await findPersonByLogin('wang.bs'))!);
  const changed = await run(me, 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { mustChangePassword } }', { input: { currentPassword: created.oneTimePassword, newPassword: '报送员的新密码-2035' } });
  expect(codeOfResult(changed)).toBe('OK');
  expect(await dataOf(me, '{ me { person { name login unit { kind } mustChangePassword } permissions apiKeyId destinationId } }')).toMatchObject({
    me: { person: { name: '王报送', login: 'wang.bs', unit: { kind: 'BUREAU' }, mustChangePassword: false }, apiKeyId: null, destinationId: null },
  });
});
