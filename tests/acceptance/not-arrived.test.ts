import { randomBytes } from 'node:crypto';
import { createDestination, deliverNext, type DestinationRow } from '../../src/distribution/index.js';
import { faults, startPartnerReceiver } from '../kit/partner-receiver/index.js';
import { startWechatSimulator } from '../kit/wechat-simulator/index.js';
import type { Services } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { anAsset, useMedia } from '../kit/contents.js';
import { aPerson, testPassword } from '../kit/people.js';
import { clock, hour, processAll, testConfig, testServices, useDatabase } from '../kit/services.js';
import { article, ctx, releaseAndPlan } from '../distribution/outlets.js';

// The README's page "Something did not arrive: what now", followed by GraphQL alone.
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const receiver = await startPartnerReceiver({ secrets: [secret], now: clock.now });
const account = { appid: 'wx00000000notarrived', secret: 'a'.repeat(32) };
const wechat = await startWechatSimulator({ accounts: [{ ...account, ipWhitelist: ['203.0.113.9'] }] });
afterAll(async () => { await Promise.all([receiver.stop(), wechat.stop()]); });

const servicesWaiting = (seconds: number): Services => testServices(clock.now, testConfig({ DELIVERY_TIMEOUT_SECONDS: `${seconds}`, ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${receiver.port},127.0.0.1:${wechat.port}` }));
// Who answers is waited for, however busy the machine is; who never does, for a second.
const [services, impatient] = [servicesWaiting(300), servicesWaiting(1)];
useDatabase();
beforeAll(useMedia);
const app = useApp(services);
beforeEach(() => receiver.play(undefined));

/** A person's desk: asks GraphQL as whoever holds these roles. */
async function signIn(): Promise<(query: string) => Promise<Record<string, never>>> {
  const { login } = await aPerson({ roles: ['operator', 'administrator'] });
  const ask = async (query: string, token?: string): Promise<Record<string, never>> => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query }) });
    const { data, errors } = await response.json() as { data: Record<string, never>; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
    return data;
  };
  const { signIn: { token } } = await ask(`mutation { signIn(input: { login: "${login}", password: "${testPassword}" }) { token } }`) as unknown as { signIn: { token: string } };
  return (query) => ask(query, token);
}

const deliver = (on = services): Promise<void> => processAll(on, [deliverNext]);
const aPartner = (key = secret): Promise<DestinationRow> => createDestination(ctx(services), { name: '都市晨报', slug: `p-${randomBytes(4).toString('hex')}`, channelId: 'partner-media', settings: { url: receiver.url, secret: key, provider: '市跑改办' } });

/** What the page's first step shows of the only outlet that is missing. */
async function missing(ask: Awaited<ReturnType<typeof signIn>>, contentId: string): Promise<{ id: string; state: string; lastMessage: string; dueAt: string | null; destination: { name: string; isActive: boolean; deactivatedReason: string | null } } | undefined> {
  const { deliveryProgress } = await ask(`{ deliveryProgress(contentId: "${contentId}", version: 1) { confirmed total missing { id state lastMessage dueAt destination { name isActive deactivatedReason } } } }`) as never as { deliveryProgress: { missing: never[] } };
  return deliveryProgress.missing[0];
}

it('a partner that answers 500: it waits, says when it is tried again, and goes out at once when told', async () => {
  const ask = await signIn();
  await aPartner();
  const contentId = article();
  await releaseAndPlan(contentId, 1);
  receiver.play([faults.serverError]);
  await deliver();
  const row = (await missing(ask, contentId))!;
  expect(row).toMatchObject({ state: 'WAITING', dueAt: expect.any(String), lastMessage: expect.stringContaining('HTTP 500') });
  expect(await ask(`{ delivery(id: "${row.id}") { attempts { outcome exchanges { method status answer } } } }`)).toEqual({ delivery: { attempts: [{ outcome: 'UNKNOWN', exchanges: [{ method: 'POST', status: 500, answer: 'internal error' }] }] } });
  await ask(`mutation { retryDelivery(id: "${row.id}") { state } }`);
  await deliver();
  expect(await missing(ask, contentId)).toBeUndefined();
});

it('a partner that hangs: nobody waits for it, the attempt says how long it was waited for, and it goes out when told', async () => {
  const ask = await signIn();
  await aPartner();
  const contentId = article();
  await releaseAndPlan(contentId, 1);
  receiver.play([faults.hang]);
  await deliver(impatient);
  // Where the second was over before the request had left, the partner is still to hang.
  receiver.play(undefined);
  const row = (await missing(ask, contentId))!;
  expect(row).toMatchObject({ state: 'WAITING', dueAt: expect.any(String), lastMessage: expect.stringContaining('一直没有回答') });
  const { delivery: { attempts } } = await ask(`{ delivery(id: "${row.id}") { attempts { exchanges { method status milliseconds answer } } } }`) as never as { delivery: { attempts: { exchanges: { milliseconds: number }[] }[] } };
  expect(attempts).toEqual([{ exchanges: [{ method: 'POST', status: null, milliseconds: expect.any(Number), answer: expect.stringContaining('timeout') }] }]);
  expect(attempts[0]!.exchanges[0]!.milliseconds).toBeGreaterThanOrEqual(1000);
  await ask(`mutation { retryDelivery(id: "${row.id}") { state } }`);
  await deliver();
  expect(await missing(ask, contentId)).toBeUndefined();
});

it('a partner that is gone (410): closed with its words; tested, opened and replayed', async () => {
  const ask = await signIn();
  const { _id } = await aPartner();
  const contentId = article();
  await releaseAndPlan(contentId, 1);
  receiver.play([faults.gone]);
  await deliver();
  expect(await missing(ask, contentId)).toMatchObject({ state: 'REFUSED', destination: { isActive: false, deactivatedReason: expect.stringContaining('410') } });
  expect(await ask('{ systemHealth { problems { zh } } }')).toEqual({ systemHealth: { problems: expect.arrayContaining([{ zh: expect.stringContaining('「都市晨报」已停用') }]) } });
  expect(await ask(`mutation { testDestination(id: "${_id}") }`)).toEqual({ testDestination: [] });
  await ask(`mutation { activateDestination(id: "${_id}") { isActive } }`);
  const range = [clock.at - hour, clock.at + hour].map((at) => new Date(at).toISOString());
  expect(await ask(`mutation { replayDeliveries(input: { destinationId: "${_id}", from: "${range[0]}", until: "${range[1]}" }) { reopened } }`)).toEqual({ replayDeliveries: { reopened: 1 } });
  await deliver();
  expect(await missing(ask, contentId)).toBeUndefined();
});

it('a wrong secret (401): refused with what to look at; mended, tested and sent again', async () => {
  const ask = await signIn();
  const { _id } = await aPartner(`whsec_${randomBytes(32).toString('base64')}`);
  const contentId = article();
  await releaseAndPlan(contentId, 1);
  await deliver();
  const row = (await missing(ask, contentId))!;
  expect(row).toMatchObject({ state: 'REFUSED', lastMessage: expect.stringContaining('请核对签名密钥') });
  await ask(`mutation { updateDestination(input: { id: "${_id}", settings: { url: "${receiver.url}", secret: "${secret}", provider: "市跑改办" } }) { id } }`);
  expect(await ask(`mutation { testDestination(id: "${_id}") }`)).toEqual({ testDestination: [] });
  await ask(`mutation { retryDelivery(id: "${row.id}") { state } }`);
  await deliver();
  expect(await missing(ask, contentId)).toBeUndefined();
});

it('an address that is not on WeChat\'s whitelist (40164): the administrator\'s task in words, and no retry until it is done', async () => {
  const ask = await signIn();
  const { _id } = await createDestination(ctx(services), { name: '微信', slug: 'weixin', channelId: 'wechat', settings: { appId: account.appid, appSecret: account.secret, apiBase: wechat.url, mode: 'draft' } });
  const contentId = article();
  await releaseAndPlan(contentId, 1, 'publish', { coverId: (await anAsset({ width: 900, height: 600 }))._id });
  await deliver();
  const row = (await missing(ask, contentId))!;
  expect(row).toMatchObject({ state: 'REFUSED', dueAt: null, lastMessage: expect.stringContaining('IP 白名单') });
  expect(await ask(`mutation { testDestination(id: "${_id}") }`)).toEqual({ testDestination: [expect.stringContaining('IP 白名单')] });
  wechat.account(account.appid).configure({ ipWhitelist: ['127.0.0.1'] });
  await ask(`mutation { retryDelivery(id: "${row.id}") { state } }`);
  await deliver();
  expect(await missing(ask, contentId)).toBeUndefined();
});
