import { createHash } from 'node:crypto';
import { beijingDay, beijingMonth } from './clock.js';
import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { flagOf, idOf, isObject, isVerified, isVerifiedService, ok, textOf, wholeOf } from './endpoint.js';
import { findPermanent } from './material-endpoints.js';
import { reject } from './rejection.js';
import type { Article, MassJob } from './state.js';

interface MassContent {
  readonly articles: readonly Article[];
  readonly text: string;
  readonly draftMediaId?: string;
}

const part = (body: JsonObject, name: string): JsonObject => {
  const value = body[name];
  return isObject(value) ? value : reject(47001);
};

/** What is sent: a draft, a text, or library pictures, voices and videos. */
function readContent(ask: Ask): MassContent {
  const type = textOf(ask.body, 'msgtype');
  if (type === 'mpnews') {
    const draft = ask.account.draft(textOf(part(ask.body, 'mpnews'), 'media_id')) ?? reject(40007);
    return { articles: draft.articles, text: '', draftMediaId: draft.mediaId };
  }
  if (type === 'text') return { articles: [], text: textOf(part(ask.body, 'text'), 'content') || reject(44004) };
  if (type === 'image') {
    const ids = part(ask.body, 'images')['media_ids'];
    if (!Array.isArray(ids) || ids.length === 0) return reject(40007);
    for (const id of ids) findPermanent(ask, String(id));
    return { articles: [], text: `[图片 ${ids.length} 张]` };
  }
  if (type === 'voice' || type === 'mpvideo') {
    findPermanent(ask, textOf(part(ask.body, type), 'media_id'));
    return { articles: [], text: type === 'voice' ? '[语音]' : '[视频]' };
  }
  return reject(40008);
}

function audienceOf(ask: Ask): { readonly isToAll: boolean; readonly openids: readonly string[] } {
  const filter = part(ask.body, 'filter');
  const isToAll = flagOf(filter, 'is_to_all') === 1;
  const following = ask.account.state.followers.filter((follower) => follower.isFollowing);
  if (isToAll) return { isToAll, openids: following.map(({ openid }) => openid) };
  const tag = wholeOf(filter, 'tag_id');
  if (tag === undefined || !ask.account.state.tags.some(({ id }) => id === tag)) return reject(40152);
  return { isToAll, openids: following.filter(({ tags }) => tags.includes(tag)).map(({ openid }) => openid) };
}

const dayMs = 86_400_000;

/** Refuses a repeat within 24 hours; without a clientmsgid the platform derives one from audience and content. */
function clientMsgIdOf(ask: Ask, audience: object, content: MassContent): string {
  const given = textOf(ask.body, 'clientmsgid');
  if (Buffer.byteLength(given) > 32) reject(45067);
  const derived = createHash('md5').update(JSON.stringify([audience, content.draftMediaId, content.text])).digest('hex');
  const id = given || derived;
  const same = ask.account.state.massJobs.findLast((job) => job.clientMsgId === id && ask.now - job.submittedAt < dayMs && job.status !== 'SEND_FAIL');
  if (same) reject(ask.now - same.submittedAt < 60_000 ? 45066 : 45065, undefined, { msg_id: same.msgId });
  return id;
}

/** Subscription accounts: one successful call a day. Service accounts: 100 a day, to all once a day and four times a month. */
function checkMassQuota(ask: Ask, isToAll: boolean): void {
  const today = beijingDay(ask.now);
  const month = beijingMonth(ask.now);
  const counting = ask.account.state.massJobs.filter((job) => job.status !== 'SEND_FAIL');
  const day = counting.filter((job) => beijingDay(job.submittedAt) === today);
  if (ask.account.kind === 'subscription') {
    if (day.length >= 1) reject(45028);
    return;
  }
  const toAll = (jobs: readonly MassJob[]): number => jobs.filter((job) => job.isToAll).length;
  const ofMonth = counting.filter((job) => beijingMonth(job.submittedAt) === month);
  if (day.length >= 100 || (isToAll && (toAll(day) >= 1 || toAll(ofMonth) >= 4))) reject(45028);
}

