import mongoose from 'mongoose';
import sharp from 'sharp';
import { graphql, type GraphQLSchema } from 'graphql';
import { createSchema } from '../../src/app/graphql/schema.js';
import { DestinationModel } from '../../src/distribution/destination.js';
import { approve, anApproved, findStored, useMedia } from '../kit/contents.js';
import { correctContent, findRelease, publishContent, updateContent, type Targets } from '../../src/content/index.js';
import { activateDestination, createBlock, createDestination, deactivateDestination, destinationsFor, findChannel, findDestination, planDeliveries, previewRule, registerChannels, resealSecrets, testDestination, updateDestination } from '../../src/distribution/index.js';
import { openSettings } from '../../src/distribution/destination-settings.js';
import { createHost, guardedExchange } from '../../src/distribution/host.js';
import { findPublication } from '../../src/distribution/plan.js';
import { recordExchanges } from '../../src/distribution/record-exchanges.js';
import { forget, remember } from '../../src/distribution/remember.js';
import { storeAsset } from '../../src/media/index.js';
import { aPdf, placeAndCamera } from '../media/files.js';
import { ReleaseModel } from '../../src/content/release.js';
import { createVault, type Context } from '../../src/kernel/index.js';
import { as } from '../kit/people.js';
import { clock, hour, minute, services, testConfig, testServices, useDatabase } from '../kit/services.js';
import { aDestination, aRelease, article, ctx, deliverAll, ledger, outlet, registerOutlets, releaseAndPlan } from './outlets.js';

useDatabase();
beforeAll(registerOutlets);
beforeEach(() => outlet.reset());

const secret = 'a-very-secret-key';
const fields = { name: '都市快报', slug: 'dskb', channelId: 'repeats', settings: { title: '快报', key: secret } };

