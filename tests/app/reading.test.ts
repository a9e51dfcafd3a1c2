import { createHash } from 'node:crypto';
import { execute, parse, type GraphQLSchema } from 'graphql';
import mongoose from 'mongoose';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as rawRequest } from 'undici';
import { updateUnit } from '../../src/accounts/index.js';
import { createExecutor } from '../../src/app/graphql/execute.js';
import { isPublicOperation } from '../../src/app/graphql/public-operation.js';
import { createSchema } from '../../src/app/graphql/schema.js';
import { KeptResponse, ResponseCache, type Made } from '../../src/app/http/response-cache.js';
import { createDestination, deliverNext } from '../../src/distribution/index.js';
import { correctContent, createTopic, publishContent, retractContent, updateContent } from '../../src/content/index.js';
import { anonymous, Changes, dispatchNextEvent, DomainError, keepCachesFresh, processAll, publicCollections, runNextJob } from '../../src/kernel/index.js';
import { updateAsset } from '../../src/media/index.js';
import { useApp, wire } from '../kit/app.js';
import { anApproved, anAsset, approve, aPublished, useMedia } from '../kit/contents.js';
import { as, aPerson, testPassword } from '../kit/people.js';
import { contextOf, services, useDatabase } from '../kit/services.js';
import { deferred, until } from '../kernel/until.js';

useDatabase();
beforeAll(useMedia);

/** A change stream that says what the test wants. */
class ToldChanges extends Changes {
  isHeard = true;
  override get isOpen(): boolean { return this.isHeard; }
}

interface Answer { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] }

