import { XMLParser } from 'fast-xml-parser';
import { createDestination, serveFeed, type Rule } from '../../src/distribution/index.js';
import { newId } from '../../src/kernel/index.js';
import { createTopic, moveTopic } from '../../src/content/index.js';
import { wire } from '../kit/app.js';
import { as } from '../kit/people.js';
import { clock, day, hour, minute, services, useDatabase } from '../kit/services.js';
import { article, ctx, releaseAndPlan } from './outlets.js';
import mongoose from 'mongoose';

useDatabase();
beforeAll(() => wire());

const aFeed = (slug: string, { rule, ...settings }: { rule?: Rule } & Record<string, unknown> = {}) =>
  createDestination(ctx(), { name: slug, slug, channelId: 'rss', settings: { title: slug, ...settings }, ...(rule ? { rule } : {}) });
const read = (path: string): Promise<Response> => serveFeed(services, new Request(`https://yici.test/feeds/${path}`), path.replace(/\?.*/, ''));
const titles = async (path: string): Promise<string[]> => ((await (await read(path)).json()) as { items: { title: string }[] }).items.map(({ title }) => title);

interface Atom { readonly entry: string[]; readonly deleted: string[]; readonly links: Record<string, string>; readonly isArchive: boolean }
async function atom(path: string): Promise<Atom> {
  const response = await read(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => ['entry', 'link', 'at:deleted-entry'].includes(name) });
  const { feed } = parser.parse(await response.text()) as { feed: Record<string, unknown> & { link: { rel: string; href: string }[]; entry?: { title: string }[]; 'at:deleted-entry'?: { ref: string }[] } };
  return {
    entry: (feed.entry ?? []).map(({ title }) => title), deleted: (feed['at:deleted-entry'] ?? []).map(({ ref }) => ref.split(':').at(-1)!),
    links: Object.fromEntries(feed.link.map(({ rel, href }) => [rel, href.replace('https://yici.test/feeds/', '')])), isArchive: 'fh:archive' in feed,
  };
}

async function commandsOf(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const hear = ({ commandName }: { commandName: string }): void => { names.push(commandName); };
  mongoose.connection.getClient().on('commandStarted', hear);
  try {
    await work();
  } finally {
    mongoose.connection.getClient().off('commandStarted', hear);
  }
  return names;
}