describe('a destination', () => {
  it('keeps its secrets sealed, apart from its settings', async () => {
    const { _id } = await createDestination(ctx(), fields);
    const stored = await DestinationModel.findById(_id).lean();
    expect(stored).toMatchObject({ settings: { title: '快报' }, isActive: true, concurrency: 4 });
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(openSettings(stored!, services.vault)).toEqual({ title: '快报', key: secret });
  });

  it('keeps a secret that an update leaves out, replaces one it gives and removes one it sets to null', async () => {
    const { _id } = await createDestination(ctx(), fields);
    const settingsNow = async () => openSettings((await findDestination(_id))!, services.vault);
    await updateDestination(ctx(), _id, { settings: { title: '晨报' } });
    expect(await settingsNow()).toEqual({ title: '晨报', key: secret });
    await updateDestination(ctx(), _id, { settings: { title: '晨报', key: 'another-secret' } });
    expect(await settingsNow()).toEqual({ title: '晨报', key: 'another-secret' });
    await updateDestination(ctx(), _id, { settings: { title: '晨报', key: null } });
    expect(await settingsNow()).toEqual({ title: '晨报' });
  });

  it.each([
    ['a missing setting', { settings: {} }, 'INVALID_SETTINGS', '缺少 title（标题）'],
    ['a setting that is too short', { settings: { title: 'x' } }, 'INVALID_SETTINGS', 'title（标题）：至少 2 个字符'],
    ['a setting that the channel does not have', { settings: { title: '快报', colour: 'red' } }, 'INVALID_SETTINGS', '没有「colour」'],
    ['a secret that is too short', { settings: { title: '快报', key: 'short' } }, 'INVALID_SETTINGS', 'key（密钥）：至少 8 个字符'],
    ['a channel that is not installed', { channelId: 'weibo' }, 'UNKNOWN_CHANNEL', 'weibo'],
    ['a slug with capitals', { slug: 'DSKB' }, 'INVALID_INPUT', 'slug'],
    ['an empty name', { name: ' ' }, 'INVALID_INPUT', 'name'],
    ['no concurrency at all', { concurrency: 0 }, 'INVALID_INPUT', 'concurrency'],
    ['a rule that asks for nothing', { rule: { conditions: [{}] } }, 'INVALID_INPUT', 'rule.conditions.0'],
    ['an importance beyond five', { rule: { conditions: [{ minImportance: 6 }] } }, 'INVALID_INPUT', 'minImportance'],
  ])('is refused with %s, in words that do not repeat a secret', async (_, wrong, code, words) => {
    const error = await createDestination(ctx(), { ...fields, ...wrong }).catch((thrown: unknown) => thrown) as { code: string; sentence: (language: 'zh') => string };
    expect(error.code).toBe(code);
    expect(error.sentence('zh')).toContain(words);
    expect(error.sentence('zh')).not.toContain(secret);
    expect(error.sentence('zh')).not.toContain('short');
    expect(await DestinationModel.countDocuments()).toBe(0);
  });

  it('has a slug of its own', async () => {
    await createDestination(ctx(), fields);
    await expect(createDestination(ctx(), fields)).rejects.toMatchObject({ code: 'DUPLICATE_DESTINATION_SLUG' });
    const other = await createDestination(ctx(), { ...fields, slug: 'cb' });
    await expect(updateDestination(ctx(), other._id, { slug: 'dskb' })).rejects.toMatchObject({ code: 'DUPLICATE_DESTINATION_SLUG' });
  });

  it('opens its secrets after YICI_SECRET was rotated, and is sealed anew so that the old one can go', async () => {
    const { _id } = await createDestination(ctx(), fields);
    const [newSecret, oldSecret] = ['a-new-secret-of-more-than-32-characters!', services.config.secrets[0]!];
    expect(await resealSecrets({ ...services, vault: createVault([newSecret, oldSecret]) })).toBe(1);
    expect(openSettings((await findDestination(_id))!, createVault([newSecret]))).toMatchObject({ key: secret });
    expect(await resealSecrets({ ...services, vault: createVault([newSecret, oldSecret]) })).toBe(0);
  });

  it('whose secrets cannot be opened sends nothing and tells the operator why', async () => {
    await createDestination(ctx(), fields);
    await releaseAndPlan(article(), 1);
    await deliverAll({ ...services, vault: createVault(['another-secret-of-more-than-32-characters']) });
    expect(outlet.calls).toEqual([]);
    expect((await ledger())[0]).toMatchObject({ state: 'refused', lastMessage: expect.stringContaining('YICI_SECRET') });
  });

  it('whose secrets cannot be opened says so when tested, and takes them anew', async () => {
    registerChannels([{ ...findChannel('plain')!, id: 'tested', check: () => Promise.resolve([]) }]);
    const { _id } = await createDestination(ctx(), { ...fields, channelId: 'tested' });
    const later = ctx({ ...services, vault: createVault(['another-secret-of-more-than-32-characters']) });
    await expect(testDestination(later, _id)).rejects.toMatchObject({ code: 'SECRETS_UNREADABLE', params: { name: fields.name } });
    await expect(updateDestination(later, _id, { settings: { title: '快报' } })).rejects.toMatchObject({ code: 'INVALID_SETTINGS', params: { problems: expect.stringContaining('key（密钥）：现存的值无法解密') } });
    await updateDestination(later, _id, { settings: { title: '快报', key: secret } });
    expect(await testDestination(later, _id)).toEqual([]);
  });

  it('says what is wrong with it when tested, without the secret', async () => {
    registerChannels([{ id: 'checked', name: { zh: '测', en: 'C' }, actions: ['publish'], settings: { type: 'object', properties: { key: { type: 'string', writeOnly: true } } } as never, render: () => ({ contentType: 'text/plain', body: '' }), deliver: () => Promise.resolve({ outcome: 'delivered' }),
      check: ({ settings }) => { const { key } = settings as { key: string }; return key === 'throws-away' ? Promise.reject(new Error(`wrong ${key}`)) : Promise.resolve([`不认识 ${key}`]); } }]);
    const first = await createDestination(ctx(), { ...fields, channelId: 'checked', settings: { key: 'secret-key' } });
    expect(await testDestination(ctx(), first._id)).toEqual(['不认识 •••']);
    await updateDestination(ctx(), first._id, { settings: { key: 'throws-away' } });
    expect(await testDestination(ctx(), first._id)).toEqual(['测试没有完成：wrong •••']);
  });

  it('is closed and opened with a reason in the audit trail, once each', async () => {
    const { _id } = await aDestination();
    for (let at = 0; at < 2; at += 1) await deactivateDestination(as('administrator'), _id, '合同到期');
    expect(await findDestination(_id)).toMatchObject({ isActive: false, deactivatedReason: '合同到期' });
    for (let at = 0; at < 2; at += 1) await activateDestination(as('administrator'), _id);
    expect((await findDestination(_id))?.deactivatedReason).toBeUndefined();
    const acts = await mongoose.connection.collection('audit').find({ subjectId: _id }).sort({ _id: 1 }).toArray().then((rows) => rows.map(({ action }) => action as string));
    expect(acts).toEqual(['destination.create', 'destination.deactivate', 'destination.activate']);
  });
});

