import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { converse } from '../../plugins/wechat/conversation/converse.js';
import { keywordReply } from '../../plugins/wechat/conversation/keyword-rules.js';
import { pickAnswer } from '../../plugins/wechat/conversation/pick-answer.js';
import { longestTextBytes } from '../../plugins/wechat/conversation/reply.js';
import { decryptPush, encryptReply } from '../../plugins/wechat/crypto.js';
import { wechat } from '../../plugins/wechat/index.js';
import { massReceipt, nextMassAsk, statusReceipt } from '../../plugins/wechat/mass/mass-receipt.js';
import { fromWechatMenu, menuProblems, toWechatMenu } from '../../plugins/wechat/operations/menu.js';
import type { MenuInput } from '../../plugins/wechat/operations/menu-input.js';
import { readPush, type Push } from '../../plugins/wechat/read-push.js';
import type { WechatSettings } from '../../plugins/wechat/settings.js';
import type { Delivery, FoundContent, MassReceipt, MassSend, OperationResult, ReachReport } from '../../src/distribution/channel.js';
import { aDelivery, aDestination, aHost, type AHost, type AHostOptions } from '../kit/a-host.js';
import { aPublication } from '../kit/a-publication.js';
import { startWechatSimulator, type AccountOptions, type CallbackMode, type WechatSimulator } from '../kit/wechat-simulator/index.js';

const appId = 'wx1234567890abcdef';
const appSecret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const callbackToken = 'citynews';
const encodingAESKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const sendPath = '/cgi-bin/message/mass/sendall';

const found = (title: string, more: Partial<FoundContent> = {}): FoundContent =>
  ({ contentId: title, title, summary: `${title}的摘要`, url: `https://city.test/c/${encodeURIComponent(title)}`, publishedAt: new Date('2026-11-01T00:00:00Z'), ...more });

describe('keyword rules', () => {
  const rules = [{ keywords: ['人工', '客服'], reply: '请拨 12345' }, { keywords: ['你好'], isWhole: true, reply: '您好' }, { keywords: ['ETC'], reply: '办 ETC' }];

  it('answer by the first rule whose keyword is in the message, or is the message where the rule says so', () => {
    expect(keywordReply(rules, '我要找人工服务')).toBe('请拨 12345');
    expect(keywordReply(rules, '你好！')).toBe('您好');
    expect(keywordReply(rules, '你好，怎么提取公积金')).toBeUndefined();
    expect(keywordReply(rules, '你好，人工')).toBe('请拨 12345');
  });

  it('do not mind width, case and spaces', () => {
    expect(keywordReply(rules, 'ｅ t c 怎么办')).toBe('办 ETC');
  });
});

describe('an answer', () => {
  it('is the article when one was found, or when one alone has the whole question in its title', () => {
    expect(pickAnswer('公积金', [found('公积金提取', { coverUrl: 'https://city.test/a.jpg' })])).toEqual({ kind: 'article', title: '公积金提取', summary: '公积金提取的摘要', url: found('公积金提取').url, coverUrl: 'https://city.test/a.jpg' });
    expect(pickAnswer('“公积金提取”', [found('公积金提取指南'), found('公积金贷款')])).toMatchObject({ kind: 'article', title: '公积金提取指南' });
  });

  it('is a text with links when several fit, and nothing when none does', () => {
    expect(pickAnswer('公积金', [found('公积金提取'), found('公积金贷款')])).toEqual({ kind: 'text', text: `为您找到：\n1. <a href="${found('公积金提取').url}">公积金提取</a>\n2. <a href="${found('公积金贷款').url}">公积金贷款</a>` });
    expect(pickAnswer('公积金', [])).toBeUndefined();
  });

  it('has at most five links and stays within 2048 bytes, whole links only', () => {
    const many = Array.from({ length: 9 }, (_, at) => found(`${at}${'长'.repeat(99)}`));
    const { text } = pickAnswer('问', many) as { text: string };
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longestTextBytes);
    expect(text.match(/<a /g)!.length).toBe(text.match(/<\/a>/g)!.length);
    const short = pickAnswer('问', Array.from({ length: 9 }, (_, at) => found(`文${at}`))) as { text: string };
    expect(short.text.match(/<a /g)).toHaveLength(5);
  });

  it('cannot be broken by a title or an address', () => {
    const { text } = pickAnswer('问', [found('甲</a><b>', { url: 'https://city.test/"><script>' }), found('乙')]) as { text: string };
    expect(text).toContain('>甲＜/a＞＜b＞</a>');
    expect(text).not.toMatch(/"><script/);
  });
});

