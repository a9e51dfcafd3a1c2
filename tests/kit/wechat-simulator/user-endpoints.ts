import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { isObject, isVerified, ok, textOf, wholeOf } from './endpoint.js';
import { reject } from './rejection.js';
import type { Follower } from './state.js';

const pageSize = 10_000;

function list(ask: Ask): JsonObject {
  const all = ask.account.state.followers.filter((follower) => follower.isFollowing).map(({ openid }) => openid);
  const next = ask.query.get('next_openid') ?? '';
  const start = next ? all.indexOf(next) + 1 : 0;
  if (next && start === 0) reject(40003);
  const openid = all.slice(start, start + pageSize);
  return { total: all.length, count: openid.length, ...(openid.length > 0 ? { data: { openid } } : {}), next_openid: openid.at(-1) ?? '' };
}

function find(ask: Ask, openid: string): Follower {
  ask.subject = openid;
  return ask.account.follower(openid) ?? reject(40003);
}

/** Nicknames and pictures have not been handed out since 2021-12-27. */
function describe(follower: Follower): JsonObject {
  if (!follower.isFollowing) return { subscribe: 0, openid: follower.openid };
  return {
    subscribe: 1, openid: follower.openid, nickname: '', sex: 0, language: 'zh_CN', city: '', province: '', country: '', headimgurl: '',
    subscribe_time: Math.floor(follower.subscribedAt / 1000), remark: follower.remark, groupid: follower.tags[0] ?? 0,
    tagid_list: follower.tags, subscribe_scene: 'ADD_SCENE_SEARCH', qr_scene: 0, qr_scene_str: '',
  };
}

function describeMany(ask: Ask): JsonObject {
  const wanted = ask.body['user_list'];
  if (!Array.isArray(wanted) || wanted.length === 0) return reject(47001);
  if (wanted.length > 100) reject(40032);
  return { user_info_list: wanted.map((one: unknown) => describe(find(ask, isObject(one) ? textOf(one, 'openid') : ''))) };
}

function remark(ask: Ask): JsonObject {
  const follower = find(ask, textOf(ask.body, 'openid'));
  follower.remark = textOf(ask.body, 'remark').slice(0, 30);
  return ok;
}

function tagName(ask: Ask, exceptId?: number): string {
  const body = ask.body['tag'];
  const name = isObject(body) ? textOf(body, 'name') : '';
  if (!name || ask.account.state.tags.some((tag) => tag.name === name && tag.id !== exceptId)) reject(45157);
  if (Buffer.byteLength(name) > 30) reject(45158);
  return name;
}

function createTag(ask: Ask): JsonObject {
  if (ask.account.state.tags.length >= 100) reject(45056);
  const tag = { id: Math.max(99, ...ask.account.state.tags.map(({ id }) => id)) + 1, name: tagName(ask) };
  ask.account.state.tags.push(tag);
  return { tag };
}

const countOf = (ask: Ask, id: number): number => ask.account.state.followers.filter((follower) => follower.tags.includes(id)).length;

const listTags = (ask: Ask): JsonObject => ({ tags: ask.account.state.tags.map((tag) => ({ ...tag, count: countOf(ask, tag.id) })) });

/** The tag a call names; 0 to 2 belong to the platform (45058). */
function ownTag(ask: Ask): { id: number; name: string } {
  const body = ask.body['tag'];
  const id = isObject(body) ? wholeOf(body, 'id') : undefined;
  if (id !== undefined && id < 3) reject(45058);
  return ask.account.state.tags.find((tag) => tag.id === id) ?? reject(45157);
}

function updateTag(ask: Ask): JsonObject {
  const tag = ownTag(ask);
  tag.name = tagName(ask, tag.id);
  return ok;
}

function deleteTag(ask: Ask): JsonObject {
  const { id } = ownTag(ask);
  ask.account.state.tags = ask.account.state.tags.filter((tag) => tag.id !== id);
  for (const follower of ask.account.state.followers) follower.tags = follower.tags.filter((tag) => tag !== id);
  return ok;
}

function members(ask: Ask): { readonly followers: readonly Follower[]; readonly id: number } {
  const id = wholeOf(ask.body, 'tagid') ?? 0;
  if (!ask.account.state.tags.some((tag) => tag.id === id)) reject(40152);
  const list = ask.body['openid_list'];
  if (!Array.isArray(list) || list.length === 0 || list.length > 50) return reject(40032);
  return { id, followers: list.map((openid: unknown) => find(ask, String(openid))) };
}

function tagMany(ask: Ask): JsonObject {
  const { followers, id } = members(ask);
  if (followers.some(({ tags }) => !tags.includes(id) && tags.length >= 20)) reject(45059);
  for (const follower of followers) follower.tags = [...new Set([...follower.tags, id])];
  return ok;
}

function untagMany(ask: Ask): JsonObject {
  const { followers, id } = members(ask);
  for (const follower of followers) follower.tags = follower.tags.filter((tag) => tag !== id);
  return ok;
}

const read = { method: 'GET', body: 'none', mayCall: isVerified, hasEffect: false, dailyLimit: 1000 } as const;
const write = { method: 'POST', body: 'json', mayCall: isVerified, hasEffect: true, dailyLimit: 100_000 } as const;

/** Followers and their tags; verified accounts only. */
export const userEndpoints: readonly Endpoint[] = [
  { ...read, path: '/cgi-bin/user/get', dailyLimit: 500, handle: list },
  { ...read, path: '/cgi-bin/user/info', dailyLimit: 5_000_000, handle: (ask) => describe(find(ask, ask.query.get('openid') ?? '')) },
  { ...write, path: '/cgi-bin/user/info/batchget', hasEffect: false, handle: describeMany },
  { ...write, path: '/cgi-bin/user/info/updateremark', handle: remark },
  { ...write, path: '/cgi-bin/tags/create', handle: createTag },
  { ...read, path: '/cgi-bin/tags/get', handle: listTags },
  { ...write, path: '/cgi-bin/tags/update', handle: updateTag },
  { ...write, path: '/cgi-bin/tags/delete', handle: deleteTag },
  { ...write, path: '/cgi-bin/tags/members/batchtagging', handle: tagMany },
  { ...write, path: '/cgi-bin/tags/members/batchuntagging', handle: untagMany },
];
