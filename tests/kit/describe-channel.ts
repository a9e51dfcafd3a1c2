import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Value } from 'typebox/value';
import { actions, type Action, type Channel, type Delivery, type Destination, type Publication, type Receipt } from '../../src/distribution/channel.js';
import { aDelivery, aDestination, aHost, type AHost } from './a-host.js';
import { aCorrection, aPublication, deepFreeze } from './a-publication.js';

/** What a channel's suite may be told. `publication` replaces the one that is rendered, for channels that need more of it. */
export interface DescribeChannelOptions {
  readonly publication?: Publication;
  /** Other hosts to deliver with besides the dead network: a channel's own answers in a test double. */
  readonly hosts?: Readonly<Record<string, () => AHost>>;
}

/** Titles that have broken feeds, accounts and logs elsewhere. */
export const hostileTitles: Readonly<Record<string, string>> = {
  emoji: '办事👨‍👩‍👧‍👦一次🇨🇳成',
  quotes: '他说"好"，又说\'真好\'，再说“很好”',
  script: '<script>x(1)</script>&amp;<b>',
  cdata: '结束 ]]> 又开始 <![CDATA[',
  control: '一\u0000二\u0008三\u000b四\u001f五\ufffe六',
  'lone surrogate': '半个\ud83d字',
  'line breaks': '第一行\r\n第二行\u2028第三行',
  template: '${process.env.KEY} {{a.b}} %s %n',
};

type Schema = { properties?: Record<string, Schema & { writeOnly?: boolean }>; examples?: unknown[] };

/** The promises every channel keeps. Call it at the top of the channel's test file. */
export function describeChannel(channel: Channel, options: DescribeChannelOptions = {}): void {
  const schema = channel.settings as Schema;
  const examples = schema.examples ?? [];
  const destinations = examples.map((settings, at) => aDestination(settings, { id: `destination-${at + 1}` }));
  const publish = options.publication ?? aPublication();
  const publications: Record<Action, Publication> = {
    publish, correct: { ...publish, version: 2, note: aCorrection().note! }, retract: { ...publish, version: 3, note: '撤稿：事实有误' },
  };
  const everyCase = destinations.flatMap((to) => channel.actions.map((action) => ({ to, action })));
  const render = (to: Destination, action: Action, publication = publications[action]) => channel.render(publication, action, to as never);

  describe(`every channel: ${channel.id}`, () => {
    const secrets = [...new Set(examples.flatMap((example) => secretsIn(schema, example)))];
    const console = captureOutput();
    const network = closeNetwork();
    afterEach(() => expect(network.calls()).toEqual([]));

    it('names itself in kebab-case, in Chinese and in English', () => {
      expect(channel.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(channel.name.zh).toMatch(/\p{Script=Han}/u);
      expect(channel.name.en).toMatch(/^[A-Z]/);
      expect(channel.actions.length).toBeGreaterThan(0);
      expect(actions).toEqual(expect.arrayContaining([...channel.actions]));
    });

    it('gives examples of settings that are valid, and refuses unknown settings', () => {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect([...Value.Errors(channel.settings, example)]).toEqual([]);
        expect(Value.Check(channel.settings, { ...(example as object), surelyUnknown: 1 })).toBe(false);
      }
    });

    it('marks every setting that sounds like a secret as writeOnly, and shows each of them in an example', () => {
      const properties = Object.entries(schema.properties ?? {});
      const sounding = properties.filter(([name]) => /secret|password|token|aesKey|accessKey|apiKey/i.test(name));
      expect(sounding.filter(([, property]) => property.writeOnly !== true).map(([name]) => name)).toEqual([]);
      const writeOnly = properties.filter(([, property]) => property.writeOnly === true).map(([name]) => name);
      expect(writeOnly.filter((name) => !examples.some((example) => (example as Record<string, unknown>)[name] !== undefined))).toEqual([]);
    });

    it('renders every action to the same bytes twice and leaves its input alone', () => {
      for (const { to, action } of everyCase) {
        const first = render(to, action);
        const again = render(deepFreeze(structuredClone(to)), action, deepFreeze(structuredClone(publications[action])));
        expect(again).toEqual(first);
        expect(first.body.length).toBeGreaterThan(0);
        expect(first.contentType).toMatch(/^[\w.+-]+\/[\w.+-]+/);
      }
    });

    it('renders no secret into the frozen bytes', () => {
      for (const { to, action } of everyCase) expect(secrets.filter((secret) => render(to, action).body.includes(secret))).toEqual([]);
    });

    it.each(Object.entries(hostileTitles))('survives a hostile title: %s', (_name, title) => {
      for (const { to, action } of everyCase) {
        const publication = { ...publications[action], title, shortTitle: title, summary: title, tags: [title], note: title, author: title };
        const payload = render(to, action, publication);
        expect(render(to, action, deepFreeze(structuredClone(publication)))).toEqual(payload);
        expect(new TextDecoder().decode(new TextEncoder().encode(payload.body)).length).toBeGreaterThan(0);
      }
    });

    const hosts = { 'a dead network': () => aHost(), ...options.hosts };
    describe.each(Object.entries(hosts))('with %s', (_name, makeHost) => {
      it('answers every delivery with a receipt that tells no secret', async () => {
        for (const { to, action } of everyCase) {
          const delivery = aDelivery(channel, { destination: to, publication: publications[action], action });
          const receipt = await channel.deliver(deepFreeze(delivery), makeHost());
          assertReceipt(receipt, secrets);
          if (channel.confirm) assertReceipt(await channel.confirm(deepFreeze(afterwards(delivery)), makeHost()), secrets);
        }
        expect(leaks(console.text(), secrets)).toEqual([]);
      });

      it('names its operations for people, gives valid examples of their input, and answers them in sentences that tell no secret', async () => {
        for (const [name, { name: label, description, input, run }] of Object.entries(channel.operations ?? {})) {
          const inputs = (input as Schema).examples ?? [];
          expect([name, inputs.length]).toEqual([expect.stringMatching(/^[a-z][a-zA-Z]*$/), expect.any(Number)]);
          expect([label.zh, label.en, description]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[A-Z]/), expect.stringMatching(/\S/)]);
          expect(inputs.length).toBeGreaterThan(0);
          for (const example of inputs) {
            expect(Value.Check(input, example)).toBe(true);
            for (const to of destinations) {
              const result = await run(deepFreeze(structuredClone(example)), deepFreeze(structuredClone(to)) as never, makeHost());
              expect(['done', 'refused', 'unknown']).toContain(result.outcome);
              expect(result.message).toMatch(/\S/);
              expect(leaks(JSON.stringify(result), secrets)).toEqual([]);
            }
          }
        }
        expect(leaks(console.text(), secrets)).toEqual([]);
      });

      it('answers a mass send, its preview and a question about it with receipts that tell no secret', async () => {
        for (const to of channel.massSend ? destinations : []) {
          const { payload, publication } = aDelivery(channel, { destination: to, publication: publish });
          const send = deepFreeze(structuredClone({ id: 'massSend-1', key: 'a'.repeat(32), audience: {}, publication, payload, destination: to, marks: {} }));
          assertReceipt(await channel.massSend!.send(send as never, makeHost()), secrets);
          assertReceipt(await channel.massSend!.confirm(send as never, makeHost()), secrets);
          if (channel.massSend!.preview) assertReceipt(await channel.massSend!.preview(send as never, 'somebody', makeHost()), secrets);
        }
        expect(leaks(console.text(), secrets)).toEqual([]);
      });

      it('answers the connection test with sentences that tell no secret', async () => {
        for (const to of channel.check ? destinations : []) {
          const findings = await channel.check!(deepFreeze(structuredClone(to)) as never, makeHost());
          for (const finding of findings) expect(finding).toMatch(/\S/);
          expect(leaks(findings.join('\n'), secrets)).toEqual([]);
        }
        expect(leaks(console.text(), secrets)).toEqual([]);
      });
    });

    if (!channel.isPull) {
      it('does not claim that anything was delivered over a dead network', async () => {
        for (const { to, action } of everyCase) {
          const delivery = aDelivery(channel, { destination: to, publication: publications[action], action });
          const receipt = await channel.deliver(delivery, aHost());
          expect(['failed', 'refused', 'unknown']).toContain(receipt.outcome);
        }
      });
    }
  });
}