describe('the preview of a rule', () => {
  it('shows which of the last hundred releases it selects, by topic with all below it', async () => {
    await mongoose.connection.collection('topics').insertMany([
      { _id: 'topic_1' as never, name: '重点领域', slug: 'key', path: ['topic_1'], order: 0 }, { _id: 'topic_2' as never, name: '商事登记', slug: 'biz', path: ['topic_1', 'topic_2'], order: 0 },
    ]);
    await ReleaseModel.create([aRelease({ title: '在下级', topicIds: ['topic_2'] }), aRelease({ title: '不在' }), aRelease({ title: '撤了的', topicIds: ['topic_2'], action: 'retract' })]);
    expect((await previewRule({ conditions: [{ topicIds: ['topic_1'] }] })).map(({ title }) => title)).toEqual(['在下级']);
  });
});

describe('who will get it', () => {
  const videos = { rule: { conditions: [{ kinds: ['video'] }] } };
  const reasons = async (...asked: Parameters<typeof destinationsFor>): Promise<Record<string, string>> =>
    Object.fromEntries((await destinationsFor(...asked)).map(({ destination, receives, reason }) => [destination._id, `${receives ? 'yes' : 'no'} ${reason}`]));
  const to = (given: Partial<Targets>): { targets: Targets } => ({ targets: { also: [], only: [], except: [], ...given } });

  it('is told before a publication, each with its reason, and nothing is planned by asking', async () => {
    const [byRule, never, closed, blocked, left] = [await aDestination(), await aDestination('repeats', videos), await aDestination(), await aDestination(), await aDestination()];
    await deactivateDestination(ctx(), closed._id, '合同到期');
    await createBlock(ctx(), { condition: { tags: ['内部'] }, reason: '内部稿件不外发', destinationIds: [blocked._id] });
    const content = await anApproved({ tags: ['内部'] });
    expect(await reasons(as('operator'), content._id, to({ also: [never._id], except: [left._id] }))).toEqual({
      [byRule._id]: 'yes matchesRule', [never._id]: 'yes target', [closed._id]: 'no closed', [blocked._id]: 'no blocked', [left._id]: 'no excluded',
    });
    expect(await reasons(as('operator'), content._id, to({ only: [never._id] }))).toMatchObject({ [byRule._id]: 'no notTargeted', [never._id]: 'yes target' });
    expect(await reasons(as('operator'), content._id)).toMatchObject({ [never._id]: 'no noMatch', [left._id]: 'yes matchesRule' });
    expect(await ledger()).toEqual([]);
  });

  it('is just who then gets it: publication, correction, retraction', async () => {
    const [byRule, chosen, never] = [await aDestination(), await aDestination('repeats', videos), await aDestination('repeats', videos)];
    const { _id: id } = await anApproved();
    await publishContent(as('operator'), { id, ...to({ also: [chosen._id] }) });
    await planDeliveries(ctx(), { contentId: id, version: 1 });
    await deliverAll();
    expect((await ledger()).map(({ destinationId }) => destinationId).sort()).toEqual([byRule._id, chosen._id].sort());
    const expected = { [byRule._id]: 'yes earlierVersion', [chosen._id]: 'yes earlierVersion', [never._id]: 'no noMatch' };
    expect(await reasons(as('operator'), id)).toEqual(expected);
    expect(await reasons(as('operator'), id, { action: 'retract' })).toEqual({ ...expected, [never._id]: 'no nothingThere' });
  });

  it('follows the targets of the publication when a correction names none', async () => {
    const [excepted, chosen] = [await aDestination(), await aDestination('repeats', videos)];
    const { _id: id } = await anApproved();
    await publishContent(as('operator'), { id, ...to({ also: [chosen._id], except: [excepted._id] }) });
    await approve(await updateContent(as('editor', { name: '另一位编辑' }), { id, expectedRevision: 1, patch: { title: '更正后的标题' } }));
    await correctContent(as('operator'), { id, note: '标题有误' });
    expect((await findRelease(id, 2))?.targets).toMatchObject({ also: [chosen._id], except: [excepted._id] });
    await planDeliveries(ctx(), { contentId: id, version: 2 });
    expect(await ledger({ destinationId: excepted._id })).toEqual([]);
  });

  it.each([
    ['a destination that is not there', to({ also: ['destination_65f2c0ffee00000000000001'] }), 'NOT_FOUND'],
    ['what is no destination', to({ only: ['article_65f2c0ffee00000000000001'] }), 'INVALID_INPUT'],
    ['one that is both wanted and left out', to({ also: ['destination_65f2c0ffee00000000000001'], except: ['destination_65f2c0ffee00000000000001'] }), 'INVALID_INPUT'],
    ['both "only" and "also"', to({ also: ['destination_65f2c0ffee00000000000001'], only: ['destination_65f2c0ffee00000000000002'] }), 'INVALID_INPUT'],
  ])('cannot be %s: the publication is refused and nothing is lost', async (_, wrong, code) => {
    const { _id: id } = await anApproved();
    await expect(publishContent(as('operator'), { id, ...wrong })).rejects.toMatchObject({ code });
    expect(await findStored(id)).toMatchObject({ workflow: 'approved' });
  });
});

