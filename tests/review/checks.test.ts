import { describe, expect, it } from '@jest/globals';
import {
  checkFailed, checks, leaderDictionary, phraseDictionary, phraseEntries, runChecks, shippedDictionaries, sourceDictionary,
  type Check, type CheckedFields, type CheckServices, type CheckSubject, type Finding, type TextBlock,
} from '../../src/review/checks/index.js';
import { idCardCheckDigit } from '../../src/review/checks/id-card.js';
import '../../src/content/kinds/index.js';
import { detailProblems, kindNamed } from '../../src/content/kinds.js';
import { drawIllustration, illustrations, illustrationsIn, items, topics, type DemoFigure, type DemoItem } from '../../scripts/demo/index.js';

const now = new Date('2026-11-23T04:00:00Z');
const services: CheckServices = { dictionaries: shippedDictionaries, now };
const goodSummary = '市民办理一件事由跑三个窗口改为跑一个窗口，材料减少一半以上。';

function aSubject(text: string, over: Partial<Omit<CheckSubject, 'fields'>> & { fields?: Partial<CheckedFields> } = {}): CheckSubject {
  const { fields, ...rest } = over;
  return {
    contentId: 'content_1', kind: 'article', blocks: [{ path: 'body[0]', text }], images: [], links: [], ...rest,
    fields: { title: '一窗受理提速增效', summary: goodSummary, isOriginal: true, ...fields },
  };
}

async function findingsOf(checkId: string, subject: CheckSubject, given: Partial<CheckServices> = {}): Promise<Finding[]> {
  const { findings } = await runChecks(subject, { ...services, ...given });
  return findings.filter((finding) => finding.checkId === checkId);
}

const foundIn = async (checkId: string, text: string): Promise<string[]> =>
  (await findingsOf(checkId, aSubject(text))).map(({ start, end }) => text.slice(start, end));

/** The sample number that GB 11643-1999 prints. */
const idNumber = '11010519491231002X';

describe('id-card', () => {
  it.each([
    ['plain', `持证人${idNumber}前来办理`, idNumber],
    ['with a small x', '证件11010519491231002x。', '11010519491231002x'],
    ['in full-width digits', '证件１１０１０５１９４９１２３１００２Ｘ。', '１１０１０５１９４９１２３１００２Ｘ'],
    ['in groups', '证件110105 19491231 002X。', '110105 19491231 002X'],
    ['with an invisible character inside', '证件110105\u200b19491231002X。', '110105\u200b19491231002X'],
    ['beside another number', `2018 ${idNumber}`, idNumber],
  ])('blocks an identity number written %s', async (_how, text, number) => {
    expect(await foundIn('id-card', text)).toEqual([number]);
  });

  it.each([
    ['whose check digit is wrong', '110105194912310021'],
    ['of nobody born yet', `11010520991231002${idCardCheckDigit('11010520991231002')}`],
    ['with a day that does not exist', `11010519490231002${idCardCheckDigit('11010519490231002')}`],
    ['of no province', `99010519491231002${idCardCheckDigit('99010519491231002')}`],
    ['inside a longer run of digits', '9110105194912310029'],
    ['that is masked', '110105********002X'],
    ['that is an acceptance number of the day', '330106201805011234'],
    ['that is a unified social credit code', '91330106MA2GX0X00L'],
  ])('lets a number pass %s', async (_why, number) => {
    expect(await foundIn('id-card', `编号 ${number} 已办结`)).toEqual([]);
  });

  it('only warns of what may be an old fifteen-digit number', async () => {
    const [finding] = await findingsOf('id-card', aSubject('旧证号码330106650321013。'));
    expect(finding).toMatchObject({ severity: 'warn', excerpt: '3301*********13' });
  });

  it('takes fifteen digits without a date in them for something else', async () => {
    expect(await foundIn('id-card', '流水 330106654021013')).toEqual([]);
  });
});

