import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { AccountOptions, CallbackMode, SimulatorOptions, WechatSimulator } from '../kit/wechat-simulator/index.js';
import { startWechatSimulator } from '../kit/wechat-simulator/index.js';
import { decryptMessage, encryptMessage, signParts } from '../kit/wechat-simulator/push-crypto.js';
import { readXml, writeXml } from '../kit/wechat-simulator/push-xml.js';
import { sanitiseContent } from '../kit/wechat-simulator/sanitise-content.js';

type Json = Record<string, unknown>;
type Address = Pick<WechatSimulator, 'url'>;

const appid = 'wx1111111111111111';
const secret = 'secret-of-the-first-account';
const otherAppid = 'wx2222222222222222';
const otherSecret = 'secret-of-the-second-account';
const startAt = new Date('2026-11-23T02:00:00Z');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
// WeChat waits five real seconds for an answer; a busy machine is given more.
const patient = 10 * minute;

let running: WechatSimulator[] = [];
let servers: Server[] = [];
let folders: string[] = [];
let kills: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all([...running.map((simulator) => simulator.stop()), ...kills.map((kill) => kill())]);
  await Promise.all(servers.map((server) => new Promise((done) => { server.closeAllConnections(); server.close(done); })));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  [running, servers, folders, kills] = [[], [], [], []];
});

async function start(account: Partial<AccountOptions> = {}, options: Partial<SimulatorOptions> = {}): Promise<WechatSimulator> {
  const simulator = await startWechatSimulator({
    startAt,
    callbackTimeoutMs: patient,
    accounts: [
      { appid, secret, name: '最多跑一次', followers: [{ openid: 'o-wang', name: '王阿姨' }, { openid: 'o-li', name: '李师傅' }], ...account },
      { appid: otherAppid, secret: otherSecret, name: '另一个号' },
    ],
    ...options,
  });
  running.push(simulator);
  return simulator;
}

/** Asks for a stable token. */
async function tokenOf(simulator: Address, id = appid, key = secret): Promise<string> {
  const body = await stable(simulator, { appid: id, secret: key });
  return String(body['access_token']);
}

async function stable(simulator: Address, changes: Json = {}): Promise<Json> {
  const answer = await fetch(`${simulator.url}/cgi-bin/stable_token`, {
    method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', appid, secret, ...changes }),
  });
  return (await answer.json()) as Json;
}

async function plain(simulator: WechatSimulator, query: Record<string, string> = {}): Promise<Json> {
  const parameters = new URLSearchParams({ grant_type: 'client_credential', appid, secret, ...query });
  return (await (await fetch(`${simulator.url}/cgi-bin/token?${parameters.toString()}`)).json()) as Json;
}

interface Client {
  post(path: string, body: Json | string): Promise<Json>;
  get(path: string, query?: Record<string, string>): Promise<Json>;
  upload(path: string, bytes: Buffer, name: string, fields?: Record<string, string>): Promise<Json>;
}

function clientOf(simulator: Address, token: string): Client {
  const at = (path: string, query: Record<string, string> = {}): string =>
    `${simulator.url}${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ access_token: token, ...query }).toString()}`;
  const read = async (answer: Response): Promise<Json> => JSON.parse(await answer.text()) as Json;
  return {
    post: async (path, body) => read(await fetch(at(path), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })),
    get: async (path, query) => read(await fetch(at(path, query))),
    upload: async (path, bytes, name, fields = {}) => {
      const form = new FormData();
      form.set('media', new Blob([new Uint8Array(bytes)]), name);
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      return read(await fetch(at(path), { method: 'POST', body: form }));
    },
  };
}

const clientFor = async (simulator: WechatSimulator): Promise<Client> => clientOf(simulator, await tokenOf(simulator));

async function coverOf(client: Client): Promise<string> {
  return String((await client.upload('/cgi-bin/material/add_material?type=image', png, 'cover.png'))['media_id']);
}

const anArticle = (cover: string, changes: Json = {}): Json =>
  ({ title: '不动产登记一次办结', author: '跑改办', content: '<section>一个窗口，一次办完。</section>', thumb_media_id: cover, ...changes });

async function addDraft(client: Client, changes: Json = {}): Promise<Json> {
  return client.post('/cgi-bin/draft/add', { articles: [anArticle(await coverOf(client), changes)] });
}

const draftOf = async (client: Client, changes: Json = {}): Promise<string> => String((await addDraft(client, changes))['media_id']);

interface Received {
  readonly query: URLSearchParams;
  readonly body: string;
}

