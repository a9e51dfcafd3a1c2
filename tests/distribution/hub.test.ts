import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import mongoose from 'mongoose';
import { createGraphqlServer } from '../../src/app/graphql/server.js';
import { createSchema } from '../../src/app/graphql/schema.js';
import { createHttpServer } from '../../src/app/http/server.js';
import { createDestination, deactivateDestination, updateDestination } from '../../src/distribution/index.js';
import { hubLimits } from '../../src/distribution/hub/accept-hub-request.js';
import { lease } from '../../src/distribution/hub/hub-rules.js';
import { IntentModel, SubscriptionModel } from '../../src/distribution/hub/subscription.js';
import { processAll } from '../../src/kernel/index.js';
import { wire } from '../kit/app.js';
import { clock, day, hour, minute, testConfig, testServices, useDatabase } from '../kit/services.js';
import { article, ctx, releaseAndPlan } from './outlets.js';

interface Heard { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly headers: IncomingMessage['headers']; readonly body: string }

/** A subscriber on this machine: echoes challenges and takes what comes, unless told otherwise. */
class Subscriber {
  readonly heard: Heard[] = [];
  answer: (heard: Heard, response: ServerResponse) => void = Subscriber.willing;
  private readonly server: Server = createServer((request, response) => { void this.hear(request, response); });

  static readonly willing = ({ query }: Heard, response: ServerResponse): void => { response.end(query.get('hub.challenge') ?? ''); };

  async start(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop = (): void => { this.server.closeAllConnections(); this.server.close(); };

  get posts(): Heard[] { return this.heard.filter(({ method }) => method === 'POST'); }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url!, 'http://x');
    const heard = { method: request.method!, path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks).toString() };
    this.heard.push(heard);
    this.answer(heard, response);
  }
}

useDatabase();
const hosts: string[] = [];
const services = testServices(clock.now, { ...testConfig(), allowedPrivateHosts: hosts });
const subscriber = new Subscriber();
let http: FastifyInstance;
let callback = '';

beforeAll(async () => {
  const host = await subscriber.start();
  hosts.push(host);
  callback = `http://${host}/in`;
  await wire(services);
  const apollo = await createGraphqlServer(createSchema(), { isIntrospectable: false });
  http = await createHttpServer(services, apollo);
});
afterAll(async () => { await http.close(); subscriber.stop(); });
beforeEach(() => { subscriber.heard.length = 0; subscriber.answer = Subscriber.willing; });

const topic = 'https://yici.test/feeds/news.rss';
const work = (): Promise<void> => processAll(services);
const aFeed = (settings: Record<string, unknown> = {}) => createDestination(ctx(services), { name: '新闻', slug: 'news', channelId: 'rss', settings: { title: '新闻', ...settings } });
const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const ask = (fields: Record<string, string> = {}) => http.inject({ method: 'POST', url: '/hub', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: form({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callback, ...fields }) });
const subscribe = async (fields: Record<string, string> = {}): Promise<void> => {
  expect((await ask(fields)).statusCode).toBe(202);
  await work();
};
const publish = async (title = '标题'): Promise<void> => { await releaseAndPlan(article(), 1, 'publish', { title }); await work(); };
const subscriptions = () => SubscriptionModel.find().lean();

