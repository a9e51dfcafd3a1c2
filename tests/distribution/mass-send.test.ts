import mongoose from 'mongoose';
import { correctContent, retractContent, updateContent } from '../../src/content/index.js';
import { fetchReachDaily, findReach } from '../../src/coverage/index.js';
import {
  approveMassSend, cancelMassSend, createDestination, currentInput, deactivateDestination, deliverNext, findMassOutlook, findMassSend, massSendStates, nextStep, previewMassSend, rejectMassSend,
  requestMassSend, runOperation, sendDue, sendNow, settleMassSend, settleMassSendByHand, type DestinationRow, type MassSendRow, type MassSendState,
} from '../../src/distribution/index.js';
import { MassSendModel } from '../../src/distribution/mass-send/mass-send.js';
import type { MassReceipt } from '../../src/distribution/channel.js';
import { createContext, dispatchNextEvent, JobModel, runNextJob, systemContext, type Context, type DomainError } from '../../src/kernel/index.js';
import type { Role } from '../../src/accounts/index.js';
import { useApp } from '../kit/app.js';
import { aContent, approve, aPublished, findStored, useMedia } from '../kit/contents.js';
import { actorOf, aPerson, as, testPassword } from '../kit/people.js';
import { clock, day, hour, minute, outbox, processAll, second, testConfig, testServices, testStart, useDatabase } from '../kit/services.js';
import { startWechatSimulator, type AccountHandle } from '../kit/wechat-simulator/index.js';

const appId = 'wx1234567890abcdef';
const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const token = 'citynews';
const encodingAESKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const sendPath = '/cgi-bin/message/mass/sendall';

// One account for each test, so that no test meets another one's quota or clock.
const accounts = Array.from({ length: 30 }, (_, at) => `${appId}${at}`);
const simulator = await startWechatSimulator({
  startAt: testStart, callbackTimeoutMs: 600_000, accounts: accounts.map((appid) => ({ appid, secret, kind: 'service', followers: [{ openid: 'o-wang' }, { openid: 'o-li' }] })),
});
const own = testServices(clock.now, testConfig({ ALLOWED_PRIVATE_HOSTS: new URL(simulator.url).host }));

useDatabase();
beforeAll(useMedia);
afterAll(() => simulator.stop());
const app = useApp(own);

const who = (role: Role | readonly Role[], name?: string): Context => createContext(own, { requestId: 'request-mass', actor: actorOf(role, name ? { name } : {}) });
const failure = async (work: Promise<unknown>): Promise<string> => work.then(() => 'it succeeded', (error: unknown) => (error as DomainError).code);

/** Does all that is due: events, jobs, deliveries, and what the clock of mass sends finds. */
async function work(): Promise<void> {
  await processAll(own, [dispatchNextEvent, runNextJob, deliverNext]);
  await sendDue.run(systemContext(own, 'clock'), {}, new AbortController().signal);
  await processAll(own, [dispatchNextEvent, runNextJob, deliverNext]);
}

/** Lets time pass at both sides. The simulator's clock goes on where the test's was set back. */
async function pass(ms: number): Promise<void> {
  clock.advance(ms);
  await simulator.advance(Math.max(0, clock.at - simulator.now().getTime()));
  await work();
}

let used = 0;

interface Outlet { readonly account: AccountHandle; readonly destination: DestinationRow; readonly contentId: string }

/** A WeChat account that takes nothing by rule, with its callback at the product, and a published content. */
async function anOutlet({ mode = 'draft', takesAll = false, withEvents = true }: { mode?: 'draft' | 'publish'; takesAll?: boolean; withEvents?: boolean } = {}): Promise<Outlet> {
  const appid = accounts[used]!;
  used += 1;
  clock.set(simulator.now());
  const account = simulator.account(appid);
  const settings = { appId: appid, appSecret: secret, apiBase: simulator.url, mode, callbackToken: token, encodingAESKey, accountKind: 'service', greeting: '欢迎' };
  const rule = takesAll ? {} : { rule: { conditions: [{ tags: ['不会有的标签'] }] } };
  const destination = await createDestination(who('administrator'), { name: `公众号${used}`, slug: `wechat-${used}`, channelId: 'wechat', settings, ...rule });
  const callback = { url: `${app.url}/channels/wechat/${destination._id}/callback`, token, encodingAesKey: encodingAESKey, mode: 'safe' } as const;
  if (withEvents) account.configure({ callback });
  const { _id: contentId } = await aPublished({ title: '公积金提取办法' });
  await work();
  return { account, destination, contentId };
}