/** The account's own server, as this test plays it. */
async function listen(answer: (received: Received) => string | number | Promise<string>): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readText(request).then(async (body) => {
      const one = { query: new URL(request.url ?? '/', 'http://x').searchParams, body };
      received.push(one);
      const reply = await answer(one);
      if (typeof reply === 'number') response.writeHead(reply).end();
      else response.end(reply);
    });
  });
  servers.push(server);
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wechat`, received };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The platform as a process of its own. */
async function runProcess(settings: object): Promise<{ readonly url: string; readonly kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/kit/wechat-simulator/main.ts', JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), exited.then(() => { throw new Error('the process ended'); })])) as [Buffer];
  const kill = async (): Promise<void> => { child.kill('SIGKILL'); await exited; };
  kills.push(kill);
  return { url: (JSON.parse(String(line)) as { url: string }).url, kill };
}

const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

const callbackTo = (url: string, mode: CallbackMode = 'plain'): AccountOptions['callback'] => ({ url, token: 'citynews', encodingAesKey: aesKey, mode });

describe('tokens', () => {
  it('checks the method, appid, grant_type, secret, freeze, trouble and whitelist in the documented order', async () => {
    const simulator = await start({ trouble: 40243, ipWhitelist: ['10.0.0.1'] });
    const account = simulator.account(appid);
    const codes: unknown[] = [];
    codes.push((await (await fetch(`${simulator.url}/cgi-bin/stable_token`)).json() as Json)['errcode']);
    for (const changes of [{ appid: '', secret: '' }, { appid: 'wx0', grant_type: 'x' }, { grant_type: 'x', secret: '' }, { secret: '' }, { secret: 'wrong' }, {}]) {
      codes.push((await stable(simulator, changes))['errcode']);
    }
    account.configure({ trouble: 89503 });
    const outside = await stable(simulator);
    codes.push(outside['errcode']);
    account.configure({ ipWhitelist: ['127.0.0.1'] });
    codes.push((await stable(simulator))['errcode']);
    account.configure({ trouble: undefined });
    expect(codes).toEqual([43002, 41002, 40013, 40002, 41004, 40125, 40243, 40164, 89503]);
    expect(outside['errmsg']).toMatch(/^invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist rid: /);
    expect(await stable(simulator)).toMatchObject({ expires_in: 7200 });
  });

  it('answers the same codes on GET token, and refuses POST there', async () => {
    const simulator = await start();
    const posted = await fetch(`${simulator.url}/cgi-bin/token`, { method: 'POST' });
    const codes = [(await posted.json() as Json)['errcode']];
    const queries: readonly Record<string, string>[] = [{ appid: '' }, { appid: 'wx0' }, { grant_type: '' }, { secret: '' }, { secret: 'no' }];
    for (const query of queries) codes.push((await plain(simulator, query))['errcode']);
    expect(codes).toEqual([43001, 41002, 40013, 40002, 41004, 40125]);
  });

  it.each([50002, 50004, 50007, 89506, 89507] as const)('answers %i while the account is in that trouble', async (trouble) => {
    expect(await stable(await start({ trouble }))).toMatchObject({ errcode: trouble });
  });

  it('gives one stable token with its remaining seconds, and renews it in its last five minutes while the old one lives on', async () => {
    const simulator = await start();
    const first = await stable(simulator);
    await simulator.advance(6855 * 1000);
    const again = await stable(simulator);
    expect(again).toEqual({ access_token: first['access_token'], expires_in: 345 });
    await simulator.advance(46 * 1000);
    const renewed = await stable(simulator);
    expect(renewed['expires_in']).toBe(7200);
    expect(renewed['access_token']).not.toBe(first['access_token']);
    expect(await clientOf(simulator, String(first['access_token'])).get('/cgi-bin/draft/count')).toEqual({ total_count: 0 });
    await simulator.advance(5 * minute);
    expect(await clientOf(simulator, String(first['access_token'])).get('/cgi-bin/draft/count')).toMatchObject({ errcode: 42001 });
  });

  it('does not let GET token kill a stable token, but lets the plain token before it live five minutes only', async () => {
    const simulator = await start();
    const stableClient = await clientFor(simulator);
    const old = clientOf(simulator, String((await plain(simulator))['access_token']));
    await plain(simulator);
    expect(await old.get('/cgi-bin/draft/count')).toEqual({ total_count: 0 });
    await simulator.advance(5 * minute);
    expect(await old.get('/cgi-bin/draft/count')).toMatchObject({ errcode: 40001 });
    expect(await stableClient.get('/cgi-bin/draft/count')).toEqual({ total_count: 0 });
  });

  it('kills the old token at once on force_refresh, ignores one within 30 seconds and stops after 20 a day', async () => {
    const simulator = await start();
    const before = await clientFor(simulator);
    const forced = await stable(simulator, { force_refresh: true });
    expect(await before.get('/cgi-bin/draft/count')).toMatchObject({ errcode: 40001 });
    expect((await stable(simulator, { force_refresh: true }))['access_token']).toBe(forced['access_token']);
    for (let round = 2; round <= 20; round += 1) {
      await simulator.advance(31_000);
      await stable(simulator, { force_refresh: true });
    }
    await simulator.advance(31_000);
    expect(await stable(simulator, { force_refresh: true })).toMatchObject({ errcode: 45009 });
  });

  it('refuses bodies that are empty, form-encoded, broken or not an object', async () => {
    const simulator = await start();
    const post = async (body: string): Promise<unknown> => ((await (await fetch(`${simulator.url}/cgi-bin/stable_token`, { method: 'POST', body })).json()) as Json)['errcode'];
    expect(await Promise.all(['', `grant_type=client_credential&appid=${appid}`, '{"appid":', '[]'].map(post))).toEqual([44002, 47001, 47001, 47001]);
  });

  it('answers 45009 after 2000 GET tokens a day and 45011 over the minute limit, until Beijing midnight and the next minute', async () => {
    const simulator = await start({ quotas: { '/cgi-bin/token': 2 }, minuteQuotas: { '/cgi-bin/stable_token': 1 } });
    await plain(simulator);
    await plain(simulator);
    expect(await plain(simulator)).toMatchObject({ errcode: 45009 });
    await stable(simulator);
    expect(await stable(simulator)).toMatchObject({ errcode: 45011 });
    await simulator.advance(minute);
    expect(await stable(simulator)).toHaveProperty('access_token');
    await simulator.advance(13 * hour + 58 * minute);
    expect(await plain(simulator)).toMatchObject({ errcode: 45009 });
    await simulator.advance(minute);
    expect(await plain(simulator)).toHaveProperty('access_token');
  });

  it('answers 40001 after the tokens were revoked', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    simulator.account(appid).revokeTokens();
    const answer = await client.get('/cgi-bin/draft/count');
    expect(answer).toMatchObject({ errcode: 40001 });
    expect(answer['errmsg']).toMatch(/^invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https:\/\/mmbizurl\.cn\/s\/JtxxFh33r rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });
});

describe('calls with a token', () => {
  it('checks method, token, rights, quota, empty body, JSON and fields in this order', async () => {
    const simulator = await start({ verified: false, quotas: { '/cgi-bin/freepublish/submit': 1 } });
    const path = '/cgi-bin/freepublish/submit';
    const token = await tokenOf(simulator);
    const client = clientOf(simulator, token);
    const codes = [
      (await (await fetch(`${simulator.url}${path}`)).json() as Json)['errcode'],
      (await (await fetch(`${simulator.url}${path}`, { method: 'POST' })).json() as Json)['errcode'],
      (await clientOf(simulator, 'nonsense').post(path, ''))['errcode'],
      (await client.post(path, ''))['errcode'],
    ];
    simulator.account(appid).configure({ verified: true, quotas: { [path]: 0 } });
    codes.push((await client.post(path, ''))['errcode']);
    simulator.account(appid).configure({ quotas: {} });
    codes.push((await client.post(path, ''))['errcode'], (await client.post(path, '{'))['errcode'], (await client.post(path, { media_id: 'x' }))['errcode']);
    expect(codes).toEqual([43002, 41001, 40001, 48001, 45009, 44002, 47001, 40007]);
  });

  it('ends every error text with a rid that rid/get explains for seven days, without secrets', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const client = clientOf(simulator, token);
    const wrong = await client.post('/cgi-bin/draft/get', { media_id: 'nobody' });
    const rid = /rid: (\S+)$/.exec(String(wrong['errmsg']))?.[1] ?? '';
    expect(rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    const told = await client.post('/cgi-bin/openapi/rid/get', { rid });
    expect(told).toMatchObject({ errcode: 0, request: { request_url: '/cgi-bin/draft/get?access_token=***', client_ip: '127.0.0.1' } });
    expect(JSON.stringify(told)).not.toContain(token);
    expect(await client.post('/cgi-bin/openapi/rid/get', { rid: 'abc' })).toMatchObject({ errcode: 76003 });
    expect(await client.post('/cgi-bin/openapi/rid/get', { rid: '00000000-00000000-00000000' })).toMatchObject({ errcode: 76001 });
    await simulator.advance(8 * day);
    expect(await (await clientFor(simulator)).post('/cgi-bin/openapi/rid/get', { rid })).toMatchObject({ errcode: 76002 });
  });

  it('answers HTTP 200 with 40066 for a path it does not have', async () => {
    const answer = await fetch(`${(await start()).url}/cgi-bin/nothing`);
    expect([answer.status, ((await answer.json()) as Json)['errcode']]).toEqual([200, 40066]);
  });

  it('counts calls for quota/get, and clears them ten times a month', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    await draftOf(client);
    const quota = { cgi_path: '/cgi-bin/draft/add' };
    expect(await client.post('/cgi-bin/openapi/quota/get', quota)).toMatchObject({ errcode: 0, quota: { daily_limit: 1000, used: 1, remain: 999 }, rate_limit: { call_count: 0 } });
    expect(await client.post('/cgi-bin/openapi/quota/clear', quota)).toMatchObject({ errcode: 0 });
    expect(await client.post('/cgi-bin/openapi/quota/get', quota)).toMatchObject({ quota: { used: 0 } });
    expect(await client.post('/cgi-bin/openapi/quota/get', { cgi_path: '/draft/add' })).toMatchObject({ errcode: 76021 });
    expect(await client.post('/cgi-bin/openapi/quota/get', { cgi_path: '/cgi-bin/none' })).toMatchObject({ errcode: 76021 });
    expect(await client.post('/cgi-bin/openapi/quota/get', { cgi_path: '/cgi-bin/message/mass/send' })).toMatchObject({ errcode: 76022 });
    expect(await client.post('/cgi-bin/clear_quota', { appid: otherAppid })).toMatchObject({ errcode: 40013 });
    for (let round = 1; round <= 5; round += 1) {
      expect(await client.post('/cgi-bin/clear_quota', { appid })).toEqual({ errcode: 0, errmsg: 'ok' });
      const byBody = await fetch(`${simulator.url}/cgi-bin/clear_quota/v2`, { method: 'POST', body: JSON.stringify({ appid, appsecret: secret }) });
      expect(await byBody.json()).toEqual({ errcode: 0, errmsg: 'ok' });
    }
    const byQuery = await fetch(`${simulator.url}/cgi-bin/clear_quota/v2?appid=${appid}&appsecret=${secret}`, { method: 'POST' });
    expect(await byQuery.json()).toMatchObject({ errcode: 48006 });
    await simulator.advance(9 * day);
    expect(await (await clientFor(simulator)).post('/cgi-bin/clear_quota', { appid })).toMatchObject({ errcode: 0 });
  });

  it('lists its own addresses and checks a callback', async () => {
    const client = await clientFor(await start());
    expect(await client.get('/cgi-bin/get_api_domain_ip')).toEqual({ ip_list: ['127.0.0.1'] });
    expect(await client.get('/cgi-bin/getcallbackip')).toEqual({ ip_list: ['127.0.0.1'] });
    expect(await client.post('/cgi-bin/callback/check', { action: 'all', check_operator: 'DEFAULT' })).toHaveProperty('ping');
    expect(await client.post('/cgi-bin/callback/check', { action: 'x' })).toMatchObject({ errcode: 40201 });
    expect(await client.post('/cgi-bin/callback/check', { action: 'dns', check_operator: 'x' })).toMatchObject({ errcode: 40202 });
  });
});

describe('materials', () => {
  it('takes jpg and png under 1 MB for bodies, answers as text/plain and serves them', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const form = new FormData();
    form.set('media', new Blob([new Uint8Array(png)]), '图 1.PNG');
    const answer = await fetch(`${simulator.url}/cgi-bin/media/uploadimg?access_token=${token}`, { method: 'POST', body: form });
    expect(answer.headers.get('content-type')).toBe('text/plain');
    const { url } = JSON.parse(await answer.text()) as { url: string };
    const id = /^http:\/\/mmbiz\.qpic\.cn\/mmbiz_png\/(\w{64})\/0\?wx_fmt=png$/.exec(url)?.[1];
    for (const path of [`/mmbiz/${id}`, new URL(url).pathname]) {
      const picture = await fetch(`${simulator.url}${path}`);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true);
    }
    expect((await fetch(`${simulator.url}/mmbiz/none`)).status).toBe(404);
  });

  it('refuses body pictures of a wrong type (40005), too large (40009) or missing (41005)', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const path = '/cgi-bin/media/uploadimg';
    const large = Buffer.concat([png, Buffer.alloc(1024 * 1024)]);
    expect(await client.upload(path, gif, 'a.gif')).toMatchObject({ errcode: 40005 });
    expect(await client.upload(path, gif, 'a.png')).toMatchObject({ errcode: 40005 });
    expect(await client.upload(path, png, 'a.webp')).toMatchObject({ errcode: 40005 });
    expect(await client.upload(path, large, 'a.png')).toMatchObject({ errcode: 40009 });
    expect(await client.post(path, { media: 'x' })).toMatchObject({ errcode: 41005 });
  });

  it('judges library files by type, ending, bytes and size', async () => {
    const client = await clientFor(await start());
    const path = '/cgi-bin/material/add_material';
    const codes = [];
    for (const [type, bytes, name] of [
      ['', png, 'a.png'], ['poster', png, 'a.png'], ['image', png, 'a'], ['image', png, 'a.webp'], ['image', Buffer.from('<html>'), 'a.png'], ['image', Buffer.alloc(0), 'a.png'],
      ['image', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 'a.png'], ['thumb', Buffer.concat([jpeg, Buffer.alloc(64 * 1024)]), 'a.jpg'],
    ] as const) codes.push((await client.upload(`${path}?type=${type}`, bytes, name))['errcode']);
    expect(codes).toEqual([40004, 40004, 40113, 40113, 40005, 40006, 40009, 45001]);
    expect(await client.upload(`${path}?type=image`, gif, 'a.gif')).toEqual({ media_id: expect.any(String), url: expect.stringContaining('mmbiz_gif'), item: [] });
    expect(await client.upload(`${path}?type=thumb`, jpeg, 'a.jpg')).toEqual({ media_id: expect.any(String), item: [] });
  });

  it('wants a description with every video and gives it back', async () => {
    const client = await clientFor(await start());
    const mp4 = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypisom')]);
    const path = '/cgi-bin/material/add_material?type=video';
    expect(await client.upload(path, mp4, 'a.mp4')).toMatchObject({ errcode: 47001 });
    const { media_id } = await client.upload(path, mp4, 'a.mp4', { description: '{"title":"一次办","introduction":"简介"}' });
    expect(await client.post('/cgi-bin/material/get_material', { media_id: String(media_id) })).toMatchObject({ title: '一次办', description: '简介' });
  });

  it('keeps an account’s materials to itself, lists, counts and deletes them', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const stranger = clientOf(simulator, await tokenOf(simulator, otherAppid, otherSecret));
    const media_id = await coverOf(client);
    expect(await stranger.post('/cgi-bin/material/get_material', { media_id })).toMatchObject({ errcode: 40007 });
    expect(await stranger.post('/cgi-bin/draft/add', { articles: [anArticle(media_id)] })).toMatchObject({ errcode: 40007 });
    expect(await client.get('/cgi-bin/material/get_materialcount')).toEqual({ voice_count: 0, video_count: 0, image_count: 1, news_count: 0 });
    const list = (changes: Json): Promise<Json> => client.post('/cgi-bin/material/batchget_material', { type: 'image', offset: 0, count: 20, ...changes });
    expect(await list({})).toMatchObject({ total_count: 1, item_count: 1, item: [{ media_id, name: 'cover.png' }] });
    expect(await list({ count: 21 })).toMatchObject({ errcode: 40007 });
    expect(await list({ type: 'file' })).toMatchObject({ errcode: 40004 });
    await client.post('/cgi-bin/menu/create', { button: [{ type: 'media_id', name: '看图', media_id }] });
    expect(await client.post('/cgi-bin/material/del_material', { media_id })).toMatchObject({ errcode: 48005 });
    await client.get('/cgi-bin/menu/delete');
    expect(await client.post('/cgi-bin/material/del_material', { media_id })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await client.post('/cgi-bin/material/del_material', { media_id })).toMatchObject({ errcode: 40007 });
  });

  it('gives the bytes of a picture back, and those of a temporary one for three days', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const client = clientOf(simulator, token);
    const kept = await fetch(`${simulator.url}/cgi-bin/material/get_material?access_token=${token}`, { method: 'POST', body: JSON.stringify({ media_id: await coverOf(client) }) });
    expect(Buffer.from(await kept.arrayBuffer()).equals(png)).toBe(true);
    const brief = await client.upload('/cgi-bin/media/upload?type=image', png, 'a.png');
    expect(brief).toMatchObject({ type: 'image', created_at: startAt.getTime() / 1000 });
    const media_id = String(brief['media_id']);
    const fetched = await fetch(`${simulator.url}/cgi-bin/media/get?access_token=${token}&media_id=${media_id}`);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(png)).toBe(true);
    expect(await client.post('/cgi-bin/draft/add', { articles: [anArticle(media_id)] })).toMatchObject({ errcode: 40007 });
    await simulator.advance(3 * day);
    expect(await (await clientFor(simulator)).get('/cgi-bin/media/get', { media_id })).toMatchObject({ errcode: 40007 });
  });
});

describe('drafts', () => {
  it.each<[string, Json, number]>([
    ['a title of 33 characters', { title: '题'.repeat(33) }, 45003],
    ['no title', { title: '' }, 45003],
    ['an author of 17 characters', { author: '者'.repeat(17) }, 45110],
    ['a digest of 121 characters', { digest: '摘'.repeat(121) }, 45004],
    ['a body of 20000 characters', { content: '文'.repeat(20_000) }, 45002],
    ['an empty body', { content: ' ' }, 45166],
    ['a source address over 1 KB', { content_source_url: `https://a.cn/${'a'.repeat(1024)}` }, 45005],
    ['a source address that is none', { content_source_url: 'javascript:alert(1)' }, 41039],
    ['an unknown cover', { thumb_media_id: 'nobody' }, 40007],
    ['a crop outside the picture', { pic_crop_235_1: '0_0_1.2_1' }, 53402],
    ['a crop of seven decimals', { pic_crop_1_1: '0.1234567_0_1_1' }, 53402],
    ['a cover_info with a foreign ratio', { cover_info: { crop_percent_list: [{ ratio: '16_9', x1: '0', y1: '0', x2: '1', y2: '1' }] } }, 53402],
    ['a picture message without pictures', { article_type: 'newspic', image_info: { image_list: [] } }, 40007],
    ['an unknown kind of article', { article_type: 'poster' }, 40008],
    ['a title that is no text', { title: 7 }, 47001],
  ])('refuses %s', async (_, changes, errcode) => {
    const answer = await addDraft(await clientFor(await start()), changes);
    expect(answer).toMatchObject({ errcode });
    expect(answer['errmsg']).toMatch(/ rid: [0-9a-f]{8}(-[0-9a-f]{8}){2}$/);
  });

  it('takes every field at its longest', async () => {
    const client = await clientFor(await start());
    const longest = { title: '题'.repeat(32), author: '者'.repeat(16), digest: '摘'.repeat(120), content: '文'.repeat(19_999), pic_crop_235_1: '0.1945_0_1_0.5236' };
    expect(await addDraft(client, longest)).toEqual({ media_id: expect.stringMatching(/^\S{20,128}$/), item: [{ index: 0, ad_count: 0 }] });
  });

  it('counts \\u escapes as six characters and keeps them literally', async () => {
    const client = await clientFor(await start());
    const cover = await coverOf(client);
    const escaped = (title: string): string => JSON.stringify({ articles: [anArticle(cover, { title })] }).replace(/题/g, '\\u9898');
    expect(await client.post('/cgi-bin/draft/add', escaped('题'.repeat(6)))).toMatchObject({ errcode: 45003 });
    const { media_id } = await client.post('/cgi-bin/draft/add', escaped('题 "甲"'));
    const shown = await client.post('/cgi-bin/draft/get', { media_id: String(media_id) });
    expect(shown).toMatchObject({ news_item: [{ title: '\\u9898 "甲"' }] });
  });

  it('refuses no articles (44003), too many (45008), and comments where the account has none (88000)', async () => {
    const client = await clientFor(await start({ comments: false }));
    const cover = await coverOf(client);
    const add = (articles: unknown): Promise<Json> => client.post('/cgi-bin/draft/add', { articles });
    expect(await add([])).toMatchObject({ errcode: 44003 });
    expect(await client.post('/cgi-bin/draft/add', {})).toMatchObject({ errcode: 44003 });
    expect(await add(anArticle(cover))).toMatchObject({ errcode: 47001 });
    expect(await add(Array.from({ length: 9 }, () => anArticle(cover)))).toMatchObject({ errcode: 45008 });
    expect(await add([anArticle(cover, { need_open_comment: 1 })])).toMatchObject({ errcode: 88000 });
  });

  it('makes the digest of a single article from its first 54 characters, and drops digests of several', async () => {
    const client = await clientFor(await start());
    const cover = await coverOf(client);
    const single = await draftOf(client, { content: `<p>${'甲'.repeat(40)}</p><p>${'乙'.repeat(40)}</p>` });
    expect(await client.post('/cgi-bin/draft/get', { media_id: single })).toMatchObject({ news_item: [{ digest: '甲'.repeat(40) + '乙'.repeat(14) }] });
    const { media_id } = await client.post('/cgi-bin/draft/add', { articles: [anArticle(cover, { digest: '摘要' }), anArticle(cover)] });
    expect(await client.post('/cgi-bin/draft/get', { media_id: String(media_id) })).toMatchObject({ news_item: [{ digest: '' }, { digest: '' }] });
  });

  it('replaces one article whole on update, by index, given as one object', async () => {
    const client = await clientFor(await start());
    const media_id = await draftOf(client);
    const cover = await coverOf(client);
    const update = (changes: Json): Promise<Json> => client.post('/cgi-bin/draft/update', { media_id, index: 0, articles: anArticle(cover, { title: '新标题', author: undefined }), ...changes });
    expect(await update({ media_id: 'nobody' })).toMatchObject({ errcode: 40007 });
    expect(await update({ index: 1 })).toMatchObject({ errcode: 40114 });
    expect(await update({ articles: [anArticle(cover)] })).toMatchObject({ errcode: 47001 });
    expect(await update({ articles: anArticle(cover, { title: '题'.repeat(33) }) })).toMatchObject({ errcode: 45003 });
    expect(await update({})).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await client.post('/cgi-bin/draft/get', { media_id })).toMatchObject({ news_item: [{ title: '新标题', author: '' }] });
  });

  it('lists, counts and deletes drafts', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const first = await draftOf(client);
    await simulator.advance(1000);
    const second = await draftOf(client);
    const list = await client.post('/cgi-bin/draft/batchget', { offset: 0, count: 1, no_content: 1 });
    expect(list).toMatchObject({ total_count: 2, item_count: 1, item: [{ media_id: second }] });
    expect(JSON.stringify(list)).not.toContain('<section>');
    expect(await client.post('/cgi-bin/draft/batchget', { offset: 0, count: 0 })).toMatchObject({ errcode: 40007 });
    expect(await client.get('/cgi-bin/draft/count')).toEqual({ total_count: 2 });
    expect(await client.post('/cgi-bin/draft/count', '')).toEqual({ total_count: 2 });
    expect(await client.post('/cgi-bin/draft/delete', { media_id: first })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await client.post('/cgi-bin/draft/delete', { media_id: first })).toMatchObject({ errcode: 40007 });
  });

  it('keeps a picture message with its first picture as cover and plain text', async () => {
    const client = await clientFor(await start());
    const pictures = [await coverOf(client), await coverOf(client)];
    const { media_id } = await client.post('/cgi-bin/draft/add', { articles: [{
      article_type: 'newspic', title: '图说', content: '<b>一次</b>办好', image_info: { image_list: pictures.map((image_media_id) => ({ image_media_id })) },
      cover_info: { crop_percent_list: [{ ratio: '16_9', x1: '0.1', y1: '0', x2: '0.9', y2: '1' }] },
    }] });
    expect(await client.post('/cgi-bin/draft/get', { media_id: String(media_id) })).toMatchObject({
      news_item: [{ article_type: 'newspic', content: '一次办好', thumb_media_id: pictures[0], image_info: { image_list: pictures.map((image_media_id) => ({ image_media_id })) } }],
    });
  });
});

