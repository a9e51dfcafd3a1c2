import { createHash, randomBytes } from 'node:crypto';
import type { AccountOptions, ArticleLimits, MassScript, PublishScript, SimulatorOptions } from './options.js';
import type { AccountState, Article, Draft, Follower, Page, State } from './state.js';
import { emptyAccountState } from './state.js';
import { VirtualClock } from './clock.js';
import { Store } from './store.js';
import { FaultQueue } from './fault-queue.js';
import { Pusher } from './pusher.js';

/** Lengths as of late 2026; see the README for what the official pages leave open. */
export const defaultLimits: ArticleLimits = {
  title: 32, author: 16, digest: 120, content: 20_000, contentBytes: 1_000_000, sourceUrlBytes: 1024, articles: 8,
};

/** A random id in the platform's alphabet. */
export const randomId = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** One official account: its settings, its memory and the scripts that wait for their turn. */
export class Account {
  readonly publishScripts: PublishScript[] = [];
  readonly massScripts: MassScript[] = [];
  options: AccountOptions;

  constructor(options: AccountOptions, readonly state: AccountState) {
    this.options = options;
  }

  get appid(): string {
    return this.options.appid;
  }

  get name(): string {
    return this.options.name ?? '未命名公众号';
  }

  get kind(): 'subscription' | 'service' | 'sandbox' {
    return this.options.kind ?? 'subscription';
  }

  get isVerified(): boolean {
    return this.options.verified ?? true;
  }

  /** `gh_` and twelve hex digits, made from the appid when not given. */
  get originalId(): string {
    return this.options.originalId ?? `gh_${createHash('sha256').update(this.appid).digest('hex').slice(0, 12)}`;
  }

  /** The account's number in article addresses. */
  get biz(): string {
    return Buffer.from(String(parseInt(createHash('sha256').update(this.appid).digest('hex').slice(0, 8), 16))).toString('base64');
  }

  draft(mediaId: string): Draft | undefined {
    return this.state.drafts.find((draft) => draft.mediaId === mediaId);
  }

  follower(openid: string): Follower | undefined {
    return this.state.followers.find((follower) => follower.openid === openid);
  }

  /** Takes a published or mass-sent draft out of the box. */
  removeDraft(mediaId: string): void {
    this.state.drafts = this.state.drafts.filter((draft) => draft.mediaId !== mediaId);
  }
}

const newFollower = (openid: string, name: string, now: number): Follower =>
  ({ openid, name, isFollowing: true, subscribedAt: now, remark: '', tags: [], credits: 0, creditsUntil: 0, received: {} });

/** Refuses a callback that could not push, at the start rather than at the first event. */
export function assertCallback({ appid, callback }: AccountOptions): void {
  if (!callback || callback.mode === 'plain') return;
  if (!/^[A-Za-z0-9]{43}$/.test(callback.encodingAesKey ?? '')) {
    throw new Error(`account ${appid}: callback mode ${callback.mode} needs an encodingAesKey of 43 letters and digits`);
  }
}

/** The whole platform: what every endpoint works on. */
export class World {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly faults = new FaultQueue();
  readonly pusher: Pusher;
  readonly limits: ArticleLimits;
  readonly accounts: readonly Account[];
  /** `http://127.0.0.1:<port>`, set when the server listens. */
  origin = '';

  constructor(readonly options: SimulatorOptions) {
    this.store = new Store(options.stateFile);
    this.clock = new VirtualClock(options.startAt, this.state.clockOffsetMs);
    this.limits = { ...defaultLimits, ...options.limits };
    this.accounts = options.accounts.map((account) => this.register(account));
    this.pusher = new Pusher({
      timeoutMs: options.callbackTimeoutMs ?? 5000,
      spacingMs: options.callbackSpacingMs ?? (this.clock.isFixed ? 0 : 5000),
      now: () => this.clock.now(),
    });
  }

  get state(): State {
    return this.store.state;
  }

  private register(options: AccountOptions): Account {
    assertCallback(options);
    const known = this.state.accounts[options.appid];
    const state = known ?? emptyAccountState();
    this.state.accounts[options.appid] = state;
    if (!known) state.followers = (options.followers ?? []).map(({ openid, name }) => newFollower(openid, name ?? '关注者', this.clock.now()));
    return new Account(options, state);
  }

  account(appid: string): Account | undefined {
    return this.accounts.find((account) => account.appid === appid);
  }

  /** The next number of the platform's one counter. */
  nextSerial(): number {
    this.state.serial += 1;
    return this.state.serial;
  }

  /** Adds or brings back a follower. */
  addFollower(account: Account, openid: string, name: string): Follower {
    const known = account.follower(openid);
    if (known) {
      known.isFollowing = true;
      known.subscribedAt = this.clock.now();
      return known;
    }
    const follower = newFollower(openid, name, this.clock.now());
    account.state.followers.push(follower);
    return follower;
  }

  /** The page of an article in a message: its official address, or one that opens here when the options say so. */
  newPage(account: Account, article: Article, mid: string, idx: number): Page {
    const slug = randomId(16).replace(/[-_]/g, 'x');
    const sn = createHash('md5').update(slug).digest('hex');
    const host = this.options.articleLinks === 'simulator' ? this.origin : 'http://mp.weixin.qq.com';
    const url = `${host}/s?__biz=${account.biz}&mid=${mid}&idx=${idx}&sn=${sn}&chksm=${sn.repeat(2)}#rd`;
    return { article, url, slug, isDeleted: false, reads: {} };
  }

  /** Writes the memory to the state file. */
  save(): void {
    this.state.clockOffsetMs = this.clock.offset;
    this.store.save();
  }
}
