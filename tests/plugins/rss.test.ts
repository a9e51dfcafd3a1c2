import { describe, expect, it, jest } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import FeedParser from 'feedparser';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import RssParser from 'rss-parser';
import { rss } from '../../plugins/rss/index.js';
import { isFresh } from '../../plugins/rss/is-fresh.js';
import { portableHtml } from '../../plugins/rss/portable-html.js';
import type { RssSettings } from '../../plugins/rss/settings.js';
import type { Action, Delivery, Publication } from '../../src/distribution/channel.js';
import { aDelivery, aDestination, aHost, hostNow, type AHost } from '../kit/a-host.js';
import { aCorrection, aPublication } from '../kit/a-publication.js';
import { describeChannel, hostileTitles } from '../kit/describe-channel.js';

describeChannel(rss);

const settledAt = new Date('2025-03-05T02:12:30.400Z');
const feedOf = (settings: Partial<RssSettings> = {}) => aDestination<RssSettings>({ title: '综合', ...settings });
const row = (overrides: Partial<Publication> = {}, action: Action = 'publish', more: Partial<Delivery> = {}): Delivery =>
  aDelivery(rss, { destination: feedOf(), publication: aPublication(overrides), action }, { settledAt, ...more });
const rowsOf = (count: number): Delivery[] => Array.from({ length: count }, (_, at) =>
  row({ contentId: `content-${at}`, title: `第 ${at} 条` }, 'publish', { settledAt: new Date(settledAt.getTime() - at * 60_000) }));
const hostWith = (delivered: readonly Delivery[], now = hostNow): AHost => aHost({ delivered, now: () => now });

interface Asked { readonly ending?: string; readonly settings?: Partial<RssSettings>; readonly host?: AHost; readonly method?: string; readonly headers?: Record<string, string> }
const ask = ({ ending = 'rss', settings, host = hostWith([row()]), method = 'GET', headers = {} }: Asked = {}): Promise<Response> =>
  rss.serve!(new Request(`https://cms.example.gov.cn/feeds/zonghe.${ending}`, { method, headers }), feedOf(settings) as never, host);
const textOf = async (asked: Asked): Promise<string> => (await ask(asked)).text();
const parseAtom = (xml: string) => new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => ['entry', 'link', 'at:deleted-entry'].includes(name) })
  .parse(xml).feed as { id: string; updated: string; link: Record<string, string>[]; entry?: Record<string, unknown>[]; 'at:deleted-entry'?: Record<string, unknown>[] };

interface JsonFeed { version: string; title: string; feed_url: string; next_url?: string; hubs?: object[]; items: { id: string; url: string; title: string; content_html?: string; content_text?: string; date_published: string; date_modified: string; attachments?: { url: string; mime_type: string; size_in_bytes: number; duration_in_seconds: number }[]; image?: string }[] }
const jsonOf = async (asked: Asked): Promise<JsonFeed> => JSON.parse(await textOf({ ...asked, ending: asked.ending ?? 'json' })) as JsonFeed;

async function feedparse(xml: string): Promise<FeedParser.Item[]> {
  const parser = new FeedParser({});
  const items: FeedParser.Item[] = [];
  Readable.from([xml]).pipe(parser);
  for await (const item of parser) items.push(item as FeedParser.Item);
  return items;
}