const post = (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const asked = async (url: string, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> => await (await post(url, { query, variables }, headers)).json() as Answer;

const list = '{ articles(first: 5) { nodes { title unit { name } topics { name } cover { url alt } } } }';

describe('compiled execution', () => {
  let schema: GraphQLSchema;
  let run: ReturnType<typeof createExecutor>;
  beforeAll(async () => {
    await wire();
    schema = createSchema();
    run = createExecutor(schema);
  });

  const page = 'nodes { id title publishedAt importance tags unit { id name } topics { id name path } cover { id url alt createdAt bytes rendition(preset: CARD) { url width } } }';
  const queries: readonly (readonly [name: string, query: string, variables?: Record<string, unknown>])[] = [
    ['a list', `{ articles { ${page} totalCount } }`],
    ['edges and cursors', '{ articles(first: 1) { edges { cursor node { id slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }'],
    ['an interface with fragments of its kinds', '{ contents { nodes { __typename id title ... on Article { subtitle: shortTitle } ... on Case { place } ...Terms } } } fragment Terms on Content { unit { name } topics { slug } }'],
    ['aliases and directives', 'query($no: Boolean!) { first: articles(first: 1) { nodes { name: title summary @skip(if: $no) html @include(if: $no) } } second: articles(first: 2) { nodes { title } } }', { no: true }],
    ['a filter, an order and an enum', 'query($filter: ContentFilter) { articles(filter: $filter, orderBy: IMPORTANCE_DESC) { nodes { title importance } } }', { filter: { importance: { gte: 1 } } }],
    ['one by slug that is absent', '{ content(slug: "none") { id } }'],
    ['one of two that fails', '{ good: articles { nodes { title } } bad: article(id: "12") { id } }'],
    ['what needs a right', '{ reviews { nodes { id } } }'],
    ['an argument of the wrong shape', 'query($first: Int) { articles(first: $first) { nodes { id } } }', { first: 1000 }],
    ['what only editors see', '{ contents { nodes { editorial { workflow } body } } }'],
    ['the tree of topics', '{ topics { id name parentId path order } }'],
    ['a search', '{ search(query: "不动产") { nodes { id title } totalCount } }'],
    ['introspection', '{ __schema { queryType { name } types { name kind fields { name } } } __type(name: "Article") { interfaces { name } } }'],
  ];

  const outline = ({ data, errors = [] }: { data?: unknown; errors?: readonly { path?: readonly unknown[] | undefined; originalError?: unknown; extensions?: { code?: unknown } }[] }): unknown =>
    JSON.parse(JSON.stringify({ data, errors: errors.map(({ path, originalError, extensions }) => ({ path, code: originalError instanceof DomainError ? originalError.code : extensions?.code })) }));

  it.each(queries.map(([name, query, variables = {}]) => ({ name, query, variables })))('answers as graphql-js does: $name', async ({ query, variables }) => {
    const topic = await createTopic(as('administrator'), { name: '不动产登记' });
    await aPublished({ title: '甲', topicIds: [topic._id], coverId: (await anAsset())._id, tags: ['便民'] });
    await aPublished({ title: '乙', importance: 3 }, { kind: 'case' });
    const document = parse(query);
    const ctx = contextOf(anonymous);
    const expected = await execute({ schema, document, variableValues: variables, contextValue: ctx });
    const { result } = await run({ document, variables, ctx });
    expect(outline(result as never)).toEqual(outline(expected as never));
  });

  it('knows which operations show readers nothing but the read model', () => {
    const isPublic = (query: string): boolean => isPublicOperation(schema, parse(query));
    expect([list, queries[0]![1], queries[2]![1], '{ topics { name } }', '{ __typename }'].map(isPublic)).toEqual([true, true, true, true, true]);
    const others = [
      'mutation { signOut }', '{ me { person { name } } }', '{ __schema { types { name } } }', '{ reviews { nodes { id } } }', '{ node(id: "x") { id } }', '{ articles { nodes { deliveries { id } } } }',
      '{ contents { nodes { ... on Article { deliveries { id } } } } }', '{ contents { nodes { ...F } } } fragment F on Content { cover { usedBy { id } } }', '{ articles { nodes { cover { film { state } } } } }',
    ];
    expect(others.filter(isPublic)).toEqual([]);
  });
});

describe('ResponseCache', () => {
  const changes = new ToldChanges(services.log);
  const kept = new ResponseCache(changes);
  beforeEach(() => { kept.clear(); changes.isHeard = true; });
  afterAll(() => kept.close());
  const good = (body: string): Made<string> => ({ response: body, keep: { contentType: 'text/plain', body } });
  const textOf = (answer: KeptResponse | Made<string>): string => (answer instanceof KeptResponse ? `kept ${answer.body.toString()}` : `made ${answer.response}`);

  it('makes equal questions of one moment once', async () => {
    const { promise, resolve } = deferred<Made<string>>();
    let made = 0;
    const asking = Array.from({ length: 5 }, () => kept.answer('q', () => { made += 1; return promise; }));
    resolve(good('a'));
    expect((await Promise.all(asking)).map(textOf)).toEqual(Array(5).fill('kept a'));
    expect([made, textOf(await kept.answer('q', async () => good('b')))]).toEqual([1, 'kept a']);
  });

  it('keeps nothing that was made while something changed, and lets nobody wait for it', async () => {
    const { promise, resolve } = deferred<Made<string>>();
    const before = kept.answer('q', () => promise);
    kept.clear();
    const after = kept.answer('q', async () => good('new'));
    expect(textOf(await after)).toBe('kept new');
    resolve(good('old'));
    expect(textOf(await before)).toBe('made old');
    expect(textOf(await kept.answer('q', async () => good('newer')))).toBe('kept new');
  });

  it('keeps no answer that may not be kept; who waited makes their own', async () => {
    const { promise, resolve } = deferred<Made<string>>();
    const first = kept.answer('q', () => promise);
    const second = kept.answer('q', async () => ({ response: 'own' }));
    resolve({ response: 'error' });
    expect([textOf(await first), textOf(await second), textOf(await kept.answer('q', async () => ({ response: 'third' })))]).toEqual(['made error', 'made own', 'made third']);
  });

  it('lets those who waited for what threw make their own', async () => {
    const { promise, reject } = deferred<Made<string>>();
    const first = kept.answer('q', () => promise);
    const second = kept.answer('q', async () => good('own'));
    reject(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    expect(textOf(await second)).toBe('made own');
  });

  it('neither keeps nor answers while changes are not heard', async () => {
    await kept.answer('q', async () => good('a'));
    changes.isHeard = false;
    expect(textOf(await kept.answer('q', async () => good('b')))).toBe('made b');
  });

  it('holds at most 64 MB, and nothing over 2 MB', async () => {
    const big = 'x'.repeat(900_000);
    for (let n = 0; n < 80; n += 1) await kept.answer(`q${n}`, async () => good(big));
    expect([textOf(await kept.answer('q0', async () => good('anew'))), textOf(await kept.answer('q79', async () => good('anew'))).length]).toEqual(['kept anew', big.length + 5]);
    await kept.answer('huge', async () => good(big + big));
    expect(textOf(await kept.answer('huge', async () => good('anew')))).toBe('kept anew');
  });
});

describe('kept answers and this process\'s own changes', () => {
  // Nothing is told by a change stream here: what is fresh is so by the process's own word.
  const kept = new ResponseCache(new ToldChanges(services.log));
  const app = useApp(services, { kept });
  beforeEach(() => kept.clear());
  afterAll(() => kept.close());
  const titles = async (): Promise<unknown[]> => ((await asked(app.url, list)).data as { articles: { nodes: { title: string }[] } }).articles.nodes.map(({ title }) => title);

  it('asks the database nothing for a question that was answered before', async () => {
    await aPublished({ title: '甲' });
    expect(await titles()).toEqual(['甲']);
    expect(await app.commandsOf(titles)).toEqual([]);
  });

  it('shows what was published, corrected and retracted at once', async () => {
    expect(await titles()).toEqual([]);
    const content = await anApproved({ title: '甲' });
    expect(await titles()).toEqual([]);
    await publishContent(as('operator'), { id: content._id });
    expect(await titles()).toEqual(['甲']);
    const updated = await updateContent(as('contributor', { unitId: content.unitId }), { id: content._id, expectedRevision: 1, patch: { title: '乙' } });
    await approve(updated);
    expect(await titles()).toEqual(['甲']);
    await correctContent(as('operator'), { id: content._id, note: '标题有误' });
    expect(await titles()).toEqual(['乙']);
    await retractContent(as('chiefEditor'), { id: content._id, reason: '内容有误' });
    expect(await titles()).toEqual([]);
  });

  it('shows the new name of a unit, the new text of a picture and a new topic at once', async () => {
    const cover = await anAsset();
    const content = await aPublished({ title: '甲', coverId: cover._id });
    await asked(app.url, list);
    await updateUnit(as('administrator'), { id: content.unitId, name: '改了名的单位' });
    await asked(app.url, '{ topics { name } }');
    expect(await asked(app.url, list)).toMatchObject({ data: { articles: { nodes: [{ unit: { name: '改了名的单位' } }] } } });
    await updateAsset(as('editor'), { id: cover._id, alt: '新的说明' });
    expect(await asked(app.url, list)).toMatchObject({ data: { articles: { nodes: [{ cover: { alt: '新的说明' } }] } } });
    await createTopic(as('administrator'), { name: '新宣传重点' });
    expect(await asked(app.url, '{ topics { name } }')).toEqual({ data: { topics: [{ name: '新宣传重点' }] } });
  });

  it('reads no collection whose changes it does not hear of', async () => {
    const topic = await createTopic(as('administrator'), { name: '不动产登记' });
    const cover = await anAsset();
    await aPublished({ title: '甲', topicIds: [topic._id], coverId: cover._id, attachmentIds: [cover._id], shareImageId: cover._id });
    const everything = `{
      contents { totalCount nodes { id slug title summary body html characterCount author tags relatedIds publishedAt updatedAt version editorial { revision } unit { id name } topics { id name } cover { id url rendition(preset: CARD) { url } } attachments { url } shareImage { url } } }
      search(query: "登记") { nodes { title } } topics { name } }`;
    const commands = await app.commandsOf(async () => expect((await asked(app.url, everything)).errors).toBeUndefined());
    const read = commands.map(({ name, command }) => String((command as Record<string, unknown>)[name]));
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((collection) => !(publicCollections as readonly string[]).includes(collection))).toEqual([]);
    expect(await app.commandsOf(() => asked(app.url, everything))).toEqual([]);
  });

  it('takes equal questions for one: variables in any order, by GET or POST, by text or by hash', async () => {
    await aPublished({ title: '甲' });
    const query = 'query Q($first: Int, $filter: ContentFilter) { articles(first: $first, filter: $filter) { nodes { title } } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const expected = await asked(app.url, query, { first: 5, filter: { importance: { gte: 1, lte: 5 } } });
    expect(expected).toEqual({ data: { articles: { nodes: [{ title: '甲' }] } } });
    const variables = { filter: { importance: { lte: 5, gte: 1 } }, first: 5 };
    const address = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const same = [() => post(app.url, { query, variables }), () => fetch(`${app.url}/graphql?${address}`), () => post(app.url, { variables, extensions: { persistedQuery } })];
    for (const ask of same) {
      const commands = await app.commandsOf(async () => expect(await (await ask()).json()).toEqual(expected));
      expect(commands).toEqual([]);
    }
  });

  it.each([
    ['other variables', { variables: { first: 1 } }, {}],
    ['another operation of the document', { operationName: 'B' }, {}],
    ['a wish for a fresh answer', {}, { 'cache-control': 'no-store' }],
    ['credentials, even bad ones', {}, { authorization: 'Bearer nonsense' }],
    ['a session cookie, even unread', {}, { cookie: 'yici_session=x' }],
  ])('executes anew for %s', async (_name, body, headers) => {
    await aPublished({ title: '甲' });
    const question = { query: 'query A($first: Int) { articles(first: $first) { nodes { title } } } query B { articles(first: 3) { nodes { title } } }', operationName: 'A', variables: { first: 2 } };
    await (await post(app.url, question)).json();
    const commands = await app.commandsOf(async () => expect(await (await post(app.url, { ...question, ...body }, headers)).json()).toEqual({ data: { articles: { nodes: [{ title: '甲' }] } } }));
    expect(commands.some(({ command }) => (command as { find?: string }).find === 'published')).toBe(true);
  });

  it('shows staff nothing kept for readers, and readers nothing shown to staff', async () => {
    const person = await aPerson({ roles: ['administrator'] });
    const signIn = { query: 'mutation($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }', variables: { login: person.login, password: testPassword } };
    const { data } = await (await post(app.url, signIn)).json() as { data: { signIn: { token: string } } };
    const drafts = '{ articles(perspective: DRAFT) { nodes { title } } }';
    await anApproved({ title: '未发布' });
    expect(await asked(app.url, drafts, {}, { authorization: `Bearer ${data.signIn.token}` })).toEqual({ data: { articles: { nodes: [{ title: '未发布' }] } } });
    expect((await asked(app.url, drafts)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const again = await (await post(app.url, signIn)).json() as typeof data;
    expect(JSON.stringify(again)).not.toContain(data.signIn.token);
  });

  it('tells errors anew, each with its own request', async () => {
    const ids = await Promise.all([1, 2].map(async () => JSON.stringify((await asked(app.url, '{ content(slug: "none") { id } }')).errors)));
    expect(new Set(ids).size).toBe(2);
  });

  it('answers 304 to a GET that has it, compresses once, and says who may share it', async () => {
    for (let n = 0; n < 3; n += 1) await aPublished({ title: `第${n}篇${'改革'.repeat(40)}` });
    const query = '{ articles { nodes { title html body summary } } }';
    const plain = await fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'accept-encoding': 'identity' } });
    const text = await plain.text();
    const etag = plain.headers.get('etag')!;
    expect([plain.headers.get('cache-control'), plain.headers.get('vary'), plain.headers.get('content-encoding')]).toEqual(['no-cache', 'Accept, Accept-Encoding, Accept-Language, Authorization, Cookie', null]);
    expect((await fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const [accepted, encoding, open] of [['gzip, br', 'br', brotliDecompressSync], ['br;q=0, gzip', 'gzip', gunzipSync]] as const) {
      const { headers, body } = await rawRequest(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'accept-encoding': accepted, accept: '*/*', 'accept-language': '*' } });
      expect(headers['content-encoding']).toBe(encoding);
      expect(open(Buffer.from(await body.arrayBuffer())).toString()).toBe(text);
    }
  });
});

