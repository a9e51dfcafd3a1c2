import { jest } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import dns, { type LookupAddress } from 'node:dns';
import { gzipSync } from 'node:zlib';
import { graphql, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import {
  assertId, assertMay, backoffMs, BlockedAddressError, ConfigError, createGuardedFetch, createLog, createPublicLookup, createVault, defineError, defineNode, errorCatalogue,
  fateAfterCrashes, fateAfterFailure, findNode, ForbiddenError, InvalidIdError, InvalidInputError, isPublicAddress, loadConfig, Loop, may, newId, nodeSelection, NotFoundError, nounOfId,
  projectionFor, selectionOf, typeOfId, UnauthenticatedError, withHeartbeat, withoutQuery, type Selection,
} from '../../src/kernel/index.js';
import { actorOf, anonymous, as, system } from '../kit/people.js';
import { services } from '../kit/services.js';
import { deferred, until } from './until.js';

const secret = 'one-secret-of-at-least-32-characters';
const usable = { MONGODB_URI: 'mongodb://db/yici', YICI_SECRET: secret };

describe('loadConfig', () => {
  it('needs only a database and a secret', () => {
    expect(loadConfig(usable)).toMatchObject({ host: '127.0.0.1', port: 4000, publicUrl: 'http://127.0.0.1:4000', role: 'all', secrets: [secret], logLevel: 'info', dataDir: './data', trustedProxies: 0, warnings: [] });
  });

  it('names every wrong variable at once', () => {
    const wrong = {
      NODE_ENV: 'production', PORT: '70000', PUBLIC_URL: 'ftp://x?y', MONGODB_URI: 'db:27017', YICI_ROLE: 'boss', YICI_SECRET: 'short,shorter',
      LOG_LEVEL: 'loud', ALLOWED_PRIVATE_HOSTS: '10.0.0.1', TRUSTED_PROXIES: '1.5',
    };
    let problems: readonly string[] = [];
    try {
      loadConfig(wrong);
    } catch (error) {
      problems = (error as ConfigError).problems;
      expect(error).toBeInstanceOf(ConfigError);
    }
    for (const name of Object.keys(wrong).slice(1)) expect(problems.filter((problem) => problem.startsWith(name)).length).toBeGreaterThan(0);
    expect(problems.join()).not.toContain('shorter');
  });

  it('tells that the database and the secret are missing', () => {
    expect(() => loadConfig({})).toThrow(/MONGODB_URI is not set[^]*YICI_SECRET is not set/);
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ ...usable, PORT: '', HOST: ' ', PUBLIC_URL: '', LOG_LEVEL: '' })).toMatchObject({ port: 4000, host: '127.0.0.1', logLevel: 'info' });
  });

  it.each([['0x10'], ['1e3'], ['-1'], ['four']])('refuses the port %s', (PORT) => {
    expect(() => loadConfig({ ...usable, PORT })).toThrow('PORT must be');
  });

  it.each([['0.0.0.0', 'http://localhost:4000'], ['::', 'http://localhost:4000'], ['fd00::5', 'http://[fd00::5]:4000'], ['cms.internal', 'http://cms.internal:4000']])(
    'gives out an address that can be called when it listens on %s, and warns', (HOST, publicUrl) => {
      const config = loadConfig({ ...usable, HOST });
      expect(config.publicUrl).toBe(publicUrl);
      expect(config.warnings).toEqual([expect.stringContaining('PUBLIC_URL is not set')]);
    },
  );

  it('keeps a public address with a path, without its last slash', () => {
    const config = loadConfig({ ...usable, HOST: '0.0.0.0', PUBLIC_URL: 'https://www.example.gov.cn/yici/' });
    expect(config).toMatchObject({ publicUrl: 'https://www.example.gov.cn/yici', warnings: [] });
  });

  it('accepts private hosts by name, by number and by IPv6 number', () => {
    const hosts = ['intranet:8080', '10.0.0.5:80', '[::1]:4000'];
    expect(loadConfig({ ...usable, ALLOWED_PRIVATE_HOSTS: hosts.join(', ') }).allowedPrivateHosts).toEqual(hosts);
  });
});