describe('mobile-number', () => {
  it.each([
    ['plain', '联系人13812345678。', '13812345678'],
    ['in groups', '联系人138-1234-5678。', '138-1234-5678'],
    ['in full-width digits', '电话：１３８１２３４５６７８', '１３８１２３４５６７８'],
    ['with the country before it', '电话+86 138 1234 5678', '86 138 1234 5678'],
    ['after a date', '2018-05-01 13812345678', '13812345678'],
    ['after tel:', 'Tel:13812345678', '13812345678'],
    ['one of two', '13812345678/1398765', '13812345678'],
    ['with an invisible character inside', '电话138\u200b12345678', '138\u200b12345678'],
  ])('blocks a mobile number written %s', async (_how, text, number) => {
    expect(await foundIn('mobile-number', text)).toEqual([number]);
  });

  it.each([
    ['masked', '联系人138****5678'],
    ['part of a longer run', '受理流水2013812345678901'],
    ['an order number', '订单号：13812345678'],
    ['an item number', '办件编号13812345678'],
    ['an amount of money', '累计退税13812345678元'],
    ['a decimal', '系数0.13812345678'],
    ['part of a code', 'DD13812345678'],
    ['followed by a serial', '13812345678-01'],
    ['in a web address', 'https://example.gov.cn/art/13812345678.html'],
    ['in a range no operator has', '12812345678'],
    ['a landline', '0571-85250000'],
    ['the hotline', '12345'],
    ['two dates in a row', '20180501 20180601'],
  ])('lets a number pass that is %s', async (_why, text) => {
    expect(await foundIn('mobile-number', text)).toEqual([]);
  });

  it('looks behind telephone links', async () => {
    const links = [{ path: 'body[1].link', href: 'tel:+8613812345678' }, { path: 'body[2].link', href: 'tel:057112345' }];
    expect(await findingsOf('mobile-number', aSubject('电话', { links }))).toMatchObject([{ path: 'body[1].link', severity: 'block', excerpt: '138****5678' }]);
  });
});

describe('bank-card', () => {
  it.each([
    ['plain', '卡号6222021234567890128', '6222021234567890128'],
    ['in fours', '卡号6222 0212 3456 7890 128', '6222 0212 3456 7890 128'],
    ['with hyphens', '卡号6222-0212-3456-7890-128', '6222-0212-3456-7890-128'],
    ['in full-width digits', '卡号６２２２０２１２３４５６７８９０１２８', '６２２２０２１２３４５６７８９０１２８'],
    ['of sixteen digits', '卡号6225881234567898', '6225881234567898'],
    ['before another number', '6222021234567890128 2018年', '6222021234567890128'],
  ])('blocks a card number written %s', async (_how, text, number) => {
    expect(await foundIn('bank-card', text)).toEqual([number]);
  });

  it.each([
    ['whose last digit is wrong', '6222021234567890129'],
    ['of no mainland bank', '1234567812345670'],
    ['too short for its prefix', '62220212345671'],
    ['masked', '6222 **** **** 0128'],
    ['part of a code', 'NO6222021234567890128'],
    ['inside a longer run', '96222021234567890128'],
    ['of dates in a row', '2018-0501-2018-0601'],
  ])('lets a number pass %s', async (_why, number) => {
    expect(await foundIn('bank-card', `号码 ${number} 。`)).toEqual([]);
  });
});

describe('personal numbers', () => {
  it('are nowhere repeated in what is filed, not even in the key', async () => {
    const { findings } = await runChecks(aSubject(`${idNumber}，13812345678，6222021234567890128`), services);
    const filed = JSON.stringify(findings);
    expect(findings).toHaveLength(3);
    for (const number of [idNumber, '13812345678', '6222021234567890128']) expect(filed).not.toContain(number);
  });

  it('are found in titles, summaries, kinds’ own fields and captions alike', async () => {
    const subject = aSubject('正文', {
      fields: { title: '电话13812345678', summary: '电话13812345679' },
      blocks: [{ path: 'body[0]', text: '正文' }, { path: 'details.problem', text: '电话13812345670' }],
      images: [{ path: 'body[1]', assetId: 'a', alt: '电话13812345671', credit: '13812345672', hasRights: true }],
    });
    expect((await findingsOf('mobile-number', subject)).map(({ path }) => path)).toEqual(['title', 'summary', 'details.problem', 'body[1].alt', 'body[1].credit']);
  });
});

