import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { loadChannels } from '../../src/app/channels.js';
import { AttemptModel } from '../../src/distribution/attempt.js';
import { channelNamed, createDestination, deliverNext, retryDelivery, testDestination } from '../../src/distribution/index.js';
import { ConfigError, processAll } from '../../src/kernel/index.js';
import { describeChannel } from '../kit/describe-channel.js';
import { clock, hour, minute, testConfig, testServices, useDatabase } from '../kit/services.js';
import { article, ctx, ledger, releaseAndPlan } from './outlets.js';

await loadChannels({ channelPackages: ['./examples/channel-email-digest', './templates/channel'] });
describeChannel(channelNamed('email-digest'));
describeChannel(channelNamed('my-outlet'));

describe('a channel from a package', () => {
  it('is known by its folder beside our own', () => {
    expect(['rss', 'wechat', 'partner-media', 'email-digest', 'my-outlet'].map((id) => channelNamed(id).id)).toHaveLength(5);
  });

  it('that is none stops the start, and each is named with what is wrong', async () => {
    const names = ['./tests/kit', './examples/none', 'no-such-package-anywhere', './examples/channel-email-digest'];
    const error = await loadChannels({ channelPackages: names }).catch((thrown: unknown) => thrown) as ConfigError;
    expect(error).toBeInstanceOf(ConfigError);
    for (const name of names.slice(0, 3)) expect(error.message).toContain(`CHANNEL_PACKAGES names ${name}`);
    expect(error.message).not.toContain('email-digest');
  });
});