describe('createVault', () => {
  const older = 'an-older-secret-of-at-least-32-characters';
  const vault = createVault([secret, older]);

  it('opens what it sealed, and seals the same text differently each time', () => {
    expect(vault.open(vault.seal('口令'))).toBe('口令');
    expect(vault.open(vault.seal(''))).toBe('');
    expect(vault.seal('口令')).not.toBe(vault.seal('口令'));
  });

  it('opens what an older secret sealed, and calls it stale', () => {
    const sealed = createVault([older]).seal('口令');
    expect(vault.open(sealed)).toBe('口令');
    expect(vault.isStale(sealed)).toBe(true);
    expect(vault.isStale(vault.seal('口令'))).toBe(false);
  });

  it('names the secret that is missing', () => {
    expect(() => createVault([older]).open(vault.seal('口令'))).toThrow('append that older secret to YICI_SECRET');
  });

  it('refuses altered values, cut tags and other text', () => {
    const [version, id, iv, tag, text] = vault.seal('一二三四五').split('.');
    const flipped = `${text![0] === 'A' ? 'B' : 'A'}${text!.slice(1)}`;
    const shortTag = Buffer.from(tag!, 'base64url').subarray(0, 4).toString('base64url');
    for (const parts of [[version, id, iv, tag, flipped], [version, id, iv, shortTag, text], [version, id, 'AAAA', tag, text], [version, id, iv, flipped, text]]) {
      expect(() => vault.open(parts.join('.'))).toThrow('this sealed value was altered');
    }
    for (const other of ['', 'v1', 'v2.a.b.c.d', `${version}.${id}.${iv}`]) expect(() => vault.open(other)).toThrow('this is not a sealed value');
  });

  it('gives other keys to other uses, none of them the key it seals with', () => {
    expect(vault.key('cookies').equals(vault.key('addresses'))).toBe(false);
    expect(vault.key('cookies').equals(createVault([secret]).key('cookies'))).toBe(true);
    expect(vault.key('vault')).toHaveLength(32);
  });
});

describe('createLog', () => {
  function logged(write: (log: ReturnType<typeof createLog>) => void): string {
    let lines = '';
    write(createLog('info', { write: (line) => { lines += line; } }));
    for (const line of lines.split('\n').filter(Boolean)) JSON.parse(line);
    return lines;
  }

  it('redacts secret fields at any depth', () => {
    const line = logged((log) => log.info({ password: 's3cret', a: { b: { c: { token: 's3cret', access_token: 's3\\"cret', d: [{ apiKey: 's3cret' }] } } }, title: '公开' }, 'saved'));
    expect(line).not.toMatch(/s3/);
    expect(line).toContain('公开');
  });

  it('redacts secrets in the messages, causes and addresses of errors', () => {
    const cause = Object.assign(new Error('GET https://api.weixin.qq.com/cgi-bin/draft?access_token=s3cret&x=1 failed'), { config: { url: 'https://a/?secret=s3cret' } });
    const line = logged((log) => log.error({ err: new Error('mongodb://yici:s3cret@db:27017/yici did not answer', { cause }) }, 'Authorization: Bearer s3cret'));
    expect(line).not.toMatch(/s3cret/);
    expect(line).toContain('x=1 failed');
    expect(line).toContain('mongodb://yici:[redacted]@db:27017');
  });

  it('leaves ordinary words and addresses alone', () => {
    const url = 'https://yici.test/n/1?page=2&keyword=%E6%94%B9%E9%9D%A9';
    expect(logged((log) => log.info({ url }, 'a key question'))).toContain(url);
  });
});

it('cuts the query and the fragment off an address', () => {
  expect(['https://a/b?c=d', 'https://a/b#c?d', 'https://a/b'].map(withoutQuery)).toEqual(['https://a/b', 'https://a/b', 'https://a/b']);
});