describe('article bodies', () => {
  it.each<[string, string, string]>([
    ['drops pictures from elsewhere', '<p>甲<img src="https://example.cn/a.png">乙</p>', '<p>甲乙</p>'],
    ['loads mmbiz pictures late at 640', '<img src="http://mmbiz.qpic.cn/mmbiz_png/ab/0?wx_fmt=png" alt="图">', '<img data-src="http://mmbiz.qpic.cn/mmbiz_png/ab/640?wx_fmt=png" alt="图" />'],
    ['dissolves a div around blocks', '<div style="color:red">零<p>一</p><section>二</section></div>', '<p>零</p><p>一</p><section>二</section>'],
    ['removes position but keeps the rest of a style', '<section style="position:fixed;color:red;-webkit-overflow-scrolling:touch;width:var(--x)">一</section>', '<section style="color:red;">一</section>'],
    ['empties a style that holds quotes as entities', '<p style="font-family:&#39;Song&#39;;color:red">一</p>', '<p>一</p>'],
    ['strips foreign links and keeps their text', '<a href="https://example.cn/x">原文</a>', '<a>原文</a>'],
    ['keeps links to articles', '<a href="https://mp.weixin.qq.com/s/abc">旧文</a>', '<a href="https://mp.weixin.qq.com/s/abc">旧文</a>'],
    ['removes scripts, styles and forms with what is inside', '一<script>alert(1)</script><style>p{}</style><form>表<input></form>', '一'],
    ['removes ids and handlers, keeps class and data', '<p id="a" onclick="x()" class="c" data-k="v">一</p>', '<p class="c" data-k="v">一</p>'],
    ['takes the address of videos and frames away', '<iframe src="https://v.cn/1"></iframe><video src="/a.mp4"></video>', '<iframe></iframe><video></video>'],
    ['removes foreign backgrounds', '<section style="background-image:url(https://a.cn/x.png);padding:1px">一</section>', '<section style="padding:1px;">一</section>'],
    ['keeps mmbiz backgrounds', '<section style="background-image:url(https://mmbiz.qpic.cn/x/0)">一</section>', '<section style="background-image:url(https://mmbiz.qpic.cn/x/0);">一</section>'],
    ['writes br with two blanks and quotes as entities', "一<br>it's", '一<br  />it&#39;s'],
    ['keeps drawings without ids, classes and references', '<svg viewBox="0 0 1 1"><defs><path id="p"/></defs><path class="c" d="M0 0" fill="url(#g)"/></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>'],
    ['unwraps what it does not know', '<custom-tag>一</custom-tag><!-- 注 -->', '一'],
    ['keeps tables with their spans', '<table border="1"><tbody><tr><td colspan="2">一</td></tr></tbody></table>', '<table border="1"><tbody><tr><td colspan="2">一</td></tr></tbody></table>'],
  ])('%s', (_, html, expected) => {
    expect(sanitiseContent(html)).toBe(expected);
  });

  it('gives the sanitised body back on draft/get', async () => {
    const client = await clientFor(await start());
    const media_id = await draftOf(client, { content: '<section id="x">一<img src="https://example.cn/a.png"><script>1</script></section>' });
    expect(await client.post('/cgi-bin/draft/get', { media_id })).toMatchObject({ news_item: [{ content: '<section>一</section>' }] });
  });
});

