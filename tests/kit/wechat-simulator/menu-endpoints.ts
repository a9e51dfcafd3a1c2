import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { isObject, isVerified, ok, textOf } from './endpoint.js';
import type { ErrorCode } from './rejection.js';
import { reject } from './rejection.js';

const types = new Set([
  'click', 'view', 'miniprogram', 'article_id', 'article_view_limited', 'media_id', 'view_limited', 'scancode_push', 'scancode_waitmsg',
  'pic_sysphoto', 'pic_photo_or_album', 'pic_weixin', 'location_select',
]);

/** The codes and lengths (bytes) of one level of buttons. */
interface Level {
  readonly size: ErrorCode;
  readonly type: ErrorCode;
  readonly name: ErrorCode;
  readonly key: ErrorCode;
  readonly url: ErrorCode;
  readonly domain: ErrorCode;
  readonly most: number;
  readonly nameBytes: number;
}

const top: Level = { size: 40016, type: 40017, name: 40018, key: 40019, url: 40020, domain: 40055, most: 3, nameBytes: 16 };
const sub: Level = { size: 40023, type: 40024, name: 40025, key: 40026, url: 40027, domain: 40054, most: 5, nameBytes: 60 };

function checkTarget(button: JsonObject, level: Level): void {
  const type = textOf(button, 'type');
  if (!types.has(type)) reject(level.type);
  if (type === 'view' || type === 'miniprogram') checkUrl(textOf(button, 'url'), level);
  const wantsKey = !['view', 'miniprogram', 'article_id', 'article_view_limited', 'media_id', 'view_limited'].includes(type);
  const keyBytes = Buffer.byteLength(textOf(button, 'key'));
  if (wantsKey && (keyBytes < 1 || keyBytes > 128)) reject(level.key);
}

function checkUrl(url: string, level: Level): void {
  if (url.length < 1 || Buffer.byteLength(url) > 1024) reject(level.url);
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(url)) reject(level.domain);
}

function checkButtons(list: unknown, level: Level): void {
  if (!Array.isArray(list) || list.length < 1 || list.length > level.most) reject(level.size);
  for (const button of list as readonly unknown[]) {
    if (!isObject(button)) reject(47001);
    checkButton(button, level);
  }
}

function checkButton(button: JsonObject, level: Level): void {
  const name = textOf(button, 'name');
  if (/\\u[0-9a-f]{4}/i.test(name)) reject(40033);
  if (!name || Buffer.byteLength(name) > level.nameBytes) reject(level.name);
  const children = button['sub_button'];
  const isParent = level === top && Array.isArray(children) && children.length > 0;
  if (isParent) checkButtons(children, sub);
  else checkTarget(button, level);
}

function create(ask: Ask): JsonObject {
  checkButtons(ask.body['button'], top);
  ask.account.state.menu = { button: ask.body['button'] };
  return ok;
}

const get = (ask: Ask): JsonObject => ({ menu: ask.account.state.menu ?? reject(46003) });

function remove(ask: Ask): JsonObject {
  ask.account.state.menu = undefined;
  return ok;
}

const info = (ask: Ask): JsonObject =>
  ({ is_menu_open: ask.account.state.menu ? 1 : 0, selfmenu_info: ask.account.state.menu ?? { button: [] } });

/** Whether a menu's button shows this library entry (it can then not be deleted). */
export const mentionsMedia = (menu: unknown, mediaId: string): boolean => menu !== undefined && JSON.stringify(menu).includes(`"${mediaId}"`);

const read = { method: 'GET', body: 'none', mayCall: isVerified, hasEffect: false, dailyLimit: 10_000 } as const;

/** The account's menu; verified accounts only. */
export const menuEndpoints: readonly Endpoint[] = [
  { ...read, path: '/cgi-bin/menu/create', method: 'POST', body: 'json', hasEffect: true, dailyLimit: 1000, handle: create },
  { ...read, path: '/cgi-bin/menu/get', handle: get },
  { ...read, path: '/cgi-bin/menu/delete', hasEffect: true, dailyLimit: 1000, handle: remove },
  { ...read, path: '/cgi-bin/get_current_selfmenu_info', handle: info },
];
