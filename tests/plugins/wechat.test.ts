import { createCipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { lengthTrouble, type DraftArticle } from '../../plugins/wechat/article.js';
import { nextBeijingMidnight } from '../../plugins/wechat/beijing.js';
import { keepMs } from '../../plugins/wechat/client/token.js';
import { decryptPush, signatureOf } from '../../plugins/wechat/crypto.js';
import { meaningOf } from '../../plugins/wechat/errcodes.js';
import { wechat } from '../../plugins/wechat/index.js';
import { judgeSubmission } from '../../plugins/wechat/judge-submission.js';
import { markerOf } from '../../plugins/wechat/marker.js';
import { compare } from '../../plugins/wechat/differences.js';
import { nextAsk } from '../../plugins/wechat/publish-receipt.js';
import type { WechatSettings } from '../../plugins/wechat/settings.js';
import type { Action, BodyNode, Delivery, Host, Publication, Receipt, Remembered, Standing } from '../../src/distribution/channel.js';
import { createGuardedFetch } from '../../src/kernel/guarded-fetch.js';
import { aDelivery, aDestination, aHost, hostNow } from '../kit/a-host.js';
import { aPublication, someMedia } from '../kit/a-publication.js';
import { describeChannel } from '../kit/describe-channel.js';
import { startWechatSimulator, type CallbackMode, type WechatSimulator } from '../kit/wechat-simulator/index.js';

const appId = 'wx1234567890abcdef';
const appSecret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const callbackToken = 'citynews';
const encodingAESKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const submitPath = '/cgi-bin/freepublish/submit';

const to = (more: Partial<WechatSettings> = {}) => aDestination<WechatSettings>({ appId, appSecret, mode: 'publish', ...more });
const articleOf = (publication: Publication, action: Action = 'publish', more: Partial<WechatSettings> = {}): DraftArticle =>
  JSON.parse(wechat.render(publication, action, to(more) as never).body) as DraftArticle;

const text = (words: string, ...marks: string[]): BodyNode => ({ type: 'text', text: words, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) });
const link = (words: string, href: string): BodyNode => ({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] });
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content });
const contentOf = (...blocks: BodyNode[]): string => articleOf(aPublication({ body: doc(...blocks), media: someMedia.slice(0, 1) })).content;

describeChannel(wechat);

describe('the article', () => {
  it('takes the short title where the title is longer than 32 characters', () => {
    const title = '全'.repeat(33);
    expect(articleOf(aPublication({ title, shortTitle: '短标题' })).title).toBe('短标题');
    expect(articleOf(aPublication({ title: '全'.repeat(32), shortTitle: '短标题' })).title).toBe('全'.repeat(32));
  });

  it('refuses a title over 32 characters without a short one, and tells the editor what to do', () => {
    const { shortTitle: _, ...publication } = aPublication({ title: '全'.repeat(33) });
    expect(() => articleOf(publication)).toThrow('标题有 33 个字，微信最多 32 个：请填写不超过 32 个字的短标题');
    expect(() => articleOf({ ...publication, shortTitle: '短'.repeat(40) })).toThrow('短标题');
    expect(() => articleOf({ ...publication, title: ' \u0000 ' })).toThrow('没有标题');
  });

  it('keeps author and digest within WeChat\'s limits and never halves a character', () => {
    const article = articleOf(aPublication({ author: '张三丰'.repeat(8), summary: `${'摘'.repeat(118)}👨‍👩‍👧‍👦了` }));
    expect(article.author).toHaveLength(16);
    expect(article.digest).toBe(`${'摘'.repeat(118)}…`);
    expect(articleOf(aPublication({ author: '' }), 'publish', { author: '市跑改办' }).author).toBe('市跑改办');
  });

  it('refuses a body of 20,000 characters with formatting, and says how many there are', () => {
    const long = aPublication({ body: doc(paragraph(text('字'.repeat(20_000)))) });
    expect(() => articleOf(long)).toThrow(/正文排版后有 21\d{3} 个字符.*请精简正文/);
  });

  it('counts a picture\'s later address and refuses a body near one megabyte', () => {
    const article: DraftArticle = { ...articleOf(aPublication()), content: `${'字'.repeat(19_700)}<img src="media:a"/><img src="media:b"/>` };
    expect(lengthTrouble(article)).toContain('字符');
    expect(lengthTrouble({ ...article, content: '字'.repeat(19_700) })).toBeUndefined();
    expect(lengthTrouble({ ...article, content: '短', content_source_url: `https://a.cn/${'a'.repeat(1024)}` })).toContain('阅读原文');
  });

  it('refuses an empty body and a picture that is not in the library', () => {
    expect(() => articleOf(aPublication({ body: doc(), summary: '', media: [] }))).toThrow('正文是空的');
    expect(() => contentOf({ type: 'image', attrs: { assetId: 'elsewhere', alt: '图' } })).toThrow('图片“图”不在媒体库里');
  });

  it('falls back to the summary where there is no body, and leads with a video that the body does not mention', () => {
    const { content } = articleOf(aPublication({ body: doc(), kind: 'video' }));
    expect(content).toContain('▶ 视频（1分03秒）');
    expect(content).toContain('src="media:media-cover"');
    expect(content.indexOf('▶ 视频')).toBeLessThan(content.indexOf('一窗受理、数据共享'));
  });

  it.each(['blue', 'plain'] as const)('keeps to what WeChat keeps in the %s theme: no class, div, position, script or quoted style', (theme) => {
    const body = doc(
      { type: 'heading', attrs: { level: 3 }, content: [text('小标题')] }, { type: 'blockquote', content: [paragraph(text('引文', 'italic', 'bold'))] },
      { type: 'horizontalRule' }, paragraph(text('甲'), { type: 'hardBreak' }, text('乙', 'underline', 'strike')), ...aPublication().body.content!,
    );
    const { content } = articleOf(aPublication({ body, note: '更正' }), 'correct', { theme });
    expect(content).not.toMatch(/<(div|script|style|iframe|video|form|link)\b|\bclass=|\bid=|position:|var\(|javascript:/);
    for (const [, style] of content.matchAll(/style="([^"]*)"/g)) expect(style).not.toMatch(/['&]|url\(/);
    expect(content).toContain('<em><strong style="font-weight:600">引文</strong></em>');
    expect(content).toContain('甲<br/><s><u>乙</u></s>');
  });

  it('escapes text and attributes', () => {
    const content = contentOf(paragraph(text('<script>alert("1")</script> & ]]>')), { type: 'image', attrs: { assetId: 'media-cover', alt: '"><script>' } });
    expect(content).not.toContain('<script');
    expect(content).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ]]&gt;');
  });

  it('turns links to other sites into numbered notes, one per address, and keeps links to WeChat articles', () => {
    const content = contentOf(
      paragraph(link('政策', 'https://www.gov.cn/a?b=1&c=2'), text('、'), link('全', 'https://x.cn/'), { ...link('文', 'https://x.cn/'), marks: [...link('', 'https://x.cn/').marks!, { type: 'bold' }] }),
      paragraph(link('又见政策', 'https://www.gov.cn/a?b=1&c=2'), link('旧文', 'https://mp.weixin.qq.com/s/abc'), link('https://y.cn', 'https://y.cn')),
      paragraph(link('脚本', 'javascript:alert(1)'), link('拨打', 'tel:12345'), { type: 'footnote', attrs: { text: '数据截至三月' } }),
    );
    expect(content).toContain('政策<sup>[1]</sup>、全<strong style="font-weight:600">文</strong><sup>[2]</sup>');
    expect(content).toContain('又见政策<sup>[1]</sup>');
    expect(content).toMatch(/<a href="https:\/\/mp\.weixin\.qq\.com\/s\/abc" style="[^"]+">旧文<\/a>https:\/\/y\.cn</);
    expect(content).toContain('拨打<sup>[3]</sup>');
    expect(content).toContain('[1] https://www.gov.cn/a?b=1&amp;c=2');
    expect(content).toContain('[3] 数据截至三月');
    expect(content).not.toContain('javascript');
    expect(content.match(/<a /g)).toHaveLength(1);
  });

  it('puts tables into a box that scrolls, with their spans, and keeps where a list starts', () => {
    const cell = (type: string, words: string, attrs = {}): BodyNode => ({ type, attrs, content: [paragraph(text(words))] });
    const content = contentOf(
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', '事项', { colspan: 2 })] }, { type: 'tableRow', content: [cell('tableCell', '前'), cell('tableCell', '后')] }] },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('三')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('内'))] }] }] }] },
    );
    expect(content).toMatch(/<section style="overflow-x:auto[^"]*"><table [^>]+><tbody><tr><th colspan="2" [^>]+>事项<\/th><\/tr>/);
    expect(content).toMatch(/<ol start="3" [^>]+><li [^>]+>三<ul [^>]+><li [^>]+>内<\/li><\/ul><\/li><\/ol>/);
  });

  it('never loses the text of a node it does not know', () => {
    expect(contentOf({ type: 'later', content: [paragraph(text('新块里的字')), { type: 'laterInline', text: '零散的字' }] })).toMatch(/新块里的字<\/p>零散的字/);
  });

  it('opens a correction with an honest notice in the editor\'s words and the Beijing date', () => {
    const publication = aPublication({ note: '第二段“5 天”应为“6 天”', publishedAt: new Date('2025-03-04T16:30:00Z') });
    expect(articleOf(publication, 'correct').content).toMatch(/^<section data-yici="[0-9a-f]{16}"[^>]*><section [^>]+>更正说明：第二段“5 天”应为“6 天”（2025年3月5日）/);
    expect(articleOf(publication).content).not.toContain('更正');
  });

  it('shows a case\'s details as labelled cards before the body, attached files after it, and where it came from', () => {
    const { content } = articleOf(aPublication({ details: [{ name: 'problem', label: '问题', text: '要跑三次\n还要排队' }, { name: 'empty', label: '空', text: ' ' }], isOriginal: false }));
    expect(content).toContain('问题</p><section>要跑三次<br/>还要排队</section>');
    expect(content).not.toContain('>空<');
    expect(content.indexOf('问题')).toBeLessThan(content.indexOf('一张表'));
    expect(content).toContain('办事指南');
    expect(content).toContain('来源：市跑改办（转载）');
  });

  it('leads readers to the city\'s page by 阅读原文, or by a note where that is switched off', () => {
    const publication = aPublication();
    expect(articleOf(publication).content_source_url).toBe(publication.url);
    const without = articleOf(publication, 'publish', { contentSourceUrl: false });
    expect(without.content_source_url).toBe('');
    expect(without.content).not.toContain('阅读原文');
    expect(without.content).toContain(`[1] ${publication.url}`);
  });

  it('drops control characters and lone surrogates, which WeChat would count as six characters each', () => {
    const article = articleOf(aPublication({ title: '一\u0000二\ud83d三', body: doc(paragraph(text('甲\u0008\ud83d乙😀'))) }));
    expect(article.title).toBe('一二三');
    expect(article.content).toContain('甲乙😀');
    expect(JSON.stringify(article)).not.toMatch(/\\u/);
  });

  it('takes the editor\'s cover, else the first picture, else a plain one', () => {
    const second = { ...someMedia[0]!, id: 'second', sha256: 'd'.repeat(64) };
    const { coverId: _, ...publication } = aPublication({ media: [second, ...someMedia] });
    expect(articleOf({ ...publication, coverId: 'media-cover' }).thumb_media_id).toBe('media:media-cover');
    expect(articleOf(publication).thumb_media_id).toBe('media:second');
    expect(articleOf({ ...publication, media: [], body: doc(paragraph(text('字'))) }).thumb_media_id).toBe('cover:plain');
  });

  it('carries a mark that differs by destination, content and version', () => {
    expect(new Set([markerOf('d', 'c', 1), markerOf('d', 'c', 2), markerOf('d', 'c2', 1), markerOf('d2', 'c', 1)]).size).toBe(4);
  });

  it('notices what WeChat changed: lost pictures and words, but not entities or spaces', () => {
    expect(compare('<p>他说"好" &amp; 走</p>', '<p >他说&quot;好&quot; &amp;\n走</p>')).toEqual([]);
    expect(compare('<p>甲乙丙</p><img src="a"/>', '<p>甲丙</p>')).toEqual(['微信去掉了 1 张图片，请检查草稿', '微信改动了正文（从“乙丙”起），请检查草稿']);
  });
});