describe('publishing', () => {
  it('publishes later, then takes the draft out of the box and pushes the event', async () => {
    const server = await listen(() => 'success');
    const simulator = await start({ callback: callbackTo(server.url) });
    const client = await clientFor(simulator);
    const media_id = await draftOf(client);
    const submitted = await client.post('/cgi-bin/freepublish/submit', { media_id });
    expect(submitted).toMatchObject({ errcode: 0, errmsg: 'ok', publish_id: expect.stringMatching(/^\d+$/) });
    const publish_id = String(submitted['publish_id']);
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id })).toEqual({ publish_id, publish_status: 1, fail_idx: [1] });
    expect(await client.post('/cgi-bin/draft/get', { media_id })).toHaveProperty('news_item');
    await simulator.advance(2000);
    expect(await client.post('/cgi-bin/draft/get', { media_id })).toMatchObject({ errcode: 40007 });
    expect(await client.post('/cgi-bin/freepublish/submit', { media_id })).toMatchObject({ errcode: 40007 });
    const done = await client.post('/cgi-bin/freepublish/get', { publish_id: Number(publish_id) });
    expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 1, item: [{ idx: 1, article_url: expect.stringContaining(`&mid=${publish_id}&idx=1`) }] }, fail_idx: [] });
    const event = readXml(server.received[0]?.body ?? '');
    expect(event).toMatchObject({ MsgType: 'event', Event: 'PUBLISHJOBFINISH', PublishEventInfo: { publish_id, publish_status: '0', article_id: done['article_id'] } });
    expect(server.received).toHaveLength(1);
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: '1' })).toMatchObject({ errcode: 40002 });
  });

  it.each([2, 3, 4] as const)('leaves the draft in the box when publishing ends with status %i', async (status) => {
    const server = await listen(() => 'success');
    const simulator = await start({ callback: callbackTo(server.url) });
    simulator.account(appid).scriptPublish({ status, failIdx: [1] });
    const client = await clientFor(simulator);
    const media_id = await draftOf(client);
    const { publish_id } = await client.post('/cgi-bin/freepublish/submit', { media_id });
    await simulator.advance(2000);
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toEqual({ publish_id, publish_status: status, fail_idx: [1] });
    expect(server.received[0]?.body).toContain(`<publish_status>${status}</publish_status><fail_idx>1</fail_idx>`);
    expect(simulator.account(appid).drafts()).toHaveLength(1);
  });

  it('loses the event, sends it twice, or sends it before the answer, as scripted', async () => {
    const publishIds: string[] = [];
    const server = await listen(({ body }) => { publishIds.push(/<publish_id>(\d+)/.exec(body)?.[1] ?? ''); return 'success'; });
    const simulator = await start({ callback: callbackTo(server.url) });
    simulator.account(appid).scriptPublish({ event: 'lost' }, { event: 'twice' }, { event: 'before-answer' }, { status: 'stuck' });
    const client = await clientFor(simulator);
    const submit = async (): Promise<string> => String((await client.post('/cgi-bin/freepublish/submit', { media_id: await draftOf(client) }))['publish_id']);
    const statusOf = async (publish_id: string): Promise<unknown> => (await client.post('/cgi-bin/freepublish/get', { publish_id }))['publish_status'];
    const lost = await submit();
    const twice = await submit();
    await simulator.advance(2000);
    expect(publishIds).toEqual([twice, twice]);
    expect(await statusOf(lost)).toBe(0);
    const early = await submit();
    expect(publishIds).toEqual([twice, twice, early]);
    const stuck = await submit();
    await simulator.advance(100 * minute);
    expect(await statusOf(stuck)).toBe(1);
    expect(publishIds).toHaveLength(3);
  });

  it('ends with status 3 on a sandbox account and refuses accounts that are not verified', async () => {
    const sandbox = await start({ kind: 'sandbox' });
    const client = await clientFor(sandbox);
    const { publish_id } = await client.post('/cgi-bin/freepublish/submit', { media_id: await draftOf(client) });
    await sandbox.advance(2000);
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toMatchObject({ publish_status: 3 });
    const unverified = await clientFor(await start({ verified: false }));
    for (const path of ['submit', 'get', 'delete', 'getarticle', 'batchget']) {
      expect(await unverified.post(`/cgi-bin/freepublish/${path}`, { media_id: 'x' })).toMatchObject({ errcode: 48001 });
    }
    expect(await draftOf(unverified)).toMatch(/\S{20}/);
  });

  it('deletes single articles by 1-based index, all without one, and turns the status to 5', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const cover = await coverOf(client);
    const { media_id } = await client.post('/cgi-bin/draft/add', { articles: [anArticle(cover, { title: '甲' }), anArticle(cover, { title: '乙' })] });
    const { publish_id } = await client.post('/cgi-bin/freepublish/submit', { media_id: String(media_id) });
    await simulator.advance(2000);
    const article_id = String((await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) }))['article_id']);
    expect(await client.post('/cgi-bin/freepublish/delete', { article_id, index: 3 })).toMatchObject({ errcode: 53600 });
    expect(await client.post('/cgi-bin/freepublish/delete', { article_id: 'nobody' })).toMatchObject({ errcode: 53600 });
    expect(await client.post('/cgi-bin/freepublish/delete', { article_id, index: 2 })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await client.post('/cgi-bin/freepublish/getarticle', { article_id })).toMatchObject({ news_item: [{ title: '甲', is_deleted: false }, { title: '乙', is_deleted: true }] });
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toMatchObject({ publish_status: 0 });
    await client.post('/cgi-bin/freepublish/delete', { article_id });
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toMatchObject({ publish_status: 5 });
    expect(await client.post('/cgi-bin/freepublish/batchget', { offset: 0, count: 20, no_content: 1 })).toMatchObject({ total_count: 1, item: [{ article_id, content: { news_item: [{ is_deleted: true }, { is_deleted: true }] } }] });
    expect(await client.post('/cgi-bin/freepublish/getarticle', { article_id: 'nobody' })).toMatchObject({ errcode: 53600 });
  });

  it('answers status 6 after the platform banned an article', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const { publish_id } = await client.post('/cgi-bin/freepublish/submit', { media_id: await draftOf(client) });
    await simulator.advance(2000);
    simulator.account(appid).ban(simulator.account(appid).published()[0]?.articleId ?? '');
    expect(await client.post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toMatchObject({ publish_status: 6 });
  });

  it('shows a draft that was submitted twice as two publications', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const media_id = await draftOf(client);
    await client.post('/cgi-bin/freepublish/submit', { media_id });
    await client.post('/cgi-bin/freepublish/submit', { media_id });
    await simulator.advance(2000);
    expect(simulator.account(appid).published()).toHaveLength(2);
  });
});

