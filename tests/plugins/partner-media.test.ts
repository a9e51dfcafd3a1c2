import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Value } from 'typebox/value';
import { partnerMedia } from '../../plugins/partner-media/index.js';
import { ninjs, type Ninjs } from '../../plugins/partner-media/ninjs.js';
import { plainText } from '../../plugins/partner-media/plain-text.js';
import type { PartnerMediaSettings } from '../../plugins/partner-media/settings.js';
import { retryAfter } from '../../plugins/partner-media/to-receipt.js';
import { urgencyOf } from '../../plugins/partner-media/to-ninjs.js';
import type { Action, Publication, Receipt } from '../../src/distribution/channel.js';
import { aDelivery, aDestination, aHost, hostNow } from '../kit/a-host.js';
import { aCorrection, aPublication, someMedia } from '../kit/a-publication.js';
import { describeChannel, hostileTitles } from '../kit/describe-channel.js';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const previousSecret = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const settings: PartnerMediaSettings = { url: 'https://media.example.cn/hook?token=private', secret, provider: '某市跑改办' };

interface Sent { readonly url: string; readonly body: string; readonly headers: Record<string, string>; readonly redirect: string | undefined }

/** A host whose network gives this answer, and what was sent to it. */
function answering(answer: () => Response | Promise<Response>, now = hostNow) {
  const sent: Sent[] = [];
  const fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, body: new TextDecoder().decode(init.body as Uint8Array), headers: init.headers as Record<string, string>, redirect: init.redirect });
    return Promise.resolve().then(answer);
  }) as typeof globalThis.fetch;
  return { sent, host: aHost({ fetch, now: () => now }) };
}

const to = (more: Partial<PartnerMediaSettings> = {}) => aDestination<PartnerMediaSettings>({ ...settings, ...more });
const deliver = (host: ReturnType<typeof aHost>, more: Partial<PartnerMediaSettings> = {}): Promise<Receipt> =>
  partnerMedia.deliver(aDelivery(partnerMedia, { destination: to(more) }) as never, host);
const receiptFor = (status: number, body = '', headers: Record<string, string> = {}): Promise<Receipt> =>
  deliver(answering(() => new Response(status === 204 ? null : body, { status, headers })).host);
const rejecting = (error: Error): Promise<Receipt> => deliver(answering(() => Promise.reject(error)).host);

interface Envelope { readonly type: string; readonly timestamp: string; readonly data: Ninjs }
const rendered = (publication: Publication, action: Action = 'publish', more: Partial<PartnerMediaSettings> = {}): Envelope =>
  JSON.parse(partnerMedia.render(publication, action, to(more) as never).body) as Envelope;

describeChannel(partnerMedia, {
  hosts: {
    'a receiver that takes everything': () => answering(() => Response.json({ id: 'P-1', url: 'https://media.example.cn/1' })).host,
    'a receiver that fails': () => answering(() => Response.json({ error: '稿件库繁忙' }, { status: 500 })).host,
    'a receiver that tells our secret': () => answering(() => new Response('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD', { status: 400 })).host,
    'a network error that holds the address': () => answering(() => Promise.reject(new Error('https://media.example.cn/yici/hook'))).host,
  },
});

