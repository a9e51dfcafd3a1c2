import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import mongoose from 'mongoose';
import { createApiKey, revokeApiKey } from '../../src/accounts/index.js';
import { createDestination } from '../../src/distribution/index.js';
import { useApp } from '../kit/app.js';
import { aContent, useMedia } from '../kit/contents.js';
import { as, asPerson, aPerson, aUnit, testPassword } from '../kit/people.js';
import { clock, day, useDatabase } from '../kit/services.js';

// What a stranger may send, over real HTTP: each answered with a stable code and a sentence, and nothing lost or left behind.
useDatabase({ keep: true });
beforeAll(useMedia);
const app = useApp();

interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly code?: unknown;
  readonly message?: unknown;
  /** Bytes that were sent before the answer came. */
  readonly sent: number;
}

interface Sending {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Iterable<Buffer | string>;
}

/** Sends exactly these bytes: no client's help, no normalised path. Once answered, it sends no more. */
async function send(path: string, { method = 'GET', headers = {}, body = [] }: Sending = {}): Promise<Heard> {
  const { hostname, port } = new URL(app.url);
  let sent = 0;
  let isAnswered = false;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers: { connection: 'close', ...headers } }, (response) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => undefined);
      response.on('close', () => { resolve({ status: response.statusCode!, headers: response.headers, sent, ...read(Buffer.concat(chunks).toString()) }); });
    });
    request.on('error', (error) => { if (!isAnswered) reject(error); });
    const parts = body[Symbol.iterator]();
    const next = (): void => {
      if (request.destroyed || isAnswered) return;
      const { value, done } = parts.next();
      if (done) return void request.end();
      sent += Buffer.byteLength(value);
      if (request.write(value)) setImmediate(next);
      else request.once('drain', next);
    };
    next();
  });
}

function read(text: string): Pick<Heard, 'text' | 'code' | 'message'> {
  try {
    const { error, errors } = JSON.parse(text) as { error?: { code: string; message: string }; errors?: { message: string; extensions: { code: string } }[] };
    return { text, code: error?.code ?? errors?.[0]?.extensions.code, message: error?.message ?? errors?.[0]?.message };
  } catch {
    return { text };
  }
}

const megabyte = Buffer.alloc(1_000_000, 0x20);
function* megabytes(count: number): Generator<Buffer> {
  for (let at = 0; at < count; at += 1) yield megabyte;
}

const boundary = 'a-boundary-of-this-test';
interface Part { readonly name: string; readonly filename?: string; readonly bytes: Buffer | string }
function multipart(parts: readonly Part[]): Sending {
  const body = parts.flatMap(({ name, filename, bytes }) => [`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n\r\n`, bytes, '\r\n']);
  return { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: [...body, `--${boundary}--\r\n`] };
}
const withToken = (sending: Sending, token: string): Sending => ({ ...sending, headers: { ...sending.headers, authorization: `Bearer ${token}` } });
const graphql = (query: string, variables: object = {}): Sending => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: [JSON.stringify({ query, variables })] });

async function signIn(login: string): Promise<string> {
  const { text } = await send('/graphql', graphql('mutation($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }', { login, password: testPassword }));
  return (JSON.parse(text) as { data: { signIn: { token: string } } }).data.signIn.token;
}
const tokenFor = async (...roles: ('contributor' | 'editor' | 'administrator')[]): Promise<string> => signIn((await aPerson({ roles })).login);

/** A zip of one file each, deflated. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(Buffer.byteLength(content), 18);
    shared.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), packed);
    central.push(Buffer.from('504b01021400', 'hex'), shared, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length / 4, 8);
  end.writeUInt16LE(central.length / 4, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}
const contentTypes = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const docxOf = (text: string): Buffer => zipOf({ '[Content_Types].xml': contentTypes, 'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>` });

/** Everything that could be left behind. */
const contents = (): Promise<number> => mongoose.connection.collection('contents').countDocuments();

