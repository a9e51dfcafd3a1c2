import mongoose from 'mongoose';
import { backfillTokens, correctContent, createTopic, findAnswers, findContents, retractContent, updateContent } from '../../src/content/index.js';
import { forgetFrequencies, tokensOf, wordsOf } from '../../src/content/search/index.js';
import { tokensVersion } from '../../src/content/search/tokens.js';
import { newId, systemContext } from '../../src/kernel/index.js';
import { useApp, type SentCommand } from '../kit/app.js';
import { aContent, approve, aPublished, bodyOf, findStored, useMedia } from '../kit/contents.js';
import { as, aUnit } from '../kit/people.js';
import { clock, minute, services, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);
beforeEach(forgetFrequencies);
const app = useApp();

interface Answer { data?: { search?: Found; contents?: Found } | null; errors?: { extensions: { code: string } }[] }
interface Found { nodes: { title: string }[]; totalCount: number; pageInfo: { endCursor: string | null; hasNextPage: boolean } }

async function ask(query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return await response.json() as Answer;
}
const document = 'query($query: String!, $first: Int, $after: String, $filter: ContentFilter) { search(query: $query, first: $first, after: $after, filter: $filter) { nodes { title } totalCount pageInfo { endCursor hasNextPage } } }';
const search = async (query: string, more: object = {}): Promise<Found> => {
  const { data, errors } = await ask(document, { query, ...more });
  if (!data?.search) throw new Error(JSON.stringify(errors));
  return data.search;
};
const titles = async (query: string, more: object = {}): Promise<string[]> => (await search(query, more)).nodes.map(({ title }) => title);
const code = async (query: string, more: object = {}): Promise<string | undefined> => (await ask(document, { query, ...more })).errors?.[0]?.extensions.code;

/** Published one minute after another. */
async function published(title: string, body = '正文。', more: object = {}): Promise<string> {
  clock.advance(minute);
  return (await aPublished({ title, summary: '摘要。', body: bodyOf(body) as never, ...more }))._id;
}

describe('words', () => {
  it('are found in a text whichever way it would be cut', () => {
    const tokens = tokensOf(['南京市长江大桥与研究生命起源']);
    for (const query of ['南京', '南京市', '市长', '长江大桥', '长江', '研究', '研究生', '生命', '桥']) expect(tokens).toEqual(expect.arrayContaining(wordsOf(query)));
    expect(tokens).not.toContain('研究院');
  });

  it('of the reform are one word each', () => {
    expect(wordsOf('“最多跑一次”不动产登记')).toEqual(['最多跑一次', '不动产登记']);
  });

  it('are the same in full and half width, upper and lower case', () => {
    expect(wordsOf('ＥＴＣ５Ｇ')).toEqual(wordsOf('etc5g'));
    expect(tokensOf(['办理ETC'])).toEqual(expect.arrayContaining(wordsOf('ｅｔｃ')));
  });

  it('that ask politely are left out, unless there is nothing else', () => {
    expect(wordsOf('请问公积金怎么提取呢？')).toEqual(['公积金', '提取']);
    expect(wordsOf('怎么办')).toEqual(['怎么办']);
    expect(wordsOf('？！…')).toEqual([]);
  });

  it('of a whole book are bounded', () => {
    expect(tokensOf([Array.from({ length: 30_000 }, (_, at) => `w${at}`).join(' ')])).toHaveLength(4000);
    expect(Math.max(...tokensOf(['x'.repeat(5000)]).map(({ length }) => length))).toBe(40);
  });
});