describe('the news item', () => {
  const cases = [...Object.values(hostileTitles), '普通标题'].flatMap((title) => (['publish', 'correct', 'retract'] as const).map((action) => ({ title, action })));

  it.each(cases)('is valid against our strict part of ninjs 3.0: $action, $title', ({ title, action }) => {
    for (const mode of ['full', 'link'] as const) {
      const { data } = rendered(aCorrection({ title, place: title, tags: [title], embargoedUntil: new Date('2025-04-01') }), action, { mode, rightsUrl: 'https://a.cn/版权', usageTerms: title });
      expect([...Value.Errors(ninjs, data)]).toEqual([]);
    }
  });

  it('carries headlines, summary, both forms of the text, sources, subjects, place, unit and importance', () => {
    const { type, timestamp, data } = rendered(aPublication({ details: [{ name: 'problem', label: '问题', text: '多头跑' }] }));
    expect({ type, timestamp }).toEqual({ type: 'content.published', timestamp: '2025-03-03T02:00:00.000Z' });
    expect(data).toMatchObject({
      uri: aPublication().url, type: 'text', version: '1', pubStatus: 'usable', representationType: 'full', profile: 'article', urgency: 3, language: 'zh-CN',
      firstCreated: '2025-03-03T02:00:00.000Z', versionCreated: '2025-03-03T02:00:00.000Z',
      headlines: [{ role: 'main', value: aPublication().title }, { role: 'short', value: '不动产登记一小时办结' }],
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: aPublication().summary }],
      infoSources: [{ role: 'provider', name: '某市跑改办' }, { role: 'originator', name: '市跑改办' }],
      organisations: [{ name: '市规划和自然资源局', rel: 'about', literal: 'unit-land' }],
      places: [{ name: '杭州市西湖区', rel: 'about' }],
      altIds: [{ role: 'docId', value: aPublication().contentId }],
    });
    expect(data.subjects?.map(({ name, rel }) => `${rel}:${name}`)).toEqual(['topic:不动产登记', 'tag:一窗受理', 'tag:数据共享']);
    expect(data.bodies?.map(({ role, contentType }) => [role, contentType])).toEqual([['main', 'text/html'], ['plain', 'text/plain'], ['problem', 'text/plain']]);
    expect(data.bodies?.[1]?.value.length).toBe(data.bodies?.[1]?.charCount);
  });

  it('names cover, video and file with address, type, pixels, seconds and bytes', () => {
    const { data } = rendered(aPublication());
    expect(data.associations?.map(({ name, type }) => [name, type])).toEqual([['cover', 'picture'], ['media-video', 'video'], ['media-file', 'component']]);
    expect(data.associations?.[0]).toMatchObject({ by: '王敏 摄', altIds: [{ role: 'sha256', value: 'a'.repeat(64) }] });
    expect(data.associations?.[1]?.renditions).toEqual([
      { name: 'main', href: 'https://cms.example.gov.cn/media/media-video.mp4', contentType: 'video/mp4', sizeInBytes: 18_300_000, width: 1280, height: 720, duration: 62.5 },
    ]);
  });

  it('names the forms of a picture by address: those that are other than the original, and for the cover the shape that is shared', () => {
    const formsOf = (publication: Publication) => rendered(publication).data.associations?.[0]?.renditions.map(({ name, width, height }) => [name, width, height]);
    expect(formsOf(aPublication())).toEqual([['main', 1920, 1080], ['preview', 1200, 675], ['share', 1200, 628]]);
    expect(formsOf(aPublication({ coverId: undefined, media: [{ ...someMedia[0]!, contentType: 'image/png' }] }))).toEqual([['main', 1920, 1080], ['large', 1920, 1080], ['preview', 1200, 675]]);
    expect(rendered(aPublication()).data.associations?.[0]?.renditions[1]).toMatchObject({ href: 'https://cms.example.gov.cn/media/media-cover/feed.jpg', contentType: 'image/jpeg' });
  });

  it('corrects under the same uri with a higher version and the editor’s note', () => {
    const { type, data } = rendered(aCorrection(), 'correct');
    expect(type).toBe('content.corrected');
    expect(data).toMatchObject({ uri: aPublication().url, version: '2', pubStatus: 'usable', versionCreated: '2025-03-05T02:12:00.000Z', edNote: '更正：第二段数据' });
  });

  it('retracts under the same uri as canceled, with the reason and without anything that could be run', () => {
    const { type, data } = rendered(aCorrection({ version: 3, note: '撤稿：事实有误' }), 'retract');
    expect(type).toBe('content.retracted');
    expect(data).toMatchObject({ uri: aPublication().url, version: '3', pubStatus: 'canceled', edNote: '撤稿：事实有误' });
    expect([data.bodies, data.associations, data.descriptions]).toEqual([undefined, undefined, undefined]);
  });

  it('says until when it may not run', () => {
    expect(rendered(aPublication({ embargoedUntil: new Date('2025-04-01T00:00:00Z') })).data).toMatchObject({ embargoedUntil: '2025-04-01T00:00:00.000Z', pubStatus: 'usable' });
    expect(rendered(aPublication({ embargoedUntil: new Date('2025-04-01T00:00:00Z'), embargoTimeZone: 'Asia/Shanghai' })).data).toMatchObject({ embargoedUntil: '2025-04-01T08:00:00.000+08:00' });
  });

  it.each([[1, 5], [3, 3], [5, 1], [0, 5], [99, 1]])('turns importance %i into urgency %i', (importance, urgency) => {
    expect(urgencyOf(importance)).toBe(urgency);
  });

  it('reduces HTML to its words, one block per line', () => {
    expect(plainText('<h2>一</h2><p>二&amp;<br>三 <b>四</b></p><script>x</script><ul><li><p>五</p></li></ul>')).toBe('一\n二&\n三 四\n五');
  });
});