describe('the error catalogue', () => {
  const src = new URL('../../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|\/)(errors|raw-errors|page-cursor)\.ts$/.test(name) && !name.startsWith('admin/') && name !== 'app/graphql/errors.ts');
  beforeAll(async () => { for (const file of files) await import(new URL(file, src).href); });

  const placesOf = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();

  it('says every error in Chinese and in English, with the same places to fill', () => {
    const entries = [...errorCatalogue()];
    expect(entries.length).toBeGreaterThan(20);
    for (const [code, { status, zh, en }] of entries) {
      expect([code, /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code), status >= 400 && status < 600]).toEqual([code, true, true]);
      expect([code, /\p{Script=Han}/u.test(zh), /^[\p{ASCII}–—…“”’]+$/u.test(en)]).toEqual([code, true, true]);
      expect([code, placesOf(zh)]).toEqual([code, placesOf(en)]);
      expect([code, /[。！）：]$|\}$/.test(zh), /[.!)]$|\}$/.test(en)]).toEqual([code, true, true]);
    }
  });

  it('refuses a code that is taken', () => {
    expect(() => defineError('NOT_FOUND', { status: 404, zh: '无', en: 'none' })).toThrow('defined twice');
  });

  it('fills its sentence from its params, in the reader\'s language', () => {
    const error = new NotFoundError({ id: 'unit_{id}' }, { hint: 1 });
    expect(error.sentence('zh')).toContain('「unit_{id}」');
    expect(error).toMatchObject({ code: 'NOT_FOUND', name: 'NOT_FOUND', status: 404, message: error.sentence('en'), details: { hint: 1 } });
    expect(error).toBeInstanceOf(Error);
  });

  it('gives a reason in the reader\'s language alone, and whole where it is written in one', () => {
    const error = new InvalidInputError({ field: 'email', reason: '不是有效的邮箱地址 (is not an e-mail address)' });
    expect([error.sentence('zh'), error.sentence('en')]).toEqual(['email：不是有效的邮箱地址。请修改后重试，其余内容已保留。', 'email: is not an e-mail address. Correct it and try again; nothing else is lost.']);
    expect(new InvalidInputError({ field: 'rule', reason: 'no such field (topic)' }).sentence('zh')).toContain('no such field (topic)');
  });
});

describe('ids and nodes', () => {
  it('name their noun and sort by time of making', () => {
    const ids = Array.from({ length: 50 }, () => newId('unit'));
    expect(ids.map(nounOfId)).toEqual(ids.map(() => 'unit'));
    expect([...ids].sort()).toEqual(ids);
  });

  it.each(['', 'unit', 'unit_', 'Unit_65f2c0ffee0000000000000a', 'unit_65F2C0FFEE0000000000000A', `unit_${'a'.repeat(25)}`, ' unit_65f2c0ffee0000000000000a'])('refuses %j as an id', (id) => {
    expect(nounOfId(id)).toBeUndefined();
    expect(() => assertId(id)).toThrow(InvalidIdError);
  });

  it('refuses an id of another noun', () => {
    expect(() => assertId(newId('unit'), 'unit')).not.toThrow();
    expect(() => assertId(newId('unit'), 'person', 'topic')).toThrow('expected person | topic');
  });

  it('finds a node by its noun, and says not found for none', async () => {
    const [here, gone] = [newId('testThing'), newId('testThing')];
    defineNode('testThing', { typeName: 'TestThing', find: async (_ctx, id) => (id === here ? { _id: id } : null) });
    expect(typeOfId(here)).toBe('TestThing');
    expect(typeOfId('nothing')).toBeUndefined();
    await expect(findNode(as('editor'), here, {})).resolves.toEqual({ _id: here });
    await expect(findNode(as('editor'), gone, {})).rejects.toThrow(NotFoundError);
    await expect(findNode(as('editor'), newId('neverSeen'), {})).rejects.toThrow(InvalidIdError);
    expect(() => defineNode('testThing', { typeName: 'Other', find: async () => null })).toThrow('defined twice');
  });
});

it('lets the system do everything, a person what they may, and asks nobody to sign in', () => {
  expect(may(system, 'anything.atAll')).toBe(true);
  expect(may(actorOf('editor'), 'anything.atAll')).toBe(false);
  expect(() => assertMay(actorOf('editor'), 'anything.atAll')).toThrow(ForbiddenError);
  expect(() => assertMay(anonymous, 'anything.atAll')).toThrow(UnauthenticatedError);
});