describe('formats', () => {
  it('gives rss-parser the whole of an entry: permanent id, address, dates, summary, full text and one enclosure', async () => {
    const feed = await new RssParser().parseString(await textOf({}));
    expect(feed).toMatchObject({ title: '综合', link: 'https://cms.example.gov.cn/', language: 'zh-CN', ttl: '5' });
    expect(feed.items[0]).toMatchObject({
      guid: 'tag:cms.example.gov.cn,2025-03-03:65f2c0ffee00000000000001',
      link: 'https://cms.example.gov.cn/n/65f2c0ffee00000000000001',
      title: aPublication().title,
      isoDate: '2025-03-03T02:00:00.000Z',
      content: aPublication().summary,
      'content:encoded': aPublication().html,
      creator: '李建国',
      categories: ['不动产登记', '一窗受理', '数据共享'],
      enclosure: { url: 'https://cms.example.gov.cn/media/media-video.mp4', length: '18300000', type: 'video/mp4' },
    });
  });

  it('gives feedparser the same entry from RSS as from Atom', async () => {
    const [fromRss] = await feedparse(await textOf({}));
    const [fromAtom] = await feedparse(await textOf({ ending: 'atom' }));
    for (const item of [fromRss!, fromAtom!]) {
      expect(item).toMatchObject({ title: aPublication().title, guid: 'tag:cms.example.gov.cn,2025-03-03:65f2c0ffee00000000000001', link: aPublication().url, author: '李建国', description: aPublication().html });
      expect(item.pubdate).toEqual(new Date('2025-03-03T02:00:00.000Z'));
    }
  });

  it('writes JSON Feed 1.1: permanent ids, content, RFC 3339 dates, attachments with type, size and seconds', async () => {
    const feed = await jsonOf({ settings: { hub: 'https://cms.example.gov.cn/hub' } });
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: '综合', feed_url: 'https://cms.example.gov.cn/feeds/zonghe.json', hubs: [{ type: 'WebSub', url: 'https://cms.example.gov.cn/hub' }] });
    expect(feed.items[0]).toMatchObject({
      id: 'tag:cms.example.gov.cn,2025-03-03:65f2c0ffee00000000000001', content_html: aPublication().html, image: 'https://cms.example.gov.cn/media/media-cover.jpg',
      date_published: '2025-03-03T02:00:00.000Z', date_modified: '2025-03-03T02:00:00.000Z',
    });
    expect(feed.items[0]!.attachments?.[0]).toEqual({ url: 'https://cms.example.gov.cn/media/media-video.mp4', mime_type: 'video/mp4', title: '一窗受理怎么办', size_in_bytes: 18_300_000, duration_in_seconds: 62.5 });
  });

  it.each(['rss', 'atom'])('writes well-formed %s for every hostile title', async (ending) => {
    const titles = Object.values(hostileTitles);
    const host = hostWith(titles.map((title, at) => row({ contentId: `c${at}`, title, summary: title, author: title, tags: [title], html: `<p>${title}</p>` })));
    const xml = await textOf({ ending, host, settings: { title: 'A ]]> <generator>', description: '&<lastBuildDate>x</lastBuildDate>' } });
    expect(XMLValidator.validate(xml)).toBe(true);
    const items = await feedparse(xml);
    expect(items).toHaveLength(titles.length);
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(['结束 ]]> 又开始 <![CDATA[', '一二三四五六', '半个字']));
  });

  it('gives only the summary where the feed is set so', async () => {
    const settings = { content: 'summary' as const };
    expect(await textOf({ settings })).not.toContain('content:encoded>');
    expect(await textOf({ ending: 'atom', settings })).not.toContain('<content');
    expect((await jsonOf({ settings })).items[0]).toMatchObject({ content_text: aPublication().summary });
  });

  it('describes every medium with type, size, pixels and seconds, and the cover as thumbnail', async () => {
    const xml = await textOf({});
    expect(xml).toContain('<media:content url="https://cms.example.gov.cn/media/media-video.mp4" fileSize="18300000" type="video/mp4" medium="video" width="1280" height="720" duration="63">');
    expect(xml).toContain('<media:thumbnail url="https://cms.example.gov.cn/media/media-cover.jpg" width="1920" height="1080">');
    expect(xml).toContain('<media:credit>王敏 摄</media:credit>');
  });

  it('offers the cover as enclosure where there is no video', async () => {
    const media = aPublication().media.filter(({ kind }) => kind === 'image');
    expect(await textOf({ host: hostWith([row({ media })]) })).toContain('<enclosure url="https://cms.example.gov.cn/media/media-cover.jpg" length="398957" type="image/jpeg"/>');
  });

  it('makes addresses in the text absolute and drops what runs', () => {
    const html = portableHtml('<p onclick="x()"><a href="/n/2?a=1&b=2">链</a><a href="javascript:x()">坏</a><img src="../m/1.jpg" srcset="/a 1x"><script>x()</script><iframe src="/f"></iframe></p>', 'https://a.cn/n/1');
    expect(html).toBe('<p><a href="https://a.cn/n/2?a=1&amp;b=2">链</a><a>坏</a><img src="https://a.cn/m/1.jpg"></p>');
  });

  it('names itself and its hub in every format', async () => {
    const settings = { hub: 'https://cms.example.gov.cn/hub' };
    for (const ending of ['rss', 'atom']) {
      const xml = await textOf({ ending, settings });
      expect(xml).toMatch(new RegExp(`<(atom:)?link [^>]*href="https://cms.example.gov.cn/feeds/zonghe.${ending}"[^>]*/>`));
      expect(xml).toMatch(/<(atom:)?link rel="hub" href="https:\/\/cms.example.gov.cn\/hub"\/>/);
    }
    const response = await ask({ settings });
    expect(response.headers.get('link')).toBe('<https://cms.example.gov.cn/hub>; rel="hub", <https://cms.example.gov.cn/feeds/zonghe.rss>; rel="self"');
  });
});

