import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { isObject, isVerified, isVerifiedService, ok, textOf } from './endpoint.js';
import { reject } from './rejection.js';
import type { Bubble, Follower } from './state.js';

const part = (body: JsonObject, name: string): JsonObject => {
  const value = body[name];
  return isObject(value) ? value : reject(47001);
};

function receiver(ask: Ask): Follower {
  ask.subject = textOf(ask.body, 'touser');
  return ask.account.follower(ask.subject) ?? reject(40003);
}

type Said = Pick<Bubble, 'text' | 'cards'>;

function readNews(ask: Ask): Said {
  const list = part(ask.body, 'news')['articles'];
  if (!Array.isArray(list) || list.length !== 1 || !isObject(list[0])) return reject(45008);
  const [card] = list as readonly JsonObject[];
  if (!card) return reject(45008);
  return {
    text: '',
    cards: [{ title: textOf(card, 'title'), digest: textOf(card, 'description'), url: textOf(card, 'url'), picture: textOf(card, 'picurl') }],
  };
}

function readArticle(ask: Ask): Said {
  const articleId = textOf(part(ask.body, 'mpnewsarticle'), 'article_id');
  const message = ask.account.state.messages.find((one) => one.articleId === articleId) ?? reject(53600);
  return { text: '', cards: message.pages.map(({ article, url }) => ({ title: article.title, digest: article.digest, url, picture: article.thumbUrl })) };
}

function readSaid(ask: Ask): Said {
  const type = textOf(ask.body, 'msgtype');
  if (type === 'text') return { text: textOf(part(ask.body, 'text'), 'content') || reject(44004) };
  if (type === 'news') return readNews(ask);
  return type === 'mpnewsarticle' ? readArticle(ask) : reject(40008);
}

/** Five messages within 48 hours of a user's message, three within a minute of a follow or menu click. */
function sendCustom(ask: Ask): JsonObject {
  const follower = receiver(ask);
  const said = readSaid(ask);
  if (!follower.isFollowing || ask.now > follower.creditsUntil) reject(45015);
  if (follower.credits < 1) reject(45047);
  follower.credits -= 1;
  ask.account.state.bubbles.push({ openid: follower.openid, from: 'account', at: ask.now, ...said });
  return ok;
}

function noticeOf(ask: Ask): string {
  const template = textOf(ask.body, 'template_id');
  if (!(ask.account.options.templates ?? []).includes(template)) reject(40037);
  const data = part(ask.body, 'data');
  const lines = Object.entries(data).map(([name, value]) => (isObject(value) && typeof value['value'] === 'string' ? `${name}：${value['value']}` : reject(47003)));
  return `[服务通知]\n${lines.join('\n')}`;
}

function sendTemplate(ask: Ask): JsonObject {
  const follower = receiver(ask);
  const text = noticeOf(ask);
  if (!follower.isFollowing) reject(43004);
  const msgId = 3_000_000_000 + ask.world.nextSerial();
  ask.account.state.bubbles.push({ openid: follower.openid, from: 'account', at: ask.now, text });
  ask.account.state.templateJobs.push({ msgId, openid: follower.openid, dueAt: ask.now + 1000, isDone: false });
  return { ...ok, msgid: msgId };
}

/** Subscribe notices reach whom has allowed them; here: who follows. */
function sendNotice(ask: Ask): JsonObject {
  const follower = receiver(ask);
  const text = noticeOf(ask);
  if (!follower.isFollowing) reject(43101);
  ask.account.state.bubbles.push({ openid: follower.openid, from: 'account', at: ask.now, text });
  return ok;
}

const post = { method: 'POST', body: 'json', hasEffect: true, dailyLimit: 100_000 } as const;

/** Messages to single followers. */
export const messageEndpoints: readonly Endpoint[] = [
  { ...post, path: '/cgi-bin/message/custom/send', dailyLimit: 500_000, mayCall: isVerified, handle: sendCustom },
  { ...post, path: '/cgi-bin/message/template/send', mayCall: isVerifiedService, handle: sendTemplate },
  { ...post, path: '/cgi-bin/message/subscribe/bizsend', mayCall: isVerifiedService, handle: sendNotice },
];