describe('selections', () => {
  const term = new GraphQLObjectType({ name: 'Term', fields: { id: { type: GraphQLString }, name: { type: GraphQLString } } });
  const item = new GraphQLObjectType({ name: 'Item', fields: { id: { type: GraphQLString }, title: { type: GraphQLString }, unit: { type: term } } });
  const edge = new GraphQLObjectType({ name: 'ItemEdge', fields: { node: { type: item } } });
  const list = new GraphQLObjectType({ name: 'ItemList', fields: { nodes: { type: new GraphQLList(item) }, edges: { type: new GraphQLList(edge) }, totalCount: { type: GraphQLInt } } });
  let asked: Selection = {};
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { items: { type: list, resolve: (_root, _args, _ctx, info) => { asked = selectionOf(info); return null; } } } }) });

  const select = async (source: string): Promise<Selection> => {
    expect((await graphql({ schema, source })).errors).toBeUndefined();
    return asked;
  };

  it('look through aliases, fragments and directives', async () => {
    const selection = await select('query { items { all: nodes { ...card ... on Item { unit { name } } } totalCount @skip(if: true) } } fragment card on Item { t: title unit { id } __typename }');
    expect(selection).toEqual({ nodes: { title: {}, unit: { id: {}, name: {} }, __typename: {} }, totalCount: {} });
  });

  it('join what nodes and edges ask of an item, to the last level', async () => {
    const selection = await select('{ items { nodes { unit { name } } edges { node { title unit { id } } } } }');
    expect(nodeSelection(selection)).toEqual({ title: {}, unit: { id: {}, name: {} } });
  });

  it('hold nothing that was not asked for', async () => {
    const selection = await select('{ items { nodes { id } } }');
    expect(['totalCount', 'toString', 'constructor'].filter((name) => name in selection)).toEqual([]);
    expect(nodeSelection({})).toEqual({});
  });

  it('become the smallest projection that answers them', () => {
    expect(projectionFor({ id: {}, title: {}, unit: {}, __typename: {} }, { unit: ['unitId'] }, ['kind'])).toEqual({ _id: 1, kind: 1, title: 1, unitId: 1 });
  });
});

describe('addresses on the public internet', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2606:4700::1111', '2400:3200::1'])('include %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.1', '169.254.169.254', '172.16.0.1', '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:0:127.0.0.1', '::7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fc00::1', 'fd00::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1', '4000::1',
    'example.org', '',
  ])('do not include %j', (address) => expect(isPublicAddress(address)).toBe(false));

  const lookupOf = (answers: LookupAddress[][], options: { all?: boolean } = {}): Promise<unknown> => {
    const lookup = createPublicLookup((_name, _options, callback) => callback(null, answers.shift()!));
    return new Promise((resolve, reject) => lookup('rebind.test', options, (error, address) => { if (error) reject(error); else resolve(address); }));
  };

  it('are what a name must have, all of them', async () => {
    const [open, hidden] = [{ address: '8.8.8.8', family: 4 }, { address: '127.0.0.1', family: 4 }];
    await expect(lookupOf([[open]])).resolves.toBe('8.8.8.8');
    await expect(lookupOf([[open]], { all: true })).resolves.toEqual([open]);
    await expect(lookupOf([[open, hidden]])).rejects.toThrow(BlockedAddressError);
    await expect(lookupOf([[hidden]], { all: true })).rejects.toThrow('ALLOWED_PRIVATE_HOSTS');
  });
});