describe('wrong-word', () => {
  it('blocks a slip that would make news', async () => {
    expect(await findingsOf('wrong-word', aSubject('开展扫黑险恶专项斗争'))).toMatchObject([{ severity: 'block', start: 2, end: 6, suggestion: '扫黑除恶', dictionaryVersion: shippedDictionaries.words.version }]);
  });

  it.each([
    ['登录帐号', '帐号'], ['既使下雨也照常受理', '既使'], ['按装新系统', '按装'], ['部份群众', '部份'], ['部署最多炮一次改革', '最多炮一次'],
    ['推进最多跑—次改革', '最多跑—次'], ['最多跑１次', '最多跑１次'], ['“最多跑一趟”改革', '“最多跑一趟”改革'], ['扫黑\u200b险恶', '扫黑\u200b险恶'],
  ])('finds the slip in 「%s」', async (text, slip) => {
    expect(await foundIn('wrong-word', text)).toEqual([slip]);
  });

  it.each([
    '推进“最多跑一次”改革', '群众最多跑一趟就能办成', '不再重复盖章、反复盖章', '时刻服务群众，立刻服从安排', '按装修标准验收，按装机容量收费', '全部份额已认购',
    '申报消防验收，上报消息', '提高社会主意识', '提出问题纲要', '出现不良反应情况时', '进一步署名公开', '公布署名文章', '安装账号即使部分', '直接恰好', '预防犯罪，严防犯规', '扫黑除恶',
  ])('leaves 「%s」 alone', async (text) => {
    expect(await foundIn('wrong-word', text)).toEqual([]);
  });

  it('brings at least 150 entries, none of them twice and none suggesting itself', () => {
    const { entries } = shippedDictionaries.words;
    expect(entries.length).toBeGreaterThan(150);
    expect(new Set(entries.map(({ phrase }) => phrase)).size).toBe(entries.length);
    expect(entries.filter(({ phrase, suggestion }) => !suggestion || suggestion === phrase)).toEqual([]);
  });

  it('suggests nothing that it would find wrong itself', async () => {
    const suggestions = shippedDictionaries.words.entries.map(({ suggestion }) => suggestion ?? '').join('\n');
    expect(await foundIn('wrong-word', suggestions)).toEqual([]);
  });

  it('names another version as soon as one entry changes', () => {
    const one = phraseDictionary('words', '1', phraseEntries('帐号 账号', 'warn'));
    expect(phraseDictionary('words', '1', phraseEntries('帐号 账号 !蚊帐号', 'warn')).version).not.toBe(one.version);
    expect(phraseDictionary('words', '1', phraseEntries('帐号 账号', 'warn')).version).toBe(one.version);
  });

  it('refuses an exception that does not contain its phrase', () => {
    expect(() => phraseEntries('帐号 账号 !蚊帐', 'warn')).toThrow('must contain');
  });

  it('reports a word inside a longer entry once, as the longer one', async () => {
    const dictionaries = { ...shippedDictionaries, words: phraseDictionary('words', '1', phraseEntries('甲乙 子\n甲乙丙 丑', 'warn')) };
    expect(await findingsOf('wrong-word', aSubject('甲乙丙'), { dictionaries })).toMatchObject([{ suggestion: '丑' }]);
  });
});