function send(ask: Ask, isToAll: boolean, openids: readonly string[]): JsonObject {
  const content = readContent(ask);
  const clientMsgId = clientMsgIdOf(ask, openids, content);
  checkMassQuota(ask, isToAll);
  const script = ask.account.massScripts.shift() ?? {};
  const msgId = 3_000_000_000 + ask.world.nextSerial();
  const msgDataId = content.articles.length > 0 ? 2_247_483_648 + ask.world.nextSerial() : undefined;
  ask.account.state.massJobs.push({
    msgId, msgDataId, clientMsgId, msgType: textOf(ask.body, 'msgtype'), isToAll, openids, ...content,
    result: script.status ?? 'send success', event: script.event ?? 'once',
    submittedAt: ask.now, dueAt: ask.now + (script.delayMs ?? 2000), status: 'SENDING',
  });
  ask.subject = `${content.articles.map(({ title }) => `《${title}》`).join('') || content.text} ${msgId} ← ${content.draftMediaId ?? ''}`;
  return { errcode: 0, errmsg: 'send job submission success', msg_id: msgId, ...(msgDataId ? { msg_data_id: msgDataId } : {}) };
}

function sendAll(ask: Ask): JsonObject {
  const { isToAll, openids } = audienceOf(ask);
  return send(ask, isToAll, openids);
}

function sendTo(ask: Ask): JsonObject {
  const list = ask.body['touser'];
  if (!Array.isArray(list)) return reject(40130);
  if (list.length < 2) reject(40130);
  if (list.length > 10_000) reject(40032);
  const openids = list.map(String);
  if (!openids.every((openid) => ask.account.follower(openid))) reject(40031);
  return send(ask, false, openids);
}

function preview(ask: Ask): JsonObject {
  const openid = textOf(ask.body, 'touser');
  const isKnown = textOf(ask.body, 'towxname') !== '' || ask.account.follower(openid)?.isFollowing === true;
  if (!isKnown) reject(40003);
  const content = readContent(ask);
  ask.subject = content.draftMediaId ?? content.text;
  const text = content.text || `[预览] ${content.articles.map(({ title }) => title).join('、')}`;
  if (openid) ask.account.state.bubbles.push({ openid, from: 'account', at: ask.now, text });
  return { errcode: 0, errmsg: 'preview success', msg_id: 3_000_000_000 + ask.world.nextSerial() };
}

function findJob(ask: Ask): MassJob {
  ask.subject = idOf(ask.body, 'msg_id');
  return ask.account.state.massJobs.find((job) => String(job.msgId) === ask.subject) ?? reject(40059);
}

/** Takes articles back by msg_id and article_idx (0 or absent: all) or by url; readers keep the message but cannot open it. */
function remove(ask: Ask): JsonObject {
  const url = textOf(ask.body, 'url');
  const job = url ? undefined : findJob(ask);
  const messages = ask.account.state.messages.filter((one) => one.source === 'mass' && (!job || one.articleId === job.articleId));
  const pages = messages.flatMap((message) => message.pages).filter((page) => !url || page.url === url);
  const index = url ? 0 : wholeOf(ask.body, 'article_idx') ?? 0;
  const chosen = index === 0 ? pages : pages.slice(index - 1, index);
  if (chosen.length === 0) reject(url ? 40059 : 40060);
  for (const page of chosen) page.isDeleted = true;
  if (job && index === 0) job.status = 'DELETE';
  return ok;
}

function get(ask: Ask): JsonObject {
  const job = findJob(ask);
  return { msg_id: job.msgId, msg_status: job.status };
}

const speeds = [80, 60, 45, 30, 10];

function setSpeed(ask: Ask): JsonObject {
  const speed = wholeOf(ask.body, 'speed') ?? -1;
  if (speed < 0 || speed > 4) reject(45083);
  ask.account.state.massSpeed = speed;
  return ok;
}

const getSpeed = (ask: Ask): JsonObject => ({ speed: ask.account.state.massSpeed, realspeed: speeds[ask.account.state.massSpeed] ?? 80 });

const post = { method: 'POST', body: 'json', mayCall: isVerified, hasEffect: true, dailyLimit: 1000 } as const;
const path = '/cgi-bin/message/mass';

/** Mass send; verified accounts only, to a list of openids only for service accounts. */
export const massEndpoints: readonly Endpoint[] = [
  { ...post, path: `${path}/sendall`, dailyLimit: 100, minuteLimit: 60, handle: sendAll },
  { ...post, path: `${path}/send`, dailyLimit: 100, minuteLimit: 60, mayCall: isVerifiedService, handle: sendTo },
  { ...post, path: `${path}/preview`, dailyLimit: 100, handle: preview },
  { ...post, path: `${path}/delete`, dailyLimit: 10, handle: remove },
  { ...post, path: `${path}/get`, hasEffect: false, handle: get },
  { ...post, path: `${path}/speed/set`, handle: setSpeed },
  { ...post, path: `${path}/speed/get`, method: 'any', body: 'none', hasEffect: false, handle: getSpeed },
];