describe('a conversation', () => {
  const push = (more: Partial<Push> = {}): Push => ({ ...readPush('<xml><ToUserName>gh_1</ToUserName><FromUserName>o-wang</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>公积金</Content><MsgId>1</MsgId></xml>')!, ...more });
  const to = aDestination<WechatSettings>({ appId, appSecret, mode: 'draft' });

  it('answers a repeated message once, by its number, and a repeated event by follower and second', async () => {
    let asked = 0;
    const host = aHost({ search: () => { asked += 1; return Promise.resolve([found('公积金提取')]); } });
    const [first, second] = await Promise.all([converse(push(), to, host), converse(push(), to, host)]);
    expect(second).toEqual(first);
    await converse(push({ content: '别的' }), to, host);
    expect(asked).toBe(1);
    await converse(push({ msgId: '2' }), to, host);
    expect(asked).toBe(2);
    const click = push({ msgId: undefined, msgType: 'event', event: 'CLICK', eventKey: '公积金', content: undefined });
    await converse(click, to, host);
    await converse(click, to, host);
    expect(asked).toBe(3);
    await converse({ ...click, createTime: '2' }, to, host);
    expect(asked).toBe(4);
  });

  it('gives up in time when the search does not answer, and says so in words when it fails', async () => {
    expect(await converse(push(), to, aHost({ search: () => new Promise(() => undefined) }), 5)).toBeUndefined();
    expect(await converse(push(), to, aHost({ search: () => Promise.reject(new Error('secret detail')) }))).toEqual({ kind: 'text', text: expect.stringContaining('暂时查不到') });
  });

  it('keeps nothing that names a follower or what they asked', async () => {
    const host = aHost({ search: () => Promise.resolve([]) });
    await converse(push({ content: '我的病怎么报销' }), to, host);
    await converse(push({ msgId: undefined, msgType: 'event', event: 'subscribe', content: undefined }), { ...to, settings: { ...to.settings, greeting: '欢迎' } }, host);
    const kept = JSON.stringify([...host.remembered]);
    expect(host.remembered.size).toBe(2);
    expect(kept).not.toMatch(/o-wang|病|报销/);
    for (const { until } of host.remembered.values()) expect(until.getTime() - host.now().getTime()).toBeLessThanOrEqual(60_000);
  });

  it('leaves pictures, voices and other events unanswered', async () => {
    const host = aHost();
    for (const more of [{ msgType: 'image', content: undefined }, { msgType: 'event', event: 'VIEW', eventKey: 'https://a.cn' }, { msgType: 'event', event: 'unsubscribe', content: undefined }]) expect(await converse(push(more), to, host)).toBeUndefined();
    expect(host.remembered.size).toBe(0);
  });

  it('seals a reply so that WeChat can open it', () => {
    for (const message of ['', '好', '长'.repeat(700)]) expect(decryptPush(encryptReply(message, encodingAESKey, appId), encodingAESKey, appId)).toBe(message);
    expect(encryptReply('同', encodingAESKey, appId)).not.toBe(encryptReply('同', encodingAESKey, appId));
  });
});