describe('faults', () => {
  const path = '/cgi-bin/draft/add';

  it('answers a scripted errcode without doing the work, once', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    simulator.fault(path, { kind: 'errcode', errcode: 53404, errmsg: 'goods' });
    expect(await addDraft(client)).toMatchObject({ errcode: 53404, errmsg: expect.stringMatching(/^goods rid: /) });
    expect(simulator.account(appid).drafts()).toEqual([]);
    expect(await addDraft(client)).toHaveProperty('media_id');
  });

  it('drops the connection before or after the effect, and says so in the log', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    simulator.fault(path, { kind: 'drop-before-effect' });
    simulator.fault(path, { kind: 'drop-after-effect' });
    await expect(addDraft(client)).rejects.toThrow();
    expect(simulator.account(appid).drafts()).toHaveLength(0);
    await expect(addDraft(client)).rejects.toThrow();
    expect(simulator.account(appid).drafts()).toHaveLength(1);
    expect(simulator.calls({ endpoint: path }).map(({ answer, hasEffect }) => [answer, hasEffect])).toEqual([['dropped', false], ['dropped', true]]);
  });

  it('answers HTTP 500 with or without the effect', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const client = clientOf(simulator, token);
    const body = JSON.stringify({ articles: [anArticle(await coverOf(client))] });
    for (const effect of [false, true]) {
      simulator.fault(path, { kind: 'http', status: 500, effect });
      expect((await fetch(`${simulator.url}${path}?access_token=${token}`, { method: 'POST', body })).status).toBe(500);
      expect(simulator.account(appid).drafts()).toHaveLength(effect ? 1 : 0);
    }
  });

  it('breaks bodies off, stops JSON half-way, and mislabels answers', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const ask = (): Promise<Response> => fetch(`${simulator.url}/cgi-bin/getcallbackip?access_token=${token}`);
    for (const kind of ['truncated', 'half-json', 'text-plain'] as const) simulator.fault('/cgi-bin/getcallbackip', { kind });
    await expect(ask().then((answer) => answer.text())).rejects.toThrow();
    await expect(ask().then((answer) => answer.json())).rejects.toThrow('JSON');
    const mislabelled = await ask();
    expect([mislabelled.headers.get('content-type'), await mislabelled.json()]).toEqual(['text/plain', { ip_list: ['127.0.0.1'] }]);
  });

  it('holds an answer back after its effect until the gate opens', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const gate = simulator.hold(path);
    const pending = addDraft(client);
    await gate.reached;
    expect(simulator.account(appid).drafts()).toHaveLength(1);
    gate.release();
    expect(await pending).toHaveProperty('media_id');
  });

  it('delays an answer, and limits faults to one account', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    simulator.fault('/cgi-bin/draft/count', { kind: 'errcode', errcode: -1 }, { appid: otherAppid });
    simulator.fault('/cgi-bin/draft/count', { kind: 'delay', ms: 1 }, { appid });
    expect(await client.get('/cgi-bin/draft/count')).toEqual({ total_count: 0 });
    const other = clientOf(simulator, await tokenOf(simulator, otherAppid, otherSecret));
    expect(await other.get('/cgi-bin/draft/count')).toMatchObject({ errcode: -1, errmsg: expect.stringMatching(/^system error rid: /) });
  });
});

