import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { SMTPServer } from 'smtp-server';
import { createApiKey } from '../../src/accounts/index.js';
import { AlarmRaised, alarmExpiringRights, configureAlarms, findProblems, raiseAlarm, readAlarmSettings, watchForTrouble } from '../../src/alarms/index.js';
import { deactivateDestination } from '../../src/distribution/index.js';
import { JobModel, processAll } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { aContent, anAsset, useMedia } from '../kit/contents.js';
import { asPerson, aPerson } from '../kit/people.js';
import { clock, day, hour, minute, outbox, services, useDatabase } from '../kit/services.js';
import { aDestination, article, ctx, deliverAll, outlet, registerOutlets, releaseAndPlan } from '../distribution/outlets.js';

useDatabase();
useMedia();
const app = useApp();

const mails: { to: string[]; text: string }[] = [];
const posts: { headers: Record<string, unknown>; body: string }[] = [];
let mailAnswer: Error | undefined;
let postStatus = 204;
let smtp: SMTPServer;
let http: Server;
beforeAll(async () => {
  registerOutlets();
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        if (!mailAnswer) mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
        done(mailAnswer);
      });
    },
  });
  http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { posts.push({ headers: request.headers, body: Buffer.concat(chunks).toString() }); response.writeHead(postStatus).end(); });
  });
  await Promise.all([new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve); }), new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); })]);
});
afterAll(() => { smtp.close(() => undefined); http.close(); });
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
beforeEach(() => {
  [mails.length, posts.length, mailAnswer, postStatus] = [0, 0, undefined, 204];
  outlet.reset();
  configureAlarms(readAlarmSettings({
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, ALARM_EMAIL: 'duty@example.gov.cn, chief@example.gov.cn',
    ALARM_WEBHOOK: `http://127.0.0.1:${(http.address() as AddressInfo).port}/alarm`, ALARM_WEBHOOK_SECRET: secret,
  }));
});
const work = (): Promise<void> => processAll(services);
const kinds = async (): Promise<string[]> => (await findProblems(services)).map(({ kind }) => kind);

