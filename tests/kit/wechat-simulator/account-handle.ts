import { beijingDay } from './clock.js';
import type { AccountOptions, MassScript, PublishScript } from './options.js';
import { head, openReply, pushEvent, targetOf } from './push-event.js';
import type { XmlTree } from './push-xml.js';
import type { Tamper } from './pusher.js';
import type { Bubble, Draft, Follower, MassJob, Message, PublishJob } from './state.js';
import { revokeTokens } from './token-book.js';
import type { Account, World } from './world.js';
import { assertCallback, randomId } from './world.js';

/** What a follower sees when the account's server fails three times. */
export const outOfService = '该公众号提供的服务出现故障，请稍后再试';

const hourMs = 3_600_000;

/** One account, as tests and people at the phone page handle it. */
export class AccountHandle {
  constructor(private readonly world: World, private readonly account: Account) {}

  get appid(): string {
    return this.account.appid;
  }

  /** Copies: changing them changes nothing here. */
  drafts(): readonly Draft[] {
    return structuredClone(this.account.state.drafts);
  }

  /** Messages readers can open, oldest first; `source` tells publishing from mass send. */
  published(): readonly Message[] {
    return structuredClone(this.account.state.messages);
  }

  publishJobs(): readonly PublishJob[] {
    return structuredClone(this.account.state.publishJobs);
  }

  massJobs(): readonly MassJob[] {
    return structuredClone(this.account.state.massJobs);
  }

  followers(): readonly Follower[] {
    return structuredClone(this.account.state.followers);
  }

  /** One follower's conversation, oldest first. */
  conversation(openid: string): readonly Bubble[] {
    return structuredClone(this.account.state.bubbles.filter((bubble) => bubble.openid === openid));
  }

  /** What the next publish jobs do, one script each. */
  scriptPublish(...scripts: readonly PublishScript[]): void {
    this.account.publishScripts.push(...scripts);
  }

  /** What the next mass sends do, one script each. */
  scriptMass(...scripts: readonly MassScript[]): void {
    this.account.massScripts.push(...scripts);
  }

  /** Changes settings while running: verification, whitelist, callback, trouble, quotas. Not kept over a restart. */
  configure(changes: Partial<Omit<AccountOptions, 'appid'>>): void {
    const options = { ...this.account.options, ...changes };
    assertCallback(options);
    this.account.options = options;
  }

  /** Kills every token of the account. */
  revokeTokens(): void {
    revokeTokens(this.world, this.account);
    this.world.save();
  }

  /** The platform takes a published message down (status 6). */
  ban(articleId: string): void {
    const message = this.messageOf(articleId);
    message.isBanned = true;
    for (const page of message.pages) page.isDeleted = true;
    this.world.save();
  }

  /** Counts visits of an article on a day (Beijing; today when absent), for the statistics. */
  read(articleId: string, times: number, index = 1, day = beijingDay(this.world.clock.now())): void {
    const page = this.messageOf(articleId).pages[index - 1];
    if (!page) throw new Error(`no article ${index} in ${articleId}`);
    page.reads[day] = (page.reads[day] ?? 0) + times;
    this.world.save();
  }

  private messageOf(articleId: string): Message {
    const message = this.account.state.messages.find((one) => one.articleId === articleId);
    if (!message) throw new Error(`no message ${articleId}`);
    return message;
  }

  /** Presses "提交" on the server settings page. Resolves with what went wrong, or undefined. */
  async verifyCallback(): Promise<string | undefined> {
    const target = targetOf(this.account);
    return target ? this.world.pusher.verify(target) : 'the account has no callback';
  }

  /** A person follows; opens a window of one minute for three custom messages. Resolves with the account's reply, if any. */
  async follow(openid = `o${randomId(20)}`, name = '新关注者'): Promise<string | undefined> {
    const follower = this.world.addFollower(this.account, openid, name);
    this.openWindow(follower, 3, 60_000);
    return this.tell(openid, { Event: 'subscribe', EventKey: '' });
  }

