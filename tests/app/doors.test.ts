import { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { fastify } from 'fastify';
import { GraphQLError } from 'graphql';
import mongoose from 'mongoose';
import { toDomainError } from '../../src/app/domain-error.js';
import { presentError, refuseRequest } from '../../src/app/graphql/errors.js';
import { registerHealth } from '../../src/app/http/health-routes.js';
import { answerUnreadable } from '../../src/app/http/raw-errors.js';
import { useApp } from '../kit/app.js';
import { aContent, anApproved, aPublished, useMedia } from '../kit/contents.js';
import { as, aPerson, testPassword } from '../kit/people.js';
import { useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);
const app = useApp();

interface Answer { data?: Record<string, unknown> | null; errors?: { message: string; extensions: Record<string, unknown> }[] }

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const ask = async (query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> => (await post({ query, variables }, headers)).json() as Promise<Answer>;
const codes = (answer: Answer): unknown[] => (answer.errors ?? []).map(({ extensions }) => extensions.code);

async function tokenOf(roles: string[], more: object = {}): Promise<string> {
  const { login } = await aPerson({ roles: roles as never, ...more });
  const answer = await ask('mutation($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login, password: testPassword } });
  return (answer.data as { signIn: { token: string } }).signIn.token;
}

describe('a session cookie', () => {
  const whoAmI = async (headers: Record<string, string>): Promise<boolean> => (await ask('{ units { nodes { id } } }', {}, headers)).errors === undefined;

  it.each([
    ['our own page', { origin: 'https://yici.test' }, true],
    ['our own page by another name of this host', { origin: 'SELF' }, true],
    ['our own program', { 'x-yici-client': 'admin' }, true],
    ['our own page, of a browser that tells', { 'sec-fetch-site': 'same-origin' }, true],
    ['a foreign page', { origin: 'https://evil.test' }, false],
    ['a foreign page that sets our header', { origin: 'https://evil.test', 'x-yici-client': 'admin' }, false],
    ['a page of an opaque origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    ['a page that claims to be ours by X-Forwarded-Host', { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }, false],
    ['a page of our name without TLS', { origin: 'http://yici.test' }, false],
    ['a page of a sibling host', { 'sec-fetch-site': 'same-site' }, false],
    ['a link', { 'sec-fetch-site': 'none' }, false],
    ['nobody can tell where', {}, false],
  ])('from %s is honoured only where it is our own', async (_from, headers, isHonoured) => {
    const cookie = `yici_session=${await tokenOf(['editor'])}`;
    const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === 'SELF' ? app.url : value]));
    expect(await whoAmI({ cookie, ...own })).toBe(isHonoured);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('opens nothing to a form of type %s', async (type) => {
    const cookie = `yici_session=${await tokenOf(['editor'])}`;
    const response = await post('{"query":"mutation { signOut }"}', { cookie, origin: 'https://yici.test', 'content-type': type });
    expect([400, 415]).toContain(response.status);
  });
});

describe('a one-time password', () => {
  it('opens no import', async () => {
    const authorization = `Bearer ${await tokenOf(['editor'], { mustChangePassword: true })}`;
    const response = await fetch(`${app.url}/imports`, { method: 'POST', headers: { authorization, 'content-type': 'multipart/form-data; boundary=x' } });
    expect([response.status, await response.json()]).toEqual([403, { error: expect.objectContaining({ code: 'PASSWORD_CHANGE_REQUIRED' }) }]);
  });
});

describe('an import', () => {
  it('into a unit that is not one\'s own leaves no pictures behind', async () => {
    const authorization = `Bearer ${await tokenOf(['contributor'])}`;
    const form = new FormData();
    form.set('unitId', (await aContent()).unitId);
    form.set('file', new Blob(['<h1>标题</h1><p>正文</p><img alt="点" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">'], { type: 'text/html' }), 'a.html');
    const response = await fetch(`${app.url}/imports`, { method: 'POST', headers: { authorization }, body: form });
    expect([response.status, await mongoose.connection.collection('assets').countDocuments()]).toEqual([403, 0]);
  });
});

describe('a sender who still writes when the answer is given', () => {
  it('is listened to for half a minute, or until it stops', () => {
    jest.useFakeTimers();
    try {
      for (const stops of [true, false]) {
        const socket = new Socket();
        const [end, resume, destroy] = (['end', 'resume', 'destroy'] as const).map((name) => jest.spyOn(socket, name).mockReturnValue(socket));
        jest.spyOn(socket, 'write').mockReturnValue(true);
        answerUnreadable(Object.assign(new Error('no HTTP'), { code: 'HPE_INVALID_METHOD' }), socket);
        jest.advanceTimersByTime(29_000);
        expect([end, resume, destroy].map((spy) => spy!.mock.calls.length)).toEqual([1, 1, 0]);
        if (stops) socket.emit('end');
        else jest.advanceTimersByTime(1000);
        expect(destroy).toHaveBeenCalledTimes(1);
      }
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('/metrics', () => {
  const status = async (ip: string, headers: Record<string, string> = {}, trustProxy = false): Promise<number> => {
    const server = fastify({ trustProxy });
    server.setErrorHandler((_error, _request, reply) => reply.code(404).send());
    registerHealth(server);
    return (await server.inject({ url: '/metrics', remoteAddress: ip, headers })).statusCode;
  };

  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.9', '::1', 'fd00::1', '::ffff:10.0.0.1'])('answers %s', async (ip) => {
    expect(await status(ip)).toBe(200);
  });

  it.each(['8.8.8.8', '2400:3200::1', '64:ff9b::808:808', '2002:808:808::1', '::ffff:8.8.8.8'])('is not there for %s', async (ip) => {
    expect(await status(ip)).toBe(404);
  });

  it('is not there for who comes by a proxy that nobody declared', async () => {
    expect(await status('127.0.0.1', { 'x-forwarded-for': '8.8.8.8' })).toBe(404);
    expect(await status('127.0.0.1', { forwarded: 'for=8.8.8.8' })).toBe(404);
  });

  it('looks behind a proxy that is declared', async () => {
    expect(await status('127.0.0.1', { 'x-forwarded-for': '8.8.8.8' }, true)).toBe(404);
    expect(await status('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }, true)).toBe(200);
    expect(await status('127.0.0.1', { 'x-forwarded-for': 'rubbish' }, true)).toBe(404);
  });
});

describe('the limits of a query', () => {
  const wide = (list: string, rest: string): string => `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: ${list}`).join(' ')} } ${rest}`;
  const fields = 'id title summary slug html place author source tags importance characterCount publishedAt updatedAt relatedIds isOriginal shortTitle shareTitle version';
  const many = `${fields} unit { id name shortName kind } topics { id name slug parentId path order } cover { id url alt } attachments { id url alt } shareImage { id url } ... on Video { durationSeconds transcript } ... on Case { problem measure effect isRepeatable figures { name before after } }`;

  it('count a list as a list, also where its items stand in a fragment', async () => {
    const each = `${many} ${Array.from({ length: 50 }, (_, at) => `...N${at}`).join(' ')}`;
    const copies = Array.from({ length: 50 }, (_, at) => `fragment N${at} on Content { ${fields} }`).join(' ');
    const plain = wide(`contents { nodes { ...E } }`, `fragment E on Content { ${each} } ${copies}`);
    const hidden = wide('contents { ...P }', `fragment P on ContentConnection { nodes { ...E } } fragment E on Content { ${each} } ${copies}`);
    expect([codes(await ask(plain)), codes(await ask(hidden))]).toEqual([['QUERY_TOO_COSTLY'], ['QUERY_TOO_COSTLY']]);
  });

  it('hold for the schema asking about itself in circles', async () => {
    expect(codes(await ask('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'))).toHaveLength(1);
  });
});

describe('no foreign script', () => {
  it('is served to a browser that opens the API\'s address', async () => {
    const response = await fetch(`${app.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await response.text()).not.toMatch(/<script/i);
  });
});

describe('errors', () => {
  const ctx = as('editor');
  const told = (error: GraphQLError): unknown => { const { message, extensions } = presentError(error, ctx); return { message, code: extensions.code }; };

  it.each(['Cannot return null for non-nullable field Article.title.', 'DateTimeISO cannot represent an invalid Date instance.'])('of our own making are told as INTERNAL, not as the asker\'s: %s', (message) => {
    expect(told(new GraphQLError(message, { path: ['article', 'title'] }))).toEqual({ code: 'INTERNAL', message: expect.not.stringContaining('represent') });
  });

  it('of an argument\'s shape stay the asker\'s', () => {
    expect(told(new GraphQLError('Variable "$at" got invalid value "x"; DateTimeISO cannot represent an invalid date-time-string x.'))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['a version that moved on', Object.create(mongoose.Error.VersionError.prototype) as Error, 'CONFLICT'],
    ['a write conflict that outlasted every retry', new mongoose.mongo.MongoServerError({ code: 112, message: 'WriteConflict at yici.contents' }), 'CONFLICT'],
    ['a unique key that is taken', new mongoose.mongo.MongoServerError({ code: 11000, message: 'E11000 duplicate key yici.contents' }), 'CONFLICT'],
    ['a database that is gone', new mongoose.mongo.MongoNetworkError('connect ECONNREFUSED 10.0.0.5:27017'), 'UNAVAILABLE'],
    ['a slip of ours', new TypeError('Cannot read properties of undefined'), 'INTERNAL'],
  ])('of the inside come out by a code and without a word of it: %s', (_name, error, code) => {
    const domain = toDomainError(error, ctx);
    expect(domain.code).toBe(code);
    for (const language of ['zh', 'en'] as const) expect(domain.sentence(language)).not.toMatch(/mongo|yici\.|ECONN|10\.0|undefined|E11000/);
  });

  it('of who asks are told like all others', async () => {
    const answer = await ask('{ units { nodes { id } } }', {}, { authorization: 'Bearer ys_unknown' });
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('before GraphQL begins have a code, a sentence and HTTP\'s status, and no inner word', () => {
    const known = { log: ctx.log, requestId: 'request-1', language: 'en' as const };
    try {
      refuseRequest(new mongoose.mongo.MongoNetworkError('connect ECONNREFUSED 10.0.0.5:27017'), known);
    } catch (error) {
      expect(error).toMatchObject({ message: expect.stringContaining('unavailable'), extensions: { code: 'UNAVAILABLE', http: { status: 503 } } });
    }
    expect.assertions(1);
  });
});

describe('null', () => {
  it('as the time zone of a schedule means Hangzhou\'s', async () => {
    const { _id: id } = await anApproved();
    const authorization = `Bearer ${await tokenOf(['operator'])}`;
    const answer = await ask('mutation($input: ScheduleContentInput!) { scheduleContent(input: $input) { editorial { schedule { timeZone } } } }', { input: { id, at: '2036-01-01T00:00:00Z', timeZone: null } }, { authorization });
    expect(answer.data).toEqual({ scheduleContent: { editorial: { schedule: { timeZone: 'Asia/Shanghai' } } } });
  });
});

describe('what editors know', () => {
  it.each(['anonymous', 'contributor', 'editor'])('is not told in the published perspective, whoever asks: %s', async (who) => {
    const { _id: id } = await aPublished();
    const headers: Record<string, string> = who === 'anonymous' ? {} : { authorization: `Bearer ${await tokenOf([who])}` };
    const query = 'query($id: ID!) { content(id: $id) { editorial { savedByName } } node(id: $id) { ... on Article { editorial { savedByName } } } search(query: "登记") { nodes { editorial { savedByName } } } contents { nodes { editorial { savedByName } } } }';
    expect(JSON.stringify(await ask(query, { id }, headers))).not.toMatch(/savedByName|errors/);
  });
});