describe('rules', () => {
  it('a token is kept until ten minutes before its end, and a short-lived one at most half its life', () => {
    expect(keepMs(7200)).toBe(6_600_000);
    expect(keepMs(345)).toBe(60_000);
    expect(keepMs(60)).toBe(30_000);
  });

  it('a doubtful submission is repeated only with proof that it never arrived, or by a person\'s word', () => {
    const minutes = 60_000;
    const sure = { ageMs: 6 * minutes, draftStands: true, countUnmoved: true, personSaidGo: false };
    expect(judgeSubmission(sure)).toBe('again');
    expect(judgeSubmission({ ...sure, ageMs: 4 * minutes })).toBe('wait');
    expect(judgeSubmission({ ...sure, countUnmoved: false })).toBe('wait');
    expect(judgeSubmission({ ...sure, draftStands: false })).toBe('wait');
    expect(judgeSubmission({ ...sure, countUnmoved: false, ageMs: 400 * minutes })).toBe('ask');
    expect(judgeSubmission({ ...sure, draftStands: false, ageMs: 400 * minutes })).toBe('ask');
    expect(judgeSubmission({ ...sure, countUnmoved: false, personSaidGo: true })).toBe('again');
  });

  it('asks more and more rarely about a publication', () => {
    const since = new Date(0);
    const waits = [0, 10_000, 30_000, 120_000, 600_000, 7_200_000, 90_000_000].map((age) => nextAsk(since, new Date(age)).getTime() - age);
    expect(waits).toEqual([5_000, 5_000, 15_000, 60_000, 300_000, 1_800_000, 21_600_000]);
  });

  it('days begin at midnight in Beijing', () => {
    expect(nextBeijingMidnight(new Date('2026-11-23T15:59:59Z'))).toEqual(new Date('2026-11-23T16:00:00Z'));
    expect(nextBeijingMidnight(new Date('2026-11-23T16:00:00Z'))).toEqual(new Date('2026-11-24T16:00:00Z'));
  });

  it('every documented error number has a kind and a sentence that says what to do', () => {
    const kinds = { 40001: 'token', '-1': 'busy', 45009: 'quota', 40164: 'account', 48001: 'rights', 45003: 'content', 99999: 'other' } as const;
    for (const [code, kind] of Object.entries(kinds)) {
      expect(meaningOf(Number(code)).kind).toBe(kind);
      expect(meaningOf(Number(code)).advice).toMatch(/\p{Script=Han}{4}/u);
    }
  });

  it('the documented callback vector verifies and decrypts', () => {
    const encrypted = 'Q3stYC6hdFzMh9T8HCvyDMqYq+3LWRBafgYE/6+E3kaIPVItdlEZTk22y1bcb56FU4/6xj3fJGhjWyK2VeDV/Y/V6CR/VB0/SbpHNGMxXzRKZpiOJ8yVZKCcTMYjR9BR';
    expect(signatureOf(callbackToken, '1700000000', 'nonce123')).toBe('157d748182f1642189c63385bef3b259fe73d3cc');
    expect(signatureOf(callbackToken, '1700000000', 'nonce123', encrypted)).toBe('e40ac8e1d7b3c03e99441b0b1d423da1174fc05f');
    expect(decryptPush(encrypted, encodingAESKey, appId)).toBe('<xml><Content>你好</Content></xml>');
    expect(decryptPush(encrypted, encodingAESKey, 'wxanother')).toBeUndefined();
    expect(decryptPush(encrypted, encodingAESKey.replace('a', 'b'), appId)).toBeUndefined();
    expect(decryptPush(encrypted.slice(0, 40), encodingAESKey, appId)).toBeUndefined();
    expect(decryptPush('', encodingAESKey, appId)).toBeUndefined();
  });
});

/** A moment the worker dies at: before or after its n-th touch of the outside. */
interface Crash { readonly at: number; readonly side: 'before' | 'after' }