const request = ({ destination, contentId }: Outlet, more: object = {}): Promise<MassSendRow> => requestMassSend(who('operator'), { destinationId: destination._id, contentId, audience: {}, ...more });
const approved = async (outlet: Outlet): Promise<MassSendRow> => approveMassSend(who('chiefEditor'), (await request(outlet))._id);
const stateOf = async ({ _id }: MassSendRow): Promise<MassSendState> => (await findMassSend(_id)).state;
/** Asks as a follower does, again when no answer came within the three and a half real seconds that the product gives itself. */
async function answerTo({ account }: Pick<Outlet, 'account'>, question: string): Promise<string> {
  for (;;) {
    const answer = await account.say('o-wang', question);
    if (answer !== undefined) return answer;
  }
}
const asked = (outlet: Outlet): number => simulator.calls({ endpoint: sendPath, appid: outlet.account.appid }).length;

describe('a mass send', () => {
  it('goes out after a chief editor approved it, once, and tells how many got it', async () => {
    const outlet = await anOutlet();
    const row = await request(outlet, { note: '本周重点' });
    await work();
    expect([row.state, asked(outlet)]).toEqual(['requested', 0]);
    await approveMassSend(who('chiefEditor'), row._id);
    await work();
    expect(await findMassSend(row._id)).toMatchObject({ state: 'accepted', remoteId: String(outlet.account.massJobs()[0]!.msgId), decidedByName: 'chiefEditor' });
    await pass(3 * second);
    expect(await findMassSend(row._id)).toMatchObject({ state: 'delivered', counts: { total: 2, sent: 2, failed: 0 }, url: expect.stringContaining('mid='), lastMessage: '已群发，送达 2 人' });
    await pass(2 * day);
    expect(outlet.account.massJobs()).toMatchObject([{ clientMsgId: row.key, isToAll: true }]);
    expect(row.key).toMatch(/^[0-9a-f]{32}$/);
    expect((await outbox()).filter(({ name }) => name.startsWith('massSend.')).map(({ name }) => name)).toEqual(['massSend.requested', 'massSend.approved', 'massSend.settled']);
    expect((await outbox('massSend.settled'))[0]!.payload).toMatchObject({ outcome: 'delivered', sent: 2, version: 1 });
  });

  it('is approved by nobody who requested it, and by nobody twice', async () => {
    const outlet = await anOutlet();
    const both = who(['operator', 'chiefEditor'], '身兼两职');
    const { _id } = await requestMassSend(both, { destinationId: outlet.destination._id, contentId: outlet.contentId, audience: {} });
    expect(await failure(approveMassSend(both, _id))).toBe('SAME_APPROVER');
    await approveMassSend(who('chiefEditor'), _id);
    expect(await failure(approveMassSend(who('chiefEditor', '另一位'), _id))).toBe('WRONG_MASS_SEND_STATE');
  });

  it('of one version to one audience is requested once, again only after a no', async () => {
    const outlet = await anOutlet();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => request(outlet).then(({ _id }) => _id, (error: DomainError) => error.code)));
    expect([first, ...others].filter((each) => each === 'MASS_SEND_EXISTS')).toHaveLength(2);
    const id = [first, ...others].find((each) => each !== 'MASS_SEND_EXISTS')!;
    await rejectMassSend(who('chiefEditor'), id, '再等等');
    expect(await findMassSend(id)).toMatchObject({ state: 'rejected', lastMessage: 'chiefEditor：再等等' });
    const again = await request(outlet);
    await request(outlet, { audience: { tagId: '100' } });
    await cancelMassSend(who('operator'), again._id, '换一篇');
    expect(await failure(cancelMassSend(who('operator'), again._id, '再取消'))).toBe('WRONG_MASS_SEND_STATE');
    await request(outlet);
  });

  it('is refused for what readers do not see, for outlets that cannot, are closed, or do not exist', async () => {
    const outlet = await anOutlet();
    const { _id: draft } = await aContent();
    expect(await failure(request({ ...outlet, contentId: draft }))).toBe('MASS_SEND_NOT_PUBLISHED');
    const feed = await createDestination(who('administrator'), { name: '订阅', slug: `feed-${used}`, channelId: 'rss', settings: { title: '全部' } });
    expect(await failure(request({ ...outlet, destination: feed }))).toBe('NO_MASS_SEND');
    const long = await aPublished({ title: '长'.repeat(40) });
    expect(await failure(request({ ...outlet, contentId: long._id }))).toBe('CANNOT_RENDER');
    await deactivateDestination(who('administrator'), outlet.destination._id, '停用');
    expect(await failure(request(outlet))).toBe('INACTIVE_DESTINATION');
  });

  it('is void when its text is corrected or taken back, also between approval and sending', async () => {
    const outlet = await anOutlet();
    const requested = await request(outlet);
    await correct(outlet.contentId);
    await work();
    expect(await stateOf(requested)).toBe('cancelled');
    const second_ = await request(outlet);
    expect(second_.version).toBe(2);
    await approveMassSend(who('chiefEditor'), second_._id);
    await retractContent(as('operator'), { id: outlet.contentId, reason: '有误' });
    await sendNow.run(systemContext(own, 'job'), { id: second_._id }, new AbortController().signal);
    expect(await findMassSend(second_._id)).toMatchObject({ state: 'cancelled', lastMessage: expect.stringContaining('没有群发') });
    expect(asked(outlet)).toBe(0);
  });

  it('is not sent when its outlet was closed meanwhile', async () => {
    const outlet = await anOutlet();
    const row = await approved(outlet);
    await deactivateDestination(who('administrator'), outlet.destination._id, '停用');
    await work();
    expect([await stateOf(row), asked(outlet)]).toEqual(['cancelled', 0]);
  });

  it('is sent once by many workers at once', async () => {
    const outlet = await anOutlet();
    const row = await approved(outlet);
    const run = (): Promise<void> => sendNow.run(systemContext(own, 'job'), { id: row._id }, new AbortController().signal);
    await Promise.all([run(), run(), run(), sendDue.run(systemContext(own, 'clock'), {}, new AbortController().signal)]);
    expect([asked(outlet), outlet.account.massJobs().length]).toEqual([1, 1]);
  });

  it('is taken up after a worker died in the middle, and WeChat still sends it once', async () => {
    const outlet = await anOutlet();
    outlet.account.scriptMass({ delayMs: 2 * hour });
    simulator.fault(sendPath, { kind: 'drop-after-effect' }, { appid: outlet.account.appid });
    const row = await approved(outlet);
    await work();
    // What kill -9 leaves: the mark that was written before asking, and a lease.
    await MassSendModel.updateOne({ _id: row._id }, { $set: { state: 'sending', owner: 'dead', dueAt: new Date(clock.at + 5 * minute) }, $unset: { last: 1 } });
    await pass(4 * minute);
    expect(asked(outlet)).toBe(1);
    await pass(2 * minute);
    expect([await stateOf(row), asked(outlet)]).toEqual(['accepted', 2]);
    await pass(3 * hour);
    expect([await stateOf(row), outlet.account.massJobs().length]).toEqual(['delivered', 1]);
  });

  it('whose answer was lost is found again by its key, whatever the event did meanwhile', async () => {
    const outlet = await anOutlet();
    outlet.account.scriptMass({ delayMs: 40 * second, event: 'twice' });
    simulator.fault(sendPath, { kind: 'drop-after-effect' }, { appid: outlet.account.appid });
    const row = await approved(outlet);
    await work();
    expect(await findMassSend(row._id)).toMatchObject({ state: 'unclear', dueAt: expect.any(Date) });
    await pass(16 * second);
    expect(await stateOf(row)).toBe('accepted');
    await pass(minute);
    expect(await findMassSend(row._id)).toMatchObject({ state: 'delivered', counts: { sent: 2 } });
    expect(outlet.account.massJobs()).toHaveLength(1);
  });

  it('in doubt is not repeated after a failure that fits no known send: a person looks and says', async () => {
    const outlet = await anOutlet();
    outlet.account.scriptMass({ status: 'err(40001)', delayMs: second });
    simulator.fault(sendPath, { kind: 'drop-after-effect' }, { appid: outlet.account.appid });
    const row = await approved(outlet);
    await work();
    await pass(2 * second);
    await pass(hour);
    expect(await findMassSend(row._id)).toMatchObject({ state: 'unclear', lastMessage: expect.stringContaining('对不上号') });
    expect((await findMassSend(row._id)).dueAt).toBeUndefined();
    expect([asked(outlet), (await outbox('massSend.stuck')).length]).toEqual([1, 1]);
    await settleMassSendByHand(who('operator'), row._id, { hasArrived: false, note: '公众平台显示管理员拒绝' });
    expect(await stateOf(row)).toBe('refused');
    await request(outlet);
  });

  it('that WeChat refuses says why and frees the version; one that it cannot take now is tried again', async () => {
    const outlet = await anOutlet();
    outlet.account.scriptMass({ status: 'err(20013)' });
    const row = await approved(outlet);
    await work();
    await pass(3 * second);
    expect(await findMassSend(row._id)).toMatchObject({ state: 'refused', lastMessage: expect.stringContaining('版权') });
    const busy = await anOutlet();
    simulator.fault('/cgi-bin/draft/add', { kind: 'errcode', errcode: -1 }, { appid: busy.account.appid });
    simulator.fault('/cgi-bin/stable_token', { kind: 'http', status: 502 }, { appid: busy.account.appid });
    const later = await approved(busy);
    await work();
    expect([await stateOf(later), asked(busy)]).toEqual(['approved', 0]);
    await pass(5 * minute);
    await pass(15 * minute);
    expect(busy.account.massJobs()).toHaveLength(1);
  });

  it('without an event is believed after ten minutes, without counts; counts that come later are kept', async () => {
    const outlet = await anOutlet();
    outlet.account.scriptMass({ event: 'lost' });
    const row = await approved(outlet);
    await work();
    for (let at = 0; at < 12; at += 1) await pass(minute + second);
    expect(await findMassSend(row._id)).toMatchObject({ state: 'delivered', lastMessage: expect.stringContaining('没有告知人数') });
    await outlet.account.push({ Event: 'MASSSENDJOBFINISH', MsgID: outlet.account.massJobs()[0]!.msgId, Status: 'send success', TotalCount: 2, SentCount: 2, ErrorCount: 0 });
    expect(await findMassSend(row._id)).toMatchObject({ state: 'delivered', counts: { sent: 2 } });
  });

  it('is previewed to a named person before it is approved, and not after', async () => {
    const outlet = await anOutlet();
    const row = await request(outlet);
    expect(await previewMassSend(who('operator'), row._id, 'openid:o-wang')).toEqual({ outcome: 'delivered', message: '预览已发送，请在微信里查看' });
    expect(outlet.account.conversation('o-wang').at(-1)!.text).toContain('[预览] 公积金提取办法');
    expect(await failure(previewMassSend(who('operator'), row._id, ' '))).toBe('INVALID_INPUT');
    await approveMassSend(who('chiefEditor'), row._id);
    expect(await failure(previewMassSend(who('operator'), row._id, 'openid:o-wang'))).toBe('WRONG_MASS_SEND_STATE');
    await work();
    expect(outlet.account.massJobs()).toHaveLength(1);
  });

  it('is asked for with the rules, the tags and our own count before one\'s eyes', async () => {
    const outlet = await anOutlet();
    await approved(outlet);
    await work();
    expect(await findMassOutlook(who('operator'), outlet.destination._id)).toEqual({ quota: { limit: 4, rules: [expect.stringContaining('每月最多收到 4 次'), expect.stringContaining('还可调用 99 次')] }, audiences: [{ tagId: '2', name: '星标组', size: 0 }], sentToday: 1, sentThisMonth: 1 });
    outlet.account.configure({ trouble: 40243 });
    outlet.account.revokeTokens();
    const { problem, sentToday } = await findMassOutlook(who('operator'), outlet.destination._id);
    expect([problem, sentToday]).toEqual([expect.stringContaining('冻结'), 1]);
    expect(problem).not.toContain(secret);
  });
});

