import { beijingDay } from './clock.js';
import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { isVerified, textOf } from './endpoint.js';
import { reject } from './rejection.js';
import type { Message, Page } from './state.js';

const dayMs = 86_400_000;

interface Span {
  readonly days: readonly string[];
}

/** The days asked for: dates as `2026-11-01` (61500), in order and not longer than allowed (61501), and over (61503). */
function spanOf(ask: Ask, most: number): Span {
  const [begin, end] = ['begin_date', 'end_date'].map((name) => textOf(ask.body, name));
  const times = [begin, end].map((date) => (/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? Date.parse(`${date}T00:00:00Z`) : NaN));
  const [from = NaN, to = NaN] = times;
  if (Number.isNaN(from) || Number.isNaN(to)) reject(61500);
  const length = (to - from) / dayMs + 1;
  if (length < 1 || length > most) reject(61501);
  if ((end ?? '') >= beijingDay(ask.now)) reject(61503);
  return { days: Array.from({ length }, (_, index) => new Date(from + index * dayMs).toISOString().slice(0, 10)) };
}

interface Row {
  readonly message: Message;
  readonly page: Page;
  readonly index: number;
}

const rows = (ask: Ask): readonly Row[] =>
  ask.account.state.messages.flatMap((message) => message.pages.map((page, index) => ({ message, page, index: index + 1 })));

const readsOn = (page: Page, day: string): number => page.reads[day] ?? 0;

const msgidOf = ({ message, index }: Row): string => `${message.mid}_${index}`;

function articleRead(ask: Ask): JsonObject {
  const [day = ''] = spanOf(ask, 1).days;
  const list = rows(ask).filter(({ page }) => readsOn(page, day) > 0).map((row) => ({
    ref_date: day, msgid: msgidOf(row), title: row.page.article.title,
    detail: { read_user: readsOn(row.page, day), read_user_source: [{ user_count: readsOn(row.page, day), scene_desc: '全部' }] },
  }));
  return { list, is_delay: false };
}

function articleShare(ask: Ask): JsonObject {
  const [day = ''] = spanOf(ask, 1).days;
  const list = rows(ask).filter(({ page }) => readsOn(page, day) > 0)
    .map((row) => ({ ref_date: day, msgid: msgidOf(row), title: row.page.article.title, share_user: 0 }));
  return { list, is_delay: false };
}

function detailsOf({ message, page }: Row, today: string): readonly JsonObject[] {
  const start = Date.parse(`${beijingDay(message.publishedAt)}T00:00:00Z`);
  const days = Array.from({ length: 30 }, (_, index) => new Date(start + index * dayMs).toISOString().slice(0, 10)).filter((day) => day < today);
  return days.map((day) => ({
    stat_date: day, read_user: readsOn(page, day), share_user: 0, zaikan_user: 0, like_user: 0, comment_count: 0, collection_user: 0,
    read_delivery_rate: 0, read_finish_rate: 0, read_avg_activetime: 0,
  }));
}

function articleTotal(ask: Ask): JsonObject {
  const [day = ''] = spanOf(ask, 1).days;
  const list = rows(ask).filter(({ message }) => beijingDay(message.publishedAt) === day).map((row) => ({
    ref_date: day, msgid: msgidOf(row), publish_type: row.message.source === 'mass' ? 0 : 1, title: row.page.article.title,
    content_url: row.page.url, detail_list: detailsOf(row, beijingDay(ask.now)),
  }));
  return { list, is_delay: false };
}

function summary(ask: Ask): JsonObject {
  const all = rows(ask);
  const list = spanOf(ask, 30).days.map((day) => ({
    ref_date: day, read_user: all.reduce((sum, { page }) => sum + readsOn(page, day), 0),
    share_user: 0, zaikan_user: 0, like_user: 0, comment_count: 0, collection_user: 0,
  }));
  return { list, is_delay: false };
}

/** The retired daily summary; still answers. */
function oldSummary(ask: Ask): JsonObject {
  const [day = ''] = spanOf(ask, 1).days;
  const list = rows(ask).filter(({ page }) => readsOn(page, day) > 0).map((row) => ({
    ref_date: day, msgid: msgidOf(row), title: row.page.article.title,
    int_page_read_user: readsOn(row.page, day), int_page_read_count: readsOn(row.page, day), ori_page_read_user: 0, ori_page_read_count: 0,
    share_user: 0, share_count: 0, add_to_fav_user: 0, add_to_fav_count: 0,
  }));
  return { list };
}

const post = { method: 'POST', body: 'json', mayCall: isVerified, hasEffect: false, dailyLimit: 10_000 } as const;

/** Article statistics, counted from the visits to the phone page and from `read()`. */
export const datacubeEndpoints: readonly Endpoint[] = [
  { ...post, path: '/datacube/getarticleread', handle: articleRead },
  { ...post, path: '/datacube/getarticleshare', handle: articleShare },
  { ...post, path: '/datacube/getarticletotaldetail', handle: articleTotal },
  { ...post, path: '/datacube/getbizsummary', handle: summary },
  { ...post, path: '/datacube/getarticlesummary', handle: oldSummary },
];