describe('size', () => {
  const bytesOf = (publication: Publication, more: Partial<PartnerMediaSettings> = {}): number => Buffer.byteLength(partnerMedia.render(publication, 'publish', to(more) as never).body);
  const long = (characters: number): Publication => aPublication({ html: `<p>${'字'.repeat(characters)}</p>` });

  it('sends whole what fits, then leaves out the plain text, then the text', () => {
    expect(rendered(long(2000)).data.bodies).toHaveLength(2);
    expect(rendered(long(4000)).data.bodies?.map(({ role }) => role)).toEqual(['main']);
    expect(rendered(long(8000)).data).toMatchObject({ representationType: 'partial', renditions: [{ name: 'web', href: aPublication().url }] });
    expect(rendered(long(8000)).data.bodies).toBeUndefined();
  });

  it('stays under the limit with a long text and many pictures', () => {
    const picture = aPublication().media[0]!;
    const media = [picture, ...Array.from({ length: 80 }, (_, at) => ({ ...picture, id: `picture-${at}` }))];
    expect(bytesOf({ ...long(50_000), media })).toBeLessThanOrEqual(20_000);
    expect(rendered({ ...long(50_000), media }).data.associations?.map(({ name }) => name)).toEqual(['cover']);
  });

  it('sends more to a partner who takes more', () => {
    expect(rendered(long(8000), 'publish', { maxBytes: 100_000 }).data.bodies).toHaveLength(2);
  });

  it('sends links only where the destination is set so', () => {
    expect(rendered(aPublication(), 'publish', { mode: 'link' }).data).toMatchObject({ representationType: 'partial', uri: aPublication().url });
  });
});

describe('the signature', () => {
  // The standard's library checks the time against the real clock, so these attempts are made now.
  const now = new Date();

  it.each([['the present secret', secret], ['the one before', previousSecret]])('satisfies the standard library with %s during a rotation', async (_name, known) => {
    const { host, sent } = answering(() => new Response(''), now);
    await deliver(host, { previousSecret });
    expect(sent[0]!.headers['webhook-signature']!.split(' ')).toHaveLength(2);
    expect(new Webhook(known).verify(sent[0]!.body, sent[0]!.headers)).toMatchObject({ type: 'content.published' });
    expect(() => new Webhook(known).verify(`${sent[0]!.body} `, sent[0]!.headers)).toThrow();
  });

  it('keeps the webhook-id over attempts and takes the time of each', async () => {
    const first = answering(() => new Response('', { status: 500 }), new Date('2025-03-06T08:00:00.900Z'));
    const second = answering(() => new Response(''), new Date('2025-03-06T08:05:00Z'));
    await deliver(first.host);
    await deliver(second.host);
    const [a, b] = [first.sent[0]!, second.sent[0]!];
    expect([a.headers['webhook-id'], a.body]).toEqual([b.headers['webhook-id'], b.body]);
    expect([a.headers['webhook-timestamp'], b.headers['webhook-timestamp']]).toEqual(['1741248000', '1741248300']);
    expect(a.headers['webhook-signature']).not.toBe(b.headers['webhook-signature']);
  });

  it('posts the frozen bytes, once, following no redirect', async () => {
    const { host, sent } = answering(() => new Response('', { status: 307, headers: { location: '/other' } }));
    const delivery = aDelivery(partnerMedia, { destination: to() });
    await partnerMedia.deliver(delivery as never, host);
    expect(sent).toEqual([expect.objectContaining({ url: settings.url, body: delivery.payload.body, redirect: 'manual' })]);
  });
});

