import { isEnumType, isInputObjectType, isObjectType, type GraphQLArgument } from 'graphql';
import { assertMayAny, keyPermissions, mustWaitForPassword, permissions, permissionsOf, roles, type Permission } from '../../src/accounts/index.js';
import { anonymous, system } from '../../src/kernel/index.js';
import { actorOf, as, asPerson, aPerson } from '../kit/people.js';
import { contextOf, useDatabase } from '../kit/services.js';
import { accountsSchema, codeOf, dataOf, run } from './run-graphql.js';

/** Who may do what, written down a second time: a change of the house rules must be meant twice. */
const expected = `
                        contributor editor reviewer chiefEditor operator administrator partner
content.read            x           x      x        x           x        x             -
content.readAny         -           x      x        x           x        x             -
content.create          x           x      -        -           -        -             -
content.update          x           x      -        -           -        -             -
content.updateAny       -           x      -        -           -        -             -
content.import          x           x      -        -           -        -             -
content.submit          x           x      -        -           -        -             -
content.takeLock        -           x      -        x           -        -             -
content.publish         -           -      -        x           x        -             -
content.schedule        -           -      -        x           x        -             -
content.correct         -           -      -        x           x        -             -
content.retract         -           -      -        x           x        -             -
content.archive         -           x      -        x           -        -             -
content.restore         -           x      -        x           -        -             -
view.shareWithAll       -           x      x        x           x        x             -
revision.sign.first     -           x      -        -           -        -             -
revision.sign.second    -           -      x        -           -        -             -
revision.sign.final     -           -      -        x           -        -             -
revision.return         -           x      x        x           -        -             -
revision.overrideFinding -          -      x        x           -        -             -
review.read             x           x      x        x           x        x             -
asset.create            x           x      -        x           x        -             -
asset.read              x           x      x        x           x        x             -
asset.update            x           x      -        x           x        -             -
asset.delete            -           x      -        -           -        -             -
topic.manage            -           -      -        x           -        x             -
dictionary.manage       -           -      -        -           -        x             -
destination.read        -           x      x        x           x        x             -
destination.manage      -           -      -        -           -        x             -
delivery.read           -           x      x        x           x        x             x
delivery.retry          -           -      -        -           x        -             -
delivery.cancel         -           -      -        -           x        -             -
delivery.confirm        -           -      -        -           x        -             x
delivery.massSend       -           -      -        -           x        -             -
massSend.approve        -           -      -        x           -        -             -
portal.use              -           -      -        -           -        -             x
coverage.read           x           x      x        x           x        x             -
coverage.record         -           x      -        -           x        -             -
person.read             -           x      x        x           x        x             -
person.manage           -           -      -        -           -        x             -
unit.read               x           x      x        x           x        x             -
unit.manage             -           -      -        -           -        x             -
role.read               -           -      -        -           -        x             -
apiKey.manage           x           x      x        x           x        x             -
audit.read              -           -      -        -           -        x             -
job.read                -           -      -        -           x        x             -
system.read             -           -      -        -           -        x             -
`.trim().split('\n').map((line) => line.trim().split(/\s+/));