describe('memory', () => {
  it('survives a restart: tokens, drafts, pictures, running jobs and the call log, without secrets in the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wechat-simulator-'));
    folders.push(folder);
    const stateFile = join(folder, 'deep', 'state.json');
    const before = await start({}, { stateFile });
    const token = await tokenOf(before);
    const client = clientOf(before, token);
    const { url } = await client.upload('/cgi-bin/media/uploadimg', png, 'a.png');
    const media_id = await draftOf(client);
    await client.post('/cgi-bin/freepublish/submit', { media_id });
    const text = await readFile(stateFile, 'utf8');
    expect(text).not.toContain(token);
    expect(text).not.toContain(secret);

    const after = await start({}, { stateFile });
    expect(after.calls()).toEqual(before.calls());
    const again = clientOf(after, token);
    expect(await again.post('/cgi-bin/draft/get', { media_id })).toHaveProperty('news_item');
    expect((await fetch(`${after.url}${new URL(String(url)).pathname}`)).status).toBe(200);
    await after.advance(2000);
    expect(after.account(appid).published()).toHaveLength(1);
  });

  it('finishes after kill -9 what was submitted before it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wechat-simulator-'));
    folders.push(folder);
    const settings = { startAt, stateFile: join(folder, 'state.json'), accounts: [{ appid, secret }] };
    const first = await runProcess(settings);
    const token = await tokenOf(first);
    const { publish_id } = await clientOf(first, token).post('/cgi-bin/freepublish/submit', { media_id: await draftOf(clientOf(first, token)) });
    await first.kill();
    const second = await runProcess(settings);
    await fetch(`${second.url}/_control/advance`, { method: 'POST', body: '{"ms":2000}' });
    expect(await clientOf(second, token).post('/cgi-bin/freepublish/get', { publish_id: String(publish_id) })).toMatchObject({ publish_status: 0 });
    const log = (await (await fetch(`${second.url}/_control/calls?path=/cgi-bin/freepublish/submit`)).json()) as { result: unknown[] };
    expect(log.result).toHaveLength(1);
    await second.kill();
  });

  it('refuses a broken state file instead of starting empty', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wechat-simulator-'));
    folders.push(folder);
    await writeFile(join(folder, 'state.json'), '{"version":1,');
    await expect(start({}, { stateFile: join(folder, 'state.json') })).rejects.toThrow('cannot be read');
  });

  it('never writes a token or a secret into the call log, and marks repeated requests by equal hashes', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    const client = clientOf(simulator, token);
    const body = { articles: [anArticle(await coverOf(client))] };
    await client.post('/cgi-bin/draft/add', body);
    await client.post('/cgi-bin/draft/add', body);
    const log = JSON.stringify(simulator.calls());
    expect(log).not.toContain(token);
    expect(log).not.toContain(secret);
    const adds = simulator.calls({ endpoint: '/cgi-bin/draft/add', hasEffect: true });
    expect(adds).toHaveLength(2);
    expect(adds[0]?.bodyHash).toBe(adds[1]?.bodyHash);
    expect(simulator.calls({ endpoint: '/cgi-bin/stable_token' })[0]).not.toHaveProperty('bodyHash', expect.any(String));
  });
});

describe('callback', () => {
  it('agrees with the documented vector', () => {
    const message = '<xml><Content>你好</Content></xml>';
    const encrypted = encryptMessage(aesKey, 'wx1234567890abcdef', message, Buffer.from('0123456789abcdef'));
    expect(encrypted).toBe('Q3stYC6hdFzMh9T8HCvyDMqYq+3LWRBafgYE/6+E3kaIPVItdlEZTk22y1bcb56FU4/6xj3fJGhjWyK2VeDV/Y/V6CR/VB0/SbpHNGMxXzRKZpiOJ8yVZKCcTMYjR9BR');
    expect(signParts('citynews', '1700000000', 'nonce123')).toBe('157d748182f1642189c63385bef3b259fe73d3cc');
    expect(signParts('citynews', '1700000000', 'nonce123', encrypted)).toBe('e40ac8e1d7b3c03e99441b0b1d423da1174fc05f');
    expect(decryptMessage(aesKey, 'wx1234567890abcdef', encrypted)).toBe(message);
    expect(() => decryptMessage(aesKey, 'wx0000000000000000', encrypted)).toThrow('foreign appid');
  });

  it('verifies the address by an echo, verbatim', async () => {
    const good = await listen(({ query }) =>
      (signParts('citynews', query.get('timestamp') ?? '', query.get('nonce') ?? '') === query.get('signature') ? query.get('echostr') ?? '' : 'no'));
    const bad = await listen(({ query }) => `"${query.get('echostr') ?? ''}"`);
    const simulator = await start({ callback: callbackTo(good.url) });
    expect(await simulator.account(appid).verifyCallback()).toBeUndefined();
    simulator.account(appid).configure({ callback: callbackTo(bad.url) });
    expect(await simulator.account(appid).verifyCallback()).toBe('the echostr did not come back verbatim');
  });

  it.each<CallbackMode>(['plain', 'compatible', 'safe'])('pushes a signed message in %s mode and shows the reply', async (mode) => {
    const seal = (query: URLSearchParams, content: string): string => {
      const reply = writeXml({ ToUserName: 'o-wang', FromUserName: 'gh', CreateTime: 1, MsgType: 'text', Content: content });
      if (mode === 'plain') return reply;
      const Encrypt = encryptMessage(aesKey, appid, reply);
      const [TimeStamp, Nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
      return writeXml({ Encrypt, MsgSignature: signParts('citynews', TimeStamp, Nonce, Encrypt), TimeStamp, Nonce });
    };
    const server = await listen(({ query, body }) => {
      const fields = readXml(body) ?? {};
      const encrypted = typeof fields['Encrypt'] === 'string' ? fields['Encrypt'] : '';
      const message = encrypted ? readXml(decryptMessage(aesKey, appid, encrypted)) : fields;
      return seal(query, `收到：${String(message?.['Content'])}`);
    });
    const simulator = await start({ callback: callbackTo(server.url, mode) });
    const wang = simulator.account(appid);
    expect(await wang.say('o-wang', '公积金 <怎么> 提取')).toBe('收到：公积金 <怎么> 提取');
    const [{ query, body }] = server.received as [Received];
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
    expect(query.get('signature')).toBe(signParts('citynews', timestamp, nonce));
    expect(query.get('openid')).toBe('o-wang');
    const fields = readXml(body) ?? {};
    expect(Object.keys(fields)).toEqual({
      plain: ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'Content', 'MsgId'],
      compatible: ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'Content', 'MsgId', 'Encrypt'],
      safe: ['ToUserName', 'Encrypt'],
    }[mode]);
    if (mode !== 'plain') expect(query.get('msg_signature')).toBe(signParts('citynews', timestamp, nonce, String(fields['Encrypt'])));
    expect(wang.conversation('o-wang').map(({ from }) => from)).toEqual(['follower', 'account']);
  });

  it('tries three times in all, then shows the follower that the service failed', async () => {
    const server = await listen(() => 500);
    const simulator = await start({ callback: callbackTo(server.url) });
    expect(await simulator.account(appid).say('o-wang', '在吗')).toBe('该公众号提供的服务出现故障，请稍后再试');
    expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
    expect(simulator.pushes()).toMatchObject([{ what: 'text', outcome: 'given up', tries: [{ status: 500 }, { status: 500 }, { status: 500 }] }]);
  });

  it('drops the connection when no answer comes in time, and takes the second one', async () => {
    // The first wait ends when its question has arrived, so that no time has to be right.
    const wait = new AbortController();
    const waits = jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(wait.signal);
    let calls = 0;
    const server = await listen(() => {
      calls += 1;
      if (calls > 1) return 'success';
      wait.abort();
      return new Promise<string>(() => undefined);
    });
    const simulator = await start({ callback: callbackTo(server.url) }, { callbackTimeoutMs: 2 * patient });
    expect(await simulator.account(appid).say('o-wang', '在吗')).toBeUndefined();
    expect(waits.mock.calls).toEqual([[2 * patient], [2 * patient]]);
    waits.mockRestore();
    expect(simulator.pushes()[0]?.tries.map(({ problem }) => problem)).toEqual(['connection', undefined]);
  });

  it('refuses plain replies in safe mode, wrong signatures and anything that is no message', async () => {
    const answers = [writeXml({ MsgType: 'text', Content: '明文' }), writeXml({ Encrypt: encryptMessage(aesKey, appid, '<xml></xml>'), MsgSignature: 'x', TimeStamp: '1', Nonce: '1' }), '<html>ok</html>'];
    const server = await listen(() => answers.shift() ?? '');
    const simulator = await start({ callback: callbackTo(server.url, 'safe') });
    await simulator.account(appid).say('o-wang', '在吗');
    expect(simulator.pushes()[0]).toMatchObject({ outcome: 'given up', tries: [{ problem: 'body' }, { problem: 'body' }, { problem: 'body' }] });
  });

  it('spoils the signature, the appid or the time on request', async () => {
    const server = await listen(() => 'success');
    const simulator = await start({ callback: callbackTo(server.url, 'safe') });
    const account = simulator.account(appid);
    for (const tamper of ['signature', 'msg-signature', 'appid', 'stale'] as const) await account.push({ Event: 'CLICK', EventKey: 'k' }, 'o-wang', tamper);
    const [signature, msgSignature, foreign, stale] = server.received;
    expect(signature?.query.get('signature')).toBe('0'.repeat(40));
    expect(msgSignature?.query.get('msg_signature')).toBe('0'.repeat(40));
    expect(() => decryptMessage(aesKey, appid, String(readXml(foreign?.body ?? '')?.['Encrypt']))).toThrow('foreign appid');
    expect(Number(stale?.query.get('timestamp'))).toBe(startAt.getTime() / 1000 - 86_400);
  });

  it('tells of follows and unfollows, and shows one article at most in answer to a message', async () => {
    const item = (Title: string): { Title: string } => ({ Title });
    const server = await listen(({ body }) => (body.includes('<Content>')
      ? writeXml({ MsgType: 'news', ArticleCount: 2, Articles: { item: [item('甲'), item('乙')] } }) : 'success'));
    const simulator = await start({ callback: callbackTo(server.url) });
    const account = simulator.account(appid);
    await account.follow('o-new', '新人');
    expect(await account.say('o-new', '公积金')).toBe('甲');
    await account.unfollow('o-new');
    expect(server.received.map(({ body }) => readXml(body)?.['Event'])).toEqual(['subscribe', undefined, 'unsubscribe']);
    await expect(account.say('o-new', '在吗')).rejects.toThrow('does not follow');
  });

  it('refuses a safe callback without a proper key at the start', async () => {
    await expect(start({ callback: { url: 'http://127.0.0.1:1', token: 't', mode: 'safe', encodingAesKey: 'short' } })).rejects.toThrow('43 letters and digits');
  });
});