describe('the newsroom', () => {
  it('asks, previews, approves and follows a mass send over GraphQL, each with their own right', async () => {
    const outlet = await anOutlet();
    const signIn = async (role: Role): Promise<string> => {
      const { login } = await aPerson({ roles: [role] });
      return (await ask('mutation($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }', { login, password: testPassword }) as { signIn: { token: string } }).signIn.token;
    };
    const ask = async (query: string, variables: object, bearer?: string): Promise<unknown> => {
      const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) }, body: JSON.stringify({ query, variables }) });
      const { data, errors } = await response.json() as { data: unknown; errors?: { extensions: { code: string } }[] };
      return errors?.[0]?.extensions.code ?? data;
    };
    const [operator, chief] = [await signIn('operator'), await signIn('chiefEditor')];
    const input = { destinationId: outlet.destination._id, contentId: outlet.contentId, note: '本周重点' };
    const requesting = 'mutation($input: RequestMassSendInput!) { requestMassSend(input: $input) { id state title audience { tagId } } }';
    expect(await ask(requesting, { input }, chief)).toBe('FORBIDDEN');
    const { requestMassSend: { id } } = await ask(requesting, { input }, operator) as { requestMassSend: { id: string } };
    expect(await ask('query($id: ID!) { massSendOutlook(destinationId: $id) { limit rules sentToday audiences { name } problem } }', { id: outlet.destination._id }, operator)).toMatchObject({ massSendOutlook: { limit: 4, sentToday: 0, problem: null } });
    expect(await ask('mutation($id: ID!) { previewMassSend(id: $id, to: "openid:o-li") { isSent message } }', { id }, operator)).toMatchObject({ previewMassSend: { isSent: true } });
    expect(await ask('mutation($id: ID!) { approveMassSend(id: $id) { id } }', { id }, operator)).toBe('FORBIDDEN');
    expect(await ask('mutation($id: ID!) { approveMassSend(id: $id) { state } }', { id }, chief)).toEqual({ approveMassSend: { state: 'APPROVED' } });
    await work();
    await pass(3 * second);
    const list = '{ massSends(filter: { states: [DELIVERED] }) { totalCount nodes { id title note requestedByName decidedByName counts { sent } url destination { name } } } }';
    expect(await ask(list, {}, operator)).toMatchObject({ massSends: { totalCount: 1, nodes: [{ id, title: '公积金提取办法', note: '本周重点', counts: { sent: 2 }, destination: { name: outlet.destination.name } }] } });
    expect(await ask('query($id: ID!) { node(id: $id) { __typename id } channels { id canMassSend operations { name label input } } }', { id }, operator)).toMatchObject({ node: { __typename: 'MassSend' } });
  });
});