describe('search', () => {
  it('finds what readers see by any word of title, body, tags, topic and unit, newest first', async () => {
    const unit = await aUnit({ name: '桐庐县审管办', shortName: '桐庐审管办' });
    const topic = await createTopic(as('administrator'), { name: '便民服务体系' });
    await published('第一篇', '办理不动产登记。', { unitId: unit._id, topicIds: [topic._id] });
    await published('第二篇', '也办理不动产登记。', { tags: ['公积金'] });
    expect(await titles('不动产登记')).toEqual(['第二篇', '第一篇']);
    expect(await titles('公积金')).toEqual(['第二篇']);
    expect(await titles('桐庐 便民服务')).toEqual(['第一篇']);
  });

  it('asks for all words', async () => {
    await published('公积金提取');
    await published('公积金贷款');
    expect(await titles('公积金提取')).toEqual(['公积金提取']);
    expect(await titles('公积金 医保')).toEqual([]);
  });

  it('puts the whole question in a title first, then words in titles, then the body, and the newer of equals', async () => {
    await published('医保报销指南');
    await published('报销与医保二三事');
    await published('无关标题', '医保报销写在正文里。');
    await published('另一个无关标题', '医保报销也写在正文里。');
    expect(await titles('医保报销')).toEqual(['医保报销指南', '报销与医保二三事', '另一个无关标题', '无关标题']);
  });

  it('shows no drafts and nothing that was taken back, and a correction by its new words only', async () => {
    await aContent({ title: '草稿里的公积金' });
    const gone = await published('撤回的公积金');
    await retractContent(as('operator'), { id: gone, reason: '有误' });
    expect(await titles('公积金')).toEqual([]);
    const id = await published('旧词医保');
    const { unitId } = (await findStored(id))!;
    await approve(await updateContent(as('contributor', { unitId }), { id, expectedRevision: 1, patch: { title: '新词社保' } }));
    expect(await titles('医保')).toEqual(['旧词医保']);
    await correctContent(as('operator'), { id, note: '改词' });
    expect([await titles('医保'), await titles('社保')]).toEqual([[], ['新词社保']]);
  });

  it('narrows by the filter of lists', async () => {
    await published('公积金甲', '正文。', { importance: 5 });
    await published('公积金乙', '正文。', { importance: 2 });
    expect(await titles('公积金', { filter: { importance: { gte: 4 } } })).toEqual(['公积金甲']);
  });

  it('pages on from where a result stood, even when it is gone', async () => {
    const ids: string[] = [];
    for (const word of ['甲', '乙', '丙', '丁']) ids.push(await published(`公积金${word}`));
    const first = await search('公积金', { first: 2 });
    expect([first.nodes.map(({ title }) => title), first.totalCount, first.pageInfo.hasNextPage]).toEqual([['公积金丁', '公积金丙'], 4, true]);
    await retractContent(as('operator'), { id: ids[2]!, reason: '有误' });
    const next = await search('公积金', { first: 2, after: first.pageInfo.endCursor });
    expect([next.nodes.map(({ title }) => title), next.pageInfo.hasNextPage]).toEqual([['公积金乙', '公积金甲'], false]);
    expect(await code('医保', { after: first.pageInfo.endCursor })).toBe('INVALID_CURSOR');
    expect(await code('公积金', { after: 'e30' })).toBe('INVALID_CURSOR');
  });

  it('refuses a question over 100 characters and pages over 100, and finds nothing for a question without words', async () => {
    expect(await code('问'.repeat(101))).toBe('INVALID_INPUT');
    expect(await code('问', { first: 101 })).toBe('INVALID_INPUT');
    expect(await search('？！')).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await search('{"$gt":""} $where .* ${x}')).toMatchObject({ nodes: [] });
  });

  it('does not ask for words that stand nearly everywhere when others exist, but still sorts by them', async () => {
    await many(300, ['改革', '普通']);
    await published('医保与改革');
    await published('医保');
    expect(await titles('医保改革')).toEqual(['医保与改革', '医保']);
    expect((await search('改革普通')).totalCount).toBe(300);
  });

  it('answers a sentence by its rarer words when nothing holds all of them', async () => {
    await published('公积金提取办法', '材料清单。');
    expect((await findAnswers('我想问一下西湖区公积金提取需要什么材料？', 5)).map(({ title }) => title)).toEqual(['公积金提取办法']);
    expect(await findAnswers('量子纠缠', 5)).toEqual([]);
    expect(await findAnswers('问'.repeat(5000), 5)).toEqual([]);
  });
});