describe('mass send', () => {
  const sendAll = (client: Client, media_id: string, changes: Json = {}): Promise<Json> =>
    client.post('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, mpnews: { media_id }, msgtype: 'mpnews', send_ignore_reprint: 0, ...changes });

  it('reaches every follower, takes the draft out of the box and pushes the event', async () => {
    const server = await listen(() => 'success');
    const simulator = await start({ callback: callbackTo(server.url) });
    const client = await clientFor(simulator);
    const media_id = await draftOf(client);
    const sent = await sendAll(client, media_id);
    expect(sent).toMatchObject({ errcode: 0, errmsg: 'send job submission success', msg_id: expect.any(Number), msg_data_id: expect.any(Number) });
    expect(await client.post('/cgi-bin/message/mass/get', { msg_id: String(sent['msg_id']) })).toEqual({ msg_id: sent['msg_id'], msg_status: 'SENDING' });
    await simulator.advance(2000);
    expect(await client.post('/cgi-bin/message/mass/get', { msg_id: String(sent['msg_id']) })).toMatchObject({ msg_status: 'SEND_SUCCESS' });
    expect(await client.post('/cgi-bin/draft/get', { media_id })).toMatchObject({ errcode: 40007 });
    expect(readXml(server.received[0]?.body ?? '')).toMatchObject({ Event: 'MASSSENDJOBFINISH', MsgID: String(sent['msg_id']), Status: 'send success', TotalCount: '2', SentCount: '2' });
    expect(simulator.account(appid).conversation('o-li')[0]?.cards?.[0]?.title).toBe('不动产登记一次办结');
    expect(await client.post('/cgi-bin/freepublish/batchget', { offset: 0, count: 1 })).toMatchObject({ total_count: 0 });
  });

  it('gives a subscription account one send a day, and repeats the msg_id of a known clientmsgid', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const [first, second] = [await draftOf(client), await draftOf(client)];
    const clientmsgid = 'a'.repeat(32);
    const sent = await sendAll(client, first, { clientmsgid });
    expect(await sendAll(client, second, { clientmsgid })).toMatchObject({ errcode: 45066, msg_id: sent['msg_id'] });
    await simulator.advance(minute);
    expect(await sendAll(client, second, { clientmsgid })).toMatchObject({ errcode: 45065, msg_id: sent['msg_id'] });
    expect(await sendAll(client, second, { clientmsgid: 'b'.repeat(33) })).toMatchObject({ errcode: 45067 });
    expect(await sendAll(client, second, { clientmsgid: 'b' })).toMatchObject({ errcode: 45028 });
    await simulator.advance(day);
    expect(await sendAll(await clientFor(simulator), second, { clientmsgid })).toMatchObject({ errcode: 0 });
  });

  it('gives a service account one send to all a day and four a month', async () => {
    const simulator = await start({ kind: 'service' });
    const codes = [];
    for (let round = 1; round <= 6; round += 1) {
      const client = await clientFor(simulator);
      codes.push((await sendAll(client, await draftOf(client)))['errcode']);
      await simulator.advance(round === 1 ? minute : day);
    }
    expect(codes).toEqual([0, 45028, 0, 0, 0, 45028]);
  });

  it('ends as scripted when the administrator refuses, and leaves the draft', async () => {
    const server = await listen(() => 'success');
    const simulator = await start({ callback: callbackTo(server.url) });
    simulator.account(appid).scriptMass({ status: 'err(40001)' });
    const client = await clientFor(simulator);
    await sendAll(client, await draftOf(client));
    await simulator.advance(2000);
    expect(readXml(server.received[0]?.body ?? '')).toMatchObject({ Status: 'err(40001)', SentCount: '0' });
    expect(simulator.account(appid).drafts()).toHaveLength(1);
  });

  it('refuses bad tags, openids, speeds, ids and kinds', async () => {
    const simulator = await start({ kind: 'service' });
    const client = await clientFor(simulator);
    const media_id = await draftOf(client);
    const send = (touser: unknown): Promise<Json> => client.post('/cgi-bin/message/mass/send', { touser, mpnews: { media_id }, msgtype: 'mpnews' });
    expect(await sendAll(client, media_id, { filter: { is_to_all: false, tag_id: 77 } })).toMatchObject({ errcode: 40152 });
    expect(await sendAll(client, 'nobody')).toMatchObject({ errcode: 40007 });
    expect(await sendAll(client, media_id, { msgtype: 'poster' })).toMatchObject({ errcode: 40008 });
    expect(await send(['o-wang'])).toMatchObject({ errcode: 40130 });
    expect(await send(['o-wang', 'nobody'])).toMatchObject({ errcode: 40031 });
    expect(await send(Array.from({ length: 10_001 }, () => 'o-wang'))).toMatchObject({ errcode: 40032 });
    expect(await send(['o-wang', 'o-li'])).toMatchObject({ errcode: 0 });
    expect(await client.post('/cgi-bin/message/mass/preview', { touser: 'nobody', mpnews: { media_id }, msgtype: 'mpnews' })).toMatchObject({ errcode: 40003 });
    expect(await client.post('/cgi-bin/message/mass/preview', { touser: 'o-li', mpnews: { media_id }, msgtype: 'mpnews' })).toMatchObject({ errmsg: 'preview success' });
    expect(await client.post('/cgi-bin/message/mass/get', { msg_id: '1' })).toMatchObject({ errcode: 40059 });
    expect(await client.post('/cgi-bin/message/mass/speed/set', { speed: 5 })).toMatchObject({ errcode: 45083 });
    await client.post('/cgi-bin/message/mass/speed/set', { speed: 4 });
    expect(await client.post('/cgi-bin/message/mass/speed/get', '')).toEqual({ speed: 4, realspeed: 10 });
    const subscription = await clientFor(await start());
    expect(await subscription.post('/cgi-bin/message/mass/send', {})).toMatchObject({ errcode: 48001 });
  });

  it('takes a sent article back so that readers cannot open it', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const { msg_id } = await sendAll(client, await draftOf(client));
    await simulator.advance(2000);
    expect(await client.post('/cgi-bin/message/mass/delete', { msg_id, article_idx: 4 })).toMatchObject({ errcode: 40060 });
    expect(await client.post('/cgi-bin/message/mass/delete', { msg_id })).toMatchObject({ errcode: 0 });
    const slug = simulator.account(appid).published()[0]?.pages[0]?.slug;
    expect(await (await fetch(`${simulator.url}/s/${slug}`)).text()).toContain('该内容已被发布者删除');
  });
});