describe('extreme-word', () => {
  it.each([['打造国家级品牌', '国家级'], ['提供最佳服务', '最佳'], ['行业第一品牌', '第一品牌'], ['填补国内空白', '填补国内空白'], ['群众１００％满意', '１００％满意']])('warns of 「%s」', async (text, word) => {
    expect(await foundIn('extreme-word', text)).toEqual([word]);
  });

  it.each([
    '“最多跑一次”改革', '全市最低生活保障标准', '最高人民法院', '最近三个月', '国家级标准化试点', '国家级开发区', '最佳实践案例', '最高级别响应', '全国第一张电子证照', '打通最后一公里', '全省最低工资标准', '独特供给', '专供电线路',
  ])('leaves 「%s」 alone', async (text) => {
    expect(await foundIn('extreme-word', text)).toEqual([]);
  });
});

describe('sources', () => {
  it('blocks a text that is not original and names no source', async () => {
    expect(await findingsOf('missing-source', aSubject('正文', { fields: { isOriginal: false, source: ' ' } }))).toMatchObject([{ severity: 'block', path: 'source' }]);
  });

  it('asks no source of an original text, and is content with a given one', async () => {
    expect(await findingsOf('missing-source', aSubject('正文'))).toEqual([]);
    expect(await findingsOf('missing-source', aSubject('正文', { fields: { isOriginal: false, source: '杭州日报' } }))).toEqual([]);
  });

  it.each([['来源：某某自媒体', '某某自媒体'], ['据小道新闻网报道，', '小道新闻网'], ['转自：街头消息', '街头消息']])('warns of the unknown source in 「%s」', async (text, name) => {
    expect(await foundIn('unknown-source', text)).toEqual([name]);
  });

  it.each(['来源：《杭州日报》', '据新华社报道，', '据统计，', '根据群众报道的线索', '据介绍，改革以来'])('leaves 「%s」 alone', async (text) => {
    expect(await foundIn('unknown-source', text)).toEqual([]);
  });

  it('holds the source field against the list it was given, and knows the own unit', async () => {
    const dictionaries = { ...shippedDictionaries, sources: sourceDictionary('1', ['甲报']) };
    const of = (source: string): Promise<Finding[]> => findingsOf('unknown-source', aSubject('正文', { fields: { isOriginal: false, source, ownNames: ['杭州市余杭区', '余杭区'] } }), { dictionaries });
    expect([...await of('甲报'), ...await of('余杭区'), ...await of('杭州市余杭区')]).toEqual([]);
    expect(await of('乙报')).toMatchObject([{ path: 'source', severity: 'warn', excerpt: '乙报' }]);
  });
});

describe('image-rights', () => {
  const image = { path: 'body[1]', assetId: 'asset_1', alt: '办事窗口', credit: '市跑改办', hasRights: true };

  it('has nothing to say of a picture with rights, credit and description', async () => {
    expect(await findingsOf('image-rights', aSubject('正文', { images: [image] }))).toEqual([]);
  });

  it('blocks a picture whose rights nobody confirmed', async () => {
    expect(await findingsOf('image-rights', aSubject('正文', { images: [{ ...image, hasRights: false }] }))).toMatchObject([{ severity: 'block', path: 'body[1]' }]);
  });

  it('blocks a picture whose right has ended, from that moment on', async () => {
    const of = async (rightsExpireAt: Date): Promise<unknown[]> => findingsOf('image-rights', aSubject('正文', { images: [{ ...image, rightsExpireAt }] }));
    expect(await of(new Date(0))).toMatchObject([{ severity: 'block', path: 'body[1]' }]);
    expect(await of(new Date(8.64e15))).toEqual([]);
  });

  it('warns of a missing credit, and blocks a picture without a description', async () => {
    const found = await findingsOf('image-rights', aSubject('正文', { images: [{ ...image, alt: '', credit: ' ' }] }));
    expect(found).toMatchObject([{ severity: 'warn', path: 'body[1].credit' }, { severity: 'block', path: 'body[1].alt' }]);
  });
});