describe('the map of a mass send', () => {
  const now = testStart;
  const answers: MassReceipt[] = [
    { outcome: 'delivered' }, { outcome: 'accepted', remoteId: '1', askAgainAt: new Date(now.getTime() + 1) }, { outcome: 'failed', message: 'x' }, { outcome: 'refused', message: 'x' }, { outcome: 'unknown', message: 'x', askAgainAt: new Date(now.getTime() + 1) },
  ];

  it('never leads from accepted or from doubt back to sending without an answer that nothing happened', () => {
    const ends = (state: MassSendState) => answers.map((receipt) => settleMassSend({ state, tries: 0, askedAt: now }, receipt, now).state);
    expect(ends('accepted')).toEqual(['delivered', 'accepted', 'accepted', 'refused', 'unclear']);
    expect(ends('unclear')).toEqual(['delivered', 'accepted', 'approved', 'refused', 'unclear']);
    expect(ends('sending')).toEqual(['delivered', 'accepted', 'approved', 'refused', 'unclear']);
  });

  it('asks nobody to send what is no longer what readers see', () => {
    expect(massSendStates.map((state) => nextStep({ state }, false)).filter((step) => step === 'send')).toEqual([]);
    expect([nextStep({ state: 'approved' }, false), nextStep({ state: 'sending' }, false), nextStep({ state: 'accepted' }, true), nextStep({ state: 'approved' }, true)]).toEqual(['cancel', 'confirm', 'confirm', 'send']);
  });

  it('gives up after eight failures and looks after doubts for a day', () => {
    expect(settleMassSend({ state: 'sending', tries: 7 }, answers[2]!, now).state).toBe('refused');
    expect(settleMassSend({ state: 'unclear', tries: 0, askedAt: new Date(now.getTime() - 25 * hour) }, answers[4]!, now)).toEqual({ state: 'unclear', tries: 0 });
  });
});