/** What each operation of this module asks for; '' is anybody who is somebody, 'anybody' needs nothing. */
const doors: Record<string, { permission: string; call: string }> = {
  units: { permission: 'unit.read', call: '{ units { totalCount } }' },
  unit: { permission: 'unit.read', call: '{ unit(id: "unit_000000000000000000000000") { name } }' },
  createUnit: { permission: 'unit.manage', call: 'mutation { createUnit(input: { name: "x", kind: ZONE }) { id } }' },
  updateUnit: { permission: 'unit.manage', call: 'mutation { updateUnit(input: { id: "x" }) { id } }' },
  people: { permission: 'person.read', call: '{ people { totalCount } }' },
  person: { permission: 'person.read', call: '{ person(id: "person_000000000000000000000000") { name } }' },
  createPerson: { permission: 'person.manage', call: 'mutation { createPerson(input: { name: "", login: "", roles: [] }) { oneTimePassword } }' },
  updatePerson: { permission: 'person.manage', call: 'mutation { updatePerson(input: { id: "x" }) { id } }' },
  deactivatePerson: { permission: 'person.manage', call: 'mutation { deactivatePerson(id: "x") { id } }' },
  reactivatePerson: { permission: 'person.manage', call: 'mutation { reactivatePerson(id: "x") { id } }' },
  resetPassword: { permission: 'person.manage', call: 'mutation { resetPassword(id: "x") { oneTimePassword } }' },
  demoAccounts: { permission: 'anybody', call: '{ demoAccounts { login } }' },
  me: { permission: 'anybody', call: '{ me { permissions } }' },
  sessions: { permission: '', call: '{ sessions { totalCount } }' },
  signIn: { permission: 'anybody', call: 'mutation { signIn(input: { login: "", password: "" }) { token } }' },
  signOut: { permission: 'anybody', call: 'mutation { signOut }' },
  changePassword: { permission: '', call: 'mutation { changePassword(input: { currentPassword: "", newPassword: "" }) { id } }' },
  updateOwnContact: { permission: '', call: 'mutation { updateOwnContact(input: {}) { id } }' },
  ownPermissions: { permission: '', call: '{ ownPermissions { permission } }' },
  endSession: { permission: '', call: 'mutation { endSession(id: "x") }' },
  endOtherSessions: { permission: '', call: 'mutation { endOtherSessions }' },
  apiKeys: { permission: 'apiKey.manage', call: '{ apiKeys { totalCount } }' },
  createApiKey: { permission: 'apiKey.manage', call: 'mutation { createApiKey(input: { name: "", scopes: [] }) { bearer } }' },
  revokeApiKey: { permission: 'apiKey.manage', call: 'mutation { revokeApiKey(id: "x") { id } }' },
  auditEntries: { permission: 'audit.read', call: '{ auditEntries { totalCount } }' },
  permissionMatrix: { permission: 'role.read', call: '{ permissionMatrix { permission } }' },
};

describe('the table of permissions', () => {
  const [columns, ...lines] = expected;

  it('names every role and every permission, in the order of the written table', () => {
    expect(columns).toEqual([...roles]);
    expect(lines.map(([permission]) => permission)).toEqual([...permissions]);
  });

  it.each(lines)('gives %s to the roles of the written table and to nobody else', (permission, ...marks) => {
    const holders = roles.filter((_, at) => marks[at] === 'x');
    expect(roles.filter((role) => permissionsOf([role]).has(permission as Permission))).toEqual(holders);
  });

  it('joins the permissions of several roles, and gives nothing for roles that do not exist', () => {
    expect([...permissionsOf(['reviewer', 'operator'])].sort()).toEqual([...new Set([...permissionsOf(['reviewer']), ...permissionsOf(['operator'])])].sort());
    expect(permissionsOf(['emperor', '__proto__'])).toEqual(new Set());
  });

  it('gives the administrator no signature, no publication and no delivery', () => {
    const forbidden = [...permissionsOf(['administrator'])].filter((permission) => /^(revision\.|content\.(publish|schedule|correct|retract)|delivery\.(retry|cancel))/.test(permission));
    expect(forbidden).toEqual([]);
  });

  it('gives every signature of a chain to another role', () => {
    const signatures = permissions.filter((permission) => permission.startsWith('revision.sign.'));
    for (const role of roles) expect(signatures.filter((permission) => permissionsOf([role]).has(permission)).length).toBeLessThanOrEqual(1);
    expect(signatures).toHaveLength(3);
  });

  it('narrows a key to scopes that its owner holds and that no person must use', () => {
    expect([...keyPermissions(['content.read', 'content.publish', 'revision.sign.first', 'no.such'], ['editor'])]).toEqual(['content.read']);
  });
});