describe('menu, followers, messages and statistics', () => {
  it.each<[number, Json]>([
    [40016, { button: [] }],
    [40017, { button: [{ name: '甲', type: 'fly' }] }],
    [40018, { button: [{ name: '一二三四五六', type: 'click', key: 'k' }] }],
    [40019, { button: [{ name: '甲', type: 'click', key: 'k'.repeat(129) }] }],
    [40020, { button: [{ name: '甲', type: 'view', url: '' }] }],
    [40055, { button: [{ name: '甲', type: 'view', url: 'ftp://a' }] }],
    [40023, { button: [{ name: '甲', sub_button: Array.from({ length: 6 }, () => ({ name: '乙', type: 'click', key: 'k' })) }] }],
    [40024, { button: [{ name: '甲', sub_button: [{ name: '乙', type: 'fly' }] }] }],
    [40025, { button: [{ name: '甲', sub_button: [{ name: '乙'.repeat(21), type: 'click', key: 'k' }] }] }],
    [40026, { button: [{ name: '甲', sub_button: [{ name: '乙', type: 'click' }] }] }],
    [40027, { button: [{ name: '甲', sub_button: [{ name: '乙', type: 'view' }] }] }],
    [40054, { button: [{ name: '甲', sub_button: [{ name: '乙', type: 'view', url: 'x' }] }] }],
  ])('answers %i for a menu that deserves it', async (errcode, menu) => {
    expect(await (await clientFor(await start())).post('/cgi-bin/menu/create', menu)).toMatchObject({ errcode });
  });

  it('keeps a menu, refuses \\u escapes in it and unverified accounts', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const button = [{ name: '一次办', type: 'click', key: 'search' }];
    expect(await client.get('/cgi-bin/menu/get')).toMatchObject({ errcode: 46003 });
    expect(await client.post('/cgi-bin/menu/create', JSON.stringify({ button }).replace('一', '\\u4e00'))).toMatchObject({ errcode: 40033 });
    expect(await client.post('/cgi-bin/menu/create', { button })).toMatchObject({ errcode: 0 });
    expect(await client.get('/cgi-bin/menu/get')).toEqual({ menu: { button } });
    simulator.account(appid).configure({ verified: false });
    expect(await client.get('/cgi-bin/menu/get')).toMatchObject({ errcode: 48001 });
  });

  it('lists followers and keeps their tags within the limits', async () => {
    const client = await clientFor(await start());
    expect(await client.get('/cgi-bin/user/get')).toEqual({ total: 2, count: 2, data: { openid: ['o-wang', 'o-li'] }, next_openid: 'o-li' });
    expect(await client.get('/cgi-bin/user/get', { next_openid: 'o-li' })).toMatchObject({ count: 0, next_openid: '' });
    expect(await client.get('/cgi-bin/user/info', { openid: 'nobody' })).toMatchObject({ errcode: 40003 });
    const create = (name: string): Promise<Json> => client.post('/cgi-bin/tags/create', { tag: { name } });
    const { tag } = await create('企业') as { tag: { id: number } };
    expect(await create('企业')).toMatchObject({ errcode: 45157 });
    expect(await create('企'.repeat(11))).toMatchObject({ errcode: 45158 });
    expect(await client.post('/cgi-bin/tags/update', { tag: { id: 2, name: '新' } })).toMatchObject({ errcode: 45058 });
    expect(await client.post('/cgi-bin/tags/members/batchtagging', { tagid: tag.id, openid_list: ['o-wang'] })).toMatchObject({ errcode: 0 });
    expect(await client.get('/cgi-bin/user/info', { openid: 'o-wang' })).toMatchObject({ subscribe: 1, tagid_list: [tag.id], nickname: '' });
    for (let round = 1; round < 20; round += 1) {
      const made = await create(`标签${round}`) as { tag: { id: number } };
      await client.post('/cgi-bin/tags/members/batchtagging', { tagid: made.tag.id, openid_list: ['o-wang'] });
    }
    const last = await create('多了') as { tag: { id: number } };
    expect(await client.post('/cgi-bin/tags/members/batchtagging', { tagid: last.tag.id, openid_list: ['o-wang'] })).toMatchObject({ errcode: 45059 });
    for (let round = 22; round < 100; round += 1) await create(`更多${round}`);
    expect(await create('第一百零一个')).toMatchObject({ errcode: 45056 });
  });

  it('allows five custom messages within 48 hours of a follower’s message', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const send = (): Promise<Json> => client.post('/cgi-bin/message/custom/send', { touser: 'o-wang', msgtype: 'text', text: { content: '您好' } });
    expect(await send()).toMatchObject({ errcode: 45015 });
    await simulator.account(appid).say('o-wang', '在吗');
    for (let round = 1; round <= 5; round += 1) expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 45047 });
    expect(await client.post('/cgi-bin/message/custom/send', { touser: 'o-wang', msgtype: 'news', news: { articles: [{}, {}] } })).toMatchObject({ errcode: 45008 });
    expect(await client.post('/cgi-bin/message/custom/send', { touser: 'nobody', msgtype: 'text' })).toMatchObject({ errcode: 40003 });
    expect(await client.post('/cgi-bin/message/custom/send', { touser: 'o-wang', msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: 'x' } })).toMatchObject({ errcode: 53600 });
  });

  it('sends template messages for service accounts and reports their end', async () => {
    const server = await listen(() => 'success');
    const simulator = await start({ kind: 'service', templates: ['t1'], callback: callbackTo(server.url) });
    const client = await clientFor(simulator);
    const send = (changes: Json, path = 'template/send'): Promise<Json> => client.post(`/cgi-bin/message/${path}`, { touser: 'o-wang', template_id: 't1', data: { first: { value: '已办结' } }, ...changes });
    expect(await send({ template_id: 't2' })).toMatchObject({ errcode: 40037 });
    expect(await send({ data: { first: 1 } })).toMatchObject({ errcode: 47003 });
    expect(await send({})).toMatchObject({ errcode: 0, msgid: expect.any(Number) });
    await simulator.advance(1000);
    expect(readXml(server.received[0]?.body ?? '')).toMatchObject({ Event: 'TEMPLATESENDJOBFINISH', Status: 'success' });
    expect(await send({}, 'subscribe/bizsend')).toEqual({ errcode: 0, errmsg: 'ok' });
    await simulator.account(appid).unfollow('o-wang');
    expect(await send({})).toMatchObject({ errcode: 43004 });
    expect(await send({}, 'subscribe/bizsend')).toMatchObject({ errcode: 43101 });
  });

  it('counts yesterday’s readers and refuses bad dates', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    await client.post('/cgi-bin/freepublish/submit', { media_id: await draftOf(client) });
    await simulator.advance(2000);
    const message = simulator.account(appid).published()[0];
    await fetch(`${simulator.url}/s/${message?.pages[0]?.slug}`);
    simulator.account(appid).read(message?.articleId ?? '', 41);
    await simulator.advance(day);
    const fresh = await clientFor(simulator);
    const ask = (name: string, begin_date: string, end_date = begin_date): Promise<Json> => fresh.post(`/datacube/${name}`, { begin_date, end_date });
    expect(await ask('getarticleread', '2026-11-23')).toMatchObject({ is_delay: false, list: [{ msgid: `${message?.mid}_1`, detail: { read_user: 42 } }] });
    expect(await ask('getarticletotaldetail', '2026-11-23')).toMatchObject({ list: [{ publish_type: 1, detail_list: [{ stat_date: '2026-11-23', read_user: 42 }] }] });
    expect(await ask('getbizsummary', '2026-11-01', '2026-11-23')).toHaveProperty('list.22.read_user', 42);
    expect(await ask('getarticlesummary', '2026-11-23')).toHaveProperty('list.0.int_page_read_user', 42);
    expect(await ask('getarticleshare', '2026-11-23')).toHaveProperty('list.0.share_user', 0);
    expect(await ask('getarticleread', '20261123')).toMatchObject({ errcode: 61500 });
    expect(await ask('getarticleread', '2026-11-22', '2026-11-23')).toMatchObject({ errcode: 61501 });
    expect(await ask('getarticleread', '2026-11-24')).toMatchObject({ errcode: 61503 });
  });
});

describe('phone page', () => {
  it('shows drafts, then the published article with its pictures and links opening here', async () => {
    const simulator = await start();
    const client = await clientFor(simulator);
    const { url } = await client.upload('/cgi-bin/media/uploadimg', png, 'a.png');
    const media_id = await draftOf(client, { title: '<b>题</b>', content: `<p>正文<img src="${String(url)}"></p>`, content_source_url: 'https://city.example/a' });
    const home = async (tab: string): Promise<string> => (await fetch(`${simulator.url}/?account=${appid}&tab=${tab}`)).text();
    expect(await home('drafts')).toContain(`/draft/${media_id}/1`);
    const preview = await (await fetch(`${simulator.url}/draft/${media_id}/1`)).text();
    expect(preview).toContain('草稿预览');
    await client.post('/cgi-bin/freepublish/submit', { media_id });
    await simulator.advance(2000);
    const page = simulator.account(appid).published()[0]?.pages[0];
    expect(await home('drafts')).toContain('草稿箱是空的');
    expect(await home('articles')).toContain(`/s/${page?.slug}`);
    const official = new URL(page?.url ?? '');
    const article = await fetch(`${simulator.url}${official.pathname}${official.search}`);
    const html = await article.text();
    expect(html).toContain('&lt;b&gt;题&lt;/b&gt;');
    expect(html).toMatch(/src="\/mmbiz\/\w{64}"/);
    expect(html).toContain('阅读原文');
    expect(article.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sends a follower’s message from the form and refuses one from a foreign page', async () => {
    const server = await listen(() => writeXml({ MsgType: 'text', Content: '请看一号问' }));
    const simulator = await start({ callback: callbackTo(server.url) });
    const say = (origin: string): Promise<Response> => fetch(`${simulator.url}/say`, {
      method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams({ account: appid, follower: 'o-wang', text: '<公积金>' }),
    });
    expect((await say('https://evil.example')).status).toBe(400);
    const answer = await say(simulator.url);
    expect(answer.status).toBe(303);
    const html = await (await fetch(new URL(answer.headers.get('location') ?? '', simulator.url))).text();
    expect(html).toContain('&lt;公积金&gt;');
    expect(html).toContain('请看一号问');
  });

  it('takes orders from another process of this machine, not from foreign web pages', async () => {
    const simulator = await start();
    const order = (name: string, body: Json, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${simulator.url}/_control/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await order('fault', { path: '/cgi-bin/token', fault: { kind: 'errcode', errcode: -1 } })).status).toBe(200);
    expect(await plain(simulator)).toMatchObject({ errcode: -1 });
    expect(await (await fetch(`${simulator.url}/_control/calls?path=/cgi-bin/token`)).json()).toMatchObject({ result: [{ errcode: -1 }] });
    expect((await order('revoke-tokens', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await order('nothing', {})).status).toBe(404);
    expect((await order('say', { openid: 'nobody', text: 'x' })).status).toBe(400);
  });
});
