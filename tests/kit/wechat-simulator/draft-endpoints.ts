import { readArticle } from './article-rules.js';
import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { flagOf, isObject, ok, pageOf, textOf, wholeOf } from './endpoint.js';
import { reject } from './rejection.js';
import type { Article, Draft } from './state.js';
import { randomId } from './world.js';

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** One article as the list and get endpoints show it. */
export function newsItem(article: Article, url: string, withoutContent = false): JsonObject {
  const item: Record<string, unknown> = {
    article_type: article.articleType, title: article.title, author: article.author, digest: article.digest, content: article.content,
    content_source_url: article.sourceUrl, thumb_media_id: article.thumbMediaId, thumb_url: article.thumbUrl, show_cover_pic: 0,
    need_open_comment: article.needOpenComment, only_fans_can_comment: article.onlyFansCanComment, url,
  };
  if (article.articleType === 'newspic') item['image_info'] = { image_list: article.pictures.map(({ mediaId }) => ({ image_media_id: mediaId })) };
  if (withoutContent) Reflect.deleteProperty(item, 'content');
  return item;
}

const preview = (ask: Ask, draft: Draft, index: number): string =>
  `http://mp.weixin.qq.com/s?__biz=${ask.account.biz}&tempkey=${encodeURIComponent(`${draft.mediaId.slice(0, 24)}_${index}`)}&chksm=0#rd`;

const shown = (ask: Ask, draft: Draft, withoutContent = false): readonly JsonObject[] =>
  draft.articles.map((article, index) => newsItem(article, preview(ask, draft, index), withoutContent));

function findDraft(ask: Ask): Draft {
  ask.subject = textOf(ask.body, 'media_id');
  return ask.account.draft(ask.subject) ?? reject(40007);
}

function add(ask: Ask): JsonObject {
  const list = ask.body['articles'];
  if (list !== undefined && !Array.isArray(list)) reject(47001);
  if (!Array.isArray(list) || list.length === 0) return reject(44003);
  if (list.length > ask.world.limits.articles) reject(45008);
  const articles = list.map((one: unknown) => readArticle(one, ask, list.length === 1));
  const draft: Draft = { mediaId: randomId(48), articles, createdAt: ask.now, updatedAt: ask.now };
  ask.account.state.drafts.push(draft);
  ask.subject = `${articles.map(({ title }) => `《${title}》`).join('')} ${draft.mediaId}`;
  return { media_id: draft.mediaId, item: articles.map((_, index) => ({ index, ad_count: 0 })) };
}

/** Full replacement of one article. */
function update(ask: Ask): JsonObject {
  const draft = findDraft(ask);
  const index = wholeOf(ask.body, 'index') ?? 0;
  if (index < 0 || index >= draft.articles.length) reject(40114);
  const body = ask.body['articles'];
  if (!isObject(body)) return reject(47001);
  draft.articles[index] = readArticle(body, ask, draft.articles.length === 1);
  draft.updatedAt = ask.now;
  return ok;
}

function get(ask: Ask): JsonObject {
  const draft = findDraft(ask);
  return { news_item: shown(ask, draft), create_time: seconds(draft.createdAt), update_time: seconds(draft.updatedAt) };
}

function list(ask: Ask): JsonObject {
  const { offset, count } = pageOf(ask.body);
  const all = ask.account.state.drafts.toSorted((a, b) => b.updatedAt - a.updatedAt);
  const item = all.slice(offset, offset + count).map((draft) => ({
    media_id: draft.mediaId, update_time: seconds(draft.updatedAt),
    content: { news_item: shown(ask, draft, flagOf(ask.body, 'no_content') === 1), create_time: seconds(draft.createdAt), update_time: seconds(draft.updatedAt) },
  }));
  return { item, total_count: all.length, item_count: item.length };
}

function remove(ask: Ask): JsonObject {
  ask.account.removeDraft(findDraft(ask).mediaId);
  return ok;
}

const post = { method: 'POST', body: 'json', hasEffect: false, dailyLimit: 1000 } as const;

/** The draft box: every kind of account has it. */
export const draftEndpoints: readonly Endpoint[] = [
  { ...post, path: '/cgi-bin/draft/add', hasEffect: true, handle: add },
  { ...post, path: '/cgi-bin/draft/update', hasEffect: true, handle: update },
  { ...post, path: '/cgi-bin/draft/get', handle: get },
  { ...post, path: '/cgi-bin/draft/batchget', handle: list },
  { ...post, path: '/cgi-bin/draft/count', method: 'any', body: 'none', handle: (ask) => ({ total_count: ask.account.state.drafts.length }) },
  { ...post, path: '/cgi-bin/draft/delete', hasEffect: true, handle: remove },
];