describe('a body that is too large', () => {
  it.each(['/graphql', '/imports', '/channels/wechat/wx/callback'])('is refused by its announced length, before a byte of it is read: %s', async (path) => {
    const heard = await send(path, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '200000000' }, body: megabytes(1) });
    expect(heard).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(heard.message).toMatch(/上限/);
  });

  it('is refused as soon as it passes the limit when its length was not announced', async () => {
    const heard = await send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: megabytes(200) });
    expect(heard).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(heard.sent).toBeLessThan(100_000_000);
  });

  it('is answered so that even who listens only after the last byte hears it', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname).pause();
    const send = (bytes: Buffer | string): Promise<void> => new Promise((resolve, reject) => { socket.write(bytes, (error) => { if (error) reject(error); else resolve(); }); });
    await send(`POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`);
    for (const bytes of megabytes(50)) await send(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 413 [^]*PAYLOAD_TOO_LARGE/m);
  });

  it('is refused as a file of an import, and leaves nothing behind', async () => {
    const [token, before] = [await tokenFor('contributor'), await contents()];
    const { headers, body } = multipart([{ name: 'file', filename: '大.docx', bytes: '' }]);
    const [head, , ...tail] = [...body!];
    function* endless(): Generator<Buffer | string> { yield head!; yield* megabytes(200); yield* tail; }
    const heard = await send('/imports', withToken({ method: 'POST', headers, body: endless() }, token));
    expect(heard).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await contents()).toBe(before);
  });
});