describe('corrections and retractions', () => {
  const published = row();
  const corrected = aDelivery(rss, { destination: feedOf(), publication: aCorrection({ title: '新标题', url: 'https://cms.example.gov.cn/n/new-slug' }), action: 'correct' }, { settledAt });
  const retracted = row({ version: 3, note: '撤稿：事实有误', publishedAt: new Date('2025-03-05T08:00:00Z') }, 'retract');

  it('keeps the id and the publication date of a corrected entry and moves its updated date', async () => {
    const before = parseAtom(await textOf({ ending: 'atom', host: hostWith([published]) })).entry![0]!;
    const after = parseAtom(await textOf({ ending: 'atom', host: hostWith([corrected]) })).entry![0]!;
    expect(after).toMatchObject({ id: before.id, published: before.published, title: '新标题', updated: '2025-03-05T02:12:00.000Z' });
    expect(after.updated).not.toBe(before.updated);
  });

  it('drops a retracted entry from RSS and JSON Feed', async () => {
    const host = hostWith([retracted, row({ contentId: 'other' })]);
    expect((await new RssParser().parseString(await textOf({ host }))).items.map(({ guid }) => guid)).toEqual(['tag:cms.example.gov.cn,2025-03-03:other']);
    expect((await jsonOf({ host })).items).toHaveLength(1);
  });

  it('turns a retracted entry into an Atom tombstone with its id, time and reason, and none of its text', async () => {
    const xml = await textOf({ ending: 'atom', host: hostWith([retracted]) });
    expect(parseAtom(xml)['at:deleted-entry']).toEqual([expect.objectContaining({
      ref: 'tag:cms.example.gov.cn,2025-03-03:65f2c0ffee00000000000001', when: '2025-03-05T08:00:00.000Z', 'at:comment': '撤稿：事实有误',
    })]);
    expect(retracted.payload.body).not.toContain('一窗受理');
  });

  it('fills a page with live entries, however many retractions lie between', async () => {
    const rows = rowsOf(20).map((one, at) => (at % 2 ? one : row({ contentId: `gone-${at}`, version: 2 }, 'retract', { settledAt: one.settledAt! })));
    expect((await jsonOf({ host: hostWith(rows), settings: { itemLimit: 10 } })).items).toHaveLength(10);
  });

  it('withholds an embargoed entry until its time, and then shows it as new', async () => {
    const embargoedUntil = new Date('2025-03-06T09:00:00Z');
    const rows = [row({ embargoedUntil }), row({ contentId: 'other' })];
    const before = await ask({ ending: 'json', host: hostWith(rows, new Date('2025-03-06T08:59:59Z')) });
    const after = await ask({ ending: 'json', host: hostWith(rows, embargoedUntil) });
    expect(((await before.json()) as JsonFeed).items).toHaveLength(1);
    expect(((await after.json()) as JsonFeed).items).toHaveLength(2);
    expect(after.headers.get('last-modified')).toBe('Thu, 06 Mar 2025 09:00:00 GMT');
  });
});