  /** A person leaves. */
  async unfollow(openid: string): Promise<void> {
    this.followerOf(openid).isFollowing = false;
    this.world.save();
    await pushEvent(this.world, this.account, { Event: 'unsubscribe', EventKey: '' }, openid);
  }

  /** A person presses a menu button. */
  async click(openid: string, key: string): Promise<string | undefined> {
    this.openWindow(this.followerOf(openid), 3, 60_000);
    return this.tell(openid, { Event: 'CLICK', EventKey: key });
  }

  /** Pushes any event, spoiled on request. Resolves with the body the account's server answered, or undefined. */
  async push(fields: XmlTree, openid?: string, tamper?: Tamper): Promise<string | undefined> {
    return pushEvent(this.world, this.account, fields, openid, tamper);
  }

  /** A follower writes. Resolves with the passive reply's text as shown, undefined when the account answers nothing. */
  async say(openid: string, text: string, tamper?: Tamper): Promise<string | undefined> {
    this.openWindow(this.followerOf(openid), 5, 48 * hourMs);
    this.show({ openid, from: 'follower', text });
    const target = targetOf(this.account);
    if (!target) return undefined;
    const MsgId = 24_863_104_300_000_000n + BigInt(this.world.nextSerial());
    const tree = { ...head(this.world, this.account, openid, 'text'), Content: text, MsgId };
    const isAnswer = (body: string): boolean => isShowable(openReply(target, body));
    return this.receive(openid, await this.world.pusher.push(target, tree, isAnswer, tamper), 1);
  }

  private async tell(openid: string, fields: XmlTree): Promise<string | undefined> {
    this.world.save();
    return this.receive(openid, await pushEvent(this.world, this.account, fields, openid), 8);
  }

  /** Shows a reply. A user's message is answered by one article at most, an event by eight. */
  private receive(openid: string, body: string | undefined, mostCards: number): string | undefined {
    const target = targetOf(this.account);
    if (!target) return undefined;
    const reply = body === undefined ? 'invalid' : openReply(target, body);
    if (reply === 'none') return undefined;
    if (reply === 'invalid') {
      this.show({ openid, from: 'notice', text: outOfService });
      return outOfService;
    }
    const bubble = readReply(reply, mostCards);
    this.show({ openid, from: 'account', ...bubble });
    return bubble.text || bubble.cards?.map((card) => card.title).join('\n');
  }

  private show(bubble: Omit<Bubble, 'at'>): void {
    this.account.state.bubbles.push({ ...bubble, at: this.world.clock.now() });
    this.world.save();
  }

  private followerOf(openid: string): Follower {
    const follower = this.account.follower(openid);
    if (!follower?.isFollowing) throw new Error(`${openid} does not follow ${this.appid}`);
    return follower;
  }

  private openWindow(follower: Follower, credits: number, ms: number): void {
    const now = this.world.clock.now();
    follower.credits = now > follower.creditsUntil ? credits : Math.max(credits, follower.credits);
    follower.creditsUntil = Math.max(follower.creditsUntil, now + ms);
  }
}

const maxReplyBytes = 2048;

function isShowable(reply: ReturnType<typeof openReply>): boolean {
  if (reply === 'invalid') return false;
  return reply === 'none' || Buffer.byteLength(String(reply['Content'] ?? '')) <= maxReplyBytes;
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readReply(fields: Record<string, unknown>, mostCards: number): Pick<Bubble, 'text' | 'cards'> {
  const type = String(fields['MsgType']);
  if (type === 'text') return { text: String(fields['Content'] ?? '') };
  if (type !== 'news') return { text: `[${type}]` };
  const articles = fields['Articles'];
  const item = isFields(articles) ? articles['item'] : undefined;
  const list = (Array.isArray(item) ? item : [item]).filter(isFields).slice(0, mostCards);
  const word = (one: Record<string, unknown>, name: string): string => String(one[name] ?? '');
  return {
    text: '',
    cards: list.map((one) => ({ title: word(one, 'Title'), digest: word(one, 'Description'), url: word(one, 'Url'), picture: word(one, 'PicUrl') })),
  };
}