describe('a menu', () => {
  const menu = (buttons: MenuInput['buttons']): MenuInput => ({ buttons });

  it('is checked in bytes, every place at once', () => {
    const problems = menuProblems(menu([
      { name: '便民服务大厅', kind: 'link', url: 'not an address' }, { name: '办事', kind: 'search', children: [{ name: '长'.repeat(21), kind: 'search', query: '长'.repeat(43) }, { name: '文章', kind: 'article' }] },
    ]));
    expect(problems).toEqual([
      '一级菜单“便民服务大厅”的名称有 18 字节，最多 16 字节（约 5 个字）', '“便民服务大厅”缺少网址（http 或 https 开头）', expect.stringContaining('有 63 字节，最多 60'), expect.stringContaining('的检索词有 129 字节'), '“文章”缺少文章编号',
    ]);
    expect(menuProblems(menu([{ name: '最多跑一次', kind: 'search', query: '最多跑一次' }]))).toEqual([]);
  });

  it('comes back from WeChat as it was sent, with what only the console can make', () => {
    const wechatMenu = [{ name: '一', type: 'click', key: '词' }, { name: '二', sub_button: [{ name: '三', type: 'view', url: 'https://a.cn' }, { name: '四', type: 'miniprogram', appid: 'wx2', pagepath: 'p', url: 'https://a.cn' }] }, { name: '五', type: 'article_id', article_id: 'A' }];
    expect(toWechatMenu(fromWechatMenu(wechatMenu))).toEqual(wechatMenu);
  });
});

describe('the end of a mass send', () => {
  const news = { msgId: '7', status: 'send success', total: 10, sent: 9, failed: 1, url: 'https://mp.weixin.qq.com/s/x' };

  it('is told with its counts, whichever way success is spelled, and a failure with WeChat\'s reason', () => {
    expect(massReceipt(news)).toEqual({ outcome: 'delivered', remoteId: '7', url: news.url, message: '已群发，送达 9 人', counts: { total: 10, sent: 9, failed: 1 } });
    expect(massReceipt({ ...news, status: 'sendsuccess' }).outcome).toBe('delivered');
    expect(massReceipt({ ...news, status: 'err(40001)' })).toMatchObject({ outcome: 'refused', code: 'MASS_SEND_40001', message: expect.stringContaining('管理员拒绝') });
    expect(massReceipt({ ...news, status: 'send fail' })).toMatchObject({ outcome: 'refused', code: 'MASS_SEND_FAIL' });
  });

  it('is waited for ten minutes for the counts, and asked about more and more rarely', () => {
    const since = new Date('2026-11-23T00:00:00Z');
    const after = (minutes: number): Date => new Date(since.getTime() + minutes * 60_000);
    expect(statusReceipt('7', 'SEND_SUCCESS', since, after(9)).outcome).toBe('accepted');
    expect(statusReceipt('7', 'SEND_SUCCESS', since, after(11)).outcome).toBe('delivered');
    expect([1, 10, 120].map((minutes) => nextMassAsk(since, after(minutes)).getTime() - after(minutes).getTime())).toEqual([60_000, 300_000, 3_600_000]);
    expect(statusReceipt('7', 'NEW_WORD', since, after(1)).outcome).toBe('unknown');
  });
});