describe('an import', () => {
  let token: string;
  let foreignUnitId: string;
  beforeAll(async () => {
    token = await tokenFor('contributor');
    foreignUnitId = (await aUnit())._id;
  });
  const file = (filename: string, bytes: Buffer | string, more: readonly Part[] = []): Sending => withToken(multipart([...more, { name: 'file', filename, bytes }]), token);

  it.each<[string, () => Sending, number, string]>([
    ['of a .docx that was cut off', () => file('稿.docx', docxOf('一'.repeat(500)).subarray(0, 400)), 422, 'BROKEN_FILE'],
    ['of a .docx that is something else', () => file('稿.docx', Buffer.from('GIF89a no Word at all')), 422, 'BROKEN_FILE'],
    ['of a picture', () => file('图.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 422, 'UNSUPPORTED_FORMAT'],
    ['of a zip bomb in a .docx', () => file('稿.docx', docxOf(' '.repeat(150 * 2 ** 20))), 422, 'FILE_TOO_COMPLEX'],
    ['of an empty file', () => file('稿.docx', ''), 422, 'EMPTY_FILE'],
    ['of a kind that does not exist', () => file('稿.md', '# 题\n\n正文', [{ name: 'kind', bytes: 'novel' }]), 400, 'INVALID_INPUT'],
    ['of another unit\'s', () => file('稿.md', '# 题\n\n正文', [{ name: 'unitId', bytes: foreignUnitId }]), 403, 'FORBIDDEN'],
    ['of a unit that does not exist', () => file('稿.md', '# 题\n\n正文', [{ name: 'unitId', bytes: 'unit_000000000000000000000000' }]), 403, 'FORBIDDEN'],
    ['without a file', () => withToken(multipart([{ name: 'kind', bytes: 'article' }]), token), 400, 'INVALID_INPUT'],
    ['with too many parts', () => file('稿.md', '# 题\n\n正文', Array.from({ length: 30 }, (_, at) => ({ name: `f${at}`, bytes: 'x' }))), 400, 'INVALID_INPUT'],
    ['of two files at once', () => file('稿.md', '# 题\n\n正文', [{ name: 'file', filename: '另.md', bytes: '# 另' }]), 400, 'INVALID_INPUT'],
    ['that is no form', () => withToken({ method: 'POST', headers: { 'content-type': 'application/json' }, body: ['{}'] }, token), 400, 'INVALID_INPUT'],
    ['whose form is torn', () => withToken({ ...multipart([]), body: [`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.md"\r\n\r\n# 题`] }, token), 400, 'INVALID_INPUT'],
    ['by nobody', () => multipart([{ name: 'file', filename: '稿.md', bytes: '# 题' }]), 401, 'UNAUTHENTICATED'],
  ])('%s is refused in words, and leaves nothing behind', async (_title, sending, status, code) => {
    const before = await contents();
    const heard = await send('/imports', sending());
    expect(heard).toMatchObject({ status, code });
    expect(heard.message).toMatch(/\p{Script=Han}/u);
    expect(await contents()).toBe(before);
  });

  it('of HTML with scripts becomes a draft without them, and says so', async () => {
    const html = '<h1>办事指南</h1><p onclick="steal()">一窗受理<script>steal()</script><img src="javascript:steal()"><a href="javascript:steal()">点</a></p><iframe src="https://evil.example"></iframe>';
    const heard = await send('/imports', file('稿.html', html));
    expect(heard.status).toBe(201);
    const { contentId, report } = JSON.parse(heard.text) as { contentId: string; report: unknown[] };
    expect(report.length).toBeGreaterThan(0);
    const { text } = await send('/graphql', withToken(graphql('query($id: ID!) { content(id: $id, perspective: DRAFT) { html } }', { id: contentId }), token));
    expect(text).toMatch(/一窗受理/);
    expect(text).not.toMatch(/steal|script|iframe|onclick|evil/);
  });
});

describe('GraphQL', () => {
  it('names the limit of a title of 10,000 characters, and keeps what was there', async () => {
    const author = await aPerson({ roles: ['contributor'] });
    const content = await aContent({}, { ctx: asPerson(author) });
    const heard = await send('/graphql', withToken(graphql('mutation($id: ID!, $title: String!) { updateArticle(input: { id: $id, expectedRevision: 1, title: $title }) { id } }', { id: content._id, title: '长'.repeat(10_000) }), await signIn(author.login)));
    expect(heard.code).toBe('INVALID_FIELDS');
    expect(heard.message).toMatch(/标题有 10000 字，最多 100 字/);
    expect(String(heard.message).length).toBeLessThan(1000);
    expect((await mongoose.connection.collection<{ _id: string; draft: { title: string } }>('contents').findOne({ _id: content._id }))!.draft.title).toBe(content.draft.title);
  });

  it.each([
    ['a wrong id', '{ content(id: "12") { id } }', {}, 'INVALID_ID'],
    ['an id of another noun', '{ content(id: "unit_000000000000000000000000") { id } }', {}, 'INVALID_ID'],
    ['an id that is an operator', 'query($id: ID!) { content(id: $id) { id } }', { id: { $gt: '' } }, 'BAD_USER_INPUT'],
    ['a slug that is an operator', 'query($slug: String!) { content(slug: $slug) { id } }', { slug: { $ne: null } }, 'BAD_USER_INPUT'],
    ['a filter with an operator', 'query($f: ContentFilter) { contents(filter: $f) { nodes { id } } }', { f: { place: { $regex: '.*' } } }, 'BAD_USER_INPUT'],
    ['a filter with a place for code', 'query($f: ContentFilter) { contents(filter: $f) { nodes { id } } }', { f: { $where: 'sleep(1000)' } }, 'BAD_USER_INPUT'],
    ['a page that is too long', '{ contents(first: 100000) { nodes { id } } }', {}, 'INVALID_INPUT'],
    ['a cursor of somebody else\'s making', '{ contents(after: "AAAA") { nodes { id } } }', {}, 'INVALID_CURSOR'],
  ])('refuses %s by code', async (_name, query, variables, code) => {
    const heard = await send('/graphql', graphql(query, variables));
    expect(heard.code).toBe(code);
    expect(heard.text).not.toMatch(/ at \w+.*\.[tj]s|node_modules|MongoServerError/);
  });

  it.each([
    ['what is no JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ['{"query": '] }, 400],
    ['a form of a foreign page', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ['query=%7Bme%7Bid%7D%7D'] }, 400],
    ['nothing at all', { method: 'POST', headers: { 'content-type': 'application/json' }, body: [''] }, 400],
    ['a prototype', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ['{"__proto__": {"query": "{ me { id } }"}}'] }, 400],
  ])('refuses %s with a status and words', async (_name, sending, status) => {
    const heard = await send('/graphql', sending as Sending);
    expect(heard.status).toBe(status);
    expect(heard.code).toEqual(expect.any(String));
  });

  it('tells a session that ended, one that expired and a revoked key to sign in again', async () => {
    const person = await aPerson({ roles: ['contributor'] });
    const submit = graphql('mutation { submitContent(input: { id: "article_000000000000000000000000", revision: 1 }) { id } }');
    const ended = await signIn(person.login);
    await send('/graphql', withToken(graphql('mutation { signOut }'), ended));
    expect(await send('/graphql', withToken(submit, ended))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { apiKey, bearer } = await createApiKey(asPerson(person), { name: '演示', scopes: ['unit.read'] });
    await revokeApiKey(asPerson(person), apiKey._id);
    expect(await send('/graphql', withToken(submit, bearer))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const expired = await signIn(person.login);
    expect(await send('/graphql', withToken(submit, expired))).toMatchObject({ code: 'NOT_FOUND' });
    clock.advance(400 * day);
    expect(await send('/graphql', withToken(submit, expired))).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringMatching(/重新登录/) });
    clock.reset();
  });
});

describe('addresses', () => {
  beforeAll(() => createDestination(as('administrator'), { name: '全部', slug: 'all', channelId: 'rss', settings: { title: '全部' } }));

  it.each([
    '/media/..%2f..%2f..%2fetc%2fpasswd', '/media/../../../../etc/passwd', '/media/asset_000000000000000000000000/..%2f..%2fetc%2fpasswd', '/media/asset_000000000000000000000000/%00.png',
    '/feeds/..%2f..%2fetc%2fpasswd', '/feeds/../../package.json', '/feeds/%2e%2e%2fall.rss', '/feeds/nobody.rss', '/feeds/all.xml', '/feeds/all.php', '/feeds/all', '/feeds/.rss', '/c/..%2f..%2fetc%2fpasswd',
    '/.env', '/wp-login.php', '/channels/rss/all/..%2f..%2fx', '/channels/wechat/all/callback',
  ])('that lead nowhere are answered 404, and no file is given away: %s', async (path) => {
    const { status, text } = await send(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/root:|"dependencies"|at \w+ \(/);
    expect(text.length).toBeGreaterThan(0);
  });

  it.each(['/%', '/media/%ff/a', '/feeds/%E0%A4%A.rss'])('that are no addresses are answered 400 in words: %s', async (path) => {
    expect(await send(path)).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it('with a header or a path longer than any browser sends are refused', async () => {
    expect(await send(`/c/${'a'.repeat(20_000)}`)).toMatchObject({ status: 431, code: 'BAD_REQUEST' });
    expect(await send('/', { headers: { cookie: 'a'.repeat(20_000) } })).toMatchObject({ status: 431, code: 'BAD_REQUEST' });
    expect((await send(`/c/${'a'.repeat(5_000)}`)).status).toBeLessThan(500);
  });

  it.each(['/', '/healthz', '/feeds/all.rss', '/feeds/all.json'])('answer HEAD like GET, without the body: %s', async (path) => {
    const [head, get] = [await send(path, { method: 'HEAD' }), await send(path)];
    expect([head.status, head.text]).toEqual([200, '']);
    expect([get.status, get.headers['content-type']]).toEqual([200, head.headers['content-type']]);
  });

  it.each([['DELETE', '/'], ['PUT', '/graphql'], ['PATCH', '/imports'], ['POST', '/feeds/all.rss'], ['DELETE', '/media/asset_000000000000000000000000/a.png'], ['GET', '/imports']])('say by code that nothing is there for a method that is not theirs: %s %s', async (method, path) => {
    const heard = await send(path, { method });
    expect([404, 405]).toContain(heard.status);
    expect(heard.text.length).toBeGreaterThan(0);
  });

  it.each(['/graphql', '/imports', '/feeds/all.rss', '/', '/nowhere'])('answer OPTIONS without opening anything to foreign pages: %s', async (path) => {
    const { status, headers } = await send(path, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(status).toBeLessThan(500);
    expect(headers['access-control-allow-origin'] ?? 'none').not.toMatch(/evil|\*/);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

it('after all that, a good file still becomes a draft', async () => {
  const heard = await send('/imports', withToken(multipart([{ name: 'isOriginal', bytes: 'true' }, { name: 'file', filename: '好稿.docx', bytes: docxOf('市民只跑一次就办成了事。') }]), await tokenFor('contributor')));
  expect(heard).toMatchObject({ status: 201 });
});
