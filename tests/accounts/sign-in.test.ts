import mongoose from 'mongoose';
import { hash } from '@node-rs/argon2';
import {
  changePassword, createApiKey, deactivatePerson, dropAllActors, findActor, resetPassword, revokeApiKey, sessionCookie, signIn, signOut, updatePerson, watchSessions,
  type ContextWithSession, type Person,
} from '../../src/accounts/index.js';
import { lockAfter } from '../../src/accounts/lockout.js';
import { isHashStale, newOneTimePassword, verifyPassword } from '../../src/accounts/password-hash.js';
import { assertGoodPassword } from '../../src/accounts/password-rules.js';
import { anonymous, Changes, createContext, DomainError, may, type Actor, type Context } from '../../src/kernel/index.js';
import { as, asPerson, aPerson, testPassword } from '../kit/people.js';
import { clock, contextOf, day, hour, minute, second, services, testConfig, testServices, useDatabase } from '../kit/services.js';
import { dataOf } from './run-graphql.js';

useDatabase();
beforeEach(dropAllActors);

const visitor = (ip = '10.1.1.1'): Context => contextOf(anonymous, { ip });
const newPassword = '新的密码-2035-春天';

/** The code of the error, or OK. */
async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'OK';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const tryWrong = (login: string, ip?: string): Promise<string> => codeOf(signIn(visitor(ip), { login, password: 'wrong password' }));
const sessions = (): mongoose.mongo.Collection => mongoose.connection.db!.collection('sessions');
const people = (): mongoose.mongo.Collection<{ _id: string; passwordHash: string }> => mongoose.connection.db!.collection('people');

async function tokenOf(person: Person): Promise<string> {
  return (await signIn(visitor(), { login: person.login, password: testPassword })).token;
}

/** The actor as another process would find them, which knows nothing yet. */
function freshActor(sessionToken: string): Promise<Actor> {
  dropAllActors();
  return findActor(services, { sessionToken });
}

