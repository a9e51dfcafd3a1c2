import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { createPerson } from '../../../src/accounts/index.js';
import { connectDatabase, createServices, prepareModules } from '../../../src/app/start.js';
import { createDestination } from '../../../src/distribution/index.js';
import { loadConfig, systemContext, type Context } from '../../../src/kernel/index.js';
import { demoPassword } from '../../demo/people.js';
import { startChaos, type Kills } from './chaos.js';
import { startMember, type Member } from './fleet.js';
import { judgePartner, judgeWechat, openRows, type Finding, type LedgerRow, type Truth, type WechatBooks } from './judge.js';
import { Operator } from './operator.js';
import { startReceivers, type Receivers } from './receivers.js';
import { releaseNext, storeCover, writeStories, type Story } from './releases.js';
import { startReplicaSet, type ReplicaSet } from './replica-set.js';

export interface DrillOptions {
  readonly folder: string;
  readonly contents: number;
  /** How many of them go to WeChat, too. */
  readonly forWechat: number;
  /** Milliseconds between two kills, on average. */
  readonly killEveryMs: number;
  /** Who is killed, and how often of each at least before the end. */
  readonly leastKills: Partial<Kills>;
  readonly webs: number;
  readonly workers: number;
  /** How long all may take to come to rest after the last release. */
  readonly patienceMs: number;
  readonly say: (line: string) => void;
}

export interface DrillResult {
  readonly findings: readonly (Finding & { readonly who: string })[];
  readonly kills: Kills;
  readonly deliveries: number;
  readonly seconds: number;
  readonly retriedByHand: number;
}

/** How long a partner that hangs is waited for, in seconds. */
const timeoutSeconds = 3;
/** Waits between tries while the drill runs, in seconds: a partner that fails every fourth time is not given up. */
const retrySeconds = [1, 1, 2, 2, 3, 3, 5, 5, 5, 10, 10, 10, 10, 10, 10];
const login = 'drill.operator';
const tellEveryMs = 15_000;
/** One for all processes: an item's address is its name at the partners. Nobody calls it. */
const publicUrl = 'https://yici.example';

/** Sends contents, corrections and retractions to hostile receivers while workers, web servers and the primary are killed, and judges by the receivers' own books. */
export async function drillDeliveries(options: DrillOptions): Promise<DrillResult> {
  const begun = performance.now();
  await mkdir(join(options.folder, 'data'), { recursive: true });
  const [set, receivers] = [await startReplicaSet(options.folder, options.leastKills.primary === undefined ? 'left' : 'killed'), await startReceivers()];
  const members: Member[] = [];
  try {
    const env = environment(options, set, receivers);
    const ctx = await open(env, receivers);
    options.say('starting the processes …');
    for (let at = 0; at < options.webs; at += 1) members.push(await startMember('web', env));
    for (let at = 0; at < options.workers; at += 1) members.push(await startMember('worker', env));
    const operator = new Operator(members.filter(({ role }) => role === 'web').map(({ url }) => url), login);
    const stories = writeStories(options.contents, options.forWechat);
    const kills = await run({ options, ctx, set, members, operator, stories });
    const findings = await judge(receivers, stories);
    const deliveries = await mongoose.connection.collection('deliveries').countDocuments();
    return { findings, kills, deliveries, seconds: Math.round((performance.now() - begun) / 1000), retriedByHand: operator.retried };
  } finally {
    await Promise.all(members.map((member) => member.stop()));
    await mongoose.disconnect();
    await Promise.all([set.stop(), receivers.stop()]);
  }
}

function environment({ folder }: DrillOptions, { uri }: ReplicaSet, { partners, wechat }: Receivers): NodeJS.ProcessEnv {
  const hosts = [...partners.map(({ receiver }) => receiver.port), wechat.port].map((port) => `127.0.0.1:${port}`);
  return {
    MONGODB_URI: uri, DATA_DIR: join(folder, 'data'), YICI_SECRET: randomBytes(36).toString('base64'), LOG_LEVEL: 'fatal', PUBLIC_URL: publicUrl, ALLOWED_PRIVATE_HOSTS: hosts.join(','), DELIVERY_RETRY_SECONDS: retrySeconds.join(','), DELIVERY_TIMEOUT_SECONDS: String(timeoutSeconds),
  };
}

/** Connects this process to the same database, and sets up the destinations and the operator. */
async function open(env: NodeJS.ProcessEnv, { partners, wechat, account }: Receivers): Promise<Context> {
  const config = loadConfig({ ...process.env, ...env, PORT: '0' });
  const services = createServices(config);
  await prepareModules(services);
  await connectDatabase(config);
  const ctx = systemContext(services, 'drill');
  for (const [at, { name, secret, receiver }] of partners.entries()) {
    await createDestination(ctx, { name, slug: `partner-${at}`, channelId: 'partner-media', settings: { url: receiver.url, secret, provider: '演练' }, rule: { conditions: [{ tags: ['drill'] }] } });
  }
  await createDestination(ctx, { name: '微信', slug: 'wechat', channelId: 'wechat', settings: { appId: account.appId, appSecret: account.appSecret, apiBase: wechat.url, mode: 'publish' }, rule: { conditions: [{ tags: ['wechat'] }] } });
  await createPerson(ctx, { name: '演练运营', login, roles: ['operator'] }, { password: demoPassword, mustChangePassword: false });
  return ctx;
}