describe('leader-name', () => {
  const leaders = leaderDictionary('1', [
    { name: '甘知远', posts: ['市委副书记', '市长'] },
    { name: '闻一苇', posts: ['副市长'], misspellings: ['闻一伟'] },
  ]);
  const dictionaries = { ...shippedDictionaries, leaders };
  const spots = async (text: string): Promise<string[]> => (await findingsOf('leader-name', aSubject(text), { dictionaries })).map(({ excerpt }) => excerpt);

  it.each(['市委副书记、市长甘知远出席', '甘知远市长、闻一苇副市长', '杭州市副市长闻一苇', '市长甘知远、副市长闻一苇', '副书记甘知远', '甘知远、闻一苇参加', '闻一苇强调'])('agrees with 「%s」', async (text) => {
    expect(await spots(text)).toEqual([]);
  });

  it.each([['市长闻一苇出席', ['市长']], ['副市长甘知远', ['副市长']], ['常务副市长闻一苇', ['常务副市长']], ['市委书记、市长甘知远', ['市委书记']], ['闻一苇市长', ['市长']], ['副市长闻一伟', ['闻一伟']]])('blocks what is wrong in 「%s」', async (text, wrong) => {
    expect(await spots(text)).toEqual(wrong);
  });

  it('warns of two names out of their order', async () => {
    expect(await findingsOf('leader-name', aSubject('闻一苇、甘知远参加'), { dictionaries })).toMatchObject([{ severity: 'warn', suggestion: '甘知远、闻一苇' }]);
  });
});

describe('dead-link', () => {
  const link = (href: string, at = 0): { path: string; href: string } => ({ path: `body[${at}].link`, href });

  it('warns of links that are gone, broken or silent, and of those alone', async () => {
    const answers: Record<string, number> = { 'https://a.example/': 200, 'https://b.example/': 404, 'https://c.example/': 503, 'https://d.example/': 403, 'https://e.example/': 405 };
    const headUrl = async (url: string): Promise<number> => answers[url] ?? Promise.reject(new Error('no answer'));
    const links = [...Object.keys(answers), 'https://f.example/', 'http://', '/media/x', 'mailto:a@b.c', '#top'].map((href) => link(href));
    const found = await findingsOf('dead-link', aSubject('正文', { links }), { headUrl });
    expect(found.map(({ excerpt }) => excerpt)).toEqual(['https://b.example/', 'https://c.example/', 'https://f.example/', 'http://']);
  });

  it('asks each address once, at most 60, and no more than four at a time', async () => {
    let [asked, open, most] = [0, 0, 0];
    const headUrl = async (): Promise<number> => {
      asked += 1;
      most = Math.max(most, open += 1);
      await new Promise(setImmediate);
      open -= 1;
      return 200;
    };
    const links = Array.from({ length: 140 }, (_, at) => link(`https://a.example/${at % 70}`, at));
    const found = await findingsOf('dead-link', aSubject('正文', { links }), { headUrl });
    expect({ asked, most }).toEqual({ asked: 60, most: 4 });
    expect(found).toMatchObject([{ path: 'links', excerpt: '10' }]);
  });

  it('warns of pictures that are gone', async () => {
    const images = ['here', 'gone'].map((assetId) => ({ path: assetId, assetId, alt: '图', credit: '图', hasRights: true }));
    expect(await findingsOf('dead-link', aSubject('正文', { images }), { hasAsset: async (id) => id === 'here' })).toMatchObject([{ path: 'gone', excerpt: 'gone' }]);
  });
});

describe('completeness', () => {
  it('blocks an article without a body, but not a film', async () => {
    expect(await findingsOf('completeness', aSubject('  '))).toMatchObject([{ severity: 'block', path: 'body' }]);
    expect(await findingsOf('completeness', aSubject('', { kind: 'video' }))).toMatchObject([{ severity: 'warn', path: 'body' }]);
  });

  it('does not take a kind’s own field for the body', async () => {
    expect(await findingsOf('completeness', aSubject('', { blocks: [{ path: 'details.problem', text: '问题' }] }))).toMatchObject([{ severity: 'block' }]);
  });

  it('warns of a summary that is missing or too short', async () => {
    for (const summary of ['', '提速增效']) expect(await findingsOf('completeness', aSubject('正文', { fields: { summary } }))).toMatchObject([{ severity: 'warn', path: 'summary' }]);
  });
});