describe('e-mail over a real SMTP server', () => {
  useDatabase();
  const hosts: string[] = [];
  const services = testServices(clock.now, { ...testConfig(), allowedPrivateHosts: hosts });
  const mails: { to: string[]; text: string }[] = [];
  let answer: (session: SMTPServerSession) => (Error & { responseCode?: number }) | undefined = () => undefined;
  let breaksOff = false;
  let server: SMTPServer;
  let port = 0;
  const refusal = (responseCode: number, message: string): Error & { responseCode: number } => Object.assign(new Error(message), { responseCode });

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'], allowInsecureAuth: true, authOptional: true, logger: false,
      onAuth: ({ username, password }, _session, done) => done(username === 'news' && password === 'a-password-for-mail' ? null : refusal(535, 'no'), { user: username }),
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? refusal(550, 'no such box') : null),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
          const error = answer(session);
          if (!error) mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
          if (breaksOff) (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections.forEach((connection) => { connection._socket.destroy(); });
          else done(error);
        });
      },
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    server.on('error', () => undefined);
    port = (server.server.address() as AddressInfo).port;
    hosts.push(`127.0.0.1:${port}`);
  });
  afterAll(() => new Promise<void>((resolve) => { server.close(() => resolve()); }));
  beforeEach(() => { [mails.length, answer, breaksOff] = [0, () => undefined, false]; });

  const list = (more: Record<string, unknown> = {}) => createDestination(ctx(services), { name: '邮件', slug: 'mail', channelId: 'email-digest', settings: { host: '127.0.0.1', port, tls: false, from: 'news@example.gov.cn', to: ['a@example.cn', 'b@example.cn'], ...more } });
  const deliver = (): Promise<void> => processAll(services, [deliverNext]);
  const headerOf = (text: string, name: string): string => {
    const value = new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im').exec(text)?.[1] ?? '';
    return value.replace(/\r\n\s/g, '').replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, kind: string, data: string) => (kind.toUpperCase() === 'B' ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data.replace(/_/g, ' ').replace(/=/g, '%'))));
  };
  const htmlOf = (text: string): string => {
    const [head, body] = [text.slice(0, text.indexOf('\r\n\r\n')), text.slice(text.indexOf('\r\n\r\n') + 4)];
    return /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
  };

  it('brings every release with its text, a digest of the latest, and corrections that answer what they correct', async () => {
    await list();
    await releaseAndPlan(article(), 1, 'publish', { title: '先前的一条' });
    await deliver();
    clock.advance(minute);
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { title: '一次办成', html: '<p>全文在此</p>' });
    await deliver();
    clock.advance(minute);
    await releaseAndPlan(contentId, 2, 'correct', { title: '一次办成', note: '数字有误' });
    await deliver();
    clock.advance(minute);
    await releaseAndPlan(contentId, 3, 'retract', { title: '一次办成', note: '事实有误' });
    await deliver();
    const rows = await ledger({ contentId });
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    const [, second, third, fourth] = mails.map(({ text }) => text);
    expect(mails.every(({ to }) => to.join() === 'a@example.cn,b@example.cn')).toBe(true);
    expect([second, third, fourth].map((text) => headerOf(text!, 'Subject'))).toEqual(['一次办成', '【更正】一次办成', '【撤稿】一次办成']);
    expect(htmlOf(second!)).toContain('全文在此');
    expect(htmlOf(second!)).toMatch(/近期稿件.*先前的一条/);
    expect(headerOf(second!, 'Message-ID')).toBe(`<${rows[0]!._id}@yici>`);
    expect(headerOf(third!, 'In-Reply-To')).toBe(`<${rows[0]!._id}@yici>`);
    expect(htmlOf(third!)).toContain('数字有误');
    expect(htmlOf(fourth!)).not.toContain('正文');
  });

  it('is tried again after 4xx, and refused with the server\'s words after 5xx', async () => {
    await list();
    answer = () => refusal(451, 'come back later');
    await releaseAndPlan(article(), 1);
    await deliver();
    expect((await ledger())[0]).toMatchObject({ state: 'waiting', lastMessage: expect.stringContaining('come back later') });
    answer = () => refusal(552, 'too long');
    clock.advance(hour);
    await deliver();
    expect((await ledger())[0]).toMatchObject({ state: 'refused', lastMessage: expect.stringContaining('too long') });
    answer = () => undefined;
    await retryDelivery(ctx(services), (await ledger())[0]!._id);
    await deliver();
    expect([mails.length, (await ledger())[0]!.state]).toEqual([1, 'delivered']);
  });

  it('waits for a person when the line broke after the text was handed over, and is not sent twice', async () => {
    await list();
    breaksOff = true;
    await releaseAndPlan(article(), 1);
    await deliver();
    clock.advance(24 * hour);
    await deliver();
    expect([mails.length, (await ledger())[0]]).toEqual([1, expect.objectContaining({ state: 'unclear', mayHaveArrived: true })]);
  });

  it('names the recipients that the server does not know, and goes to the others', async () => {
    await list({ to: ['a@example.cn', 'gone@example.cn'] });
    await releaseAndPlan(article(), 1);
    await deliver();
    expect([mails.map(({ to }) => to), (await ledger())[0]!.lastMessage]).toEqual([[['a@example.cn']], expect.stringContaining('gone@example.cn')]);
  });

  it('says what is wrong with the password, and keeps it out of every record', async () => {
    const right = await list({ user: 'news', password: 'a-password-for-mail' });
    expect(await testDestination(ctx(services), right._id)).toEqual([]);
    const wrong = await createDestination(ctx(services), { name: '错', slug: 'wrong', channelId: 'email-digest', settings: { host: '127.0.0.1', port, tls: false, user: 'news', password: 'not-the-password', from: 'news@example.gov.cn', to: ['a@example.cn'] } });
    expect(await testDestination(ctx(services), wrong._id)).toEqual([expect.stringContaining('用户名或密码')]);
    await releaseAndPlan(article(), 1);
    await deliver();
    expect(JSON.stringify([await ledger(), await AttemptModel.find().lean()])).not.toMatch(/a-password-for-mail|not-the-password/);
  });

  it('does not reach a server inside our own network that nobody allowed', async () => {
    await list({ port: 25 });
    await releaseAndPlan(article(), 1);
    await deliver();
    expect((await ledger())[0]).toMatchObject({ state: 'refused', lastMessage: expect.stringContaining('不是公网地址') });
  });
});