interface Stage {
  readonly options: DrillOptions;
  readonly ctx: Context;
  readonly set: ReplicaSet;
  readonly members: readonly Member[];
  readonly operator: Operator;
  readonly stories: readonly Story[];
}

async function run({ options, ctx, set, members, operator, stories }: Stage): Promise<Kills> {
  const coverId = await storeCover(ctx);
  const chaos = startChaos({ members, set, kinds: Object.keys(options.leastKills) as (keyof Kills)[] }, options.killEveryMs);
  const mostVersions = Math.max(...stories.map(({ plan }) => plan.length));
  for (let version = 0; version < mostVersions; version += 1) {
    for (const story of stories) if (story.plan.length > version) await releaseNext(ctx, coverId, story);
    options.say(`version ${version + 1} of ${stories.filter(({ plan }) => plan.length > version).length} contents is released; killed so far: ${wordsOf(chaos.kills)}`);
    await operator.tidy();
  }
  const hasKilled = (): boolean => Object.entries(options.leastKills).every(([name, least]) => chaos.kills[name as keyof Kills] >= least);
  await untilRest({ options, operator, isEnough: hasKilled });
  await chaos.stop();
  await untilRest({ options, operator, isEnough: () => true });
  return chaos.kills;
}

export const wordsOf = (kills: Kills): string => Object.entries(kills).map(([name, count]) => `${name} ${count}`).join(', ');

/** Waits until nothing is under way any more, retrying by hand what waits for a person. */
async function untilRest({ options, operator, isEnough }: Pick<Stage, 'options' | 'operator'> & { isEnough: () => boolean }): Promise<void> {
  let told = 0;
  for (const end = Date.now() + options.patienceMs; Date.now() < end; await pause(1000)) {
    await operator.tidy();
    const left = await countUnfinished();
    if (isEnough() && left === 0) return;
    if (Date.now() - told > tellEveryMs) options.say(`${left} deliveries and plans are under way, ${operator.retried} sent again by hand`);
    if (Date.now() - told > tellEveryMs) told = Date.now();
  }
  options.say('it did not come to rest in time; what is open is judged as lost');
}

/** Rows that are not at an end, and releases that are not planned yet. */
async function countUnfinished(): Promise<number> {
  const rows = await mongoose.connection.collection<LedgerRow & { destinationId: string }>('deliveries').find({}, { projection: { destinationId: 1, contentId: 1, version: 1, action: 1, state: 1 } }).toArray();
  const open = [...new Set(rows.map(({ destinationId }) => destinationId))].reduce((sum, id) => sum + openRows(rows.filter(({ destinationId }) => destinationId === id)).length, 0);
  const [releases, plans] = await Promise.all([mongoose.connection.collection('releases').countDocuments(), mongoose.connection.collection('plans').countDocuments({ finishedAt: { $exists: true } })]);
  return open + releases - plans;
}

async function judge({ partners, wechat, account }: Receivers, stories: readonly Story[]): Promise<DrillResult['findings']> {
  const destinations = await mongoose.connection.collection<{ _id: string; name: string }>('destinations').find().toArray();
  const ledgerOf = (name: string): Promise<LedgerRow[]> =>
    mongoose.connection.collection<LedgerRow>('deliveries').find({ destinationId: destinations.find((each) => each.name === name)!._id } as object, { projection: { contentId: 1, version: 1, action: 1, state: 1 } }).toArray() as Promise<LedgerRow[]>;
  const findings: (Finding & { who: string })[] = [];
  for (const { name, receiver } of partners) {
    findings.push(...judgePartner({ log: receiver.log(), items: receiver.items(), ledger: await ledgerOf(name) }, stories.map(truthOf)).map((finding) => ({ who: name, ...finding })));
  }
  const pages = wechat.account(account.appId).published().flatMap((message) => message.pages);
  const rows = await ledgerOf('微信');
  const books = stories.filter(({ isForWechat }) => isForWechat).map((story): WechatBooks => ({
    title: story.title, truth: truthOf(story), ledger: rows.filter(({ contentId }) => contentId === story.contentId),
    published: pages.filter(({ article }) => article.title === story.title).map(({ article, isDeleted }) => ({ version: versionOf(article.digest), isStanding: !isDeleted })),
  }));
  return [...findings, ...judgeWechat(books).map((finding) => ({ who: '微信', ...finding }))];
}

const truthOf = ({ contentId, plan }: Story): Truth => ({ contentId, version: plan.length, action: plan.at(-1)!, hadEarlier: plan.length > 1 });
const versionOf = (digest: string): number => Number(/^第(\d+)版/.exec(digest)?.[1] ?? 0);