describe('punctuation', () => {
  it.each([
    ['群众满意,企业高兴', ',', '，'], ['材料如下:身份证', ':', '：'], ['已经办结.', '.', '。'], ['窗口(一楼)办理', '(一楼)', '（一楼）'], ['推进"一窗受理"改革', '"一窗受理"', '“一窗受理”'],
    ['办结，，通知', '，，', '，'], ['等等。。。', '。。。', '……'], ['群众，。', '，。', '。'], ['群众的的意见', '的的', '的'], ['办好了了', '了了', '了'],
  ])('corrects 「%s」', async (text, excerpt, suggestion) => {
    expect(await findingsOf('punctuation', aSubject(text))).toMatchObject([{ excerpt, suggestion, severity: 'warn' }]);
  });

  it.each([
    '上午9:30开始，共1,234件', 'Node.js 与 API, SDK', '的的确确方便', '为了了解情况', '以便民为目的的活动', '关键的是是否到位', '现在在线办理', '公平和和谐', '服务（一楼）', '网址https://a.example/?b=1', '等等……', '为什么？！',
  ])('leaves 「%s」 alone', async (text) => {
    expect(await foundIn('punctuation', text)).toEqual([]);
  });
});

describe('runChecks', () => {
  const shouting: Check = { id: 'shouting', name: { zh: '感叹', en: 'Shouting' }, severity: 'warn', run: () => { throw new Error('broken'); } };

  it('turns a check that breaks down into a warning and runs the others', async () => {
    const { findings } = await runChecks(aSubject('既使'), services, [shouting, ...checks]);
    expect(findings.map(({ checkId, severity }) => ({ checkId, severity }))).toEqual(expect.arrayContaining([{ checkId: checkFailed, severity: 'warn' }, { checkId: 'wrong-word', severity: 'warn' }]));
    expect(findings.find(({ checkId }) => checkId === checkFailed)?.message.zh).toContain('感叹');
  });

  it('does the same for a check that fails later', async () => {
    const later: Check = { ...shouting, run: () => Promise.reject(new Error('broken')) };
    expect((await runChecks(aSubject('正文'), services, [later])).findings).toMatchObject([{ checkId: checkFailed }]);
  });

  it('gives a finding the same key when the words around it change, so that an override sticks', async () => {
    const [before] = await findingsOf('wrong-word', aSubject('既使下雨'));
    const [after] = await findingsOf('wrong-word', aSubject('窗口人员既使下雪'));
    expect(after?.key).toBe(before?.key);
  });

  it('gives another key for other words, another place, another check, and a second time', async () => {
    const keys = await Promise.all([aSubject('既使'), aSubject('帐号'), aSubject('', { blocks: [{ path: 'body[1]', text: '既使' }] }), aSubject('既使既使')].map((subject) => findingsOf('wrong-word', subject)));
    const all = keys.flat().map(({ key }) => key);
    expect(all).toHaveLength(5);
    expect(new Set(all).size).toBe(4);
  });

  it('reads from the title down', async () => {
    const { findings } = await runChecks(aSubject('帐号既使', { fields: { title: '部份' } }), services);
    expect(findings.map(({ excerpt }) => excerpt)).toEqual(['部份', '帐号', '既使']);
  });

  it('keeps 200 findings of a check, the blocking ones first, and says how many it left out', async () => {
    const found = await findingsOf('wrong-word', aSubject(`${'帐号，'.repeat(300)}扫黑险恶`));
    expect(found).toHaveLength(201);
    expect(found.filter(({ severity }) => severity === 'block')).toHaveLength(1);
    expect(found.some(({ message }) => message.zh.includes('101'))).toBe(true);
  });

  it('keeps no more than 200 characters of an excerpt', async () => {
    const [finding] = await findingsOf('punctuation', aSubject('，'.repeat(5000)));
    expect(finding).toMatchObject({ start: 0, end: 5000, excerpt: '，'.repeat(200) });
  });

  it('names the versions of all dictionaries', async () => {
    const { dictionaryVersion } = await runChecks(aSubject('正文'), services);
    for (const { version } of Object.values(shippedDictionaries)) expect(dictionaryVersion).toContain(version);
  });

  it('gives every check an id and two names of its own', () => {
    for (const names of [checks.map(({ id }) => id), checks.map(({ name }) => name.zh), checks.map(({ name }) => name.en)]) expect(new Set(names).size).toBe(checks.length);
  });
});