describe('a subscription', () => {
  beforeEach(async () => { await aFeed(); });

  it('is answered 202 at once, confirmed by its challenge afterwards, and gets the feed with type, links and signature', async () => {
    const answer = await ask({ 'hub.secret': '一把钥匙' });
    expect([answer.statusCode, subscriber.heard.length, await subscriptions()]).toEqual([202, 0, []]);
    await work();
    const [question] = subscriber.heard;
    expect(Object.fromEntries(question!.query)).toEqual({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': expect.stringMatching(/^[\w-]{43}$/), 'hub.lease_seconds': String(lease.usual) });
    await publish('新的消息');
    const [post, ...more] = subscriber.posts;
    expect(more).toEqual([]);
    const { payload, headers } = await http.inject({ url: '/feeds/news.rss' });
    expect(post).toMatchObject({ path: '/in', body: payload, headers: { 'content-type': 'application/rss+xml; charset=utf-8', link: headers.link } });
    expect(payload).toContain('新的消息');
    expect(post!.headers.link).toBe(`<https://yici.test/hub>; rel="hub", <${topic}>; rel="self"`);
    expect(post!.headers['x-hub-signature']).toBe(`sha256=${createHmac('sha256', '一把钥匙').update(payload).digest('hex')}`);
  });

  it('without a secret is not signed', async () => {
    await subscribe();
    await publish();
    expect(subscriber.posts[0]!.headers['x-hub-signature']).toBeUndefined();
  });

  it('keeps the query of its callback letter by letter', async () => {
    await subscribe({ 'hub.callback': `${callback}?token=a%20b+c&x` });
    await publish();
    expect(subscriber.heard[0]!.query.get('token')).toBe('a b c');
    expect((await subscriptions())[0]).toMatchObject({ callback: `${callback}?token=a%20b+c&x` });
    expect(subscriber.posts).toHaveLength(1);
  });

  it.each<[string, (heard: Heard, response: ServerResponse) => void]>([
    ['another text', (_heard, response) => { response.end('yes'); }],
    ['the challenge and more', ({ query }, response) => { response.end(`${query.get('hub.challenge')}!`); }],
    ['404', (heard, response) => { response.writeHead(404); Subscriber.willing(heard, response); }],
    ['a redirect', ({ query }, response) => { response.writeHead(302, { location: `${callback}?again` }).end(query.get('hub.challenge')); }],
    ['an endless body', (_heard, response) => { response.on('error', () => undefined); const more = (): void => { if (!response.destroyed && response.write('x'.repeat(65_536))) setImmediate(more); }; more(); }],
  ])('is not made when the callback answers %s', async (_, answer) => {
    subscriber.answer = answer;
    await subscribe();
    subscriber.answer = Subscriber.willing;
    clock.advance(hour);
    await work();
    expect(await subscriptions()).toEqual([]);
    expect(subscriber.heard.map(({ query }) => query.has('again'))).toEqual([false]);
  });

  it('is asked about three times when the callback is out of order, and then forgotten', async () => {
    subscriber.answer = (_heard, response) => { response.writeHead(503).end(); };
    await subscribe();
    for (let at = 0; at < 5; at += 1) { clock.advance(hour); await work(); }
    expect(subscriber.heard).toHaveLength(3);
    expect(await subscriptions()).toEqual([]);
    expect(await mongoose.connection.collection('jobs').countDocuments({ state: 'dead' })).toBe(0);
  });

  it('ends when the callback confirms that it meant to leave, and not before', async () => {
    await subscribe();
    subscriber.answer = (_heard, response) => { response.writeHead(404).end(); };
    await subscribe({ 'hub.mode': 'unsubscribe' });
    expect(await subscriptions()).toHaveLength(1);
    subscriber.answer = Subscriber.willing;
    await subscribe({ 'hub.mode': 'unsubscribe' });
    expect(await subscriptions()).toEqual([]);
    await publish();
    expect(subscriber.posts).toEqual([]);
  });

  it('is what the last request said, when two are under way', async () => {
    await ask();
    clock.advance(1);
    await ask({ 'hub.mode': 'unsubscribe' });
    await work();
    expect(await subscriptions()).toEqual([]);
    expect(subscriber.heard.map(({ query }) => query.get('hub.mode'))).toEqual(['unsubscribe']);
  });
});

describe('what is refused', () => {
  it.each<[string, Record<string, string>, number]>([
    ['another mode', { 'hub.mode': 'publish' }, 400],
    ['no callback', { 'hub.callback': '' }, 400],
    ['a callback that is no web address', { 'hub.callback': 'ftp://a.cn/x' }, 400],
    ['a callback with a password', { 'hub.callback': 'https://a:b@a.cn/x' }, 400],
    ['a callback of 2001 characters', { 'hub.callback': `https://a.cn/${'x'.repeat(1988)}` }, 400],
    ['a secret of 200 bytes', { 'hub.secret': 'x'.repeat(200) }, 400],
    ['a secret of 199 characters and more bytes', { 'hub.secret': '密'.repeat(67) }, 400],
    ['a lease that is no number', { 'hub.lease_seconds': 'for ever' }, 400],
    ['a foreign topic', { 'hub.topic': 'https://other.example/feeds/news.rss' }, 404],
    ['a topic of a look-alike site', { 'hub.topic': 'https://yici.test.evil.example/feeds/news.rss' }, 404],
    ['a feed that is not there', { 'hub.topic': 'https://yici.test/feeds/none.rss' }, 404],
    ['a page that is no feed', { 'hub.topic': 'https://yici.test/graphql' }, 404],
    ['an older page of a feed', { 'hub.topic': `${topic}?page=2` }, 404],
    ['another writing of a feed', { 'hub.topic': `${topic}?x=1` }, 404],
    ['a path out of the feeds', { 'hub.topic': 'https://yici.test/feeds/../feeds/news.rss' }, 404],
  ])('%s', async (_, fields, status) => {
    await aFeed();
    const answer = await ask(fields);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8']);
    expect(answer.payload).toMatch(/\w+.*\.\n$/);
    expect(await IntentModel.countDocuments()).toBe(0);
  });

  it('a body that is no form', async () => {
    expect((await http.inject({ method: 'POST', url: '/hub', headers: { 'content-type': 'application/json' }, payload: '{}' })).statusCode).toBe(400);
  });

  it('a callback inside our own network: it is never called', async () => {
    await aFeed();
    const inside = new Subscriber();
    const host = await inside.start();
    await subscribe({ 'hub.callback': `http://${host}/in` });
    clock.advance(hour);
    await work();
    inside.stop();
    expect([inside.heard, await subscriptions()]).toEqual([[], []]);
  });

  it('a closed feed without its key; with the key it can be had, and the key is not stored in the open', async () => {
    await aFeed({ accessKey: 'a-feed-key-for-partners' });
    expect((await ask()).statusCode).toBe(404);
    expect((await ask({ 'hub.topic': `${topic}?key=wrong-key-wrong-key` })).statusCode).toBe(404);
    await subscribe({ 'hub.topic': `${topic}?key=a-feed-key-for-partners`, 'hub.secret': 'a-secret-of-the-subscriber' });
    await publish();
    expect(subscriber.posts[0]!.headers.link).toContain(`<${topic}?key=a-feed-key-for-partners>; rel="self"`);
    const stored = JSON.stringify([await subscriptions(), await IntentModel.find().lean(), await mongoose.connection.collection('jobs').find().toArray()]);
    expect(stored).not.toContain('a-feed-key-for-partners');
    expect(stored).not.toContain('a-secret-of-the-subscriber');
  });

  it('a feed that names another hub', async () => {
    await aFeed({ hub: 'https://hub.example/' });
    expect((await ask()).statusCode).toBe(404);
  });

  it('more requests about one host than sixty a minute', async () => {
    await aFeed();
    for (let at = 0; at < hubLimits.requestsOfHostPerMinute; at += 1) expect((await ask({ 'hub.callback': `${callback}/${at}` })).statusCode).toBe(202);
    expect((await ask()).statusCode).toBe(429);
    clock.advance(minute + 1);
    expect((await ask()).statusCode).toBe(202);
  });
});

describe('leases', () => {
  beforeEach(async () => { await aFeed(); });

  it.each([[undefined, lease.usual], ['1', lease.least], ['86400', 86_400], ['999999999', lease.most]])('asked for %s seconds last %s', async (asked, granted) => {
    await subscribe(asked ? { 'hub.lease_seconds': asked } : {});
    expect(subscriber.heard[0]!.query.get('hub.lease_seconds')).toBe(String(granted));
    expect((await subscriptions())[0]!.expiresAt).toEqual(new Date(clock.at + granted * 1000));
  });

  it('end: nothing is sent after, unless the subscriber renewed', async () => {
    await subscribe();
    clock.advance(9 * day);
    await subscribe({ 'hub.secret': 'new' });
    clock.advance(9 * day);
    await publish();
    expect(subscriber.posts).toHaveLength(1);
    expect(subscriber.posts[0]!.headers['x-hub-signature']).toMatch(/^sha256=/);
    expect(await subscriptions()).toHaveLength(1);
    clock.advance(2 * day);
    await publish();
    expect(subscriber.posts).toHaveLength(1);
  });
});

describe('distribution', () => {
  beforeEach(async () => { await aFeed(); await subscribe(); });
  const broken = (_heard: Heard, response: ServerResponse): void => { response.writeHead(500).end(); };

  it('is tried again until the subscriber takes it, with the feed as it is then', async () => {
    subscriber.answer = broken;
    await publish('第一条');
    await publish('第二条');
    for (let at = 0; at < 20; at += 1) { clock.advance(hour); await work(); }
    const tried = subscriber.posts.length;
    expect(tried).toBeGreaterThan(15);
    expect(tried).toBeLessThan(40);
    subscriber.answer = Subscriber.willing;
    clock.advance(2 * hour);
    await work();
    expect(subscriber.posts).toHaveLength(tried + 1);
    expect(subscriber.posts.at(-1)!.body).toContain('第二条');
    clock.advance(day);
    await work();
    expect(subscriber.posts).toHaveLength(tried + 1);
  });

  it('stops trying when the lease ends', async () => {
    subscriber.answer = broken;
    await publish();
    clock.advance(11 * day);
    await work();
    expect(subscriber.posts).toHaveLength(1);
    expect(await mongoose.connection.collection('jobs').countDocuments({ state: { $in: ['waiting', 'dead'] } })).toBe(0);
  });

  it.each([[410, 0], [302, 1], [404, 1]])('after %s keeps %s subscription', async (status, kept) => {
    subscriber.answer = (_heard, response) => { response.writeHead(status, { location: callback }).end(); };
    await publish();
    expect([subscriber.posts.length, (await subscriptions()).length]).toEqual([1, kept]);
  });

  it('costs other subscribers nothing when one is out of order', async () => {
    await subscribe({ 'hub.callback': `${callback}/second` });
    subscriber.answer = (heard, response) => (heard.path === '/in' && heard.method === 'POST' ? broken : Subscriber.willing)(heard, response);
    await publish();
    expect(subscriber.posts.map(({ path }) => path).sort()).toEqual(['/in', '/in/second']);
    expect((await subscriptions()).map(({ sent }) => sent).sort()).toEqual([0, 1]);
  });

  it('tells of corrections and retractions', async () => {
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { title: '初版' });
    await work();
    clock.advance(minute);
    await releaseAndPlan(contentId, 2, 'correct', { title: '更正版' });
    await work();
    clock.advance(minute);
    await releaseAndPlan(contentId, 3, 'retract', { title: '更正版' });
    await work();
    expect(subscriber.posts.map(({ body }) => [body.includes('初版'), body.includes('更正版')])).toEqual([[true, false], [false, true], [false, false]]);
  });

  it('tells of an embargoed item when its time comes', async () => {
    const embargoedUntil = new Date(clock.at + 2 * hour);
    await releaseAndPlan(article(), 1, 'publish', { title: '禁发', embargoedUntil });
    await work();
    expect(subscriber.posts).toEqual([]);
    clock.set(embargoedUntil);
    await work();
    expect(subscriber.posts.map(({ body }) => body.includes('禁发'))).toEqual([true]);
  });

  it('tells a subscriber that its feed was closed or got another key, and ends', async () => {
    const { destinationId } = (await subscriptions())[0]!;
    await updateDestination(ctx(services), destinationId, { settings: { title: '新闻', accessKey: 'a-feed-key-for-partners' } });
    await publish();
    expect(Object.fromEntries(subscriber.heard.at(-1)!.query)).toEqual({ 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': expect.stringMatching(/\w/) });
    expect([subscriber.posts, await subscriptions()]).toEqual([[], []]);
    await deactivateDestination(ctx(services), destinationId, '停用');
    expect((await ask({ 'hub.topic': `${topic}?key=a-feed-key-for-partners` })).statusCode).toBe(404);
  });

  it('leaves the callback alone while nothing is published', async () => {
    clock.advance(day);
    await work();
    expect(subscriber.posts).toEqual([]);
  });
});

it('stands in every format of every feed, by header and in the document', async () => {
  await aFeed();
  for (const format of ['rss', 'atom', 'json']) {
    const { headers, payload } = await http.inject({ url: `/feeds/news.${format}` });
    expect(headers.link).toBe(`<https://yici.test/hub>; rel="hub", <https://yici.test/feeds/news.${format}>; rel="self"`);
    expect(payload).toContain('https://yici.test/hub');
    expect(payload).toContain(`https://yici.test/feeds/news.${format}`);
  }
});
