import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isInterfaceType, getNamedType, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import mongoose from 'mongoose';
import { createApiKey, revokeApiKey } from '../../src/accounts/index.js';
import { createSchema } from '../../src/app/graphql/schema.js';
import { CoverageModel } from '../../src/coverage/coverage.js';
import { createDestination, deliverNext, ReceiptReported, reportReceipt, type DestinationRow } from '../../src/distribution/index.js';
import { DeliveryModel } from '../../src/distribution/delivery.js';
import { ReceiptModel } from '../../src/distribution/portal/partner-receipt.js';
import { processAll } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { as, asPerson, aPerson } from '../kit/people.js';
import { clock, day, minute, outbox, testConfig, testServices, useDatabase } from '../kit/services.js';
import { article, ctx, outlet, registerOutlets, releaseAndPlan } from './outlets.js';

const hosts: string[] = [];
const services = testServices(clock.now, { ...testConfig(), allowedPrivateHosts: hosts });
useDatabase();
const app = useApp(services);

const heard: { path: string; type: string; id: string }[] = [];
let status = 204;
let receiver: Server;
let hook = '';
beforeAll(async () => {
  registerOutlets();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      heard.push({ path: request.url!, type: (JSON.parse(Buffer.concat(chunks).toString()) as { type: string }).type, id: String(request.headers['webhook-id']) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
  hosts.push(`127.0.0.1:${(receiver.address() as AddressInfo).port}`);
  hook = `http://${hosts[0]}`;
});
afterAll(() => { receiver.close(); });
beforeEach(() => { heard.length = 0; status = 204; outlet.reset(); });

interface Partner { readonly destination: DestinationRow; readonly bearer: string }
const scopes = ['delivery.read', 'delivery.confirm', 'portal.use'];
let administrator: ReturnType<typeof asPerson>;
beforeEach(async () => { administrator = asPerson(await aPerson({ roles: ['administrator'] })); });

async function aPartner(slug: string): Promise<Partner> {
  const settings = { url: `${hook}/${slug}`, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', provider: '市跑改办' };
  const destination = await createDestination(ctx(services), { name: `媒体 ${slug}`, slug, channelId: 'partner-media', settings, rule: { conditions: [{ tags: [slug] }] } });
  return { destination, bearer: (await createApiKey(administrator, { name: `${slug} 的密钥`, scopes, destinationId: destination._id })).bearer };
}

async function ask(bearer: string, query: string, variables: Record<string, unknown> = {}): Promise<{ data?: Record<string, never> | null; errors?: { message: string; extensions: { code: string } }[] }> {
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query, variables }) });
  return await response.json() as never;
}
const dataOf = async (bearer: string, query: string, variables?: Record<string, unknown>): Promise<Record<string, never>> => {
  const { data, errors } = await ask(bearer, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!;
};
const codesOf = async (bearer: string, query: string, variables?: Record<string, unknown>): Promise<string[]> => ((await ask(bearer, query, variables)).errors ?? []).map(({ extensions }) => extensions.code);
const deliverDue = (): Promise<void> => processAll(services, [deliverNext]);
const runAll = (): Promise<void> => processAll(services);
async function delivered(tag: string, title = '标题'): Promise<{ contentId: string; deliveryId: string }> {
  const contentId = article();
  await releaseAndPlan(contentId, 1, 'publish', { tags: [tag], title });
  await deliverDue();
  return { contentId, deliveryId: (await DeliveryModel.findOne({ contentId }).lean())!._id };
}
const report = 'mutation($input: ReportReceiptInput!) { reportReceipt(input: $input) { id outcome url position version ranAt } }';

describe('a partner with its own key', () => {
  it('sees its destination, its deliveries with every attempt, and nothing that is secret', async () => {
    const { bearer, destination } = await aPartner('a');
    await delivered('a', '给甲');
    const answer = await dataOf(bearer, '{ myDestination { id name isActive failingSince } deliveries { totalCount nodes { title state payload { body } attempts { outcome exchanges { status } } receipts { outcome } } } deliveryCounts { state count } }');
    expect(answer).toMatchObject({ myDestination: { id: destination._id, name: '媒体 a', isActive: true, failingSince: null }, deliveries: { totalCount: 1, nodes: [{ title: '给甲', state: 'DELIVERED', attempts: [{ outcome: 'DELIVERED', exchanges: [{ status: 204 }] }], receipts: [] }] } });
    expect(JSON.stringify(answer)).not.toContain('whsec_');
  });

  it('has what failed in a range sent again with the same id', async () => {
    const { bearer } = await aPartner('a');
    status = 400;
    const { deliveryId } = await delivered('a');
    status = 204;
    clock.advance(minute);
    const input = { from: new Date(clock.at - day).toISOString(), until: new Date(clock.at).toISOString() };
    expect(await dataOf(bearer, 'mutation($input: ReplayMyDeliveriesInput!) { replayMyDeliveries(input: $input) { reopened skipped } }', { input })).toEqual({ replayMyDeliveries: { reopened: 1, skipped: 0 } });
    await deliverDue();
    expect(heard.map(({ id }) => id)).toEqual([deliveryId, deliveryId]);
    expect(await DeliveryModel.findById(deliveryId).lean()).toMatchObject({ state: 'delivered' });
  });

  it('has a test event sent to it, and hears what is wrong', async () => {
    const { bearer } = await aPartner('a');
    expect(await dataOf(bearer, 'mutation { testMyDestination }')).toEqual({ testMyDestination: [] });
    expect(heard).toEqual([expect.objectContaining({ path: '/a', type: 'test.ping' })]);
    status = 401;
    expect(await dataOf(bearer, 'mutation { testMyDestination }')).toEqual({ testMyDestination: [expect.stringContaining('401')] });
  });

  it('opens nothing with a key that was revoked', async () => {
    const { bearer } = await aPartner('a');
    await revokeApiKey(asPerson(await aPerson({ roles: ['administrator'] })), `apiKey_${bearer.split('_')[1]!}`);
    expect(await codesOf(bearer, '{ myDestination { id } }')).toEqual(['UNAUTHENTICATED']);
  });

  it('does none of this without the scope for it, and staff are told whose it is', async () => {
    const { destination } = await aPartner('a');
    const { bearer } = await createApiKey(administrator, { name: '只读', scopes: ['delivery.read'], destinationId: destination._id });
    expect(await codesOf(bearer, 'mutation { testMyDestination }')).toEqual(['FORBIDDEN']);
    expect(await codesOf(bearer, report, { input: { deliveryId: 'delivery_000000000000000000000000', outcome: 'RAN' } })).toEqual(['FORBIDDEN']);
    await expect(reportReceipt(as('operator'), { contentId: article(), version: 1, outcome: 'ran' })).rejects.toThrow(/INVALID_INPUT|deliveryId/);
  });
});

describe('a receipt', () => {
  it('is kept with its delivery, announced, and becomes coverage when it ran', async () => {
    const { bearer, destination } = await aPartner('a');
    const { contentId, deliveryId } = await delivered('a');
    const said = { deliveryId, outcome: 'RAN', url: 'https://news.example.cn/1', position: '首页头条', ranAt: '2035-03-08T07:00:00.000Z' };
    const { reportReceipt: receipt } = await dataOf(bearer, report, { input: said });
    expect(receipt).toMatchObject({ outcome: 'RAN', url: said.url, version: 1, ranAt: said.ranAt });
    expect((await outbox(ReceiptReported.name))[0]?.payload).toMatchObject({ deliveryId, destinationId: destination._id, contentId, version: 1, outcome: 'ran', url: said.url, position: '首页头条', ranAt: said.ranAt });
    await runAll();
    expect(await CoverageModel.find().lean()).toEqual([expect.objectContaining({ contentId, outlet: '媒体 a', destinationId: destination._id, url: said.url, position: '首页头条', source: 'receipt', ranAt: new Date(said.ranAt) })]);
    expect(await DeliveryModel.findById(deliveryId).lean()).toMatchObject({ state: 'delivered', url: said.url });
  });

  it('may name content and version instead of the delivery', async () => {
    const { bearer } = await aPartner('a');
    const { contentId, deliveryId } = await delivered('a');
    await dataOf(bearer, report, { input: { contentId, version: 1, outcome: 'ACCEPTED' } });
    expect(await ReceiptModel.find().lean()).toEqual([expect.objectContaining({ deliveryId, outcome: 'accepted', url: null })]);
    expect(await codesOf(bearer, report, { input: { contentId, version: 2, outcome: 'ACCEPTED' } })).toEqual(['NOT_FOUND']);
  });

  it('that comes again, even twice at once, is the one we have', async () => {
    const { bearer } = await aPartner('a');
    const { deliveryId } = await delivered('a');
    const again = () => dataOf(bearer, report, { input: { deliveryId, outcome: 'RAN', url: 'https://news.example.cn/1' } });
    const answers = [...await Promise.all([again(), again(), again()]), await again()];
    expect(new Set(answers.map(({ reportReceipt: receipt }) => (receipt as unknown as { id: string }).id)).size).toBe(1);
    expect(await outbox(ReceiptReported.name)).toHaveLength(1);
  });

  it.each(['RAN', 'ACCEPTED', 'DECLINED'])('%s of what nobody had confirmed confirms it', async (outcome) => {
    const { bearer } = await aPartner('a');
    status = 500;
    const { deliveryId } = await delivered('a');
    expect(await DeliveryModel.findById(deliveryId).lean()).toMatchObject({ state: 'waiting' });
    await dataOf(bearer, report, { input: { deliveryId, outcome, message: '已收到' } });
    expect(await DeliveryModel.findById(deliveryId).lean()).toMatchObject({ state: 'delivered', lastMessage: '已收到' });
    clock.advance(day);
    status = 204;
    await deliverDue();
    expect(heard).toHaveLength(1);
  });

  it('of what never went out confirms nothing', async () => {
    const { bearer } = await aPartner('a');
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { tags: ['a'] });
    await dataOf(bearer, report, { input: { contentId, version: 1, outcome: 'ACCEPTED' } });
    expect(await DeliveryModel.findOne({ contentId }).lean()).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it.each([
    ['no delivery', { outcome: 'RAN' }], ['an address that is none', { url: 'javascript:alert(1)' }], ['an address of 2001 characters', { url: `https://a.cn/${'x'.repeat(1988)}` }],
    ['a time to come', { ranAt: '2035-03-09T08:00:00.000Z' }], ['1001 characters of words', { message: '字'.repeat(1001) }], ['101 characters of position', { position: '字'.repeat(101) }],
  ])('with %s is refused', async (name, wrong) => {
    const { bearer } = await aPartner('a');
    const { deliveryId } = await delivered('a');
    expect(await codesOf(bearer, report, { input: name === 'no delivery' ? wrong : { deliveryId, outcome: 'RAN', ...wrong } })).toEqual(['INVALID_INPUT']);
    expect(await ReceiptModel.countDocuments()).toBe(0);
  });
});

describe('coverage', () => {
  const record = 'mutation($input: RecordCoverageInput!) { recordCoverage(input: $input) { outlet level url source position } }';

  it('is recorded by hand too, and completes what a receipt said', async () => {
    const { bearer } = await aPartner('a');
    const { contentId, deliveryId } = await delivered('a');
    await dataOf(bearer, report, { input: { deliveryId, outcome: 'RAN', url: 'https://news.example.cn/1' } });
    await runAll();
    await mongoose.connection.collection('contents').insertOne({ _id: contentId as never });
    const operator = await createApiKey(asPerson(await aPerson({ roles: ['operator'] })), { name: '运营', scopes: ['coverage.record', 'coverage.read'] });
    expect(await dataOf(operator.bearer, record, { input: { contentId, outlet: '杭州日报', url: 'https://news.example.cn/1', level: 'CITY' } })).toEqual({ recordCoverage: { outlet: '杭州日报', level: 'CITY', url: 'https://news.example.cn/1', source: 'RECEIPT', position: null } });
    await dataOf(operator.bearer, record, { input: { contentId, outlet: '人民日报', url: 'https://paper.example.cn/2', level: 'CENTRAL', position: '头版', ranAt: '2035-03-07T00:00:00.000Z' } });
    expect(await dataOf(operator.bearer, '{ coverage { nodes { outlet level source } } }')).toEqual({ coverage: { nodes: [{ outlet: '杭州日报', level: 'CITY', source: 'RECEIPT' }, { outlet: '人民日报', level: 'CENTRAL', source: 'MANUAL' }] } });
    expect(await codesOf(bearer, '{ coverage { nodes { outlet } } }')).toEqual(['FORBIDDEN']);
    expect(await codesOf(operator.bearer, record, { input: { contentId: article(), outlet: 'x', url: 'https://a.cn/' } })).toEqual(['NOT_FOUND']);
  });
});

/** Every operation, called with another partner's ids and asked for all it may answer. */
describe('another partner\'s things', () => {
  const schema: GraphQLSchema = createSchema();
  const operations = (['query', 'mutation'] as const).flatMap((type) => Object.values((type === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).map((field) => ({ type, field, name: field.name })))
    .filter(({ name }) => !['signIn', 'signOut'].includes(name));

  function everything(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (depth === 0 || !(isObjectType(named) || isInterfaceType(named))) return '{ __typename }';
    const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(({ type: each, defaultValue }) => isNonNullType(each) && defaultValue === undefined));
    const inner = fields.map((field) => `${field.name} ${everything(field.type, depth - 1)}`).join(' ');
    const more = named.name === 'Node' ? '... on Delivery { title lastMessage payload { body } }' : '';
    return `{ __typename ${inner} ${more} }`;
  }

  const call = (type: string, field: GraphQLField<unknown, unknown>, ids: Readonly<Record<string, string>>): string => {
    const value = (input: GraphQLInputType, name: string): string => {
      if (isNonNullType(input)) return value(input.ofType, name);
      if (isListType(input)) return `[${value(input.ofType, name)}]`;
      if (isEnumType(input)) return input.getValues()[0]!.name;
      if (isInputObjectType(input)) return `{ ${Object.values(input.getFields()).filter((each) => isNonNullType(each.type) || each.name in ids).map((each) => `${each.name}: ${value(each.type, each.name)}`).join(', ')} }`;
      const scalars: Record<string, string> = { ID: `"${ids[name] ?? ids.id}"`, String: '"文字"', Int: '1', Float: '1', Boolean: 'true', JSONObject: '{}', DateTimeISO: '"2035-03-08T08:00:00Z"' };
      return scalars[getNamedType(input).name] ?? '"x"';
    };
    const args = field.args.filter(({ type: each, name }) => isNonNullType(each) || name in ids || name === 'filter');
    return `${type} { ${field.name}${args.length > 0 ? `(${args.map(({ name, type: each }) => `${name}: ${value(each, name)}`).join(', ')})` : ''} ${everything(field.type, 3)} }`;
  };

  it('are neither seen nor changed by any operation of the API', async () => {
    const [a, b] = [await aPartner('a'), await aPartner('b')];
    await delivered('a', '给甲的');
    const theirs = await delivered('b', '给乙的稿件');
    await dataOf(b.bearer, report, { input: { deliveryId: theirs.deliveryId, outcome: 'RAN', url: 'https://b.example.cn/ran' } });
    await runAll();
    const snapshot = async (): Promise<string> => JSON.stringify(await Promise.all(['deliveries', 'destinations', 'receipts', 'attempts', 'apiKeys', 'coverage'].map((name) => mongoose.connection.collection(name).find({ $or: [{ destinationId: b.destination._id }, { _id: b.destination._id as never }] }).project({ lastUsedAt: 0 }).sort({ _id: 1 }).toArray())));
    const before = await snapshot();
    heard.length = 0;
    const marks = ['给乙的稿件', '媒体 b', '/b"', 'b.example.cn'];
    const tried: string[] = [];
    for (const id of [theirs.deliveryId, b.destination._id, theirs.contentId]) {
      const ids = { id, deliveryId: theirs.deliveryId, destinationId: b.destination._id, contentId: theirs.contentId, version: '1' };
      for (const { type, field, name } of operations) {
        const { errors, data } = await ask(a.bearer, call(type, field, ids));
        const invalid = (errors ?? []).filter(({ extensions }) => extensions.code === 'GRAPHQL_VALIDATION_FAILED');
        expect([name, invalid]).toEqual([name, []]);
        const text = JSON.stringify({ data, errors });
        expect([name, marks.filter((mark) => text.includes(mark))]).toEqual([name, []]);
        if (data && Object.values(data).some((value) => value !== null)) tried.push(name);
      }
    }
    expect(await snapshot()).toBe(before);
    expect(heard.filter(({ path }) => path === '/b')).toEqual([]);
    expect([...new Set(tried)]).toEqual(expect.arrayContaining(['deliveries', 'deliveryCounts', 'myDestination', 'testMyDestination']));
    expect(await codesOf(a.bearer, `{ delivery(id: "${theirs.deliveryId}") { title } }`)).toEqual(['NOT_FOUND']);
    expect(await codesOf(a.bearer, `{ deliveryProgress(contentId: "${theirs.contentId}", version: 1) { total } }`)).toEqual(['NOT_FOUND']);
    expect(await dataOf(a.bearer, `{ deliveryCounts(destinationId: "${b.destination._id}") { count } deliveries(filter: { destinationId: "${b.destination._id}" }) { totalCount } }`)).toMatchObject({ deliveries: { totalCount: 0 } });
    expect(await codesOf(a.bearer, report, { input: { deliveryId: theirs.deliveryId, outcome: 'DECLINED' } })).toEqual(['NOT_FOUND']);
    expect(await codesOf(a.bearer, `mutation { settleDelivery(input: { id: "${theirs.deliveryId}", hasArrived: false, note: "x" }) { id } }`)).toEqual(['NOT_FOUND']);
  });
});