class Killed extends Error {}

/** The host and the ledger of one destination, as far as a channel can tell: time from the simulator, values kept over attempts. */
class Desk {
  readonly remembered = new Map<string, Remembered>();
  readonly reports: { remoteId: string; receipt: Receipt }[] = [];
  /** What was asked of the media library. */
  readonly pictures = new Set<string>();
  steps = 0;
  constructor(readonly simulator: WechatSimulator, readonly settings: WechatSettings, readonly picture: Blob) {}

  get destination() { return aDestination<WechatSettings>(this.settings); }

  /** A host of one attempt that writes its marks into `marks`. With a crash everything after it fails, as nothing runs in a dead process. */
  host(marks: Record<string, string>, crash?: Crash): Host {
    let isDead = false;
    const step = async <V>(act: () => Promise<V>): Promise<V> => {
      if (isDead) throw new Killed();
      this.steps += 1;
      isDead = crash?.at === this.steps;
      if (isDead && crash?.side === 'before') throw new Killed();
      const value = await act();
      if (isDead) throw new Killed();
      return value;
    };
    return {
      now: () => this.simulator.now(), signal: new AbortController().signal,
      fetch: (input, init) => step(() => fetch(input, init)),
      mark: (key, value) => step(() => { marks[key] = value; return Promise.resolve(); }),
      media: (id, preset) => { this.pictures.add(`${id} as ${preset}`); return Promise.resolve(this.picture); }, delivered: () => Promise.resolve([]),
      remember: async (key, make) => {
        const kept = this.remembered.get(key);
        if (kept && kept.until > this.simulator.now()) return kept.value;
        const made = await make();
        await step(() => { this.remembered.set(key, made); return Promise.resolve(); });
        return made.value;
      },
      forget: (key, value) => { if (value === undefined || this.remembered.get(key)?.value === value) this.remembered.delete(key); return Promise.resolve(); },
      report: (remoteId, receipt) => { this.reports.push({ remoteId, receipt }); return Promise.resolve(); },
    };
  }

  delivery(publication: Publication, action: Action = 'publish', standing?: Standing): Delivery {
    return { ...aDelivery(wechat, { destination: this.destination, publication, action }), ...(standing && { standing }) };
  }

  /** Runs a delivery as the ledger does until it settles, with the clock moved to each appointment. `retries` are the times a person says go. */
  async run(delivery: Delivery, { crash, retries = 0 }: { crash?: Crash; retries?: number } = {}): Promise<Settled> {
    const marks: Record<string, string> = { ...delivery.marks };
    const heard: Receipt[] = [];
    this.steps = 0;
    if (crash) await wechat.deliver({ ...delivery, marks: { ...marks } } as never, this.host(marks, crash));
    let task: 'deliver' | 'confirm' = 'deliver';
    let goes = retries;
    for (let round = 0; round < 90; round += 1) {
      const last: Receipt | undefined = heard.at(-1) ?? delivery.last;
      const attempt = { ...delivery, marks: { ...marks }, attempt: round + 1, ...(last && { last }) };
      const receipt: Receipt = await wechat[task]!(attempt as never, this.host(marks));
      heard.push(receipt);
      if (receipt.outcome === 'delivered') break;
      if (receipt.outcome === 'refused') {
        if (goes === 0) break;
        goes -= 1;
        task = 'deliver';
        continue;
      }
      task = receipt.outcome === 'failed' ? 'deliver' : 'confirm';
      const due = receipt.outcome === 'failed' ? receipt.retryAt : receipt.askAgainAt;
      await this.simulator.advance(Math.max(1_000, (due ?? this.simulator.now()).getTime() - this.simulator.now().getTime()));
    }
    return { receipt: heard.at(-1)!, heard, marks };
  }
}

interface Settled { readonly receipt: Receipt; readonly heard: readonly Receipt[]; readonly marks: Readonly<Record<string, string>> }
const standingFrom = ({ receipt, marks }: Settled, version = 1): Standing =>
  ({ version, marks, ...('remoteId' in receipt && receipt.remoteId && { remoteId: receipt.remoteId }), ...('url' in receipt && receipt.url && { url: receipt.url }) });