describe('conditional requests', () => {
  it('has a strong ETag over the content that does not depend on when the feed is built', async () => {
    const today = await ask({ host: hostWith([row({}, 'publish', { id: 'built today' })]) });
    jest.useFakeTimers({ now: new Date('2031-04-01T00:00:00Z'), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const tomorrow = await ask({ host: hostWith([row({}, 'publish', { id: 'built anew' })], new Date('2031-04-01T00:00:00Z')) }).finally(() => jest.useRealTimers());
    expect(today.headers.get('etag')).toMatch(/^"[\w-]{32}"$/);
    expect(tomorrow.headers.get('etag')).toBe(today.headers.get('etag'));
    expect(await tomorrow.text()).toBe(await today.text());
    expect((await ask({ host: hostWith([row({ title: '别的' })]) })).headers.get('etag')).not.toBe(today.headers.get('etag'));
  });

  it('says when the newest row was settled', async () => {
    expect((await ask()).headers.get('last-modified')).toBe('Wed, 05 Mar 2025 02:12:30 GMT');
  });

  const etag = '"abc"';
  const lastModified = new Date('2025-03-05T02:12:30Z');
  it.each<[string, Record<string, string>, boolean]>([
    ['the same tag', { 'if-none-match': '"abc"' }, true],
    ['a list with the tag', { 'if-none-match': '"x", "y,z" ,"abc"' }, true],
    ['the weak form of the tag', { 'if-none-match': 'W/"abc"' }, true],
    ['a star', { 'if-none-match': '*' }, true],
    ['other tags', { 'if-none-match': '"x", W/"ab"' }, false],
    ['a tag that only holds a star', { 'if-none-match': '"*"' }, false],
    ['other tags, though the date is fresh', { 'if-none-match': '"x"', 'if-modified-since': lastModified.toUTCString() }, false],
    ['the same date', { 'if-modified-since': lastModified.toUTCString() }, true],
    ['an older date', { 'if-modified-since': 'Wed, 05 Mar 2025 02:12:29 GMT' }, false],
    ['a broken date', { 'if-modified-since': 'yesterday' }, false],
    ['nothing', {}, false],
  ])('judges a reader who has %s', (_name, headers, expected) => {
    expect(isFresh(new Headers(headers), { etag, lastModified })).toBe(expected);
  });

  it('answers 304 without body or content type, with the validators and the caching rules', async () => {
    const first = await ask();
    const second = await ask({ headers: { 'if-none-match': `"other", ${first.headers.get('etag')!}` } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    for (const name of ['etag', 'last-modified', 'cache-control', 'vary']) expect(second.headers.get(name)).toBe(first.headers.get(name));
    expect(second.headers.get('content-type')).toBeNull();
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await ask();
    const head = await ask({ method: 'HEAD' });
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
  });

  it('refuses other methods and says which are allowed', async () => {
    const response = await ask({ method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('access and addresses', () => {
  const settings = { accessKey: 'a-feed-key-for-partners' };

  it('opens a keyed feed with its key only, and answers anything else as if there were none', async () => {
    const host = hostWith([row()]);
    for (const ending of ['rss', 'rss?key=', 'rss?key=a-feed-key-for-partner', 'rss?key=a-feed-key-for-partners2']) expect((await ask({ ending, settings, host })).status).toBe(404);
    expect(host.counts.delivered).toBe(0);
    const open = await ask({ ending: 'rss?key=a-feed-key-for-partners', settings, host });
    expect(open.status).toBe(200);
    expect(open.headers.get('cache-control')).toBe('private, max-age=300');
  });

  it('keeps the key out of the permanent ids of a keyed feed', async () => {
    expect(parseAtom(await textOf({ ending: 'atom?key=a-feed-key-for-partners', settings })).id).toBe('https://cms.example.gov.cn/feeds/zonghe.atom');
  });

  it.each(['xml', 'atom', 'rss?page=0', 'rss?page=2', 'rss?page=x', 'rss?page=9999'])('knows no feed at .%s', async (ending) => {
    expect((await ask({ ending, settings: { formats: ['rss', 'json'] } })).status).toBe(404);
  });

  it('answers a broken address with 404', async () => {
    expect((await rss.serve!(new Request('https://cms.example.gov.cn/feeds/%E0%A4%A.rss'), feedOf() as never, hostWith([]))).status).toBe(404);
  });

  it('serves an empty feed that is valid', async () => {
    const host = hostWith([]);
    expect((await new RssParser().parseString(await textOf({ host }))).items).toEqual([]);
    expect(parseAtom(await textOf({ ending: 'atom', host })).updated).toBe('1970-01-01T00:00:00.000Z');
    expect((await jsonOf({ host })).items).toEqual([]);
  });

  it('asks the ledger once for a feed of 500 entries', async () => {
    const host = hostWith(rowsOf(500));
    expect((await jsonOf({ host, settings: { itemLimit: 500 } })).items).toHaveLength(500);
    expect(host.counts.delivered).toBe(1);
  });

  it('leads through all pages by next links without losing or repeating an entry', async () => {
    const host = hostWith(rowsOf(25));
    const ids: string[] = [];
    for (let ending: string | undefined = 'json'; ending;) {
      const page: JsonFeed = await jsonOf({ ending, host, settings: { itemLimit: 10 } });
      ids.push(...page.items.map(({ id }) => id));
      ending = page.next_url?.split('zonghe.')[1];
    }
    expect(ids).toEqual(rowsOf(25).map((one) => `tag:cms.example.gov.cn,2025-03-03:${one.publication.contentId}`));
    const middle = parseAtom(await textOf({ ending: 'atom?page=2', host, settings: { itemLimit: 10 } }));
    expect(middle.link.map(({ rel }) => rel)).toEqual(['alternate', 'self', 'first', 'previous', 'next']);
  });

  it('names the product\'s own hub unless the feed is set to another, on its newest page only', async () => {
    const host = { ...hostWith(rowsOf(30)), hub: 'https://cms.example.gov.cn/hub' };
    expect((await ask({ host })).headers.get('link')).toBe('<https://cms.example.gov.cn/hub>; rel="hub", <https://cms.example.gov.cn/feeds/zonghe.rss>; rel="self"');
    expect((await jsonOf({ host })).hubs).toEqual([{ type: 'WebSub', url: host.hub }]);
    expect((await ask({ host, settings: { hub: 'https://other.example/hub' } })).headers.get('link')).toMatch(/^<https:\/\/other.example\/hub>; rel="hub", /);
    const second = await ask({ ending: 'atom?page=2', host, settings: { itemLimit: 10 } });
    expect([second.headers.get('link'), (await second.text()).includes('rel="hub"')]).toEqual(['<https://cms.example.gov.cn/feeds/zonghe.atom?page=2>; rel="self"', false]);
  });

  it('writes one feed for each public address, so that one host name never shows under another', async () => {
    const host = hostWith([row()]);
    const other = await rss.serve!(new Request('https://other.example/feeds/zonghe.atom'), feedOf() as never, host);
    expect(await textOf({ ending: 'atom', host })).toContain('https://cms.example.gov.cn/feeds/zonghe.atom');
    expect(await other.text()).not.toContain('https://cms.example.gov.cn/feeds');
  });
});

describe('compression', () => {
  const host = hostWith(rowsOf(20));
  const accepting = (accepted: string, more: Record<string, string> = {}): Promise<Response> => ask({ host, headers: { 'accept-encoding': accepted, ...more } });
  const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

  it.each([['br, gzip', 'br'], ['gzip, deflate', 'gzip'], ['gzip;q=1, br;q=0', 'gzip'], ['*', 'br'], ['identity', null], ['br;q=0', null]])('answers a reader who accepts %s with %s', async (accepted, encoding) => {
    const [plain, response] = [await bytesOf(await ask({ host })), await accepting(accepted)];
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
    const bytes = await bytesOf(response);
    expect(encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes).toEqual(plain);
    if (encoding) expect(bytes.length).toBeLessThan(plain.length / 3);
  });

  it('gives each encoding a strong tag of its own, and knows the content by any of them', async () => {
    const tags = await Promise.all(['identity', 'gzip', 'br'].map(async (accepted) => (await accepting(accepted)).headers.get('etag')!));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect((await accepting('br', { 'if-none-match': tag })).status).toBe(304);
    expect((await accepting('br', { 'if-none-match': tags[0]! })).headers.get('etag')).toBe(tags[2]);
  });

  it('answers HEAD with the headers of GET here too', async () => {
    const head = await ask({ host, method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([...head.headers]).toEqual([...(await accepting('br')).headers]);
  });

  it('leaves a short feed as it is', async () => {
    expect((await ask({ host: hostWith([]), headers: { 'accept-encoding': 'br' } })).headers.get('content-encoding')).toBeNull();
  });
});