describe('lists with text', () => {
  const listed = (text: string, perspective: 'PUBLISHED' | 'DRAFT'): Promise<Answer> =>
    ask(`query($text: String!) { contents(filter: { text: $text }, perspective: ${perspective}) { nodes { title } } }`, { text });

  it('hold all words, in the order of the list', async () => {
    await published('医保在后', '公积金。');
    await published('公积金与医保');
    await published('只有医保');
    expect((await listed('公积金医保', 'PUBLISHED')).data?.contents?.nodes.map(({ title }) => title)).toEqual(['公积金与医保', '医保在后']);
    expect((await listed('。。。', 'PUBLISHED')).data?.contents?.nodes).toEqual([]);
    expect((await listed('问'.repeat(101), 'PUBLISHED')).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('look at the newest revision of drafts, within what the reader may see', async () => {
    const mine = await aContent({ title: '草稿谈公积金' });
    await aContent({ title: '别的单位谈公积金' });
    const drafts = async (text: string): Promise<unknown[]> => (await findContents(as('contributor', { unitId: mine.unitId }), { perspective: 'draft', filter: { text }, page: {}, selection: { nodes: { title: {} } } as never })).nodes.map(({ title }) => title);
    expect(await drafts('公积金')).toEqual(['草稿谈公积金']);
    await updateContent(as('contributor', { unitId: mine.unitId }), { id: mine._id, expectedRevision: 1, patch: { title: '草稿谈医保' } });
    expect([await drafts('公积金'), await drafts('医保')]).toEqual([[], ['草稿谈医保']]);
    expect((await listed('公积金', 'DRAFT')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the index', () => {
  it('answers every command of a search and of a list with text: no collection is scanned', async () => {
    await many(300, ['普通']);
    await published('公积金提取');
    const sent = await app.commandsOf(async () => {
      await titles('公积金提取', { filter: { kinds: ['article'] } });
      await ask('{ contents(filter: { text: "公积金", kinds: ["article"] }) { nodes { title } totalCount } }');
      await backfillTokens.run(systemContext(services, 'test'), {}, new AbortController().signal);
    });
    const plans = await Promise.all(sent.filter(({ name }) => name === 'find' || name === 'aggregate').map(stagesOf));
    expect(plans.length).toBeGreaterThan(5);
    expect(plans.filter((stages) => stages.includes('COLLSCAN'))).toEqual([]);
    expect(plans.filter((stages) => stages.includes('SORT'))).toEqual([]);
  });
});

describe('what was kept without tokens', () => {
  it('gets them once, in both perspectives, and can then be found', async () => {
    const id = await published('很久以前的公积金');
    for (const collection of ['published', 'contents']) await mongoose.connection.collection(collection).updateMany({}, { $unset: { tokens: 1, tokensVersion: 1 } });
    expect(await titles('公积金')).toEqual([]);
    const run = (): Promise<void> => backfillTokens.run(systemContext(services, 'test'), {}, new AbortController().signal);
    await run();
    expect(await titles('公积金')).toEqual(['很久以前的公积金']);
    expect(await mongoose.connection.collection<{ _id: string }>('contents').findOne({ _id: id, tokens: '公积金' })).not.toBeNull();
    const written = (await app.commandsOf(run)).filter(({ name }) => name === 'update');
    expect(written).toEqual([]);
  });
});

/** Documents that only search sees. */
async function many(count: number, tokens: string[]): Promise<void> {
  const at = new Date('2030-01-01T00:00:00Z');
  await mongoose.connection.collection('published').insertMany(Array.from({ length: count }, (_, n) => ({
    _id: newId('article') as never, kind: 'article', slug: `many-${n}`, title: '普通', summary: '', tokens, tokensVersion, publishedAt: new Date(at.getTime() + n), releasedAt: at, importance: 2,
  })));
}

async function stagesOf({ name, command }: SentCommand): Promise<string[]> {
  const { find, filter, sort, projection, limit, aggregate, pipeline } = command as Record<string, unknown>;
  const asked = name === 'find' ? { find, filter, ...(sort ? { sort } : {}), ...(projection ? { projection } : {}), ...(limit ? { limit } : {}) } : { aggregate, pipeline, cursor: {} };
  const plan = await mongoose.connection.db!.command({ explain: asked, verbosity: 'queryPlanner' });
  const withoutRejected = JSON.stringify(plan, (key, value: unknown) => (key === 'rejectedPlans' ? undefined : value));
  return [...withoutRejected.matchAll(/"stage":"(\w+)"/g)].map((match) => match[1]!);
}