describe('an alarm', () => {
  it('about a closed destination reaches everybody by e-mail and the webhook by a signed post', async () => {
    const { _id } = await aDestination();
    await deactivateDestination(ctx(), _id, '对方表示不再接收');
    await work();
    expect(mails).toEqual([{ to: ['duty@example.gov.cn', 'chief@example.gov.cn'], text: expect.any(String) }]);
    const [post] = posts;
    expect(JSON.parse(post!.body)).toMatchObject({ type: 'alarm.raised', data: { kind: 'destination.deactivated', subject: _id, zh: expect.stringContaining('对方表示不再接收'), en: expect.stringContaining('was closed') } });
    const signed = `${post!.headers['webhook-id'] as string}.${post!.headers['webhook-timestamp'] as string}.${post!.body}`;
    expect(post!.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(signed).digest('base64')}`);
  });

  it('is tried again while the mail server or the webhook is out of order, under the same id, and each is told once', async () => {
    [mailAnswer, postStatus] = [new Error('full'), 500];
    await raiseAlarm(ctx(), { kind: 'test', subject: 's', zh: '测试', en: 'test' });
    await work();
    expect([mails.length, posts.length]).toEqual([0, 1]);
    [mailAnswer, postStatus] = [undefined, 204];
    for (let at = 0; at < 3; at += 1) { clock.advance(hour); await work(); }
    expect([mails.length, posts.length]).toEqual([1, 2]);
    expect(posts[0]!.headers['webhook-id']).toBe(posts[1]!.headers['webhook-id']);
  });

  it('of one kind about one subject is told once an hour, however often it happens', async () => {
    await aDestination('plain');
    outlet.answer = () => ({ outcome: 'refused', message: '栏目已关闭' });
    for (let at = 0; at < 5; at += 1) await releaseAndPlan(article(), 1);
    await deliverAll();
    await work();
    expect(await outbox('delivery.settled')).toHaveLength(5);
    expect((await outbox(AlarmRaised.name)).map(({ payload }) => (payload as { kind: string }).kind)).toEqual(['delivery.refused']);
    clock.advance(hour);
    await releaseAndPlan(article(), 1);
    await deliverAll();
    await work();
    expect(await outbox(AlarmRaised.name)).toHaveLength(2);
  });

  it('is raised by itself for work that nobody takes up', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1);
    clock.advance(10 * minute);
    await watchForTrouble.run(ctx(), {}, new AbortController().signal);
    expect((await outbox(AlarmRaised.name)).map(({ payload }) => (payload as { kind: string }).kind)).toContain('delivery.overdue');
  });

  it('goes nowhere, and fails nowhere, where nothing is set', async () => {
    configureAlarms(readAlarmSettings({}));
    await raiseAlarm(ctx(), { kind: 'test', subject: 's', zh: '测试', en: 'test' });
    await work();
    expect([mails, posts, await JobModel.countDocuments({ state: { $ne: 'done' } })]).toEqual([[], [], 0]);
  });

  it.each([
    [{ ALARM_EMAIL: 'nobody', SMTP_URL: 'smtp://a.cn' }, 'ALARM_EMAIL'], [{ ALARM_EMAIL: 'a@b.cn' }, 'SMTP_URL'], [{ SMTP_URL: 'http://a.cn' }, 'SMTP_URL'],
    [{ ALARM_WEBHOOK: 'a.cn' }, 'ALARM_WEBHOOK'], [{ ALARM_WEBHOOK: 'https://a.cn', ALARM_WEBHOOK_SECRET: 'short' }, 'ALARM_WEBHOOK_SECRET'], [{ ALARM_FROM: 'a b' }, 'ALARM_FROM'],
  ])('setting that is wrong is named: %j', (env, name) => {
    expect(() => readAlarmSettings(env)).toThrow(name);
  });
});

describe('a right that ends', () => {
  it('is told with the days that are left and where the asset is used', async () => {
    const asset = await anAsset();
    await aContent({ title: '用了图的稿件', coverId: asset._id });
    await alarmExpiringRights(ctx(), { assetId: asset._id, filename: '窗口.jpg', daysLeft: 7 });
    await alarmExpiringRights(ctx(), { assetId: 'asset_000000000000000000000000', filename: '未用.jpg', daysLeft: 0 });
    const told = (await outbox('alarm.raised')).map(({ payload }) => (payload as { zh: string }).zh);
    expect(told).toEqual([expect.stringMatching(/还有 7 天到期.*《用了图的稿件》等 1 篇/), expect.stringContaining('已到期。请续期')]);
  });
});

describe('health', () => {
  it('is well when nothing is wrong, and says so in words', async () => {
    expect(await findProblems(services)).toEqual([]);
    const page = await fetch(`${app.url}/health`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('一切正常')]);
  });

  it('names what is overdue, stuck, closed, failing and given up, each with what to do, and is well again when it is mended', async () => {
    const destination = await aDestination('plain');
    outlet.answer = () => ({ outcome: 'failed', message: 'HTTP 500' });
    await releaseAndPlan(article(), 1);
    await deliverAll();
    expect(await kinds()).toEqual(['destination.failing']);
    outlet.answer = ({ publication }) => (publication.title === '拒' ? { outcome: 'refused', message: '不收' } : { outcome: 'delivered' });
    await releaseAndPlan(article(), 1, 'publish', { title: '拒' });
    clock.advance(6 * minute);
    expect(await kinds()).toEqual(['delivery.overdue', 'destination.failing']);
    await deliverAll();
    expect(await kinds()).toEqual(['delivery.stuck']);
    await deactivateDestination(ctx(), destination._id, '改版');
    await JobModel.create([{ _id: 'job_000000000000000000000001', name: 'x.y', state: 'dead', dueAt: services.now(), maxAttempts: 1, createdAt: services.now(), finishedAt: services.now(), lastError: '坏了' }]);
    await mongoose.connection.collection('contents').insertOne({ _id: 'article_000000000000000000000001' as never, workflow: 'scheduled', schedule: { at: new Date(clock.at - hour) }, draft: { title: '迟到的<b>' } });
    const problems = await findProblems(services);
    expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['publication.late', 'job.dead', 'destination.closed', 'delivery.stuck']));
    for (const { zh, en } of problems) expect([zh, en]).toEqual([expect.stringMatching(/请|会自动/), expect.stringMatching(/[a-z]\.$/)]);
    const page = await fetch(`${app.url}/health`, { headers: { 'accept-language': 'en' } });
    const html = await page.text();
    expect([page.status, html]).toEqual([503, expect.stringContaining('Something does not work')]);
    expect(html).not.toContain('<b>');
    expect(html).toContain('改版');
  });

  it('is told by GraphQL to who may read jobs, and by its page to nobody from outside without a key', async () => {
    const ask = async (bearer: string): Promise<unknown> => (await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: '{"query":"{ systemHealth { isWell problems { kind grade zh en since subject } } }"}' })).json();
    const operator = await createApiKey(asPerson(await aPerson({ roles: ['operator'] })), { name: '监控', scopes: ['job.read'] });
    const editor = await createApiKey(asPerson(await aPerson({ roles: ['editor'] })), { name: '编辑', scopes: ['content.read'] });
    expect(await ask(operator.bearer)).toEqual({ data: { systemHealth: { isWell: true, problems: [] } } });
    expect(await ask(editor.bearer)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    const outside = (headers: Record<string, string> = {}) => fetch(`${app.url}/health`, { headers: { 'x-forwarded-for': '8.8.8.8', ...headers } }).then(({ status }) => status);
    expect([await outside(), await outside({ authorization: `Bearer ${editor.bearer}` }), await outside({ authorization: `Bearer ${operator.bearer}` })]).toEqual([404, 404, 200]);
  });

  it('takes a dozen reads at most, however much there is', async () => {
    await aDestination();
    clock.advance(day);
    const commands = await app.commandsOf(() => findProblems(services));
    expect(commands.length).toBeLessThanOrEqual(12);
  });
});
