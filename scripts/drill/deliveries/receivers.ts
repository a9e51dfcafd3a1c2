import { randomBytes } from 'node:crypto';
import { faults, startPartnerReceiver, tooMany, type Fault, type PartnerReceiver } from '../../../tests/kit/partner-receiver/index.js';
import { startWechatSimulator, type WechatSimulator } from '../../../tests/kit/wechat-simulator/index.js';

/** A partner of the drill, with what it does wrong. */
export interface Partner {
  readonly name: string;
  readonly secret: string;
  readonly receiver: PartnerReceiver;
}

/** Everybody who receives. They are never killed: their logs are what is judged by. */
export interface Receivers {
  readonly partners: readonly Partner[];
  readonly wechat: WechatSimulator;
  readonly account: { readonly appId: string; readonly appSecret: string };
  stop(): Promise<void>;
}

/** What a partner does with every nth request. */
type Habit = readonly (readonly [every: number, fault: Fault])[];

const resetAfter: Fault = { fault: 'reset', takesFirst: true };
const habits: Readonly<Record<string, Habit>> = {
  'answers 500': [[4, faults.serverError]],
  'is too busy': [[4, tooMany(1)], [9, faults.unavailable]],
  'resets': [[5, faults.reset], [7, resetAfter]],
  'hangs and drips': [[40, faults.hang], [55, faults.slowBody], [11, faults.serverError]],
  'redirects': [[15, faults.redirect], [6, tooMany(1)]],
};

/** Starts five partners and a WeChat platform. */
export async function startReceivers(): Promise<Receivers> {
  const partners = await Promise.all(Object.entries(habits).map(([name, habit]) => startPartner(name, habit)));
  const account = { appId: `wx${randomBytes(8).toString('hex')}`, appSecret: randomBytes(16).toString('hex') };
  const wechat = await startWechatSimulator({ publishDelayMs: 300, accounts: [{ appid: account.appId, secret: account.appSecret, kind: 'service', verified: true, quotas: { '/cgi-bin/freepublish/submit': 10_000, '/cgi-bin/draft/add': 10_000 } }] });
  return {
    partners, wechat, account,
    async stop() {
      await Promise.all([...partners.map(({ receiver }) => receiver.stop()), wechat.stop()]);
    },
  };
}

async function startPartner(name: string, habit: Habit): Promise<Partner> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const receiver = await startPartnerReceiver({ name, secrets: [secret], script: ({ number }) => habit.find(([every]) => number % every === 0)?.[1] });
  return { name, secret, receiver };
}