describe('a saved feed', () => {
  it('per topic, unit, kind, tag and place holds what its rule selects', async () => {
    const topic = await createTopic(as('administrator'), { name: '不动产登记' });
    const below = await createTopic(as('administrator'), { name: '一小时办结', parentId: topic._id });
    const unitId = newId('unit');
    await aFeed('by-topic', { rule: { conditions: [{ topicIds: [topic._id] }] } });
    await aFeed('by-unit', { rule: { conditions: [{ unitIds: [unitId] }] } });
    await aFeed('by-kind', { rule: { conditions: [{ kinds: ['video'] }] } });
    await aFeed('by-tag', { rule: { conditions: [{ tags: ['一窗受理'] }, { places: ['西湖'] }, { texts: ['机密'], isBlocked: true }] } });
    await aFeed('all');
    const release = async (title: string, overrides: Parameters<typeof releaseAndPlan>[3]): Promise<void> => { clock.advance(minute); await releaseAndPlan(article(), 1, 'publish', { title, ...overrides }); };
    await release('专题下级', { topicIds: [below._id] });
    await release('单位', { unitId });
    await release('视频', { kind: 'video' });
    await release('标签', { tags: ['一窗受理'] });
    await release('地点', { place: '杭州市西湖区' });
    await release('拦下', { tags: ['一窗受理'], text: '机密' });
    const found = Object.fromEntries(await Promise.all(['by-topic', 'by-unit', 'by-kind', 'by-tag', 'all'].map(async (slug) => [slug, await titles(`${slug}.json`)] as const)));
    expect(found).toEqual({ 'by-topic': ['专题下级'], 'by-unit': ['单位'], 'by-kind': ['视频'], 'by-tag': ['地点', '标签'], all: ['拦下', '地点', '标签', '视频', '单位', '专题下级'] });
  });

  it('per topic follows the tree with what is released after a move, and keeps what it had', async () => {
    const [from, to] = [await createTopic(as('administrator'), { name: '重点领域' }), await createTopic(as('administrator'), { name: '改革创新' })];
    const moved = await createTopic(as('administrator'), { name: '桐庐试点', parentId: from._id });
    for (const [slug, topic] of [['old', from], ['new', to]] as const) await aFeed(slug, { rule: { conditions: [{ topicIds: [topic._id] }] } });
    const release = async (title: string): Promise<void> => { clock.advance(minute); await releaseAndPlan(article(), 1, 'publish', { title, topicIds: [moved._id] }); };
    await release('移动前');
    await moveTopic(as('administrator'), { id: moved._id, parentId: to._id });
    await release('移动后');
    expect([await titles('old.json'), await titles('new.json')]).toEqual([['移动前'], ['移动后']]);
  });

  it('of 500 entries takes two commands at most, by every page of it', async () => {
    await aFeed('big', { itemLimit: 500 });
    for (let at = 0; at < 520; at += 1) { clock.advance(1); await releaseAndPlan(article(), 1, 'publish', { title: `第 ${at} 条` }); }
    expect(await commandsOf(async () => expect(await titles('big.json')).toHaveLength(500))).toEqual(['find', 'aggregate']);
    expect(await commandsOf(() => read('big.atom'))).toEqual(['find']);
    const { links } = await atom('big.atom');
    expect((await commandsOf(() => read(links['prev-archive']!))).length).toBeLessThanOrEqual(2);
    expect((await commandsOf(() => read('big.rss?page=2'))).length).toBeLessThanOrEqual(2);
  });
});