/** The same delivery as `confirm` meets it: accepted before, its remote id kept. */
const afterwards = (delivery: Delivery): Delivery =>
  ({ ...delivery, attempt: 2, last: { outcome: 'accepted', remoteId: 'remote-1', askAgainAt: delivery.publication.publishedAt } });

function assertReceipt(receipt: Receipt, secrets: readonly string[]): void {
  expect(['delivered', 'accepted', 'failed', 'refused', 'unknown']).toContain(receipt.outcome);
  if (receipt.outcome === 'failed' || receipt.outcome === 'refused' || receipt.outcome === 'unknown') expect(receipt.message).toMatch(/\S/);
  expect(leaks(JSON.stringify(receipt), secrets)).toEqual([]);
}

const leaks = (text: string, secrets: readonly string[]): string[] => secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));

/** The values of `writeOnly` settings, wherever they stand. */
function secretsIn(schema: Schema, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = (value as Record<string, unknown>)[name];
    return property.writeOnly === true && typeof inner === 'string' ? [inner] : secretsIn(property, inner);
  });
}

/** Keeps what is written to the console and the standard streams during the suite. */
function captureOutput(): { text: () => string } {
  const lines: string[] = [];
  const keep = (...values: unknown[]): boolean => { lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')); return true; };
  const spies: { mockRestore(): void }[] = [];
  beforeAll(() => {
    for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) spies.push(jest.spyOn(globalThis.console, method).mockImplementation(keep));
  });
  afterAll(() => spies.forEach((spy) => spy.mockRestore()));
  return { text: () => lines.join('\n') };
}

/** Makes every way out of the process but `host.fetch` throw, and notes who tried. */
function closeNetwork(): { calls: () => string[] } {
  const calls: string[] = [];
  const spies: { mockRestore(): void }[] = [];
  const refuse = (way: string) => (): never => { calls.push(way); throw new Error(`a channel must use host.fetch, not ${way}`); };
  beforeAll(() => {
    spies.push(jest.spyOn(globalThis, 'fetch').mockImplementation(refuse('globalThis.fetch')));
    for (const [name, module] of Object.entries({ http, https })) {
      spies.push(jest.spyOn(module, 'request').mockImplementation(refuse(`${name}.request`)), jest.spyOn(module, 'get').mockImplementation(refuse(`${name}.get`)));
    }
    spies.push(jest.spyOn(net, 'connect').mockImplementation(refuse('net.connect')), jest.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse('net.Socket.connect')));
  });
  afterAll(() => spies.forEach((spy) => spy.mockRestore()));
  return { calls: () => calls.splice(0) };
}
