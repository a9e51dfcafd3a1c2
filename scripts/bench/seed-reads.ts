import mongoose from 'mongoose';
import { connectDatabase, createServices } from '../../src/app/start.js';
import { loadChannels } from '../../src/app/channels.js';
import { configureDistribution, createDestination, planDeliveries } from '../../src/distribution/index.js';
import { loadConfig, newId, systemContext } from '../../src/kernel/index.js';

interface Term {
  readonly _id: string;
  readonly name: string;
}

const start = Date.UTC(2026, 0, 1);
const minute = 60_000;
const sentence = '市行政服务中心推行“一窗受理、集成服务”，申报材料由各部门共享，群众跑一次即可办结。';

/** Fills an empty database with published articles, once as the product keeps them and once as the bare server reads them. Returns the path of a feed of 50. */
export async function seedReads(count: number): Promise<string> {
  const config = loadConfig();
  const services = createServices(config);
  await loadChannels(config);
  configureDistribution(services);
  await connectDatabase(config);
  const ctx = systemContext(services, 'bench');
  const units = terms('unit', 50, '单位');
  const topics = terms('topic', 30, '宣传重点');
  const covers = Array.from({ length: 2000 }, (_, at) => ({ _id: newId('asset'), kind: 'image', filename: `图${at}.jpg`, contentType: 'image/jpeg', bytes: 300_000, sha256: at.toString(16).padStart(64, '0'), width: 1600, height: 900, alt: `图${at}`, createdAt: new Date(start), createdBy: 'bench' }));
  await insert('units', units.map((unit, order) => ({ ...unit, shortName: unit.name, kind: 'bureau', isActive: true, order })));
  await insert('topics', topics.map((topic, order) => ({ ...topic, slug: `topic-${order}`, path: [topic._id], order })));
  await insert('assets', covers);
  const published = Array.from({ length: count }, (_, at) => article(at, units, topics, covers));
  await insert('published', published);
  await insert('bench_raw', published.map((each) => embedded(each, units, topics, covers)));
  await mongoose.connection.collection('bench_raw').createIndex({ kind: 1, publishedAt: -1, _id: -1 });
  await createDestination(ctx, { name: '全部', slug: 'bench', channelId: 'rss', settings: { title: '全部内容' } });
  for (const each of published.slice(0, 50)) {
    const { _id: contentId, characterCount: _c, topicPath: _t, publishedAt, ...fields } = each;
    await insert('releases', [{ ...fields, _id: newId('release'), contentId, action: 'publish', contentHash: 'bench', text: each.title, firstPublishedAt: publishedAt, releasedBy: 'bench' }]);
    await planDeliveries(ctx, { contentId, version: 1 });
  }
  return '/feeds/bench.rss';
}

const terms = (noun: string, count: number, word: string): Term[] => Array.from({ length: count }, (_, at) => ({ _id: newId(noun), name: `${word}${at}` }));

function article(at: number, units: readonly Term[], topics: readonly Term[], covers: readonly { _id: string }[]) {
  const publishedAt = new Date(start + at * minute);
  const topicIds = [topics[at % topics.length]!._id, topics[(at * 7 + 1) % topics.length]!._id];
  const paragraphs = Array.from({ length: 25 }, () => sentence);
  return {
    _id: newId('article'), kind: 'article', slug: `gai-ge-${at}`, version: 1, revisionId: newId('revision'), title: `“最多跑一次”改革再提速：第${at}项便民举措落地`, summary: sentence.slice(0, 40),
    body: { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }, html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    coverId: covers[at % covers.length]!._id, isOriginal: true, unitId: units[at % units.length]!._id, topicIds, topicPath: topicIds, tags: ['便民服务'], importance: 1 + (at % 5), attachmentIds: [], relatedIds: [], details: {},
    characterCount: 1000, publishedAt, releasedAt: publishedAt,
  };
}

type Article = ReturnType<typeof article>;

function embedded(each: Article, units: readonly Term[], topics: readonly Term[], covers: readonly { _id: string; sha256: string }[]): object {
  const named = (list: readonly Term[], id: string): { name: string } => ({ name: list.find(({ _id }) => _id === id)!.name });
  const cover = covers.find(({ _id }) => _id === each.coverId)!;
  const { _id, kind, slug, title, summary, body, html, publishedAt } = each;
  return { _id, kind, slug, title, summary, body, html, publishedAt, unit: named(units, each.unitId), topics: each.topicIds.map((id) => named(topics, id)), cover: { url: `/media/${cover._id}/${cover.sha256.slice(0, 12)}.jpg` } };
}

async function insert(collection: string, documents: readonly object[]): Promise<void> {
  await mongoose.connection.collection(collection).insertMany(documents as { _id?: mongoose.Types.ObjectId }[]);
}