describe('with an official account', () => {
  const open: { stop(): unknown }[] = [];
  afterEach(async () => { for (const each of open.splice(0)) await each.stop(); });

  interface Desk { readonly simulator: WechatSimulator; readonly settings: WechatSettings; host(marks?: Record<string, string>): AHost }

  async function aDesk(more: Partial<WechatSettings> = {}, options: Partial<AccountOptions> = {}, hostOptions: AHostOptions = {}): Promise<Desk> {
    const simulator = await startWechatSimulator({ startAt: new Date('2026-11-23T02:00:00Z'), callbackTimeoutMs: 600_000, accounts: [{ appid: appId, secret: appSecret, followers: [{ openid: 'o-wang' }, { openid: 'o-li' }], ...options }] });
    open.push(simulator);
    const settings: WechatSettings = { appId, appSecret, apiBase: simulator.url, mode: 'draft', ...more };
    const remembered = aHost({ fetch, now: () => simulator.now(), ...hostOptions });
    const host = (marks: Record<string, string> = {}): AHost => ({ ...remembered, mark: (key, value) => { marks[key] = value; return Promise.resolve(); } });
    return { simulator, settings, host };
  }

  async function withCallback(mode: CallbackMode, more: Partial<WechatSettings>, hostOptions: AHostOptions): Promise<Desk> {
    const desks: Desk[] = [];
    const server = createServer((request, response) => { void answer(request, response, desks[0]!); });
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
    open.push({ stop: () => new Promise((done) => { server.close(done); }) });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/channels/wechat/d/callback`;
    const key = mode === 'plain' ? {} : { encodingAESKey };
    desks.push(await aDesk({ callbackToken, ...key, ...more }, { callback: { url, token: callbackToken, encodingAesKey: encodingAESKey, mode } }, hostOptions));
    return desks[0]!;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const said = await wechat.serve!(new Request(`http://127.0.0.1${request.url!}`, { method: request.method!, ...(request.method === 'POST' && { body: Buffer.concat(parts) }) }), aDestination(desk.settings) as never, desk.host());
    response.writeHead(said.status, Object.fromEntries(said.headers));
    response.end(await said.text());
  }

  const account = ({ simulator }: Desk) => simulator.account(appId);

  describe('followers', () => {
    const search = (query: string): Promise<FoundContent[]> => Promise.resolve(query.includes('公积金') ? [found('公积金提取', { coverUrl: 'https://city.test/a.jpg' })] : query.includes('医保') ? [found('医保报销'), found('医保转移')] : []);

    it.each(['plain', 'compatible', 'safe'] as const)('get one article, links, a rule\'s reply or a friendly word in %s mode', async (mode) => {
      const desk = await withCallback(mode, { greeting: '欢迎关注，直接问就行', keywordReplies: [{ keywords: ['人工'], reply: '请拨 12345' }] }, { search });
      expect(await account(desk).say('o-wang', '公积金怎么提')).toBe('公积金提取');
      expect(account(desk).conversation('o-wang').at(-1)!.cards).toEqual([{ title: '公积金提取', digest: '公积金提取的摘要', url: found('公积金提取').url, picture: 'https://city.test/a.jpg' }]);
      expect(await account(desk).say('o-wang', '医保')).toContain('1. <a href="');
      expect(await account(desk).say('o-wang', '转人工')).toBe('请拨 12345');
      expect(await account(desk).say('o-wang', '量子力学')).toContain('没有找到');
      expect(await account(desk).click('o-wang', '公积金提取')).toBe('公积金提取');
      expect(await account(desk).follow('o-new')).toBe('欢迎关注，直接问就行');
      await account(desk).unfollow('o-new');
      expect(desk.simulator.pushes().map(({ outcome, tries }) => [outcome, tries.length])).toEqual(Array.from({ length: 7 }, () => ['accepted', 1]));
    });

    it('get nothing where the search is switched off and no rule fits', async () => {
      const desk = await withCallback('safe', { searchReplies: false }, { search });
      expect(await account(desk).say('o-wang', '公积金')).toBeUndefined();
      expect(await account(desk).follow('o-new')).toBeUndefined();
    });
  });

  describe('the menu', () => {
    const example = (wechat.operations!.publishMenu!.input as { examples: MenuInput[] }).examples[0]!;
    const run = (desk: Desk, name: string, input: unknown): Promise<OperationResult> => wechat.operations![name]!.run(input, aDestination(desk.settings) as never, desk.host());
    const current = (desk: Desk) => wechat.operations!.publishMenu!.current!(aDestination(desk.settings) as never, desk.host());

    it('is published, read back for the form, and deleted', async () => {
      const desk = await aDesk();
      expect(await current(desk)).toBeUndefined();
      expect(await run(desk, 'publishMenu', example)).toEqual({ outcome: 'done', message: '菜单已发布' });
      expect(await current(desk)).toEqual(example);
      expect((await run(desk, 'deleteMenu', {})).outcome).toBe('done');
      expect(await current(desk)).toBeUndefined();
    });

    it('is refused before WeChat is asked when a name is too long, and in WeChat\'s stead when the account may not', async () => {
      const desk = await aDesk();
      expect(await run(desk, 'publishMenu', { buttons: [{ name: '便民服务大厅', kind: 'search', query: '办事' }] })).toMatchObject({ outcome: 'refused', code: 'MENU_INVALID' });
      expect(desk.simulator.calls({ endpoint: '/cgi-bin/menu/create' })).toEqual([]);
      expect(await run(await aDesk({}, { verified: false }), 'publishMenu', example)).toMatchObject({ outcome: 'refused', code: 'WECHAT_48001' });
      desk.simulator.fault('/cgi-bin/menu/create', { kind: 'drop-after-effect' });
      expect((await run(desk, 'publishMenu', example)).outcome).toBe('unknown');
    });
  });

  describe('a mass send', () => {
    interface Sent { readonly receipt: MassReceipt; readonly heard: readonly MassReceipt[]; readonly marks: Record<string, string> }

    const order = (desk: Desk, more: Partial<MassSend> = {}): MassSend => {
      const destination = aDestination(desk.settings);
      const { payload, publication } = aDelivery(wechat, { destination, publication: aPublication({ media: [], body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '字' }] }] } }) });
      const { coverId: _, ...rest } = publication;
      return { id: 'massSend-1', key: 'a1'.repeat(16), audience: {}, publication: rest, payload: wechat.render(rest, 'publish', destination as never) ?? payload, destination, marks: {}, ...more };
    };

    /** Runs a send as the product does until it settles or wants a person. */
    async function run(desk: Desk, given: MassSend): Promise<Sent> {
      const marks: Record<string, string> = { ...given.marks };
      const heard: MassReceipt[] = [];
      let task: 'send' | 'confirm' = 'send';
      for (let round = 0; round < 40; round += 1) {
        const receipt: MassReceipt = await wechat.massSend![task]({ ...given, marks: { ...marks } } as never, desk.host(marks));
        heard.push(receipt);
        const due = receipt.outcome === 'accepted' || receipt.outcome === 'unknown' ? receipt.askAgainAt : receipt.outcome === 'failed' ? receipt.retryAt ?? desk.simulator.now() : undefined;
        if (!due) break;
        task = receipt.outcome === 'accepted' ? 'confirm' : 'send';
        await desk.simulator.advance(Math.max(1000, due.getTime() - desk.simulator.now().getTime()));
      }
      return { receipt: heard.at(-1)!, heard, marks };
    }

    const sends = (desk: Desk) => account(desk).massJobs();

    it('goes to every follower once, by a fresh draft and the key, and is confirmed by asking when no event comes', async () => {
      const desk = await aDesk();
      account(desk).scriptMass({ event: 'lost' });
      const { receipt, heard } = await run(desk, order(desk));
      expect(heard[0]!.outcome).toBe('accepted');
      expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('没有告知人数') });
      expect(sends(desk)).toMatchObject([{ clientMsgId: 'a1'.repeat(16), isToAll: true, openids: ['o-wang', 'o-li'] }]);
      expect(account(desk).drafts()).toEqual([]);
    });

    it('tells the event\'s counts, and believes an unencrypted event only when WeChat says the same', async () => {
      for (const mode of ['safe', 'plain'] as const) {
        const desk = await withCallback(mode, {}, {});
        const marks: Record<string, string> = {};
        await wechat.massSend!.send(order(desk) as never, desk.host(marks));
        await desk.simulator.advance(3000);
        expect(desk.host().massReports).toEqual([{ remoteId: marks.massMsgId, receipt: expect.objectContaining({ outcome: 'delivered', counts: { total: 2, sent: 2, failed: 0 }, url: expect.stringContaining('mid=') }) }]);
      }
      const forged = await withCallback('plain', {}, {});
      await account(forged).push({ Event: 'MASSSENDJOBFINISH', MsgID: 99, Status: 'send success', SentCount: 5 });
      expect(forged.host().massReports).toEqual([]);
    });

    it('takes the ledger\'s own draft, puts back what people changed in it, and refuses one that was bundled', async () => {
      const desk = await aDesk();
      const given = order(desk);
      const marks: Record<string, string> = {};
      await wechat.deliver({ ...aDelivery(wechat, { destination: given.destination, publication: given.publication }) } as never, desk.host(marks));
      const mediaId = marks.draftMediaId!;
      await ask(desk, '/cgi-bin/draft/update', { media_id: mediaId, index: 0, articles: { title: '被人改了', content: '<p>改</p>', thumb_media_id: account(desk).drafts()[0]!.articles[0]!.thumbMediaId } });
      await run(desk, { ...given, standing: { version: 1, remoteId: mediaId, marks } });
      expect(sends(desk)).toMatchObject([{ draftMediaId: mediaId }]);
      expect(account(desk).published().at(-1)!.pages[0]!.article.title).toBe(JSON.parse(given.payload.body).title);
      const other = await aDesk();
      const kept: Record<string, string> = {};
      await wechat.massSend!.preview!(order(other) as never, 'openid:o-wang', other.host(kept));
      const [mine] = account(other).drafts();
      const one = { title: '别的', content: '<p>别</p>', thumb_media_id: mine!.articles[0]!.thumbMediaId };
      const { media_id } = await ask(other, '/cgi-bin/draft/add', { articles: [one, { ...one, title: '我们' }] }) as { media_id: string };
      expect(await wechat.massSend!.send({ ...order(other), marks: { draftMediaId: media_id } } as never, other.host())).toMatchObject({ outcome: 'refused', code: 'DRAFT_BUNDLED' });
      expect(sends(other)).toEqual([]);
    });

    it('of a bundle reaches followers as one message with every article, in its order, once even when the answer is lost', async () => {
      const desk = await aDesk({}, { kind: 'service' });
      const { publication: alone } = order(desk);
      const parts = ['甲', '乙', '丙'].map((name) => ({ ...alone, contentId: name, title: `标题${name}`, url: `https://cms.example.gov.cn/c/${name}` }));
      const publication = { ...parts[0]!, contentId: 'bundle_1', version: 1, kind: 'bundle' as const, parts };
      account(desk).scriptMass({ delayMs: 3_600_000, event: 'lost' });
      desk.simulator.fault(sendPath, { kind: 'drop-after-effect' });
      const { receipt } = await run(desk, order(desk, { publication, payload: wechat.render(publication, 'publish', aDestination(desk.settings) as never) }));
      expect(receipt).toMatchObject({ outcome: 'delivered' });
      expect(sends(desk)).toHaveLength(1);
      expect(account(desk).published().map(({ pages }) => pages.map(({ article: { title } }) => title))).toEqual([['标题甲', '标题乙', '标题丙']]);
    });

    it('is not sent twice when its answer was lost: the repeat carries the key, and WeChat names the first', async () => {
      const desk = await aDesk({}, { kind: 'service' });
      account(desk).scriptMass({ delayMs: 3_600_000, event: 'lost' });
      desk.simulator.fault(sendPath, { kind: 'drop-after-effect' });
      const { receipt, heard, marks } = await run(desk, order(desk));
      expect(heard.slice(0, 2)).toEqual([expect.objectContaining({ outcome: 'unknown', askAgainAt: expect.any(Date) }), expect.objectContaining({ outcome: 'accepted', remoteId: marks.massMsgId })]);
      expect([receipt.outcome, sends(desk).length, desk.simulator.calls({ endpoint: sendPath }).length]).toEqual(['delivered', 1, 2]);
    });

    it('is sent by the repeat when the first request never arrived', async () => {
      const desk = await aDesk();
      desk.simulator.fault(sendPath, { kind: 'drop-before-effect' });
      const { receipt } = await run(desk, order(desk));
      expect([receipt.outcome, sends(desk).length]).toEqual(['delivered', 1]);
    });

    it.each(['truncated', 'half-json'] as const)('survives a %s answer without a second send', async (kind) => {
      const desk = await aDesk({}, { kind: 'service' });
      account(desk).scriptMass({ delayMs: 3_600_000 });
      desk.simulator.fault(sendPath, { kind });
      expect((await run(desk, order(desk))).receipt.outcome).toBe('delivered');
      expect(sends(desk)).toHaveLength(1);
    });

    it('asks a person, and WeChat no more, when the draft left the box after a lost answer', async () => {
      const desk = await aDesk();
      desk.simulator.fault(sendPath, { kind: 'drop-after-effect' });
      const { receipt } = await run(desk, order(desk));
      expect(receipt).toMatchObject({ outcome: 'unknown', message: expect.stringContaining('很可能已经群发') });
      expect(receipt).not.toHaveProperty('askAgainAt');
      expect(sends(desk)).toHaveLength(1);
    });

    it('repeats nothing after 23 hours', async () => {
      const desk = await aDesk();
      const asked = new Date(desk.simulator.now().getTime() - 23.5 * 3_600_000).toISOString();
      const receipt = await wechat.massSend!.send({ ...order(desk), marks: { massAsked: asked, draftMediaId: 'M' } } as never, desk.host());
      expect([receipt.outcome, 'askAgainAt' in receipt, desk.simulator.calls({ endpoint: sendPath }).length]).toEqual(['unknown', false, 0]);
    });

    it('is refused, and not put off until midnight, when no send is left today', async () => {
      const desk = await aDesk();
      await run(desk, order(desk));
      const { receipt, marks } = await run(desk, order(desk, { id: 'massSend-2', key: 'b2'.repeat(16) }));
      expect(receipt).toMatchObject({ outcome: 'refused', code: 'WECHAT_45028' });
      expect(marks.massAsked).toBe('');
    });

    it('goes only to a tag, and is refused in words for a tag that is gone or an account without the right', async () => {
      const desk = await aDesk();
      expect(await run(desk, order(desk, { audience: { tagId: '7' } }))).toMatchObject({ receipt: { outcome: 'refused', code: 'WECHAT_40152' } });
      await warm(desk);
      const { tag } = await ask(desk, '/cgi-bin/tags/create', { tag: { name: '企业' } }) as { tag: { id: number } };
      await ask(desk, '/cgi-bin/tags/members/batchtagging', { openid_list: ['o-li'], tagid: tag.id });
      await run(desk, order(desk, { audience: { tagId: String(tag.id) } }));
      expect(sends(desk)).toMatchObject([{ isToAll: false, openids: ['o-li'] }]);
      expect(await wechat.massSend!.audiences!(aDestination(desk.settings) as never, desk.host())).toContainEqual({ tagId: String(tag.id), name: '企业', size: 1 });
      const poor = await aDesk({}, { verified: false });
      expect((await run(poor, order(poor))).receipt).toMatchObject({ outcome: 'refused', code: 'WECHAT_48001' });
    });

    it('tells WeChat\'s refusal in words', async () => {
      const desk = await aDesk();
      account(desk).scriptMass({ status: 'err(40001)' });
      expect((await run(desk, order(desk))).receipt).toMatchObject({ outcome: 'refused', code: 'MASS_SEND_FAIL' });
    });

    it('is previewed to one named person by openid or WeChat name, and refused in words for a stranger', async () => {
      const desk = await aDesk();
      const preview = (to: string) => wechat.massSend!.preview!(order(desk) as never, to, desk.host());
      expect((await preview('openid:o-wang')).outcome).toBe('delivered');
      expect(account(desk).conversation('o-wang').at(-1)!.text).toContain('[预览]');
      expect((await preview('wang_wx')).outcome).toBe('delivered');
      expect(await preview('openid:o-stranger')).toMatchObject({ outcome: 'refused', code: 'WECHAT_40003' });
      expect(sends(desk)).toEqual([]);
    });

    it('shows the rules by kind of account, and the calls that are left', async () => {
      const quota = async (more: Partial<WechatSettings>) => { const desk = await aDesk(more); return wechat.massSend!.quota(aDestination(desk.settings) as never, desk.host()); };
      expect(await quota({ accountKind: 'subscription' })).toEqual({ limit: 1, rules: [expect.stringContaining('每天可群发 1 次'), '今天群发接口还可调用 100 次（共 100 次）'] });
      expect((await quota({})).rules).toContain('请在渠道设置里填写账号类型');
    });
  });

  describe('readers', () => {
    const day = 24 * 3_600_000;

    async function published(desk: Desk): Promise<Delivery> {
      const marks: Record<string, string> = {};
      const publication = aPublication({ media: [], contentId: 'article-1', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '字' }] }] } });
      const { coverId: _, ...rest } = publication;
      const delivery = aDelivery(wechat, { destination: aDestination(desk.settings), publication: rest });
      const receipt = await wechat.deliver(delivery as never, desk.host(marks));
      await desk.simulator.advance(5000);
      const settled = await wechat.confirm!({ ...delivery, marks, last: receipt } as never, desk.host(marks));
      return { ...delivery, marks, last: settled, settledAt: desk.simulator.now() };
    }
    const reach = (desk: Desk, delivered: Delivery[], sent: MassSend[] = []): Promise<ReachReport> =>
      wechat.reach!(aDestination(desk.settings) as never, { ...desk.host(), delivered: () => Promise.resolve(delivered) }, sent as never);

    it('are counted by content and day up to yesterday', async () => {
      const desk = await aDesk({ mode: 'publish' });
      const delivery = await published(desk);
      const [article] = account(desk).published();
      account(desk).read(article!.articleId, 7);
      await desk.simulator.advance(day);
      account(desk).read(article!.articleId, 3);
      await desk.simulator.advance(day);
      const { rows, isComplete } = await reach(desk, [delivery]);
      expect(isComplete).toBe(true);
      expect(rows.map(({ contentId, day: on, readers }) => [contentId, on, readers])).toEqual([['article-1', '2026-11-23', 7], ['article-1', '2026-11-24', 3]]);
      expect(desk.simulator.calls({ endpoint: '/datacube/getarticletotaldetail' }).length).toBeLessThanOrEqual(4);
    });

    it('of what a person published from our draft are found by its title', async () => {
      const desk = await aDesk();
      const delivery = await published(desk);
      await warm(desk);
      await ask(desk, '/cgi-bin/freepublish/submit', { media_id: account(desk).drafts()[0]!.mediaId });
      await desk.simulator.advance(5000);
      account(desk).read(account(desk).published()[0]!.articleId, 4);
      await desk.simulator.advance(day);
      expect((await reach(desk, [delivery])).rows).toMatchObject([{ contentId: 'article-1', readers: 4 }]);
    });

    it('are asked for again while WeChat has not counted, and never without the right', async () => {
      const desk = await aDesk({ mode: 'publish' });
      const delivery = await published(desk);
      await desk.simulator.advance(day);
      desk.simulator.fault('/datacube/getarticletotaldetail', { kind: 'errcode', errcode: 61503 });
      expect(await reach(desk, [delivery])).toMatchObject({ isComplete: false });
      account(desk).configure({ verified: false });
      expect(await reach(desk, [delivery])).toMatchObject({ rows: [], isComplete: true, problem: expect.stringContaining('48001') });
    });

    it('are not asked for where nothing of ours came out lately', async () => {
      const desk = await aDesk({ mode: 'publish' });
      const delivery = await published(desk);
      await desk.simulator.advance(40 * day);
      expect(await reach(desk, [delivery])).toEqual({ rows: [], isComplete: true });
      expect(desk.simulator.calls({ endpoint: '/datacube/getarticletotaldetail' })).toEqual([]);
    });
  });

  /** Has the desk fetch a token. */
  const warm = (desk: Desk): Promise<unknown> => wechat.check!(aDestination(desk.settings) as never, desk.host());

  /** What a person does in the console, done by the API. */
  async function ask(desk: Desk, path: string, body: object): Promise<unknown> {
    const token = [...desk.host().remembered].find(([key]) => key === 'token')![1].value;
    const response = await fetch(`${desk.simulator.url}${path}?access_token=${token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return response.json();
  }
});