describe('GraphQL', () => {
  let schema: GraphQLSchema;
  beforeAll(() => { schema = createSchema(); });
  const ask = (context: Context, source: string, variableValues: Record<string, unknown> = {}) => graphql({ schema, source, contextValue: context, variableValues });

  it('publishes to chosen destinations under an embargo, tells who would get it, and shows blocks', async () => {
    const [chosen, other] = [await aDestination('repeats', { rule: { conditions: [{ kinds: ['video'] }] } }), await aDestination()];
    const { _id: id } = await anApproved();
    const question = 'query ($id: ID!, $targets: DeliveryTargetsInput) { destinationsFor(contentId: $id, targets: $targets) { destination { id } receives reason message block { reason } } }';
    await ask(as('administrator'), 'mutation { createDeliveryBlock(input: { reason: "专项行动前不发", condition: { texts: ["不动产"] }, channelIds: ["reads"] }) { id } }');
    const told = await ask(as('operator'), question, { id, targets: { only: [chosen._id] } });
    expect([told.errors, told.data?.destinationsFor]).toEqual([undefined, [
      { destination: { id: chosen._id }, receives: true, reason: 'TARGET', message: '定向分发', block: null }, { destination: { id: other._id }, receives: false, reason: 'NOT_TARGETED', message: '本次只发给指定的目的地', block: null },
    ]]);
    const embargo = { embargoedUntil: new Date(clock.at + hour).toISOString(), embargoTimeZone: 'Asia/Urumqi' };
    const publish = 'mutation ($input: PublishContentInput!) { publishContent(input: $input) { editorial { embargoedUntil embargoTimeZone targets { also only except } } } }';
    const done = await ask(as('operator'), publish, { input: { id, ...embargo, targets: { only: [chosen._id] } } });
    expect([done.errors, (done.data?.publishContent as { editorial: object }).editorial]).toEqual([undefined, { embargoedUntil: embargo.embargoedUntil, embargoTimeZone: 'Asia/Urumqi', targets: { also: [], only: [chosen._id], except: [] } }]);
    await planDeliveries(ctx(), { contentId: id, version: 1 });
    const progress = await ask(as('operator'), '{ deliveryBlocks { reason condition { texts } channelIds createdByName } deliveryProgress(contentId: "' + id + '", version: 1) { total withheld { destinationId reason message } } }');
    expect(progress.data).toMatchObject({ deliveryBlocks: [{ reason: '专项行动前不发', condition: { texts: ['不动产'] }, channelIds: ['reads'] }], deliveryProgress: { total: 1, withheld: [{ destinationId: other._id, reason: 'NOT_TARGETED' }] } });
  });

  it('names the secrets that are set and gives none of them', async () => {
    const created = await ask(as('administrator'), 'mutation ($input: CreateDestinationInput!) { createDestination(input: $input) { id slug hasSecrets settings rule { conditions { kinds } } health { failingSince } } }', { input: { ...fields, rule: { conditions: [{ kinds: ['case'] }] } } });
    expect(created.errors).toBeUndefined();
    expect(created.data?.createDestination).toMatchObject({ slug: 'dskb', hasSecrets: ['key'], settings: { title: '快报' }, rule: { conditions: [{ kinds: ['case'] }] } });
    const listed = await ask(as('operator'), '{ destinations { totalCount nodes { name hasSecrets settings } } channels { id settings } }');
    expect(listed.data?.destinations).toMatchObject({ totalCount: 1, nodes: [{ hasSecrets: ['key'] }] });
    expect(JSON.stringify([created, listed])).not.toContain(secret);
  });

  it('has no field that could give a secret', () => {
    const type = schema.getType('Destination') as unknown as { getFields(): Record<string, unknown> };
    expect(Object.keys(type.getFields())).not.toContain('secrets');
  });

  it('lists the ledger with its attempts, and counts it by state', async () => {
    const { _id } = await aDestination();
    for (let at = 0; at < 3; at += 1) { await releaseAndPlan(article(), 1); clock.advance(minute); }
    outlet.answer = () => ({ outcome: 'refused', message: '格式不对', code: 'HTTP_400' });
    await deliverAll();
    const query = '{ deliveries(first: 2, filter: { states: [REFUSED] }) { totalCount pageInfo { hasNextPage } nodes { id state action version lastMessage isLate isStuck destination { id } attempts { outcome code message kind exchanges { url } } } } deliveryCounts { state count } }';
    const { data, errors } = await ask(as('operator'), query);
    expect(errors).toBeUndefined();
    expect(data?.deliveries).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [{ state: 'REFUSED', isStuck: true, isLate: false, destination: { id: _id }, attempts: [{ outcome: 'REFUSED', code: 'HTTP_400', kind: 'DELIVER' }] }, {}] });
    expect(data?.deliveryCounts).toContainEqual({ state: 'REFUSED', count: 3 });
  });

  it('says of a delivery that a person retried until when it waits, because its receiver asked for a pause', async () => {
    const { _id } = await aDestination();
    await releaseAndPlan(article(), 1);
    const until = new Date(clock.at + 60 * minute);
    outlet.answer = () => ({ outcome: 'failed', message: 'HTTP 429', retryAt: until, isForAll: true });
    await deliverAll();
    await releaseAndPlan(article(), 1);
    const query = '{ deliveries(orderBy: OLDEST) { nodes { id destinationId state dueAt pause { until isAskedFor } } } }';
    const pauses = async (): Promise<unknown[]> => ((await ask(as('operator'), query)).data?.deliveries as { nodes: { pause: unknown }[] }).nodes.map(({ pause }) => pause);
    const asked = { until: until.toISOString(), isAskedFor: true };
    expect(await pauses()).toEqual([asked, asked]);
    const [first] = await ledger({ destinationId: _id });
    const { data } = await ask(as('operator'), 'mutation ($id: ID!) { retryDelivery(id: $id) { state pause { until isAskedFor } } }', { id: first!._id });
    expect(data?.retryDelivery).toEqual({ state: 'WAITING', pause: asked });
    expect(await pauses()).toEqual([asked, asked]);
    clock.advance(60 * minute);
    expect(await pauses()).toEqual([null, null]);
  });

  it('lists what is late and what needs a person, waiting at a closed destination among it, and by whether the destination is active', async () => {
    const closed = await aDestination();
    await releaseAndPlan(article(), 1);
    await deactivateDestination(as('administrator'), closed._id, '合同到期');
    await aDestination();
    await releaseAndPlan(article(), 1);
    clock.advance(6 * minute);
    const query = 'query ($filter: DeliveryFilter) { deliveries(filter: $filter) { nodes { destinationId isLate isStuck } } }';
    const stuck = await ask(as('operator'), query, { filter: { needsPerson: true } });
    expect(stuck.data?.deliveries).toEqual({ nodes: [{ destinationId: closed._id, isLate: expect.any(Boolean) as boolean, isStuck: true }] });
    const late = await ask(as('operator'), query, { filter: { isLate: true } });
    expect((late.data?.deliveries as { nodes: { isLate: boolean }[] }).nodes.map(({ isLate }) => isLate)).toContain(true);
    for (const isDestinationActive of [true, false]) {
      const { data } = await ask(as('operator'), query, { filter: { isDestinationActive } });
      const found = (data?.deliveries as { nodes: { destinationId: string }[] }).nodes.map(({ destinationId }) => destinationId === closed._id);
      expect([found.length > 0, new Set(found)]).toEqual([true, new Set([!isDestinationActive])]);
    }
  });

  it('says when a destination last confirmed something, how often it failed since, and where a feed is read', async () => {
    const { _id } = await aDestination();
    await releaseAndPlan(article(), 1);
    await deliverAll();
    const query = 'query ($id: ID!) { destination(id: $id) { feedUrls health { failures lastConfirmedAt } } }';
    const well = await ask(as('operator'), query, { id: _id });
    expect(well.data?.destination).toMatchObject({ feedUrls: [], health: { failures: 0, lastConfirmedAt: expect.anything() as string } });
    outlet.answer = () => ({ outcome: 'failed', message: '连不上' });
    await releaseAndPlan(article(), 1);
    await deliverAll();
    expect((await ask(as('operator'), query, { id: _id })).data?.destination).toMatchObject({ health: { failures: 1 } });
  });

  it('shows a partner only the rows of its own destination, without the destination', async () => {
    const [mine] = [await aDestination(), await aDestination()];
    await releaseAndPlan(article(), 1);
    const { data } = await ask(as('partner', { destinationId: mine._id }), '{ deliveries { totalCount nodes { destinationId destination { name } } } }');
    expect(data?.deliveries).toEqual({ totalCount: 1, nodes: [{ destinationId: mine._id, destination: null }] });
  });

  it('refuses who has no right to steer', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    const { errors } = await ask(as('editor'), 'mutation ($id: ID!) { retryDelivery(id: $id) { id } }', { id: (await ledger())[0]!._id });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a picture for an outlet', () => {
  it('is the original, or cut for a use by its focal point, below WeChat’s megabyte and without the place it was taken at', async () => {
    useMedia();
    const noise = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 90 } } }).jpeg({ quality: 95 }).withExif(placeAndCamera).toBuffer();
    const asset = await storeAsset(as('editor'), { bytes: noise, filename: '大厅.jpg' });
    const pdf = await storeAsset(as('editor'), { bytes: aPdf(), filename: 'a.pdf' });
    const host = createHost(services, { destination: { id: 'd1', name: '', slug: 'd1', settings: {} }, recorder: recordExchanges(guardedExchange(services.config), (text) => text), signal: new AbortController().signal });
    expect((await host.media(asset._id)).size).toBe(asset.bytes);
    const sizes = await Promise.all((['wechatBody', 'wechatCover'] as const).map(async (preset) => {
      const blob = await host.media(asset._id, preset);
      const { width, height, format, exif } = await sharp(Buffer.from(await blob.arrayBuffer())).metadata();
      expect([format, blob.type, exif, blob.size <= 1_000_000]).toEqual(['jpeg', 'image/jpeg', undefined, true]);
      return [width, height];
    }));
    expect(sizes).toEqual([[1080, 1080], [900, 383]]);
    expect((await host.media(pdf._id)).type).toBe('application/pdf');
    await expect(host.media(pdf._id, 'wechatBody')).rejects.toThrow('is no picture');
  });

  it('goes out with the addresses of its forms: large, small, and the shape that is shared', async () => {
    useMedia();
    const picture = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#147' } }).jpeg().toBuffer();
    const asset = await storeAsset(as('editor'), { bytes: picture, filename: '大厅.jpg' });
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { coverId: asset._id });
    const { media } = await findPublication(`${contentId}/1`);
    const at = (form: string) => expect.stringMatching(new RegExp(`^https://yici\\.test/media/${asset._id}/${form}-[0-9a-f]{12}\\.jpg$`)) as string;
    expect(media[0]?.renditions).toEqual([
      { preset: 'partner', width: 2560, height: 1707, url: at('partner-2560') }, { preset: 'feed', width: 1200, height: 800, url: at('feed-1200') }, { preset: 'share', width: 1200, height: 628, url: at('share-1200') },
    ]);
  });
});

