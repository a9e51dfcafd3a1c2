import { createHash } from 'node:crypto';
import { serverAudits } from 'graphql-http';
import mongoose from 'mongoose';
import { createTopic } from '../../src/content/index.js';
import { aContent, anAsset, aPublished, useMedia } from '../kit/contents.js';
import { useApp } from '../kit/app.js';
import { as, aPerson, testPassword } from '../kit/people.js';
import { clock, minute, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);
const app = useApp();

interface Answer { data?: Record<string, unknown> | null; errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[] }

async function ask(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return await response.json() as Answer;
}
const codes = (answer: Answer): unknown[] => (answer.errors ?? []).map(({ extensions }) => extensions.code);

describe('GraphQL over HTTP', () => {
  it('passes the audits of graphql-http without an error, at least 55 of them with ok', async () => {
    const results = await Promise.all(serverAudits({ url: `${app.url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()));
    const failed = results.filter(({ status }) => status === 'error').map(({ name }) => name);
    expect(failed).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThanOrEqual(55);
  });

  it('answers queries by GET and refuses mutations by GET', async () => {
    expect(await (await fetch(`${app.url}/graphql?query=${encodeURIComponent('{ articles { nodes { title } } }')}`)).json()).toMatchObject({ data: { articles: { nodes: [] } } });
    const mutation = await fetch(`${app.url}/graphql?query=${encodeURIComponent('mutation { signOut }')}`);
    expect(mutation.status).toBe(405);
  });

  it('answers a persisted query by its hash alone', async () => {
    const query = '{ articles { nodes { title } } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const send = (body: object): Promise<Answer> => fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).then((response) => response.json() as Promise<Answer>);
    expect(codes(await send({ extensions }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(await send({ query, extensions })).toMatchObject({ data: { articles: {} } });
    expect(await send({ extensions })).toMatchObject({ data: { articles: {} } });
  });

  it('refuses a batch of operations', async () => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]) });
    expect(response.status).toBe(400);
  });

  it('refuses a body of 200 MB without reading it, in words', async () => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '209715200' }, body: new Blob([Buffer.alloc(5_000_000, 32)]) }).catch((error: unknown) => error as Error);
    if (response instanceof Error) throw response;
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'PAYLOAD_TOO_LARGE' } });
  });
});

describe('limits', () => {
  const repeat = (count: number, part: (at: number) => string): string => Array.from({ length: count }, (_, at) => part(at)).join(' ');

  it.each([
    ['aliases', `{ ${repeat(31, (at) => `a${at}: __typename`)} }`, 'TOO_MANY_ALIASES'],
    ['cost', `{ ${repeat(30, (at) => `a${at}: articles(first: 100) { nodes { id title summary slug html place author source unit { id name shortName } topics { id name slug } cover { id url alt } } }`)} }`, 'QUERY_TOO_COSTLY'],
    ['sign-in by aliases', `mutation { ${repeat(2, (at) => `a${at}: signIn(input: { login: "a", password: "b" }) { token }`)} }`, 'SENSITIVE_MUTATION_REPEATED'],
  ])('refuse a query with too many or too much: %s', async (_name, query, code) => {
    expect(codes(await ask(query))).toEqual([code]);
  });

  it('refuse a query that is too deep', async () => {
    const deep = `{ __schema { types { fields { type { ${'ofType { '.repeat(14)} name ${'} '.repeat(14)} } } } } }`;
    expect(codes(await ask(deep))).toContain('QUERY_TOO_DEEP');
  });

  it('refuse a document with too many tokens', async () => {
    expect((await ask(`{ ${'__typename '.repeat(4000)} }`)).errors?.[0]?.message).toMatch(/token/i);
  });

  it('weigh a fragment bomb without expanding it', async () => {
    const bomb = repeat(20, (at) => `fragment F${at} on Query { a: __typename ...F${at + 1} ...F${at + 1} }`);
    expect(codes(await ask(`query { ...F0 } ${bomb} fragment F20 on Query { __typename }`))).toContain('TOO_MANY_ALIASES');
  });
});

describe('errors', () => {
  it('suggest no field names and show no stack', async () => {
    const answer = await ask('{ articels { nodes { titel } } }');
    expect(JSON.stringify(answer)).not.toMatch(/did you mean|articles|at \w+ \(/i);
  });

  it('speak the reader\'s language, with one code', async () => {
    const query = '{ content(id: "article_000000000000000000000000") { id } }';
    const [zh, en] = [await ask(query), await ask(query, {}, { 'accept-language': 'en-GB' })];
    expect([codes(zh), codes(en)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(zh.errors![0]!.message).toMatch(/找不到/);
    expect(en.errors![0]!.message).toMatch(/was not found/);
  });

  it('name a wrong id, and an operator object as a variable', async () => {
    expect(codes(await ask('{ content(id: "12") { id } }'))).toEqual(['INVALID_ID']);
    expect(codes(await ask('query($id: ID!) { content(id: $id) { id } }', { id: { $gt: '' } }))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await ask('query($slug: String!) { content(slug: $slug) { id } }', { slug: { $ne: null } }))).toEqual(['BAD_USER_INPUT']);
  });

  it('answer alike for a content that is absent and one that is not published', async () => {
    const draft = await aContent();
    const query = 'query($id: ID!) { content(id: $id) { title } }';
    const [hidden, absent] = [await ask(query, { id: draft._id }), await ask(query, { id: 'article_000000000000000000000000' })];
    const shape = (answer: Answer): unknown => JSON.parse(JSON.stringify(answer).replaceAll(draft._id, 'ID').replaceAll('article_000000000000000000000000', 'ID').replace(/"requestId":"[^"]*"/, '"requestId":""'));
    expect(shape(hidden)).toEqual(shape(absent));
  });
});

describe('signing in over HTTP', () => {
  const signIn = 'mutation($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }';
  const me = { query: '{ me { person { name } } }' };
  const send = (headers: Record<string, string>): Promise<Answer> =>
    fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(me) }).then((response) => response.json() as Promise<Answer>);

  it('gives a token that works as a bearer, and a cookie that a foreign page cannot use', async () => {
    const person = await aPerson();
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: signIn, variables: { login: person.login, password: testPassword } }) });
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const { data } = await response.json() as { data: { signIn: { token: string } } };
    expect(await send({ authorization: `Bearer ${data.signIn.token}` })).toMatchObject({ data: { me: { person: { name: person.name } } } });
    const pair = cookie.split(';')[0]!;
    expect(await send({ cookie: pair, 'x-yici-client': 'admin' })).toMatchObject({ data: { me: { person: { name: person.name } } } });
    expect((await send({ cookie: pair, origin: 'https://evil.example' })).data?.me ?? null).toBeNull();
  });

  it('tells an expired session apart from a missing right', async () => {
    const answer = await ask('mutation { submitContent(input: { id: "article_000000000000000000000000", revision: 1 }) { id } }', {}, { authorization: 'Bearer nonsense' });
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('reading', () => {
  const listQuery = '{ articles(first: 20) { nodes { title summary slug publishedAt unit { name } topics { name } cover { url } } pageInfo { endCursor } } }';

  async function seedList(): Promise<void> {
    const topic = await createTopic(as('administrator'), { name: '不动产登记' });
    const cover = await anAsset();
    for (let at = 0; at < 3; at += 1) {
      clock.advance(minute);
      await aPublished({ title: `第${at}篇`, topicIds: [topic._id], coverId: cover._id });
    }
  }

  it('answers a list with one MongoDB command once its terms are known', async () => {
    await seedList();
    await ask(listQuery);
    const commands = await app.commandsOf(() => ask(listQuery));
    expect(commands.map(({ name }) => name)).toEqual(['find']);
  });

  it('asks only for the fields that were selected', async () => {
    await seedList();
    const [command] = await app.commandsOf(() => ask('{ articles { nodes { title } } }'));
    expect(Object.keys((command!.command as { projection: object }).projection).sort()).toEqual(['_id', 'kind', 'publishedAt', 'title']);
  });

  it.each([
    ['all', '{ contents { nodes { title } } }'],
    ['a kind', '{ articles { nodes { title } } }'],
    ['by importance', '{ articles(orderBy: IMPORTANCE_DESC) { nodes { title } } }'],
    ['last changed', '{ articles(orderBy: UPDATED_AT_DESC) { nodes { title } } }'],
    ['a topic', '{ contents(filter: { topicId: "topic_000000000000000000000000" }) { nodes { title } } }'],
    ['a unit', '{ contents(filter: { unitId: { eq: "unit_000000000000000000000000" } }) { nodes { title } } }'],
    ['a tag', '{ contents(filter: { tag: { eq: "便民服务" } }) { nodes { title } } }'],
    ['a slug', '{ content(slug: "none") { title } }'],
  ])('scans no collection and sorts nothing in memory: %s', async (_name, query) => {
    await seedList();
    const commands = await app.commandsOf(() => ask(query));
    for (const { command } of commands.filter(({ name }) => name === 'find')) {
      const { find, filter, sort = {}, projection, limit } = command as Record<string, unknown>;
      const { queryPlanner } = await mongoose.connection.db!.command({ explain: { find, filter, sort, projection, limit }, verbosity: 'queryPlanner' }) as { queryPlanner: { winningPlan: object } };
      expect(JSON.stringify(queryPlanner.winningPlan)).not.toMatch(/"stage":"(COLLSCAN|SORT)"/);
    }
  });

  it('shows a change of a term at once in the process that made it', async () => {
    await seedList();
    await ask(listQuery);
    const id = ((await ask('{ articles(first: 1) { nodes { unit { id } } } }')).data as { articles: { nodes: { unit: { id: string } }[] } }).articles.nodes[0]!.unit.id;
    const { updateUnit } = await import('../../src/accounts/index.js');
    await updateUnit(as('administrator'), { id, name: '改了名的单位' });
    expect(await ask('{ articles(first: 1) { nodes { unit { name } } } }')).toMatchObject({ data: { articles: { nodes: [{ unit: { name: '改了名的单位' } }] } } });
  });

  it('finds anything by its id', async () => {
    const content = await aPublished();
    expect(await ask('query($id: ID!) { node(id: $id) { __typename id ... on Article { title } } }', { id: content._id })).toEqual({ data: { node: { __typename: 'Article', id: content._id, title: content.draft.title } } });
    expect(codes(await ask('{ node(id: "nothing_000000000000000000000000") { id } }'))).toEqual(['INVALID_ID']);
  });
});

describe('the preview of a draft', () => {
  it('shows what is typed as the site, WeChat and feeds would, to those who may read it, and saves nothing', async () => {
    const person = await aPerson();
    const token = String(((await ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login: person.login, password: testPassword } })).data?.signIn as { token: string }).token);
    const content = await aContent({ title: '原来的标题' });
    const question = 'query ($id: ID!, $changes: DraftChangesInput) { previewDraft(id: $id, changes: $changes) { sitePage wechat { title html problem } feed { title html } } content(id: $id, perspective: DRAFT) { title } }';
    const answer = await ask(question, { id: content._id, changes: { title: '正在打的标题' } }, { authorization: `Bearer ${token}` });
    const preview = answer.data?.previewDraft as { sitePage: string; wechat: { title: string; html: string }; feed: { title: string; html: string } };
    expect(preview.sitePage).toContain('<h1>正在打的标题</h1>');
    expect([preview.wechat.title, preview.feed.title]).toEqual(['正在打的标题', '正在打的标题']);
    expect(preview.wechat.html).toContain('群众跑一次');
    expect(answer.data?.content).toEqual({ title: '原来的标题' });
    expect(codes(await ask(question, { id: content._id }))).toContain('UNAUTHENTICATED');
  });
});

describe('a reader\'s page', () => {
  it('offers the attachments and leads to related contents that readers may see', async () => {
    const [file, open, hidden] = [await anAsset(), await aPublished({ title: '已经发布的' }), await aContent({ title: '还没发布的' })];
    const { slug } = await aPublished({ title: '有附件的', attachmentIds: [file._id], relatedIds: [hidden._id, open._id] });
    const page = await (await fetch(`${app.url}/c/${encodeURIComponent(slug)}`)).text();
    expect(page).toContain(`/c/${encodeURIComponent(open.slug)}">已经发布的</a>`);
    expect(page).not.toContain('还没发布的');
    const path = /href="([^"]+)" download>窗口.jpg</.exec(page)?.[1];
    expect((await fetch(`${app.url}${path}`)).status).toBe(200);
  });
});