describe('signing in', () => {
  it('opens a session for the right password, whatever the case of the login', async () => {
    const person = await aPerson({ login: 'li.editor', roles: ['editor', 'operator'] });
    const { token } = await signIn(visitor(), { login: '  Li.Editor ', password: testPassword });
    const actor = await findActor(services, { sessionToken: token });
    expect(actor).toMatchObject({ type: 'person', id: person._id, name: person.name, unitId: person.unitId, roles: ['editor', 'operator'], mustChangePassword: false });
    expect(may(actor, 'revision.sign.first') && may(actor, 'delivery.retry') && !may(actor, 'person.manage')).toBe(true);
  });

  it('keeps no token: only its hash is in the database', async () => {
    const token = await tokenOf(await aPerson());
    expect(token).toMatch(/^ys_[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await sessions().find().toArray())).not.toContain(token.slice(3));
  });

  it('answers alike to an unknown login, a wrong password and a closed account, after the same work in the database', async () => {
    const known = await aPerson();
    const closed = await aPerson();
    await deactivatePerson(as('administrator'), closed._id);
    const work: string[][] = [];
    const answers: unknown[] = [];
    for (const [login, password] of [['nobody.here', 'wrong password'], [known.login, 'wrong password'], [closed.login, testPassword]] as const) {
      work.push(await commandsOf(async () => { answers.push(await signIn(visitor(`10.2.0.${work.length}`), { login, password }).catch((error: unknown) => error)); }));
    }
    const told = (answers as DomainError[]).map((error) => [error.code, error.message, error.sentence('zh'), error.details]);
    expect(told[0]![0]).toBe('SIGN_IN_FAILED');
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(work[0]!.length).toBeGreaterThan(3);
    expect(work[1]).toEqual(work[0]);
    expect(work[2]).toEqual(work[0]);
  });

  it('says no to every password when there is no hash, even to the decoy\'s own', async () => {
    expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false);
  });

  it('refuses what is no text before it reaches the database', async () => {
    expect(await codeOf(signIn(visitor(), { login: { $ne: null } as unknown as string, password: 'x' }))).toBe('INVALID_INPUT');
    expect(await codeOf(signIn(visitor(), { login: 'li', password: { $ne: null } as unknown as string }))).toBe('INVALID_INPUT');
    expect(await codeOf(signIn(visitor(), { login: 'li', password: 'x'.repeat(10_000) }))).toBe('INVALID_INPUT');
  });

  it('notes when, and in the trail, and never writes down a login that nobody has', async () => {
    const person = await aPerson();
    await tryWrong('my-password-by-mistake');
    await tryWrong(person.login);
    await tokenOf(person);
    const trail = await mongoose.connection.db!.collection('audit').find({ action: /^session/ }).sort({ _id: 1 }).toArray();
    expect(trail.map(({ action, subjectId, actorId }) => [action, subjectId?.slice(0, 7) ?? null, actorId])).toEqual([
      ['session.refuse', null, 'anonymous'], ['session.refuse', 'person_', 'anonymous'], ['session.begin', 'session', person._id],
    ]);
    expect(JSON.stringify(trail)).not.toContain('my-password');
    expect((await people().findOne({ _id: person._id }))).toMatchObject({ lastSignInAt: clock.now() });
  });

  it('hashes anew when the stored hash has weaker parameters, and the password still opens', async () => {
    const person = await aPerson();
    const weak = await hash(testPassword.normalize('NFKC'), { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await people().updateOne({ _id: person._id }, { $set: { passwordHash: weak } });
    await tokenOf(person);
    const { passwordHash } = (await people().findOne({ _id: person._id }))!;
    expect([isHashStale(weak), isHashStale(passwordHash)]).toEqual([true, false]);
    expect(passwordHash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(await codeOf(tokenOf(person))).toBe('OK');
  });

  it('takes the same password typed in full-width letters', async () => {
    const person = await aPerson({ password: 'Ｐassword-of-2035' });
    expect(await codeOf(signIn(visitor(), { login: person.login, password: 'Password-of-2035' }))).toBe('OK');
  });

  it('sets the cookie through the answer, and gives the token to who asks for it', async () => {
    const person = await aPerson();
    const cookies: [string, Date | undefined][] = [];
    const ctx: ContextWithSession = { ...visitor(), session: { setCookie: (token, expires) => cookies.push([token, expires]), clearCookie: () => cookies.push(['', undefined]) } };
    const { signIn: { token } } = await dataOf<{ signIn: { token: string } }>(ctx, 'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt person { name lockedUntil } } }', { input: { login: person.login, password: testPassword } });
    expect(cookies).toEqual([[token, new Date(clock.now().getTime() + 7 * day)]]);
    await dataOf({ ...ctx, actor: await findActor(services, { bearer: token }) }, 'mutation { signOut }');
    expect(cookies[1]).toEqual(['', undefined]);
    expect(await freshActor(token)).toBe(anonymous);
  });

  it('makes the cookie http-only, same-site and, behind https, secure', () => {
    expect(sessionCookie(testConfig())).toEqual({ name: 'yici_session', httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
    expect(sessionCookie(testConfig({ PUBLIC_URL: 'http://127.0.0.1:4000' })).secure).toBe(false);
  });
});

describe('failed sign-ins', () => {
  it('lock a login after the fifth, for 1, 5, 15 and then 60 minutes', () => {
    const at = clock.now();
    const minutes = [1, 4, 5, 6, 7, 8, 9, 100].map((failures) => { const until = lockAfter(failures, at); return until && (until.getTime() - at.getTime()) / minute; });
    expect(minutes).toEqual([null, null, 1, 5, 15, 60, 60, 60]);
  });

  it('lock known and unknown logins alike, also for the right password, until the time is over', async () => {
    const person = await aPerson();
    for (const login of [person.login, 'nobody.here']) {
      const answers = [];
      for (let n = 0; n < 6; n += 1) answers.push(await tryWrong(login));
      expect(answers).toEqual([...Array<string>(5).fill('SIGN_IN_FAILED'), 'SIGN_IN_LOCKED']);
    }
    expect(await codeOf(tokenOf(person))).toBe('SIGN_IN_LOCKED');
    clock.advance(minute - second);
    expect(await codeOf(tokenOf(person))).toBe('SIGN_IN_LOCKED');
    clock.advance(second);
    expect(await codeOf(tokenOf(person))).toBe('OK');
  });

  it('lock for longer when they go on after a lock, and are forgotten by a success', async () => {
    const person = await aPerson();
    for (let n = 0; n < 5; n += 1) await tryWrong(person.login);
    clock.advance(minute);
    expect(await tryWrong(person.login)).toBe('SIGN_IN_FAILED');
    clock.advance(4 * minute);
    expect(await tryWrong(person.login)).toBe('SIGN_IN_LOCKED');
    clock.advance(minute);
    await tokenOf(person);
    for (let n = 0; n < 4; n += 1) expect(await tryWrong(person.login)).toBe('SIGN_IN_FAILED');
    expect(await codeOf(tokenOf(person))).toBe('OK');
  });

  it('are shown to the administrator as a lock, which a reset lifts', async () => {
    const person = await aPerson();
    for (let n = 0; n < 5; n += 1) await tryWrong(person.login);
    const query = 'query ($id: ID!) { person(id: $id) { lockedUntil } }';
    expect(await dataOf(as('administrator'), query, { id: person._id })).toEqual({ person: { lockedUntil: new Date(clock.now().getTime() + minute).toISOString() } });
    const { oneTimePassword } = await resetPassword(as('administrator'), person._id);
    expect(await dataOf(as('administrator'), query, { id: person._id })).toEqual({ person: { lockedUntil: null } });
    expect(await codeOf(signIn(visitor(), { login: person.login, password: oneTimePassword }))).toBe('OK');
  });

  it('side by side cannot slip past: of 40 tries at once on one login at most twelve are looked at', async () => {
    const person = await aPerson();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tryWrong(person.login, `10.3.0.${n}`)));
    expect(answers.filter((answer) => answer === 'TOO_MANY_REQUESTS').length).toBeGreaterThanOrEqual(28);
    expect(await codeOf(tokenOf(person))).toMatch(/TOO_MANY_REQUESTS|SIGN_IN_LOCKED/);
  });

  it('of one address are limited over all logins, and successes are not counted', async () => {
    const person = await aPerson();
    for (let n = 0; n < 3; n += 1) await signIn(visitor('10.4.0.1'), { login: person.login, password: testPassword });
    const answers: string[] = [];
    // The locked logins cost no hash, which keeps 101 tries quick.
    for (let n = 0; n < 101; n += 1) answers.push(await tryWrong(`guess${Math.floor(n / 10)}`, '10.4.0.1'));
    expect(answers.indexOf('TOO_MANY_REQUESTS')).toBe(100);
    expect(await codeOf(signIn(visitor('10.4.0.2'), { login: person.login, password: testPassword }))).toBe('OK');
  });
});

describe('a session', () => {
  it('costs nothing when nobody is signed in: the database is not asked', async () => {
    const commands = await commandsOf(async () => {
      expect(await findActor(services, {})).toBe(anonymous);
      expect(await findActor(services, { sessionToken: '', bearer: '' })).toBe(anonymous);
      expect(await findActor(services, { sessionToken: 'x'.repeat(5000) })).toBe(anonymous);
    });
    expect(commands).toEqual([]);
  });

  it('is read once in five seconds, however often it is used', async () => {
    const sessionToken = await tokenOf(await aPerson());
    const commands = await commandsOf(async () => {
      for (let n = 0; n < 20; n += 1) await findActor(services, { sessionToken });
      clock.advance(5 * second);
      for (let n = 0; n < 20; n += 1) await findActor(services, { sessionToken });
    });
    expect(commands).toEqual(['query sessions', 'query people', 'query sessions', 'query people']);
  });

  it('ends after twelve hours without use, and lives on while it is used', async () => {
    const sessionToken = await tokenOf(await aPerson());
    clock.advance(11 * hour);
    expect((await findActor(services, { sessionToken })).type).toBe('person');
    clock.advance(11 * hour);
    expect((await findActor(services, { sessionToken })).type).toBe('person');
    clock.advance(12 * hour);
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
  });

  it('ends after seven days, however much it is used, and to the second even when it is remembered', async () => {
    const sessionToken = await tokenOf(await aPerson());
    for (let n = 0; n < 16; n += 1) { clock.advance(10 * hour); expect((await findActor(services, { sessionToken })).type).toBe('person'); }
    clock.advance(8 * hour - second);
    expect((await findActor(services, { sessionToken })).type).toBe('person');
    clock.advance(second);
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
  });

  it('is taken as a bearer token too, and goes before the cookie', async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    const [bearer, sessionToken] = [await tokenOf(first), await tokenOf(second)];
    expect((await findActor(services, { bearer, sessionToken })).id).toBe(first._id);
  });

  it('ends at once with signing out, in this process', async () => {
    const sessionToken = await tokenOf(await aPerson());
    await signOut(contextOf(await findActor(services, { sessionToken })));
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
  });

  it('ends at once in other processes, as soon as the change stream tells', async () => {
    const sessionToken = await tokenOf(await aPerson());
    const changes = new Changes(services.log);
    watchSessions(changes);
    const heard = new Promise<void>((resolve) => changes.on('sessions', (change) => { if (change.operation === 'delete') resolve(); }));
    await changes.start();
    expect((await findActor(services, { sessionToken })).type).toBe('person');
    await sessions().deleteMany({});
    await heard;
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
    await changes.stop();
  });

  it('is not remembered when it was revoked while it was being read', async () => {
    const person = await aPerson();
    const sessionToken = await tokenOf(person);
    const reading = findActor(services, { sessionToken });
    await deactivatePerson(as('administrator'), person._id);
    await reading;
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
  });

  it('follows a change of roles from the next request on, and of the account', async () => {
    const person = await aPerson({ roles: ['editor'] });
    const sessionToken = await tokenOf(person);
    await findActor(services, { sessionToken });
    await updatePerson(as('administrator'), { id: person._id, roles: ['reviewer'] });
    expect(may(await findActor(services, { sessionToken }), 'revision.sign.second')).toBe(true);
    await deactivatePerson(as('administrator'), person._id);
    expect(await freshActor(sessionToken)).toBe(anonymous);
  });

  it('can be listed and ended by its owner, one or all others, and by nobody else', async () => {
    const person = await aPerson();
    const [here, there, elsewhere] = [await tokenOf(person), await tokenOf(person), await tokenOf(person)];
    const ctx = contextOf(await findActor(services, { sessionToken: here }));
    const thereId = (await findActor(services, { sessionToken: there })).sessionId!;
    const { sessions: listed } = await dataOf<{ sessions: { nodes: { id: string; isCurrent: boolean }[] } }>(ctx, '{ sessions { nodes { id isCurrent ip createdAt lastSeenAt expiresAt } } }');
    expect(listed.nodes.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([ctx.actor.sessionId]);
    expect(await codeOf(dataOf(as('administrator'), 'mutation ($id: ID!) { endSession(id: $id) }', { id: thereId }))).toBe('NOT_FOUND');
    await dataOf(ctx, 'mutation ($id: ID!) { endSession(id: $id) }', { id: thereId });
    expect([await findActor(services, { sessionToken: there }), (await findActor(services, { sessionToken: elsewhere })).type]).toEqual([anonymous, 'person']);
    expect(await dataOf(ctx, 'mutation { endOtherSessions }')).toEqual({ endOtherSessions: 1 });
    expect([(await findActor(services, { sessionToken: here })).type, await findActor(services, { sessionToken: elsewhere })]).toEqual(['person', anonymous]);
  });

  it('is removed by the database once it has ended', async () => {
    const indexes = await sessions().indexes();
    expect(indexes.find(({ key }) => 'expiresAt' in key)).toMatchObject({ expireAfterSeconds: 0 });
  });
});

describe('a password', () => {
  it.each([
    ['short', '九个字符的密码呢！'], ['too long', 'Aa1!'.repeat(40)], ['the login', 'xx-Li.Editor-xx'], ['known to everybody', 'Woaini1314520'], ['one letter over and over', 'ababababababab'],
  ])('that is %s is refused', (_, password) => {
    expect(() => assertGoodPassword('newPassword', password, 'li.editor')).toThrow('newPassword');
  });

  it('of ten characters of any script is taken', () => {
    expect(() => assertGoodPassword('newPassword', '最多跑一次改革真方便啊', 'li.editor')).not.toThrow();
  });

  it('is changed by who knows the current one, and the other sessions end', async () => {
    const person = await aPerson();
    const [here, there] = [await tokenOf(person), await tokenOf(person)];
    const ctx = contextOf(await findActor(services, { sessionToken: here }));
    expect(await codeOf(changePassword(ctx, { currentPassword: 'wrong password', newPassword }))).toBe('WRONG_PASSWORD');
    expect(await codeOf(changePassword(ctx, { currentPassword: testPassword, newPassword: 'short' }))).toBe('INVALID_INPUT');
    expect(await codeOf(changePassword(ctx, { currentPassword: testPassword, newPassword: testPassword }))).toBe('INVALID_INPUT');
    await changePassword(ctx, { currentPassword: testPassword, newPassword });
    expect([(await findActor(services, { sessionToken: here })).type, await findActor(services, { sessionToken: there })]).toEqual(['person', anonymous]);
    expect(await codeOf(tokenOf(person))).toBe('SIGN_IN_FAILED');
    expect(await codeOf(signIn(visitor(), { login: person.login, password: newPassword }))).toBe('OK');
  });

  it('cannot be guessed through changing it', async () => {
    const ctx = asPerson(await aPerson());
    const answers: string[] = [];
    for (let n = 0; n < 13; n += 1) answers.push(await codeOf(changePassword(ctx, { currentPassword: `guess number ${n}`, newPassword })));
    expect(answers.indexOf('TOO_MANY_REQUESTS')).toBe(12);
  });

  it('that an administrator resets is one-time, ends all sessions, and must be changed', async () => {
    const person = await aPerson();
    const sessionToken = await tokenOf(person);
    const { oneTimePassword } = await resetPassword(as('administrator'), person._id);
    expect(await findActor(services, { sessionToken })).toBe(anonymous);
    const { token } = await signIn(visitor(), { login: person.login, password: oneTimePassword });
    expect((await findActor(services, { bearer: token })).mustChangePassword).toBe(true);
    await changePassword(contextOf(await findActor(services, { bearer: token })), { currentPassword: oneTimePassword, newPassword });
    expect((await findActor(services, { bearer: token })).mustChangePassword).toBe(false);
  });

  it('given once is random and passes the rules', () => {
    const given = Array.from({ length: 50 }, newOneTimePassword);
    expect(new Set(given).size).toBe(50);
    given.forEach((password) => { expect(password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/); assertGoodPassword('password', password, 'li.editor'); });
  });
});

describe('an API key', () => {
  const keyFor = async (person: Person, scopes: string[], extra: { expiresAt?: Date } = {}): Promise<{ bearer: string; id: string }> => {
    const { bearer, apiKey } = await createApiKey(asPerson(person), { name: '官网同步', scopes, ...extra });
    return { bearer, id: apiKey._id };
  };

  it('acts for its owner within its scopes, as long as the owner holds them too', async () => {
    const person = await aPerson({ roles: ['editor', 'operator'] });
    const { bearer, id } = await keyFor(person, ['content.read', 'delivery.retry']);
    expect(bearer).toMatch(/^yk_[0-9a-f]{24}_[A-Za-z0-9_-]{43}$/);
    expect(await findActor(services, { bearer })).toMatchObject({ type: 'apiKey', id: person._id, apiKeyId: id, permissions: new Set(['content.read', 'delivery.retry']) });
    await updatePerson(as('administrator'), { id: person._id, roles: ['editor'] });
    expect((await findActor(services, { bearer })).permissions).toEqual(new Set(['content.read']));
  });

  it('cannot be made with what its owner may not do, nor with what a person must do', async () => {
    const editor = asPerson(await aPerson({ roles: ['editor'] }));
    for (const scope of ['content.publish', 'revision.sign.first', 'apiKey.manage', 'no.such']) {
      expect(await codeOf(createApiKey(editor, { name: 'x', scopes: ['content.read', scope] }))).toBe('SCOPE_NOT_HELD');
    }
    expect(await codeOf(createApiKey(editor, { name: 'x', scopes: [] }))).toBe('INVALID_INPUT');
  });

  it('ends when it expires, when it is revoked, and with its owner', async () => {
    const person = await aPerson({ roles: ['editor'] });
    const [expiring, revoked, orphaned] = [await keyFor(person, ['content.read'], { expiresAt: new Date(clock.now().getTime() + 3 * second) }), await keyFor(person, ['content.read']), await keyFor(person, ['content.read'])];
    expect((await findActor(services, { bearer: expiring.bearer })).type).toBe('apiKey');
    clock.advance(3 * second);
    expect(await findActor(services, { bearer: expiring.bearer })).toBe(anonymous);
    await findActor(services, { bearer: revoked.bearer });
    await revokeApiKey(asPerson(person), revoked.id);
    expect(await findActor(services, { bearer: revoked.bearer })).toBe(anonymous);
    await findActor(services, { bearer: orphaned.bearer });
    await deactivatePerson(as('administrator'), person._id);
    expect(await findActor(services, { bearer: orphaned.bearer })).toBe(anonymous);
  });

  it('with a wrong secret, or used as a cookie, is nobody', async () => {
    const { bearer } = await keyFor(await aPerson({ roles: ['editor'] }), ['content.read']);
    const wrong = `${bearer.slice(0, -1)}${bearer.endsWith('A') ? 'B' : 'A'}`;
    expect(await findActor(services, { bearer: wrong })).toBe(anonymous);
    expect(await findActor(services, { bearer: 'yk_nonsense' })).toBe(anonymous);
    expect(await findActor(services, { sessionToken: bearer })).toBe(anonymous);
  });

  it('used as a cookie first still opens as a bearer: neither answer is remembered for the other', async () => {
    const { bearer } = await keyFor(await aPerson({ roles: ['editor'] }), ['content.read']);
    await findActor(services, { sessionToken: bearer });
    expect((await findActor(services, { bearer })).type).toBe('apiKey');
    expect(await findActor(services, { sessionToken: bearer })).toBe(anonymous);
  });

  it('notes its use at most once a minute', async () => {
    const { bearer, id } = await keyFor(await aPerson({ roles: ['editor'] }), ['content.read']);
    const used: unknown[] = [];
    for (const pause of [0, 30 * second, 30 * second]) {
      clock.advance(pause);
      await findActor(services, { bearer });
      used.push((await mongoose.connection.db!.collection<{ _id: string; lastUsedAt: Date }>('apiKeys').findOne({ _id: id }))!.lastUsedAt);
    }
    const start = new Date(clock.now().getTime() - minute);
    expect(used).toEqual([start, start, clock.now()]);
  });

  it('lives a year unless told otherwise, and two at most', async () => {
    const ctx = asPerson(await aPerson({ roles: ['editor'] }));
    const { apiKey } = await createApiKey(ctx, { name: 'x', scopes: ['content.read'] });
    expect(apiKey.expiresAt.getTime() - clock.now().getTime()).toBe(365 * day);
    for (const ms of [0, -day, 731 * day]) expect(await codeOf(createApiKey(ctx, { name: 'x', scopes: ['content.read'], expiresAt: new Date(clock.now().getTime() + ms) }))).toBe('INVALID_INPUT');
  });

  it('of a partner acts for its destination only, outlives its maker, and is made and ended by who manages destinations', async () => {
    const destinationId = 'destination_0123456789abcdef01234567';
    const maker = await aPerson({ roles: ['administrator'], unitId: null });
    await aPerson({ roles: ['administrator'], unitId: null });
    const input = { name: '杭州日报', scopes: ['delivery.read', 'delivery.confirm'], destinationId };
    expect(await codeOf(createApiKey(asPerson(await aPerson({ roles: ['operator'] })), input))).toBe('FORBIDDEN');
    expect(await codeOf(createApiKey(asPerson(maker), { ...input, scopes: ['person.read'] }))).toBe('SCOPE_NOT_HELD');
    const { bearer, apiKey } = await createApiKey(asPerson(maker), input);
    await deactivatePerson(as('administrator'), maker._id);
    dropAllActors();
    expect(await findActor(services, { bearer })).toMatchObject({ type: 'apiKey', id: apiKey._id, name: '杭州日报', roles: ['partner'], destinationId, permissions: new Set(['delivery.read', 'delivery.confirm']) });
    expect(await codeOf(revokeApiKey(asPerson(await aPerson({ roles: ['operator'] })), apiKey._id))).toBe('NOT_FOUND');
    await revokeApiKey(as('administrator'), apiKey._id);
    expect(await findActor(services, { bearer })).toBe(anonymous);
  });

  it('is listed to its owner without its secret', async () => {
    const person = await aPerson({ roles: ['editor'] });
    await keyFor(person, ['content.read']);
    await keyFor(await aPerson({ roles: ['editor'] }), ['content.read']);
    const { apiKeys } = await dataOf<{ apiKeys: { nodes: unknown[] } }>(asPerson(person), '{ apiKeys { totalCount nodes { name scopes ownerId destinationId expiresAt lastUsedAt revokedAt createdAt } } }');
    expect(apiKeys).toMatchObject({ totalCount: 1, nodes: [{ name: '官网同步', ownerId: person._id }] });
  });
});

it('uses the clock it is given, not the machine\'s', async () => {
  const person = await aPerson();
  const later = testServices(() => new Date(clock.now().getTime() + 13 * hour));
  const sessionToken = await tokenOf(person);
  expect(await findActor(later, { sessionToken })).toBe(anonymous);
  expect(createContext(later, { actor: anonymous, requestId: 'r' }).now().getTime() - clock.now().getTime()).toBe(13 * hour);
});

/** What the database was asked while `act` ran, in order, such as `query sessions`; the profile's own reads left out. */
async function commandsOf(act: () => Promise<void>): Promise<string[]> {
  const db = mongoose.connection.db!;
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const entries = await db.collection('system.profile').find({ ns: { $not: /system\.profile/ }, op: { $in: ['query', 'insert', 'update', 'remove', 'command'] } }).sort({ ts: 1 }).toArray();
  await db.collection('system.profile').drop();
  return entries.filter(({ command }) => !(command && 'profile' in command)).map(({ op, ns }) => `${op} ${String(ns).split('.').slice(1).join('.')}`);
}