function worded(value: unknown): string {
  return Array.isArray(value) ? value.map((figure: DemoFigure) => Object.values(figure).join(' ')).join('；') : String(value);
}

/** The texts of a demo item without their Markdown marks, as an import would give them. */
function blocksOfItem({ body, kindFields }: DemoItem): TextBlock[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '' && !/^(?:!\[|\|[ |:-]+$)/.test(line));
  const paragraphs = lines.map((line, at) => ({ path: `body[${at}]`, text: line.replace(/^(?:#+|>|-|\d+\.)\s+/, '').replace(/[*|]/g, ' ').trim() }));
  const details = Object.entries(kindFields).map(([name, value]: [string, unknown]) => ({ path: `details.${name}`, text: worded(value) }));
  return [...paragraphs, ...details];
}

describe('the demo', () => {
  const finished = items.filter(({ stage }) => stage !== 'draft');

  it.each(finished.map((item) => [item.title, item] as const))('%s: gives the checks nothing to say', async (_title, item) => {
    const { title, shortTitle, summary, source, isOriginal, author, place } = item;
    const subject = aSubject('', { kind: item.kind, blocks: blocksOfItem(item), fields: { title, shortTitle, summary, source, isOriginal, author, place } });
    expect((await runChecks(subject, services)).findings).toEqual([]);
  });

  it('has one draft that shows what the checks find', async () => {
    const [draft] = items.filter(({ stage }) => stage === 'draft');
    if (!draft) throw new Error('no draft');
    const { findings } = await runChecks(aSubject('', { blocks: blocksOfItem(draft), fields: { title: draft.title, summary: draft.summary, isOriginal: draft.isOriginal } }), services);
    expect(new Set(findings.map(({ checkId }) => checkId))).toEqual(new Set(['mobile-number', 'wrong-word', 'extreme-word', 'missing-source', 'punctuation']));
  });

  it('fits the kinds of content that it is written for', () => {
    expect(items.flatMap(({ kind, kindFields }) => detailProblems(kindNamed(kind), { ...kindFields }))).toEqual([]);
  });

  it('has every leaf of the topic tree covered, and every slug once', () => {
    const leaves = topics.filter(({ slug }) => !topics.some((topic) => 'parent' in topic && topic.parent === slug)).map(({ slug }) => slug);
    expect(leaves.filter((leaf) => !items.some(({ topicSlugs }) => topicSlugs.includes(leaf)))).toEqual([]);
    for (const slugs of [topics.map(({ slug }) => slug), items.map(({ slug }) => slug)]) expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('draws every picture that it names, as a PNG', async () => {
    const named = new Set(items.flatMap(({ body, cover }) => [...illustrationsIn(body), cover]));
    expect([...named].sort()).toEqual(Object.keys(illustrations).sort());
    expect((await drawIllustration('film', 160)).subarray(1, 4).toString()).toBe('PNG');
    expect(() => illustrationsIn('![x](illustration:nothing)')).toThrow('there is no illustration nothing');
  });
});