describe('around it', () => {
  it('a follower\'s question is answered over HTTP from what is published, by the account\'s own article where there is one', async () => {
    const outlet = await anOutlet({ mode: 'publish', takesAll: true });
    expect(await answerTo(outlet, '公积金怎么提取')).toBe('公积金提取办法');
    const cityUrl = outlet.account.conversation('o-wang').at(-1)!.cards![0]!.url;
    expect(cityUrl).toMatch(/^https:\/\/yici\.test\/c\/gong-ji-jin/);
    await pass(5 * second);
    await pass(minute);
    clock.advance(2 * minute);
    await answerTo(outlet, '公积金怎么提取');
    expect(outlet.account.conversation('o-wang').at(-1)!.cards![0]!.url).toContain('mp.weixin.qq.com');
    await retractContent(as('operator'), { id: outlet.contentId, reason: '有误' });
    expect(await answerTo(outlet, '公积金怎么提取')).toContain('没有找到');
  });

  it('nothing is kept of a follower who asked and left', async () => {
    const outlet = await anOutlet();
    await outlet.account.follow('o-very-personal');
    await outlet.account.say('o-very-personal', '公积金');
    await outlet.account.unfollow('o-very-personal');
    const names = (await mongoose.connection.db!.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).filter((name) => !name.startsWith('system.'));
    for (const name of names) expect([name, JSON.stringify(await mongoose.connection.collection(name).find().toArray())]).toEqual([name, expect.not.stringContaining('o-very-personal')]);
  });

  it('an operation of a channel sets the menu by a form, on the record', async () => {
    const { destination, account } = await anOutlet();
    const input = { buttons: [{ name: '办事', kind: 'search', query: '公积金提取' }] };
    const run = (name: string, given: object): Promise<unknown> => runOperation(who('administrator'), destination._id, name, given);
    expect(await run('publishMenu', input)).toEqual({ outcome: 'done', message: '菜单已发布' });
    expect(await currentInput(who('administrator'), destination._id, 'publishMenu')).toEqual(input);
    expect(await account.click('o-wang', '公积金提取')).toBe('公积金提取办法');
    expect(await failure(run('publishMenu', { buttons: [] }))).toBe('INVALID_OPERATION_INPUT');
    expect(await failure(run('constructor', {}))).toBe('UNKNOWN_OPERATION');
    expect(await mongoose.connection.collection('audit').findOne({ action: 'destination.operate' })).toMatchObject({ subjectId: destination._id, summary: { name: 'publishMenu', outcome: 'done' } });
  });

  it('that cannot be read there now says why, in words', async () => {
    const { account, destination } = await anOutlet();
    account.configure({ trouble: 40243 });
    account.revokeTokens();
    const error = await currentInput(who('administrator'), destination._id, 'publishMenu').then(() => undefined, (thrown: unknown) => thrown as DomainError);
    expect([error?.code, error?.sentence('zh')]).toEqual(['NO_CURRENT_INPUT', expect.stringContaining('冻结')]);
  });

  it('readers are fetched every morning by content and day, mass sends included, and again while WeChat still counts', async () => {
    const outlet = await anOutlet();
    const row = await approved(outlet);
    await work();
    await pass(3 * second);
    expect(await stateOf(row)).toBe('delivered');
    outlet.account.read(outlet.account.published()[0]!.articleId, 12);
    await pass(day);
    simulator.fault('/datacube/getarticletotaldetail', { kind: 'errcode', errcode: 61503 }, { appid: outlet.account.appid });
    await fetchReachDaily.run(systemContext(own, 'morning'), {}, new AbortController().signal);
    await work();
    expect((await findReach(outlet.contentId)).days.length).toBeLessThanOrEqual(1);
    expect(await mongoose.connection.collection<{ _id: string }>('reachCounts').findOne({ _id: outlet.destination._id })).toMatchObject({ isComplete: false });
    expect(await JobModel.countDocuments({ name: 'coverage.fetchReach', state: 'waiting', dueAt: { $gt: clock.now() } })).toBe(1);
    await pass(hour);
    expect(await findReach(outlet.contentId)).toMatchObject({ total: { readers: 12 }, days: [{ destinationId: outlet.destination._id, readers: 12 }] });
    await fetchReachDaily.run(systemContext(own, 'next'), {}, new AbortController().signal);
    await pass(hour);
    expect((await findReach(outlet.contentId)).total.readers).toBe(12);
  });
});

/** Releases a corrected text. */
async function correct(id: string): Promise<void> {
  const { unitId, head: { number } } = (await findStored(id))!;
  await approve(await updateContent(as('contributor', { unitId }), { id, expectedRevision: number, patch: { summary: '改过的摘要写在这里。' } }));
  await correctContent(as('operator'), { id, note: '改摘要' });
}