describe('createGuardedFetch', () => {
  let server: Server;
  let origin = '';
  let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
  let asked = 0;
  const host = (): string => new URL(origin).host;
  const fetchWith = (options: { timeoutMs?: number; maxBodyBytes?: number } = {}): typeof fetch => createGuardedFetch({ allowedPrivateHosts: [host()], ...options });

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      let body = '';
      request.on('data', (chunk) => { body += chunk; });
      request.on('end', () => answer(request, response, body));
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = 0;
    answer = ({ method, headers }, response, body) => response.end(JSON.stringify({ method, headers, body }));
  });
  afterAll(async () => { server.closeAllConnections(); await new Promise((resolve) => { server.close(resolve); }); });

  const reason = async (request: Promise<unknown>): Promise<unknown> => {
    const error = await request.then(() => undefined, (thrown: Error) => thrown);
    return (error as { cause?: unknown } | undefined)?.cause ?? error;
  };

  it.each(['http://127.0.0.1', 'http://2130706433', 'http://0x7f.1', 'http://0177.0.0.1', 'http://127.1', 'http://[::1]', 'http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', 'http://169.254.169.254/latest/meta-data', 'http://localhost', 'http://127.0.0.1.', 'http://0'])('refuses %s', async (address) => {
    const url = new URL(address);
    url.port = new URL(origin).port;
    const guarded = createGuardedFetch({ allowedPrivateHosts: ['127.0.0.1:1', 'localhost:1'] });
    expect(await reason(guarded(url))).toBeInstanceOf(BlockedAddressError);
    expect(asked).toBe(0);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'data:text/plain,1', 'blob:nodedata:1'])('refuses %s', async (address) => {
    expect(await reason(fetchWith()(address))).toBeInstanceOf(BlockedAddressError);
  });

  it('calls a private address that is allowed with exactly this port, in any case', async () => {
    await expect(createGuardedFetch({ allowedPrivateHosts: [`LOCALHOST:${new URL(origin).port}`] })(origin.replace('127.0.0.1', 'LocalHost')).then((response) => response.status)).resolves.toBe(200);
    expect(asked).toBe(1);
  });

  it('does not follow redirects', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/inside' }).end('moved');
    const response = await fetchWith()(origin, { redirect: 'follow' });
    expect([response.status, response.headers.get('location'), response.url, asked]).toEqual([302, '/inside', `${origin}/`, 1]);
  });

  it('sends the method, headers and body of a Request, and what is given beside it instead', async () => {
    const request = (): Request => new Request(origin, { method: 'PUT', headers: { 'x-a': '1', 'x-b': '2' }, body: '正文' });
    await expect(fetchWith()(request()).then((response) => response.json())).resolves.toMatchObject({ method: 'PUT', body: '正文', headers: { 'x-a': '1', 'content-length': '6' } });
    await expect(fetchWith()(request(), { method: 'POST', body: '另一段' }).then((response) => response.json())).resolves.toMatchObject({ method: 'POST', body: '另一段', headers: { 'x-b': '2' } });
  });

  it('sends forms with files, and streams', async () => {
    const form = new FormData();
    form.append('title', '标题');
    form.append('media', new Blob(['picture'], { type: 'image/png' }), 'a.png');
    const sent = await fetchWith()(origin, { method: 'POST', body: form }).then((response) => response.json()) as { headers: Record<string, string>; body: string };
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(sent.headers['content-length'])).toBeGreaterThan(0);
    expect(sent.body).toMatch(/name="title"\r\n\r\n标题[^]*filename="a.png"\r\nContent-Type: image\/png\r\n\r\npicture/);
    await expect(fetchWith()(origin, { method: 'POST', body: new Blob(['streamed']).stream() }).then((response) => response.json())).resolves.toMatchObject({ body: 'streamed' });
  });

  it('answers with the platform\'s own Response, also where there is no body', async () => {
    answer = (_request, response) => response.writeHead(204, 'Nothing', { 'x-c': '3' }).end();
    const response = await fetchWith()(origin);
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.body, response.headers.get('x-c')]).toEqual([204, null, '3']);
  });

  it('stops reading a body that is too long, and one that only unpacks too long', async () => {
    answer = (_request, response) => response.end('x'.repeat(5000));
    await expect(fetchWith({ maxBodyBytes: 4999 })(origin).then((response) => response.text())).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    await expect(fetchWith({ maxBodyBytes: 5000 })(origin).then((response) => response.text())).resolves.toHaveLength(5000);
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)));
    await expect(fetchWith({ maxBodyBytes: 5000 })(origin).then((response) => response.text())).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  /** An answer whose head came in time; on a busy machine that takes longer than one would give it. */
  const beginning = (timeoutMs: number): Promise<Response> => fetchWith({ timeoutMs })(origin).catch(() => beginning(2 * timeoutMs));

  it('gives up in time on a server that is silent, and on a body that drips', async () => {
    answer = () => undefined;
    expect(await reason(fetchWith({ timeoutMs: 50 })(origin))).toMatchObject({ name: 'TimeoutError' });
    const isGone = deferred();
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('x'), 5);
      response.on('close', () => { clearInterval(drip); isGone.resolve(); });
    };
    const dripping = await beginning(200);
    expect(await reason(dripping.text())).toMatchObject({ name: 'TimeoutError' });
    await isGone.promise;
  });

  it('hears from a name\'s first address although the process was busy and the second leads nowhere', async () => {
    // Longer than Node waits for an address before it tries the next one.
    const busyMs = 400;
    const both = (_name: string, _options: object, found: (error: null, addresses: LookupAddress[]) => void): void => {
      found(null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]);
      for (const end = performance.now() + busyMs; performance.now() < end;);
    };
    const lookup = jest.spyOn(dns, 'lookup').mockImplementation(both as never);
    try {
      const { port } = new URL(origin);
      const ask = (): Promise<unknown> => createGuardedFetch({ allowedPrivateHosts: [`two.test:${port}`] })(`http://two.test:${port}/`).then(({ status }) => status, () => undefined);
      // More than once, for a machine that is busier than that.
      expect([await ask(), await ask(), await ask()]).toContain(200);
      expect(lookup).toHaveBeenCalled();
    } finally {
      lookup.mockRestore();
    }
  });

  it('ends when its caller ends it', async () => {
    answer = () => undefined;
    const abort = new AbortController();
    const request = fetchWith()(origin, { signal: abort.signal });
    await until(() => asked === 1);
    abort.abort(new Error('enough'));
    await expect(request).rejects.toThrow('enough');
  });
});