describe('receipts', () => {
  it.each([200, 201, 202, 204])('takes %i as delivered', async (status) => {
    expect(await receiptFor(status)).toEqual({ outcome: 'delivered' });
  });

  it.each<[string, Partial<Receipt>]>([
    ['{"id":"P-7","url":"https://media.example.cn/7"}', { outcome: 'delivered', remoteId: 'P-7', url: 'https://media.example.cn/7' }],
    ['{"remoteId":12,"id":"no"}', { outcome: 'delivered', remoteId: '12' }],
    ['{"id":{},"url":"javascript:alert(1)"}', { outcome: 'delivered' }],
    ['{"id":"P-7"', { outcome: 'delivered' }],
    ['null', { outcome: 'delivered' }],
    ['<html>OK</html>', { outcome: 'delivered' }],
  ])('reads what it can of a 2xx answer: %s', async (body, expected) => {
    expect(await receiptFor(202, body)).toEqual(expected);
  });

  it('reads no more than 20 kB of an answer that never ends', async () => {
    let pulled = 0;
    const endless = new ReadableStream({ pull: (controller) => { pulled += 1; controller.enqueue(new Uint8Array(1000).fill(65)); } });
    expect(await deliver(answering(() => new Response(endless, { status: 400 })).host)).toMatchObject({ outcome: 'refused' });
    expect(pulled).toBeLessThan(30);
  });

  it('believes the status of an answer whose body is torn', async () => {
    const torn = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
    expect(await deliver(answering(() => new Response(torn, { status: 200 })).host)).toEqual({ outcome: 'delivered' });
  });

  it.each([
    [408, 'failed'], [425, 'failed'], [429, 'failed'], [503, 'failed'], [500, 'unknown'], [502, 'unknown'], [504, 'unknown'], [520, 'unknown'],
  ])('takes %i as %s: tried again, and believed to be there where a server may have kept it', async (status, outcome) => {
    expect(await receiptFor(status, '忙')).toEqual({ outcome, message: expect.stringContaining(`HTTP ${status}），稍后重试：忙`) });
  });

  it.each([
    ['120', 120_000], ['0', 1_000], ['99999999', 86_400_000], ['Thu, 06 Mar 2025 08:10:00 GMT', 600_000], ['Thu, 06 Mar 2024 08:10:00 GMT', 1_000],
  ])('waits as Retry-After says, between a second and a day: %s', async (value, expected) => {
    expect(await receiptFor(429, '', { 'retry-after': value })).toMatchObject({ retryAt: new Date(hostNow.getTime() + expected) });
  });

  it.each([[429, true], [503, true], [408, undefined]])('takes Retry-After of %i for all that goes there: %s', async (status, isForAll) => {
    expect(await receiptFor(status, '', { 'retry-after': '60' })).toEqual({ outcome: 'failed', message: expect.any(String), retryAt: new Date(hostNow.getTime() + 60_000), ...(isForAll && { isForAll }) });
  });

  it('waits as Retry-After says where the item may be there, too', async () => {
    expect(await receiptFor(500, '', { 'retry-after': '60' })).toEqual({ outcome: 'unknown', message: expect.any(String), askAgainAt: new Date(hostNow.getTime() + 60_000) });
  });

  it.each([null, '', 'soon', '-'])('ignores a Retry-After that is no time: %s', (value) => {
    expect(retryAfter(value, hostNow)).toBeUndefined();
  });

  it('takes 410 as the end of the destination', async () => {
    expect(await receiptFor(410)).toMatchObject({ outcome: 'refused', code: 'GONE', deactivate: true });
  });

  it.each([400, 401, 403, 404, 413, 422])('takes %i as refused and keeps their words, shortened, in one line', async (status) => {
    const receipt = await receiptFor(status, `栏目\n不符${'。'.repeat(5000)}`) as { message: string };
    expect(receipt).toMatchObject({ outcome: 'refused', code: `HTTP_${status}`, message: expect.stringContaining('栏目 不符') });
    expect(receipt.message.length).toBeLessThan(400);
    expect(receipt).not.toHaveProperty('deactivate');
  });

  it('refuses a redirect and names the host it leads to, not the address', async () => {
    const receipt = await receiptFor(302, '', { location: 'https://other.example/in?token=theirs' });
    expect(receipt).toMatchObject({ outcome: 'refused', code: 'REDIRECTED', message: expect.stringContaining('other.example') });
    expect(JSON.stringify(receipt)).not.toContain('token');
  });

  it.each([
    ['ECONNREFUSED', '没有开放服务', 'failed'], ['ENOTFOUND', '的域名查不到，请核对接收地址', 'failed'], ['UND_ERR_CONNECT_TIMEOUT', '连接不上', 'failed'], ['CERT_HAS_EXPIRED', '连接不成功', 'failed'], ['DEPTH_ZERO_SELF_SIGNED_CERT', '连接不成功', 'failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '连接不成功', 'failed'], ['ECONNRESET', '中断了连接', 'unknown'], ['ETIMEDOUT', '连接不上', 'unknown'], ['UND_ERR_HEADERS_TIMEOUT', '一直没有回答', 'unknown'], ['TimeoutError', '一直没有回答', 'unknown'], ['EODD', '连接不成功', 'unknown'],
  ])('tells %s in words (%s), without the address, as %s: unknown unless it was never connected', async (code, words, outcome) => {
    const receipt = await rejecting(Object.assign(new TypeError('fetch failed https://media.example.cn/hook?token=private'), { cause: Object.assign(new Error('x'), { code }) }));
    expect(receipt).toEqual({ outcome, message: `media.example.cn ${words}（${code}），稍后重试` });
  });

  it('asks a person where the address is not public', async () => {
    expect(await rejecting(Object.assign(new Error('10.0.0.1 is private'), { code: 'BLOCKED_ADDRESS' }))).toMatchObject({ outcome: 'refused', code: 'BLOCKED_ADDRESS' });
  });

  it('sends nothing without encryption, but to this machine or where it was allowed', async () => {
    const { host, sent } = answering(() => new Response(''));
    expect(await deliver(host, { url: 'http://media.example.cn/hook' })).toMatchObject({ outcome: 'refused', code: 'PLAIN_HTTP' });
    expect(sent).toEqual([]);
    expect(await deliver(host, { url: 'http://127.0.0.1:4400/hook' })).toEqual({ outcome: 'delivered' });
    expect(await deliver(host, { url: 'http://newsroom.intranet/hook', plainHttp: true })).toEqual({ outcome: 'delivered' });
  });
});

describe('settings and the connection test', () => {
  it.each(['ftp://a.cn/', 'https://', 'https://user:pass@a.cn/', 'https://a.cn/ x', 'https://a.cn/#part', 'a.cn'])('refuse the address %s', (url) => {
    expect(Value.Check(partnerMedia.settings, { ...settings, url })).toBe(false);
  });

  it.each(['', 'secret', 'whsec_', 'whsec_c2hvcnQ=', `whsec_${'!'.repeat(32)}`])('refuse the secret %j', (bad) => {
    expect(Value.Check(partnerMedia.settings, { ...settings, secret: bad })).toBe(false);
  });

  it('sends a signed test.ping that is no news, with an id of its own each time', async () => {
    const { host, sent } = answering(() => new Response(''), new Date());
    expect(await partnerMedia.check!(to() as never, host)).toEqual([]);
    expect(await partnerMedia.check!(to() as never, host)).toEqual([]);
    expect(new Webhook(secret).verify(sent[0]!.body, sent[0]!.headers)).toMatchObject({ type: 'test.ping' });
    expect(sent[0]!.headers['webhook-id']).not.toBe(sent[1]!.headers['webhook-id']);
  });

  it('tells in one sentence what the receiver said', async () => {
    expect(await partnerMedia.check!(to() as never, answering(() => new Response('no signature matches', { status: 401 })).host))
      .toEqual(['media.example.cn 拒收（HTTP 401，请核对签名密钥和双方时钟）：no signature matches']);
  });

  it('finds a secret of the wrong length before sending anything', async () => {
    const { host, sent } = answering(() => new Response(''));
    const findings = await partnerMedia.check!(to({ secret: `whsec_${Buffer.alloc(66).toString('base64').slice(0, 88)}` }) as never, host);
    expect([findings, sent]).toEqual([[expect.stringContaining('24 到 64 字节，现为 66 字节')], []]);
  });
});