describe('kept answers and what other processes change', () => {
  const changes = new Changes(services.log);
  const kept = new ResponseCache(changes);
  const app = useApp(services, { kept });
  const other = new mongoose.mongo.MongoClient(process.env.TEST_MONGODB_URI!);
  beforeAll(async () => {
    keepCachesFresh(changes);
    await Promise.all([changes.start(), other.connect()]);
  });
  afterAll(async () => {
    await Promise.all([changes.stop(), other.close()]);
    kept.close();
  });
  const theirs = (name: string): mongoose.mongo.Collection<{ _id: string }> => other.db(mongoose.connection.name).collection(name);
  const untilKept = (query: string): Promise<void> => until(async () => (await app.commandsOf(() => asked(app.url, query))).length === 0);
  const shows = (text: string) => async (): Promise<boolean> => JSON.stringify(await asked(app.url, list)).includes(text);

  it('shows what another process published, corrected and retracted', async () => {
    const { _id } = await aPublished({ title: '甲' });
    await untilKept(list);
    await theirs('published').updateOne({ _id }, { $set: { title: '更正后' } });
    await until(shows('更正后'));
    await untilKept(list);
    const stored = await theirs('published').findOne({ _id });
    await theirs('published').deleteOne({ _id });
    await until(shows('"nodes":[]'));
    await untilKept(list);
    await theirs('published').insertOne(stored!);
    await until(shows('更正后'));
  });

  it('serves a feed without a command until something is delivered to it, by whatever process', async () => {
    await createDestination(as('administrator'), { name: '全部', slug: 'all', channelId: 'rss', settings: { title: '全部' } });
    const feed = async (): Promise<string> => (await fetch(`${app.url}/feeds/all.rss`)).text();
    const untilQuiet = (): Promise<void> => until(async () => (await app.commandsOf(feed)).length === 0);
    const { _id } = await aPublished({ title: '第一篇' });
    await processAll(services, [dispatchNextEvent, runNextJob, deliverNext]);
    expect(await feed()).toContain('第一篇');
    await untilQuiet();
    await aPublished({ title: '第二篇' });
    await processAll(services, [dispatchNextEvent, runNextJob, deliverNext]);
    expect(await feed()).toContain('第二篇');
    await untilQuiet();
    await theirs('standings').deleteOne({ contentId: _id } as never);
    await until(async () => !(await feed()).includes('第一篇'));
  });

  it('is emptied when the stream breaks', async () => {
    await aPublished({ title: '甲' });
    await untilKept(list);
    await changes.stop();
    expect((await app.commandsOf(() => asked(app.url, list))).length).toBeGreaterThan(0);
    await changes.start();
    await untilKept(list);
  });
});