describe('authorisation', () => {
  useDatabase();

  it('is known here for every operation of the schema', async () => {
    const schema = await accountsSchema();
    const fields = [schema.getQueryType(), schema.getMutationType()].filter(isObjectType).flatMap((type) => Object.keys(type.getFields()));
    expect(fields.sort()).toEqual(Object.keys(doors).sort());
  });

  it('lets each role through the doors it has the permission for, and through no other (every role × every operation)', async () => {
    const answers: string[] = [];
    const wanted: string[] = [];
    for (const [name, { permission, call }] of Object.entries(doors)) {
      for (const role of [...roles, 'nobody'] as const) {
        const ctx = role === 'nobody' ? contextOf(anonymous) : as(role);
        const code = codeOf(await run(ctx, call));
        const isRefused = code === 'FORBIDDEN' || (code === 'UNAUTHENTICATED' && role === 'nobody');
        answers.push(`${role} ${name} ${isRefused ? code : 'through'}`);
        const isOpen = permission === 'anybody' || (role !== 'nobody' && (permission === '' || permissionsOf([role]).has(permission as Permission)));
        wanted.push(`${role} ${name} ${isOpen ? 'through' : role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'}`);
      }
    }
    expect(answers).toEqual(wanted);
  });

  it('shows the administrator the whole table, and others their own lines', async () => {
    const { permissionMatrix } = await dataOf<{ permissionMatrix: { permission: string; roles: string[]; isPersonal: boolean }[] }>(as('administrator'), '{ permissionMatrix { permission zh en roles isPersonal } }');
    expect(permissionMatrix).toHaveLength(permissions.length);
    const { ownPermissions } = await dataOf<{ ownPermissions: { permission: string }[] }>(as('reviewer'), '{ ownPermissions { permission } }');
    expect(ownPermissions.map(({ permission }) => permission)).toEqual(permissions.filter((permission) => permissionsOf(['reviewer']).has(permission)));
    expect(permissionMatrix.find(({ permission }) => permission === 'revision.sign.final')).toMatchObject({ roles: ['CHIEF_EDITOR'], isPersonal: true });
  });

  it('refuses a name that is not in the table as a mistake in the code', () => {
    expect(() => assertMayAny(actorOf('administrator'), ['content.publsh'])).toThrow('not in the table');
  });

  it('lets the product itself do everything', () => {
    expect(() => permissions.forEach((permission) => assertMayAny(system, [permission]))).not.toThrow();
  });

  it('lets somebody with a one-time password read and change it, and answers PASSWORD_CHANGE_REQUIRED to every other mutation', async () => {
    const person = await aPerson({ roles: ['administrator'], mustChangePassword: true });
    const ctx = asPerson(person);
    const waiting = contextOf({ ...ctx.actor, mustChangePassword: true });
    const codes = Object.fromEntries(await Promise.all(Object.entries(doors).map(async ([name, { call }]) => [name, codeOf(await run(waiting, call))] as const)));
    const refused = Object.keys(codes).filter((name) => codes[name] === 'PASSWORD_CHANGE_REQUIRED').sort();
    expect(refused).toEqual(Object.keys(doors).filter((name) => doors[name]!.call.startsWith('mutation') && !['signIn', 'signOut', 'changePassword'].includes(name)).sort());
    expect(mustWaitForPassword(ctx.actor, 'Mutation', 'createUnit')).toBe(false);
  });
});

describe('descriptions', () => {
  it('stand on every type, field, argument and enum value of this module', async () => {
    const schema = await accountsSchema();
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name)) continue;
      if (!type.description) bare.push(type.name);
      if (isEnumType(type)) bare.push(...type.getValues().filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`));
    }
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || !(isObjectType(type) || isInputObjectType(type))) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`);
        const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
        bare.push(...args.filter(({ description }) => !description).map(({ name }) => `${type.name}.${field.name}(${name})`));
      }
    }
    expect(bare).toEqual([]);
  });

  it('show no hash, no secret and no token but the three that are given once and the password that every demo has', async () => {
    const schema = await accountsSchema();
    const names = Object.values(schema.getTypeMap()).filter(isObjectType).filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(names.filter((name) => /hash|secret|token|password|bearer/i.test(name.split('.')[1]!)).sort()).toEqual([
      'ApiKeyWithSecret.bearer', 'DemoAccount.password', 'Mutation.changePassword', 'Mutation.resetPassword', 'Person.mustChangePassword', 'PersonWithOneTimePassword.oneTimePassword', 'SignInResult.token',
    ]);
  });
});