describe('withHeartbeat', () => {
  it('gives the work\'s result, and its error', async () => {
    await expect(withHeartbeat(60_000, async () => true, async () => 'done')).resolves.toBe('done');
    await expect(withHeartbeat(60_000, async () => true, async () => { throw new Error('failed'); })).rejects.toThrow('failed');
  });

  const untilAborted = (signal: AbortSignal): Promise<unknown> => new Promise((resolve) => { signal.addEventListener('abort', () => resolve(signal.reason)); });

  it('aborts the work when another owner has the lease', async () => {
    await expect(withHeartbeat(30, async () => false, untilAborted)).resolves.toEqual(new Error('the lease was lost'));
  });

  it('aborts the work when no renewal gets through for the length of the lease', async () => {
    await expect(withHeartbeat(30, () => Promise.reject(new Error('no database')), untilAborted)).resolves.toEqual(new Error('the lease was lost'));
    await expect(withHeartbeat(30, () => new Promise(() => undefined), untilAborted)).resolves.toEqual(new Error('the lease was lost'));
  });

  it('goes on past the first lease while renewals get through', async () => {
    // By a clock of the test's own: a machine that is busy for the length of this lease would lose it, and rightly.
    jest.useFakeTimers();
    try {
      let renewals = 0;
      const done = deferred();
      const isAborted = withHeartbeat(30, async () => { renewals += 1; return true; }, async (signal) => { await done.promise; return signal.aborted; });
      await jest.advanceTimersByTimeAsync(80);
      done.resolve();
      expect([await isAborted, renewals]).toEqual([false, 8]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('what becomes of a failed job', () => {
  const now = new Date('2035-03-08T08:00:00Z');
  const error = new Error('boom');

  it('is another attempt, later each time, an hour at most', () => {
    expect([1, 2, 3, 12, 13, 60].map((attempts) => backoffMs(attempts, 0.5))).toEqual([1000, 2000, 4000, 2_048_000, 3_600_000, 3_600_000]);
    expect([backoffMs(1, 0), backoffMs(1, 1)]).toEqual([800, 1200]);
    expect(fateAfterFailure({ attempts: 3, maxAttempts: 4 }, {}, now, error, 0.5)).toEqual({ state: 'waiting', attempts: 3, dueAt: new Date(now.getTime() + 4000), lastError: 'boom' });
  });

  it('is death after the last attempt, with its last error', () => {
    expect(fateAfterFailure({ attempts: 4, maxAttempts: 4 }, {}, now, error)).toEqual({ state: 'dead', lastError: 'boom' });
    expect(fateAfterFailure({ attempts: 4, maxAttempts: 4 }, undefined, now, 'x'.repeat(5000))).toEqual({ state: 'dead', lastError: 'x'.repeat(2000) });
  });

  it('is the next time of a repeating job, or an earlier attempt, never death', () => {
    const hourly = { cron: '0 * * * *' };
    expect(fateAfterFailure({ attempts: 12, maxAttempts: 12 }, hourly, now, error)).toEqual({ state: 'waiting', attempts: 0, dueAt: new Date('2035-03-08T09:00:00Z'), lastError: 'boom' });
    expect(fateAfterFailure({ attempts: 2, maxAttempts: 12 }, hourly, now, error, 0.5)).toMatchObject({ dueAt: new Date('2035-03-08T08:00:02Z'), attempts: 2 });
    expect(fateAfterFailure({ attempts: 11, maxAttempts: 12 }, { cron: '* * * * *' }, now, error, 0.5)).toMatchObject({ dueAt: new Date('2035-03-08T08:01:00Z') });
  });

  it('is death with a reason when every attempt ended its process', () => {
    expect(fateAfterCrashes({ maxAttempts: 2 }, {}, now)).toEqual({ state: 'dead', lastError: 'its process died or stalled during attempt 2 of 2' });
    expect(fateAfterCrashes({ maxAttempts: 2, lastError: 'boom' }, {}, now)).toEqual({ state: 'dead', lastError: 'its process died or stalled during attempt 2 of 2; the error before that: boom' });
    expect(fateAfterCrashes({ maxAttempts: 2 }, { cron: '0 * * * *' }, now)).toMatchObject({ state: 'waiting', attempts: 0, dueAt: new Date('2035-03-08T09:00:00Z') });
  });
});

describe('Loop', () => {
  const never = 3_600_000;

  it('looks at once, and again by itself', async () => {
    let looks = 0;
    const loop = new Loop(services, { step: async () => { looks += 1; return false; }, concurrency: 1, pollMs: 5 });
    await until(() => looks >= 3);
    await loop.stop();
  });

  it('does not lose a ring that comes while its step finds nothing', async () => {
    const first = deferred<boolean>();
    let looks = 0;
    const loop = new Loop(services, { step: () => { looks += 1; return looks === 1 ? first.promise : Promise.resolve(false); }, concurrency: 1, pollMs: never });
    loop.ring();
    first.resolve(false);
    await until(() => looks === 2);
    await loop.stop();
  });

  it('runs as many side by side as it may, and no more', async () => {
    const gate = deferred();
    let [left, running, most] = [20, 0, 0];
    const step = async (): Promise<boolean> => {
      if (left === 0) return false;
      left -= 1;
      running += 1;
      most = Math.max(most, running);
      if (running < 4) await gate.promise;
      else gate.resolve();
      running -= 1;
      return true;
    };
    const loop = new Loop(services, { step, concurrency: 4, pollMs: never });
    for (let ring = 0; ring < 20; ring += 1) loop.ring();
    await until(() => left === 0 && running === 0);
    await loop.stop();
    expect(most).toBe(4);
  });

  it('opens lane after lane by its own looks while work is left and steps are slow', async () => {
    const gate = deferred();
    let running = 0;
    const loop = new Loop(services, { step: async () => { running += 1; await gate.promise; return false; }, concurrency: 8, pollMs: 5 });
    await until(() => running === 8);
    gate.resolve();
    await loop.stop();
  });

  it('lets running steps end when it is stopped, and starts no more', async () => {
    const step = deferred<boolean>();
    let [started, isStopped] = [0, false];
    const loop = new Loop(services, { step: () => { started += 1; return step.promise; }, concurrency: 1, pollMs: 5 });
    const stopped = loop.stop().then(() => { isStopped = true; });
    loop.ring();
    await Promise.resolve();
    expect(isStopped).toBe(false);
    step.resolve(true);
    await stopped;
    expect(started).toBe(1);
  });

  it('does not spin on errors, whoever rings, and recovers', async () => {
    let [looks, isBroken] = [0, true];
    const loop = new Loop(services, { step: async () => { looks += 1; if (isBroken) throw new Error('no database'); return false; }, concurrency: 4, pollMs: 5 });
    await until(() => looks === 1);
    await Promise.resolve();
    for (let ring = 0; ring < 100; ring += 1) loop.ring();
    expect(looks).toBe(1);
    await until(() => looks >= 3);
    isBroken = false;
    const before = looks;
    await until(() => looks > before);
    await loop.stop();
  });
});