describe('archive pages', () => {
  /** Entries on the first day of each of six months, two a day. */
  async function sixMonths(): Promise<string[]> {
    const ids: string[] = [];
    for (let month = 0; month < 6; month += 1) {
      clock.set(new Date(Date.UTC(2035, 3 + month, 1, 8)));
      for (const part of ['甲', '乙']) { clock.advance(minute); const id = article(); ids.push(id); await releaseAndPlan(id, 1, 'publish', { title: `${month + 4} 月${part}` }); }
    }
    return ids;
  }
  const chain = async (path: string): Promise<Atom[]> => {
    const pages = [await atom(path)];
    while (pages.at(-1)!.links['prev-archive']) pages.push(await atom(pages.at(-1)!.links['prev-archive']!));
    return pages;
  };

  it('lead from the newest page to the first entry, lose none, and each says that it is one', async () => {
    await aFeed('news', { itemLimit: 3 });
    await sixMonths();
    const [newest, ...archives] = await chain('news.atom');
    expect([newest!.entry, newest!.isArchive]).toEqual([['9 月乙', '9 月甲', '8 月乙'], false]);
    expect(archives.map(({ entry }) => entry)).toEqual([['8 月乙', '8 月甲'], ['7 月乙', '7 月甲'], ['6 月乙', '6 月甲'], ['5 月乙', '5 月甲'], ['4 月乙', '4 月甲']]);
    expect(archives.map(({ isArchive, links }) => [isArchive, links.current, links.hub])).toEqual(archives.map(() => [true, 'news.atom', undefined]));
  });

  it('stay what and where they are when entries arrive; a corrected entry moves to the newest page, a retracted one to a tombstone', async () => {
    await aFeed('news', { itemLimit: 3 });
    const ids = await sixMonths();
    const before = (await chain('news.atom')).slice(2);
    clock.advance(day);
    await releaseAndPlan(article(), 1, 'publish', { title: '新的' });
    clock.advance(minute);
    expect((await chain('news.atom')).slice(-4)).toEqual(before);
    await releaseAndPlan(ids[0]!, 2, 'correct', { title: '更正的' });
    await releaseAndPlan(ids[2]!, 2, 'retract');
    const pages = await chain('news.atom');
    expect(pages[0]).toMatchObject({ entry: ['更正的', '新的', '9 月乙'], deleted: [ids[2]] });
    expect(pages.slice(-2).map(({ entry }) => entry)).toEqual([['5 月乙'], ['4 月乙']]);
  });

  it('break a month of more than 500 entries, some of one instant, into pages without losing or repeating one', async () => {
    await aFeed('news', { itemLimit: 1 });
    for (let at = 0; at < 505; at += 1) { if (at % 100 === 0) clock.advance(minute); await releaseAndPlan(article(), 1, 'publish', { title: `第 ${at} 条` }); }
    clock.advance(40 * day);
    await releaseAndPlan(article(), 1, 'publish', { title: '下月' });
    const [, ...archives] = await chain('news.atom');
    expect(archives.map(({ entry }) => entry.length)).toEqual([1, 500, 5]);
    expect(new Set(archives.flatMap(({ entry }) => entry)).size).toBe(506);
  });

  it.each(['0', '1', 'x', '-1', '99999999999999', '', '2072915200001', `${Date.UTC(2036, 0)}`, `${Date.UTC(2035, 2)}&page=2`])('are not at archive=%s', async (place) => {
    await aFeed('news');
    await releaseAndPlan(article(), 1, 'publish');
    expect((await read(`news.atom?archive=${place}`)).status).toBe(404);
  });

  it('of a closed feed need its key and hand it on', async () => {
    await aFeed('closed', { itemLimit: 1, accessKey: 'a-feed-key-for-partners' });
    await sixMonths();
    const { links } = await atom('closed.atom?key=a-feed-key-for-partners');
    expect((await read(links['prev-archive']!.replace(/key=[^&]*/, 'key=no'))).status).toBe(404);
    expect((await chain('closed.atom?key=a-feed-key-for-partners')).length).toBe(7);
  });
});

describe('an embargo', () => {
  beforeEach(() => aFeed('news'));
  const embargoedUntil = () => new Date(clock.at + 2 * hour);

  it('on a correction shows the version before it until its time', async () => {
    const id = article();
    await releaseAndPlan(id, 1, 'publish', { title: '初版' });
    clock.advance(minute);
    const until = embargoedUntil();
    await releaseAndPlan(id, 2, 'correct', { title: '禁发的更正', embargoedUntil: until });
    clock.advance(minute);
    await releaseAndPlan(id, 3, 'correct', { title: '再次更正', embargoedUntil: until });
    expect(await titles('news.json')).toEqual(['初版']);
    clock.set(until);
    expect(await titles('news.json')).toEqual(['再次更正']);
  });

  it('on a first version shows nothing until its time, and a correction without one shows at once', async () => {
    const id = article();
    await releaseAndPlan(id, 1, 'publish', { title: '禁发', embargoedUntil: embargoedUntil() });
    expect(await titles('news.json')).toEqual([]);
    clock.advance(minute);
    await releaseAndPlan(id, 2, 'correct', { title: '解禁的更正' });
    expect(await titles('news.json')).toEqual(['解禁的更正']);
  });

  it('holds back no retraction', async () => {
    const id = article();
    await releaseAndPlan(id, 1, 'publish', { title: '初版' });
    clock.advance(minute);
    await releaseAndPlan(id, 2, 'correct', { title: '禁发的更正', embargoedUntil: embargoedUntil() });
    clock.advance(minute);
    await releaseAndPlan(id, 3, 'retract', { title: '初版', embargoedUntil: embargoedUntil() });
    expect(await titles('news.json')).toEqual([]);
    expect((await atom('news.atom')).deleted).toEqual([id]);
  });
});