describe('with an official account', () => {
  let picture: Blob;
  const open: WechatSimulator[] = [];
  beforeAll(async () => {
    picture = new Blob([new Uint8Array(await sharp({ create: { width: 30, height: 20, channels: 3, background: '#1f5fad' } }).png().toBuffer())], { type: 'image/png' });
  });
  afterEach(async () => { await Promise.all(open.splice(0).map((simulator) => simulator.stop())); });

  const aDesk = async (more: Partial<WechatSettings> = {}, account: object = {}): Promise<Desk> => {
    const simulator = await startWechatSimulator({ startAt: new Date('2026-11-23T02:00:00Z'), callbackTimeoutMs: 600_000, accounts: [{ appid: appId, secret: appSecret, ...account }] });
    open.push(simulator);
    return new Desk(simulator, { appId, appSecret, apiBase: simulator.url, mode: 'publish', ...more }, picture);
  };
  const account = ({ simulator }: Desk) => simulator.account(appId);
  const online = (desk: Desk) => account(desk).published().filter(({ pages }) => pages.some(({ isDeleted }) => !isDeleted));
  const submissions = ({ simulator }: Desk) => simulator.calls({ endpoint: submitPath, hasEffect: true });
  const callsOf = ({ simulator }: Desk, endpoint: string) => simulator.calls({ endpoint });
  const corrected = (overrides: Partial<Publication> = {}) => aPublication({ version: 2, note: '更正：数据有误', title: '更正后的标题', ...overrides });
  const retracted = () => aPublication({ version: 3, note: '撤稿：事实有误' });

  it('puts a draft into the box, with its pictures at WeChat, and says who acts next', async () => {
    const desk = await aDesk({ mode: 'draft' });
    const { receipt, marks } = await desk.run(desk.delivery(aPublication()));
    const [draft] = account(desk).drafts();
    expect(receipt).toEqual({ outcome: 'delivered', remoteId: draft!.mediaId, message: '已送到草稿箱，请运营人员在公众平台检查后发布' });
    expect(marks['draftMediaId']).toBe(draft!.mediaId);
    expect(draft!.articles[0]).toMatchObject({ title: '不动产登记“最多跑一次”：五天变六十分钟', author: '李建国', sourceUrl: aPublication().url });
    expect(draft!.articles[0]!.content).toMatch(/mmbiz/);
    expect(draft!.articles[0]!.content).not.toContain('media:');
    expect(submissions(desk)).toEqual([]);
    expect([...desk.pictures]).toEqual(['media-cover as wechatBody', 'media-cover as wechatCover']);
  });

  it('publishes, polls, and tells the article\'s address', async () => {
    const desk = await aDesk();
    const { receipt, heard } = await desk.run(desk.delivery(aPublication()));
    expect(heard.map(({ outcome }) => outcome)).toEqual(['accepted', 'delivered']);
    const [article] = online(desk);
    expect(receipt).toEqual({ outcome: 'delivered', remoteId: article!.articleId, url: article!.pages[0]!.url, message: '已发布（不推送给粉丝）' });
    expect(account(desk).drafts()).toEqual([]);
  });

  it('prepares an embargoed article, publishes it when the embargo ends, and warns whoever publishes by hand', async () => {
    const embargoed = aPublication({ embargoedUntil: new Date('2026-11-23T06:30:00Z') });
    const desk = await aDesk();
    const { heard } = await desk.run(desk.delivery(embargoed));
    expect(heard[0]).toEqual({ outcome: 'failed', message: '草稿已备好，2026年11月23日 14:30前不得发布，到时自动发布', retryAt: embargoed.embargoedUntil, isWaiting: true });
    expect(heard.at(-1)!.outcome).toBe('delivered');
    expect(submissions(desk)[0]!.at >= '2026-11-23T06:30').toBe(true);
    const byHand = await aDesk({ mode: 'draft' });
    expect((await byHand.run(byHand.delivery(embargoed))).receipt.message).toContain('14:30前不得发布');
  });

  it('publishes nothing that WeChat silently stripped: the receipt says what is missing, and a person who looked may retry', async () => {
    const desk = await aDesk();
    const plain = desk.delivery(aPublication());
    const article = JSON.parse(plain.payload.body) as DraftArticle;
    const delivery = { ...plain, payload: { ...plain.payload, body: JSON.stringify({ ...article, content: article.content.replace('</section>', '<img src="https://elsewhere.example/x.png"/></section>') }) } };
    const { receipt, marks } = await desk.run(delivery);
    expect(receipt).toMatchObject({ outcome: 'refused', code: 'CHANGED_BY_WECHAT', message: expect.stringContaining('微信去掉了 1 张图片') });
    expect([submissions(desk).length, account(desk).drafts().length]).toEqual([0, 1]);
    expect((await desk.run({ ...delivery, marks, last: receipt })).receipt.outcome).toBe('delivered');
    expect(submissions(desk)).toHaveLength(1);
  });

  it('works through the product\'s guarded fetch, uploads included', async () => {
    const desk = await aDesk();
    const guarded = createGuardedFetch({ allowedPrivateHosts: [new URL(desk.simulator.url).host] });
    expect(await wechat.deliver(desk.delivery(aPublication()) as never, { ...desk.host({}), fetch: guarded })).toMatchObject({ outcome: 'accepted' });
    const blocked = await aDesk();
    expect(await wechat.deliver(blocked.delivery(aPublication()) as never, { ...blocked.host({}), fetch: createGuardedFetch({ allowedPrivateHosts: [] }) }))
      .toMatchObject({ outcome: 'refused', code: 'BLOCKED_ADDRESS' });
  });

  it('gives an article without pictures a plain cover', async () => {
    const desk = await aDesk({ mode: 'draft', theme: 'plain' });
    const { receipt } = await desk.run(desk.delivery(aPublication({ body: doc(paragraph(text('只有字'))), media: [] })));
    expect(receipt.outcome).toBe('delivered');
    expect(callsOf(desk, '/cgi-bin/material/add_material')).toHaveLength(1);
  });

  it('uploads a picture once per account, and anew when the account lost its cover', async () => {
    const desk = await aDesk({ mode: 'draft' });
    await desk.run(desk.delivery(aPublication()));
    await desk.run(desk.delivery(aPublication({ contentId: 'other' })));
    expect(callsOf(desk, '/cgi-bin/media/uploadimg')).toHaveLength(1);
    expect(callsOf(desk, '/cgi-bin/material/add_material')).toHaveLength(1);
    desk.simulator.fault('/cgi-bin/draft/add', { kind: 'errcode', errcode: 40007 });
    expect((await desk.run(desk.delivery(aPublication({ contentId: 'third' })))).receipt.outcome).toBe('delivered');
    expect(callsOf(desk, '/cgi-bin/material/add_material')).toHaveLength(2);
  });

  it('keeps one stable token over attempts, and refreshes and retries once when it is refused', async () => {
    const desk = await aDesk({ mode: 'draft' });
    await desk.run(desk.delivery(aPublication()));
    account(desk).revokeTokens();
    expect((await desk.run(desk.delivery(aPublication({ contentId: 'other' })))).receipt.outcome).toBe('delivered');
    expect(callsOf(desk, '/cgi-bin/stable_token')).toHaveLength(2);
    desk.simulator.fault('/cgi-bin/draft/add', { kind: 'errcode', errcode: 42001 }, { times: 2 });
    const receipt = await wechat.deliver(desk.delivery(aPublication({ contentId: 'third' })) as never, desk.host({}));
    expect(receipt).toMatchObject({ outcome: 'failed', message: expect.stringContaining('42001') });
    expect(callsOf(desk, '/cgi-bin/draft/add').filter(({ errcode }) => errcode === 42001)).toHaveLength(2);
  });

  it('tells an operator which address to put on the whitelist, which secret is wrong or frozen, and what the account may not do', async () => {
    const refusedBy = async (options: object, more: Partial<WechatSettings> = {}): Promise<Receipt> => {
      const desk = await aDesk(more, options);
      return (await desk.run(desk.delivery(aPublication()))).receipt;
    };
    expect(await refusedBy({ ipWhitelist: ['203.0.113.9'] })).toMatchObject({ outcome: 'refused', code: 'WECHAT_40164', message: expect.stringMatching(/IP 白名单.*127\.0\.0\.1.*rid/) });
    expect(await refusedBy({ trouble: 40243 })).toMatchObject({ outcome: 'refused', code: 'WECHAT_40243', message: expect.stringContaining('冻结') });
    expect(await refusedBy({}, { appSecret: 'f'.repeat(32) })).toMatchObject({ outcome: 'refused', code: 'WECHAT_40125', message: expect.stringContaining('AppSecret') });
    const unverified = await refusedBy({ verified: false });
    expect(unverified).toMatchObject({ outcome: 'refused', code: 'WECHAT_48001', message: expect.stringContaining('草稿') });
    expect(JSON.stringify(unverified)).not.toMatch(/access_token|http:|0f1e2d3c/);
  });

  it('waits for the next Beijing day when the day\'s calls are used up', async () => {
    const desk = await aDesk({ mode: 'draft' }, { quotas: { '/cgi-bin/draft/add': 0 } });
    const receipt = await wechat.deliver(desk.delivery(aPublication()) as never, desk.host({}));
    expect(receipt).toMatchObject({ outcome: 'failed', retryAt: new Date('2026-11-23T16:00:00Z') });
    const last = await aDesk({}, { quotas: { [submitPath]: 1 } });
    await last.run(last.delivery(aPublication()));
    const late = await wechat.deliver(last.delivery(aPublication({ contentId: 'other' })) as never, last.host({}));
    expect(late).toMatchObject({ outcome: 'failed', retryAt: new Date('2026-11-23T16:00:00Z') });
    expect(callsOf(last, submitPath)).toHaveLength(1);
  });

  it('asks for a minute of silence for the whole account when the minute\'s calls are used up, and for none when only one kind of call is, so that a retraction may go', async () => {
    const desk = await aDesk({ mode: 'draft' });
    desk.simulator.fault('/cgi-bin/draft/add', { kind: 'errcode', errcode: 45011 });
    const receipt = await wechat.deliver(desk.delivery(aPublication()) as never, desk.host({}));
    expect(receipt).toMatchObject({ outcome: 'failed', retryAt: new Date(desk.host({}).now().getTime() + 60_000), isForAll: true });
    const spent = await aDesk({ mode: 'draft' }, { quotas: { '/cgi-bin/draft/add': 0 } });
    expect(await wechat.deliver(spent.delivery(aPublication()) as never, spent.host({}))).not.toHaveProperty('isForAll');
  });

  it.each([[2, '原创'], [3, '常规'], [4, '审核']] as const)('reports a publication that ended with status %i in words, and submits again when a person retries', async (status, words) => {
    const desk = await aDesk();
    account(desk).scriptPublish({ status });
    const { heard, receipt } = await desk.run(desk.delivery(aPublication()), { retries: 1 });
    expect(heard.find(({ outcome }) => outcome === 'refused')).toMatchObject({ code: `PUBLISH_STATUS_${status}`, message: expect.stringContaining(words) });
    expect(receipt.outcome).toBe('delivered');
    expect(online(desk)).toHaveLength(1);
  });

  it('doubts a publication that WeChat still calls under way after two days', async () => {
    const desk = await aDesk();
    account(desk).scriptPublish({ status: 'stuck' });
    const { heard } = await desk.run(desk.delivery(aPublication()));
    expect(heard.at(-1)).toMatchObject({ outcome: 'unknown', message: expect.stringContaining('两天') });
    expect(submissions(desk)).toHaveLength(1);
  });

  it('keeps asking, without submitting, while WeChat does not answer about a publication', async () => {
    const desk = await aDesk();
    desk.simulator.fault('/cgi-bin/freepublish/get', { kind: 'drop-before-effect' });
    desk.simulator.fault('/cgi-bin/freepublish/get', { kind: 'http', status: 502 });
    const { heard } = await desk.run(desk.delivery(aPublication()));
    expect(heard.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'delivered']);
    expect(submissions(desk)).toHaveLength(1);
  });

  it.each(['drop-after-effect', 'truncated', 'half-json'] as const)('finds a draft whose answer was lost (%s) and adds no second one', async (kind) => {
    const desk = await aDesk({ mode: 'draft' });
    desk.simulator.fault('/cgi-bin/draft/add', { kind });
    const { heard, receipt } = await desk.run(desk.delivery(aPublication()));
    expect(heard[0]!.outcome).toBe('unknown');
    expect(receipt.outcome).toBe('delivered');
    expect(account(desk).drafts()).toHaveLength(1);
  });

  it('adds the draft again once it is sure that a lost request did nothing', async () => {
    const desk = await aDesk({ mode: 'draft' });
    desk.simulator.fault('/cgi-bin/draft/add', { kind: 'drop-before-effect' });
    const { receipt } = await desk.run(desk.delivery(aPublication()));
    expect(receipt.outcome).toBe('delivered');
    expect(account(desk).drafts()).toHaveLength(1);
  });

  it.each(['drop-after-effect', 'truncated', 'half-json'] as const)('finds an article whose submission got no answer (%s) and never submits twice', async (kind) => {
    const desk = await aDesk();
    desk.simulator.fault(submitPath, { kind });
    const { heard, receipt } = await desk.run(desk.delivery(aPublication()));
    expect(heard[0]).toMatchObject({ outcome: 'unknown', message: expect.not.stringContaining('http:') });
    expect(receipt).toMatchObject({ outcome: 'delivered', remoteId: online(desk)[0]!.articleId, url: online(desk)[0]!.pages[0]!.url });
    expect(submissions(desk)).toHaveLength(1);
  });

  it('finds it also after a slow review, long after the answer was lost', async () => {
    const desk = await aDesk();
    account(desk).scriptPublish({ delayMs: 20 * 60_000 });
    desk.simulator.fault(submitPath, { kind: 'http', status: 500, effect: true });
    const { receipt } = await desk.run(desk.delivery(aPublication()));
    expect(receipt.outcome).toBe('delivered');
    expect(submissions(desk)).toHaveLength(1);
  });

  it('asks a person when a review outlasts its patience, and finds the article when the person retries', async () => {
    const desk = await aDesk();
    account(desk).scriptPublish({ delayMs: 60 * 60_000 });
    desk.simulator.fault(submitPath, { kind: 'drop-after-effect' });
    const { receipt, marks, heard } = await desk.run(desk.delivery(aPublication()));
    expect(receipt).toMatchObject({ outcome: 'refused', code: 'PUBLISH_UNCERTAIN', message: expect.stringContaining('公众平台核对') });
    await desk.simulator.advance(40 * 60_000);
    const again = await desk.run({ ...desk.delivery(aPublication()), marks, last: heard.at(-1)! });
    expect(again.receipt.outcome).toBe('delivered');
    expect(submissions(desk)).toHaveLength(1);
  });

  it('submits again by itself only when WeChat\'s own count shows that the request never arrived', async () => {
    const desk = await aDesk();
    const delivery = desk.delivery(aPublication());
    const marks: Record<string, string> = {};
    const host = desk.host(marks);
    const lost = { ...host, fetch: ((input, init) => (String(input).includes('submit') && !String(input).includes('quota') ? Promise.reject(new TypeError('fetch failed')) : host.fetch(input, init))) as typeof fetch };
    expect(await wechat.deliver(delivery as never, lost)).toMatchObject({ outcome: 'unknown' });
    const { receipt, heard } = await desk.run({ ...delivery, marks });
    expect(heard.filter(({ outcome }) => outcome === 'unknown').length).toBeGreaterThan(1);
    expect(receipt.outcome).toBe('delivered');
    expect(submissions(desk)).toHaveLength(1);
  });

  /** A lost submission that never arrived, while another article of the account was published: nobody can tell from outside. */
  const anUncertainOne = async (): Promise<{ desk: Desk; delivery: Delivery; first: Settled }> => {
    const desk = await aDesk();
    const delivery = desk.delivery(aPublication());
    const marks: Record<string, string> = {};
    desk.simulator.fault(submitPath, { kind: 'drop-before-effect' });
    await wechat.deliver(delivery as never, desk.host(marks));
    await desk.run(desk.delivery(aPublication({ contentId: 'other', title: '另一篇' })));
    return { desk, delivery, first: await desk.run({ ...delivery, marks }) };
  };

  it('asks a person, not WeChat, when the count moved meanwhile; and submits again after the person said go', async () => {
    const { desk, delivery, first } = await anUncertainOne();
    expect(first.receipt).toMatchObject({ outcome: 'refused', code: 'PUBLISH_UNCERTAIN' });
    expect(submissions(desk)).toHaveLength(1);
    const second = await desk.run({ ...delivery, marks: first.marks, last: first.receipt });
    expect(second.receipt.outcome).toBe('delivered');
    expect(submissions(desk)).toHaveLength(2);
    expect(online(desk)).toHaveLength(2);
  });

  it('does not take a person\'s earlier word for a later doubt', async () => {
    const { desk, delivery, first } = await anUncertainOne();
    account(desk).scriptPublish({ status: 'stuck' });
    desk.simulator.fault(submitPath, { kind: 'drop-after-effect' });
    const marks = { ...first.marks };
    expect((await wechat.deliver({ ...delivery, marks: { ...marks }, last: first.receipt } as never, desk.host(marks))).outcome).toBe('unknown');
    // The worker died before that receipt was kept: the ledger still shows the person's retry.
    const third = await wechat.deliver({ ...delivery, marks: { ...marks }, last: first.receipt } as never, desk.host(marks));
    expect(third.outcome).toBe('unknown');
    expect(submissions(desk)).toHaveLength(2);
  });

  it('takes a draft that a person published by hand for published', async () => {
    const desk = await aDesk();
    const marks: Record<string, string> = {};
    const delivery = desk.delivery(aPublication());
    desk.simulator.fault(submitPath, { kind: 'errcode', errcode: 53505 });
    expect(await wechat.deliver(delivery as never, desk.host(marks))).toMatchObject({ outcome: 'refused', code: 'WECHAT_53505' });
    await askWechat(desk, submitPath, { media_id: marks['draftMediaId'] });
    await desk.simulator.advance(5_000);
    const { receipt } = await desk.run({ ...delivery, marks });
    expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('人工发布') });
    expect(submissions(desk)).toHaveLength(1);
  });

  it('asks a person before it makes anew a draft that somebody deleted', async () => {
    const desk = await aDesk();
    const marks: Record<string, string> = {};
    const delivery = desk.delivery(aPublication());
    desk.simulator.fault(submitPath, { kind: 'errcode', errcode: 53503 });
    await wechat.deliver(delivery as never, desk.host(marks));
    await askWechat(desk, '/cgi-bin/draft/delete', { media_id: marks['draftMediaId'] });
    const gone = await wechat.deliver({ ...delivery, marks: { ...marks } } as never, desk.host(marks));
    expect(gone).toMatchObject({ outcome: 'refused', code: 'DRAFT_GONE' });
    expect((await desk.run({ ...delivery, marks, last: gone })).receipt.outcome).toBe('delivered');
    expect(online(desk)).toHaveLength(1);
  });

  it('corrects a draft in place', async () => {
    const desk = await aDesk({ mode: 'draft' });
    const first = await desk.run(desk.delivery(aPublication()));
    const { receipt } = await desk.run(desk.delivery(corrected(), 'correct', standingFrom(first)));
    expect(receipt).toMatchObject({ outcome: 'delivered', remoteId: (first.receipt as { remoteId: string }).remoteId, message: expect.stringContaining('更正版已在草稿箱') });
    expect(account(desk).drafts()).toHaveLength(1);
    expect(account(desk).drafts()[0]!.articles[0]).toMatchObject({ title: '更正后的标题', content: expect.stringContaining('更正说明') });
  });

  it('makes a new draft when the old one left the box, and names the old article that a person published', async () => {
    const desk = await aDesk({ mode: 'draft' });
    const first = await desk.run(desk.delivery(aPublication()));
    await askWechat(desk, submitPath, { media_id: (first.receipt as { remoteId: string }).remoteId });
    await desk.simulator.advance(5_000);
    const { receipt } = await desk.run(desk.delivery(corrected(), 'correct', standingFrom(first)));
    expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('旧文已发布（http') });
    expect(account(desk).drafts()).toHaveLength(1);
    expect(online(desk)).toHaveLength(1);
  });

  it('corrects a published article by deleting it and publishing the new one, and says that the address changed', async () => {
    const desk = await aDesk();
    const first = await desk.run(desk.delivery(aPublication()));
    const { receipt } = await desk.run(desk.delivery(corrected(), 'correct', standingFrom(first)));
    expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('文章地址已变') });
    expect(online(desk).map(({ pages }) => pages[0]!.article.title)).toEqual(['更正后的标题']);
    expect(account(desk).drafts()).toEqual([]);
  });

  it('has WeChat accept the corrected text before it deletes the wrong one, and says so when nothing is online', async () => {
    const desk = await aDesk();
    const first = await desk.run(desk.delivery(aPublication()));
    const delivery = desk.delivery(corrected(), 'correct', standingFrom(first));
    desk.simulator.fault('/cgi-bin/draft/add', { kind: 'errcode', errcode: 45166 });
    expect((await desk.run(delivery)).receipt).toMatchObject({ outcome: 'refused', code: 'WECHAT_45166' });
    expect(online(desk)).toHaveLength(1);
    account(desk).scriptPublish({ status: 4 });
    const { receipt, marks } = await desk.run(delivery);
    expect(receipt).toMatchObject({ outcome: 'refused', message: expect.stringContaining('目前线上没有这篇文章') });
    expect(online(desk)).toEqual([]);
    expect((await desk.run({ ...delivery, marks, last: receipt })).receipt.outcome).toBe('delivered');
    expect(online(desk).map(({ pages }) => pages[0]!.article.title)).toEqual(['更正后的标题']);
  });

  it('treats a correction without a standing version as a publication', async () => {
    const desk = await aDesk();
    expect((await desk.run(desk.delivery(corrected(), 'correct'))).receipt.outcome).toBe('delivered');
    expect(online(desk)).toHaveLength(1);
  });

  it('waits with a correction or a retraction while the earlier version is still being published', async () => {
    const desk = await aDesk();
    account(desk).scriptPublish({ delayMs: 10 * 60_000 });
    const marks: Record<string, string> = {};
    await wechat.deliver(desk.delivery(aPublication()) as never, desk.host(marks));
    const uncertain: Standing = { version: 1, isUncertain: true, marks, remoteId: marks['publishId']! };
    const { heard, receipt } = await desk.run(desk.delivery(retracted(), 'retract', uncertain));
    expect(heard[0]).toMatchObject({ outcome: 'failed', retryAt: expect.any(Date) });
    expect(receipt.outcome).toBe('delivered');
    expect(online(desk)).toEqual([]);
  });

  it('takes back an article whose submission was never answered', async () => {
    const desk = await aDesk();
    account(desk).scriptPublish({ delayMs: 4 * 60_000 });
    desk.simulator.fault(submitPath, { kind: 'drop-after-effect' });
    const marks: Record<string, string> = {};
    await wechat.deliver(desk.delivery(aPublication()) as never, desk.host(marks));
    const { receipt } = await desk.run(desk.delivery(retracted(), 'retract', { version: 1, isUncertain: true, marks }));
    expect(receipt.outcome).toBe('delivered');
    expect(online(desk)).toEqual([]);
    expect(account(desk).drafts()).toEqual([]);
  });

  it('retracts drafts and articles, says what WeChat cannot take back, and does not mind doing it twice', async () => {
    for (const mode of ['draft', 'publish'] as const) {
      const desk = await aDesk({ mode });
      const first = await desk.run(desk.delivery(aPublication()));
      const other = await desk.run(desk.delivery(aPublication({ contentId: 'other', url: 'https://cms.example.gov.cn/c/other' })));
      const delivery = desk.delivery(retracted(), 'retract', standingFrom(first));
      const { receipt } = await desk.run(delivery);
      expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringMatching(/已删除 1 篇.*无法撤回/) });
      expect((await desk.run(delivery)).receipt.outcome).toBe('delivered');
      expect(account(desk).drafts().length + online(desk).length).toBe(1);
      expect(other.receipt.outcome).toBe('delivered');
    }
  });

  it('retracts what a person published by hand from our draft', async () => {
    const desk = await aDesk({ mode: 'draft' });
    const first = await desk.run(desk.delivery(aPublication()));
    await askWechat(desk, submitPath, { media_id: (first.receipt as { remoteId: string }).remoteId });
    await desk.simulator.advance(5_000);
    const { receipt } = await desk.run(desk.delivery(retracted(), 'retract', standingFrom(first)));
    expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('已删除 1 篇已发布文章') });
    expect(online(desk)).toEqual([]);
  });

  it('asks a person where the account may not look through its published articles', async () => {
    const desk = await aDesk({ mode: 'draft' }, { verified: false });
    const first = await desk.run(desk.delivery(aPublication()));
    await askWechat(desk, '/cgi-bin/draft/delete', { media_id: (first.receipt as { remoteId: string }).remoteId });
    const { receipt } = await desk.run(desk.delivery(retracted(), 'retract', standingFrom(first)));
    expect(receipt).toMatchObject({ outcome: 'refused', code: 'DRAFT_GONE' });
  });

  it('leaves a draft alone that people bundled with other articles', async () => {
    const desk = await aDesk({ mode: 'draft' });
    const first = await desk.run(desk.delivery(aPublication()));
    const [mine] = account(desk).drafts();
    const one = { title: '别的文章', content: '<p>别人的</p>', thumb_media_id: mine!.articles[0]!.thumbMediaId };
    const ours = { title: '我们的', content: mine!.articles[0]!.content, thumb_media_id: mine!.articles[0]!.thumbMediaId };
    const { media_id } = await askWechat(desk, '/cgi-bin/draft/add', { articles: [one, ours] }) as { media_id: string };
    await askWechat(desk, '/cgi-bin/draft/delete', { media_id: mine!.mediaId });
    const standing: Standing = { ...standingFrom(first), remoteId: media_id, marks: { draftMediaId: media_id } };
    expect((await desk.run(desk.delivery(retracted(), 'retract', standing))).receipt).toMatchObject({ outcome: 'refused', code: 'DRAFT_BUNDLED' });
    expect((await desk.run(desk.delivery(corrected(), 'correct', standing))).receipt.outcome).toBe('delivered');
    expect(account(desk).drafts()[0]!.articles.map(({ title }) => title)).toEqual(['别的文章', '更正后的标题']);
  });

  describe('a bundle', () => {
    const named = (name: string, overrides: Partial<Publication> = {}) => aPublication({ contentId: name, title: `标题${name}`, url: `https://cms.example.gov.cn/c/${name}`, ...overrides });
    const bundleOf = (...parts: Publication[]): Publication => ({ ...parts[0]!, contentId: 'bundle_1', version: 1, kind: 'bundle', parts });
    const three = () => bundleOf(named('甲'), named('乙'), named('丙'));
    const titles = (desk: Desk) => account(desk).drafts().map(({ articles }) => articles.map(({ title }) => title));
    const partStanding = ({ receipt, marks }: Settled, at: number): Standing => {
      const { parts, remoteId } = receipt as Extract<Receipt, { outcome: 'delivered' }>;
      return { version: 1, marks: { ...marks, ...parts![at]!.marks }, ...(remoteId && { remoteId }), ...(parts![at]!.url && { url: parts![at]!.url }) };
    };

    it('is one draft with its articles in the chosen order, each with the text that was reviewed and its own mark', async () => {
      const desk = await aDesk({ mode: 'draft' });
      const { receipt } = await desk.run(desk.delivery(three()));
      expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('多图文 3 篇'), parts: [{ marks: { place: '1' } }, { marks: { place: '2' } }, { marks: { place: '3' } }] });
      expect(titles(desk)).toEqual([['标题甲', '标题乙', '标题丙']]);
      const marks = account(desk).drafts()[0]!.articles.map(({ content }) => /data-yici="([0-9a-f]{16})"/.exec(content)?.[1]);
      expect(marks).toEqual(['甲', '乙', '丙'].map((id) => markerOf(desk.destination.id, id, 1)));
    });

    it('of more than eight articles is refused, and says how many there are', () => {
      const parts = Array.from({ length: 9 }, (_, at) => named(`${at}`));
      expect(() => wechat.render(bundleOf(...parts), 'publish', to() as never)).toThrow('一组图文最多 8 篇，这里有 9 篇');
    });

    it('takes the place of the drafts in which its articles stood alone', async () => {
      const desk = await aDesk({ mode: 'draft' });
      await desk.run(desk.delivery(named('乙')));
      await desk.run(desk.delivery(named('别的')));
      await desk.run(desk.delivery(three()));
      expect(titles(desk).map((each) => each.join()).sort()).toEqual(['标题别的', '标题甲,标题乙,标题丙']);
    });

    it('is published once, and every article has its own address', async () => {
      const desk = await aDesk();
      const { receipt } = await desk.run(desk.delivery(three()));
      const { parts } = receipt as Extract<Receipt, { outcome: 'delivered' }>;
      expect(submissions(desk)).toHaveLength(1);
      expect(parts!.map(({ url }) => url)).toEqual(online(desk)[0]!.pages.map(({ url }) => url));
      expect(new Set(parts!.map(({ url }) => url)).size).toBe(3);
    });

    it('is found by looking, whole, when the answer to its submission was lost', async () => {
      const desk = await aDesk();
      desk.simulator.fault(submitPath, { kind: 'drop-after-effect' });
      const { receipt } = await desk.run(desk.delivery(three()));
      expect(receipt).toMatchObject({ outcome: 'delivered', parts: [{ url: expect.any(String) }, { url: expect.any(String) }, { url: expect.any(String) }] });
      expect(submissions(desk)).toHaveLength(1);
    });

    it('of drafts has one article corrected at its place', async () => {
      const desk = await aDesk({ mode: 'draft' });
      const sent = await desk.run(desk.delivery(three()));
      const { receipt } = await desk.run(desk.delivery(named('乙', { version: 2, note: '数据有误', title: '更正乙' }), 'correct', partStanding(sent, 1)));
      expect(receipt.outcome).toBe('delivered');
      expect(titles(desk)).toEqual([['标题甲', '更正乙', '标题丙']]);
    });

    it('of drafts is made anew without an article that is retracted, and the others are still corrected at their new places', async () => {
      const desk = await aDesk({ mode: 'draft' });
      const sent = await desk.run(desk.delivery(three()));
      const before = account(desk).drafts()[0]!.articles[2]!.content;
      const retraction = desk.delivery(named('乙', { version: 2, note: '事实有误' }), 'retract', partStanding(sent, 1));
      expect((await desk.run(retraction)).receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('已删除 1 篇草稿') });
      expect((await desk.run(retraction)).receipt.outcome).toBe('delivered');
      expect(titles(desk)).toEqual([['标题甲', '标题丙']]);
      expect(account(desk).drafts()[0]!.articles[1]!.content).toBe(before);
      await desk.run(desk.delivery(named('丙', { version: 2, note: '数据有误', title: '更正丙' }), 'correct', partStanding(sent, 2)));
      expect(titles(desk)).toEqual([['标题甲', '更正丙']]);
    });

    it('that was published has one article deleted at its place for a retraction, and for a correction deleted and published alone', async () => {
      const desk = await aDesk();
      const sent = await desk.run(desk.delivery(three()));
      await desk.run(desk.delivery(named('乙', { version: 2, note: '事实有误' }), 'retract', partStanding(sent, 1)));
      expect(online(desk)[0]!.pages.map(({ isDeleted }) => isDeleted)).toEqual([false, true, false]);
      const { receipt } = await desk.run(desk.delivery(named('丙', { version: 2, note: '数据有误', title: '更正丙' }), 'correct', partStanding(sent, 2)));
      expect(receipt).toMatchObject({ outcome: 'delivered', message: expect.stringContaining('文章地址已变') });
      expect(online(desk).map(({ pages }) => pages.filter(({ isDeleted }) => !isDeleted).map(({ article }) => article.title))).toEqual([['标题甲'], ['更正丙']]);
    });

    it('ends as if nothing had happened when the worker dies at any step', async () => {
      const whole = await aDesk();
      await whole.run(whole.delivery(three()));
      for (let at = 1; at <= whole.steps; at += 1) {
        const desk = await aDesk();
        const { receipt } = await desk.run(desk.delivery(three()), { crash: { at, side: 'after' } });
        expect([receipt.outcome, online(desk).length, account(desk).drafts().length]).toEqual(['delivered', 1, 0]);
      }
    });
  });

  it('checks the connection in sentences, and has none when all is well', async () => {
    const findings = async (more: Partial<WechatSettings>, options: object): Promise<string[]> => {
      const desk = await aDesk(more, options);
      return wechat.check!(desk.destination as never, desk.host({}));
    };
    expect(await findings({}, {})).toEqual([]);
    expect(await findings({ mode: 'draft' }, { verified: false })).toEqual([]);
    expect(await findings({}, { verified: false })).toEqual([expect.stringContaining('48001')]);
    expect(await findings({}, { ipWhitelist: ['203.0.113.9'] })).toEqual([expect.stringContaining('127.0.0.1')]);
    const last = await aDesk({}, { quotas: { [submitPath]: 1 } });
    await last.run(last.delivery(aPublication()));
    expect(await wechat.check!(last.destination as never, last.host({}))).toEqual([expect.stringContaining('次数已用完')]);
  });

  describe('when the worker dies at any step', () => {
    interface Scenario { readonly name: string; readonly mode: WechatSettings['mode']; readonly action: Action }
    const scenarios: readonly Scenario[] = [
      { name: 'a draft', mode: 'draft', action: 'publish' }, { name: 'a publication', mode: 'publish', action: 'publish' },
      { name: 'a correction of a draft', mode: 'draft', action: 'correct' }, { name: 'a correction of an article', mode: 'publish', action: 'correct' },
      { name: 'a retraction of a draft', mode: 'draft', action: 'retract' }, { name: 'a retraction of an article', mode: 'publish', action: 'retract' },
    ];
    const prepare = async ({ mode, action }: Scenario): Promise<{ desk: Desk; delivery: Delivery; before: number }> => {
      const desk = await aDesk({ mode });
      if (action === 'publish') return { desk, delivery: desk.delivery(aPublication()), before: 0 };
      const first = await desk.run(desk.delivery(aPublication()));
      const publication = action === 'correct' ? corrected({ media: [{ ...someMedia[0]!, sha256: 'e'.repeat(64) }, ...someMedia.slice(1)] }) : retracted();
      return { desk, delivery: desk.delivery(publication, action, standingFrom(first)), before: submissions(desk).length };
    };

    it.each(scenarios)('$name ends as if nothing had happened: no draft twice, no publication twice', async (scenario) => {
      const calm = await prepare(scenario);
      calm.desk.steps = 0;
      await wechat.deliver(calm.delivery as never, calm.desk.host({}));
      const { steps } = calm.desk;
      expect(steps).toBeGreaterThan(2);
      for (let at = 1; at <= steps; at += 1) {
        for (const side of ['before', 'after'] as const) {
          const { desk, delivery, before } = await prepare(scenario);
          const { receipt, heard } = await desk.run(delivery, { crash: { at, side } });
          const isOnline = online(desk).map(({ pages }) => pages[0]!.article.title);
          const inBox = account(desk).drafts().map(({ articles }) => articles[0]!.title);
          const wanted = scenario.action === 'retract' ? [] : [delivery.publication.title];
          const seen = { at, side, heard: heard.map(({ outcome }) => outcome), outcome: receipt.outcome, isOnline, inBox, submitted: submissions(desk).length - before };
          expect(seen).toMatchObject({
            outcome: 'delivered', isOnline: scenario.mode === 'publish' ? wanted : [], inBox: scenario.mode === 'draft' ? wanted : [],
            submitted: scenario.mode === 'publish' && scenario.action !== 'retract' ? 1 : 0,
          });
        }
      }
    });
  });

  describe('the callback', () => {
    const servers: { close(): unknown }[] = [];
    afterEach(() => { for (const server of servers.splice(0)) server.close(); });

    /** A real server that hands requests to the channel, as the product does. */
    const aCallback = async (desk: () => Desk): Promise<string> => {
      const server = createServer((request: IncomingMessage, response: ServerResponse) => {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
          const url = `http://127.0.0.1${request.url ?? '/'}`;
          const init = request.method === 'GET' ? {} : { method: request.method!, body: Buffer.concat(parts) };
          void wechat.serve!(new Request(url, init), desk().destination as never, desk().host({})).then(async (answer) => {
            response.writeHead(answer.status, Object.fromEntries(answer.headers));
            response.end(await answer.text());
          });
        });
      });
      await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
      servers.push(server);
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/channels/wechat/destination-1/callback`;
    };

    const withCallback = async (mode: CallbackMode, key: string | undefined = mode === 'plain' ? undefined : encodingAESKey): Promise<Desk> => {
      const desks: Desk[] = [];
      const url = await aCallback(() => desks[0]!);
      desks.push(await aDesk({ callbackToken, ...(key && { encodingAESKey: key }) }, { callback: { url, token: callbackToken, encodingAesKey: encodingAESKey, mode } }));
      return desks[0]!;
    };

    it.each(['plain', 'compatible', 'safe'] as const)('verifies its address and reports a finished publication in %s mode', async (mode) => {
      const desk = await withCallback(mode);
      expect(await account(desk).verifyCallback()).toBeUndefined();
      const receipt = await wechat.deliver(desk.delivery(aPublication()) as never, desk.host({}));
      await desk.simulator.advance(3_000);
      await desk.simulator.settled();
      const [article] = online(desk);
      expect(desk.reports).toEqual([{
        remoteId: (receipt as { remoteId: string }).remoteId,
        receipt: { outcome: 'delivered', remoteId: article!.articleId, url: article!.pages[0]!.url, message: expect.any(String) },
      }]);
    });

    it('reports a failure in words, the same twice, and before the submission\'s own answer', async () => {
      const desk = await withCallback('safe');
      account(desk).scriptPublish({ status: 4, event: 'twice' }, { event: 'before-answer' });
      await wechat.deliver(desk.delivery(aPublication()) as never, desk.host({}));
      await desk.simulator.advance(3_000);
      expect(desk.reports.map(({ receipt }) => receipt)).toEqual(Array.from({ length: 2 }, () => expect.objectContaining({ outcome: 'refused', code: 'PUBLISH_STATUS_4' })));
      const early = await wechat.deliver(desk.delivery(aPublication({ contentId: 'other' })) as never, desk.host({}));
      expect(desk.reports[2]).toMatchObject({ remoteId: (early as { remoteId: string }).remoteId, receipt: { outcome: 'delivered' } });
    });

    it('answers events it has no use for with success', async () => {
      const desk = await withCallback('safe');
      expect(await account(desk).push({ Event: 'unsubscribe', EventKey: '' })).toBe('success');
      expect(desk.reports).toEqual([]);
    });

    const now = Math.floor(hostNow.getTime() / 1000);
    const serve = (init: { method?: string; body?: string; query?: Record<string, string>; settings?: Partial<WechatSettings>; path?: string; timestamp?: number } = {}) => {
      const timestamp = String(init.timestamp ?? now);
      const signed = { timestamp, nonce: 'n1', signature: signatureOf(callbackToken, timestamp, 'n1'), ...init.query };
      const url = `https://cms.example.gov.cn${init.path ?? '/channels/wechat/destination-1/callback'}?${new URLSearchParams(signed).toString()}`;
      const request = new Request(url, { method: init.method ?? 'POST', ...(init.method !== 'GET' && { body: init.body ?? '<xml><Event>X</Event></xml>' }) });
      return wechat.serve!(request, to({ callbackToken, ...init.settings }) as never, host);
    };
    const host = aHost();
    const encrypt = (message: string, appid = appId): string => {
      const key = Buffer.from(`${encodingAESKey}=`, 'base64');
      const size = Buffer.alloc(4);
      size.writeUInt32BE(Buffer.byteLength(message));
      const plain = Buffer.concat([Buffer.alloc(16, 'r'), size, Buffer.from(message), Buffer.from(appid)]);
      const padding = 32 - (plain.length % 32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
    };
    const event = '<xml><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>9</publish_id><publish_status>0</publish_status><article_id>A</article_id></PublishEventInfo></xml>';
    const pushOf = (encrypted: string, plain = '') => serve({
      body: `<xml><Encrypt>${encrypted}</Encrypt>${plain}</xml>`, settings: { encodingAESKey },
      query: { msg_signature: createHash('sha1').update([callbackToken, String(now), 'n1', encrypted].sort().join('')).digest('hex') },
    });

    it('echoes verbatim, as plain text, only what is signed and fresh', async () => {
      const good = await serve({ method: 'GET', query: { echostr: '<b>7</b>' } });
      expect([good.status, good.headers.get('content-type'), await good.text()]).toEqual([200, 'text/plain; charset=utf-8', '<b>7</b>']);
      expect((await serve({ method: 'GET', query: { signature: 'f'.repeat(40) } })).status).toBe(403);
      expect((await serve({ method: 'GET', query: { signature: '' } })).status).toBe(403);
      expect((await serve({ timestamp: now - 301 })).status).toBe(403);
      expect((await serve({ timestamp: now + 301 })).status).toBe(403);
      expect((await serve({ timestamp: now - 299 })).status).toBe(200);
      expect((await serve({ query: { timestamp: 'NaN', signature: signatureOf(callbackToken, 'NaN', 'n1') } })).status).toBe(403);
    });

    it('is not there without a token, elsewhere, or for other methods', async () => {
      expect((await wechat.serve!(new Request('https://a.cn/callback'), to() as never, host)).status).toBe(404);
      expect((await serve({ path: '/channels/wechat/destination-1/else' })).status).toBe(404);
      expect((await serve({ method: 'PUT' })).status).toBe(405);
    });

    it('refuses bodies over 64 KB, document types, entities and what is no XML', async () => {
      expect((await serve({ body: `<xml>${'x'.repeat(65_536)}</xml>` })).status).toBe(413);
      expect((await serve({ body: '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Event>&a;</Event></xml>' })).status).toBe(400);
      expect((await serve({ body: 'no xml' })).status).toBe(400);
      expect((await serve({ body: '' })).status).toBe(400);
    });

    it('believes only what is encrypted once a key is set', async () => {
      expect((await serve({ body: event, settings: { encodingAESKey } })).status).toBe(403);
      expect((await pushOf(encrypt(event, 'wxforeign')))!.status).toBe(403);
      expect((await serve({ body: `<xml><Encrypt>${encrypt(event)}</Encrypt></xml>`, settings: { encodingAESKey }, query: { msg_signature: 'f'.repeat(40) } })).status).toBe(403);
      expect(host.reports).toEqual([]);
      expect((await pushOf(encrypt('<xml><Event>X</Event></xml>'), event.slice(5, -6))).status).toBe(200);
      expect(host.reports).toEqual([]);
      expect((await pushOf(encrypt(event))).status).toBe(200);
      expect(host.reports).toEqual([{ remoteId: '9', receipt: expect.objectContaining({ outcome: 'delivered', remoteId: 'A' }) }]);
    });

    it('does not believe a plain push that WeChat itself does not confirm', async () => {
      const quiet = aHost();
      const timestamp = String(now);
      const url = `https://a.cn/callback?timestamp=${timestamp}&nonce=n1&signature=${signatureOf(callbackToken, timestamp, 'n1')}`;
      const answer = await wechat.serve!(new Request(url, { method: 'POST', body: event }), to({ callbackToken }) as never, quiet);
      expect([answer.status, await answer.text(), quiet.reports]).toEqual([200, 'success', []]);
    });
  });

  /** What a person does in the console, done by the API. */
  async function askWechat(desk: Desk, path: string, body: object): Promise<unknown> {
    const token = [...desk.remembered].find(([key]) => key === 'token')![1].value;
    const response = await fetch(`${desk.simulator.url}${path}?access_token=${token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return response.json();
  }

  afterAll(() => expect(open).toEqual([]));
});