describe('what a destination remembers', () => {
  const token = (value: string, ms = hour) => ({ value, until: new Date(clock.at + ms) });
  const stored = () => mongoose.connection.collection('remembered').find().toArray();

  it('is made once for all who ask at the same time, in this process and others', async () => {
    let made = 0;
    const make = async () => { made += 1; await new Promise((resolve) => setImmediate(resolve)); return token(`t${made}`); };
    const others = [testServices(), testServices()];
    const values = await Promise.all([services, ...others].flatMap((each) => [remember(each, 'd1', 'token', make), remember(each, 'd1', 'token', make)]));
    expect([new Set(values), made]).toEqual([new Set(['t1']), 1]);
  });

  it('is encrypted at rest and made anew when it has expired', async () => {
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('plain-token', minute)))).toBe('plain-token');
    expect(JSON.stringify(await stored())).not.toContain('plain-token');
    clock.advance(minute);
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('next')))).toBe('next');
  });

  it('is dropped only while it is still the value that was found wrong', async () => {
    await remember(services, 'd1', 'token', () => Promise.resolve(token('good')));
    await forget(services, 'd1', 'token', 'older');
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('new')))).toBe('good');
    await forget(services, 'd1', 'token', 'good');
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('new')))).toBe('new');
  });

  it('can be made by the next after a failure', async () => {
    await expect(remember(services, 'd1', 'token', () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('ok')))).toBe('ok');
  });

  it('can be made by another when its maker died', async () => {
    await mongoose.connection.collection('remembered').insertOne({ _id: 'd1/token' as never, destinationId: 'd1', owner: 'dead', lockedUntil: new Date(clock.at - 1) });
    expect(await remember(services, 'd1', 'token', () => Promise.resolve(token('ok')))).toBe('ok');
  });

  it('is each destination\'s own', async () => {
    await remember(services, 'd1', 'token', () => Promise.resolve(token('one')));
    expect(await remember(services, 'd2', 'token', () => Promise.resolve(token('two')))).toBe('two');
  });

  it('is made anew when no configured secret opens it', async () => {
    await remember(services, 'd1', 'token', () => Promise.resolve(token('one')));
    const other = testServices(clock.now, testConfig({ YICI_SECRET: 'a-different-secret-of-32-characters-or-more' }));
    expect(await remember(other, 'd1', 'token', () => Promise.resolve(token('two')))).toBe('two');
  });
});
