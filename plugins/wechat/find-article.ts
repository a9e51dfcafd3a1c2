import { hasCode } from './client/errors.js';
import { pageSize, type Listed, type WechatClient } from './client/open-client.js';
import type { NewsItem } from './client/answers.js';
import { codes } from './errcodes.js';
import { isSameTitle, markersIn } from './marker.js';

/** What is looked for: an article with one of these markers or, where WeChat dropped markers, with this title and address, written since. */
export interface Target {
  readonly markers: readonly string[];
  readonly title: string | undefined;
  readonly sourceUrl: string;
  /** Older entries are not ours. Absent: any age, then only entries with our address are opened. */
  readonly since?: Date;
  /** How many articles the entry has, where a bundle and a single article must not be taken for each other. */
  readonly count?: number;
}

/** An article of ours at WeChat. `index` counts from 1 within its bundle. */
export interface Found {
  readonly id: string;
  readonly index: number;
  readonly url: string | undefined;
}

/** Pages looked through, newest first as WeChat lists them: 500 entries. */
const mostPages = 25;
/** How far WeChat's clock may be behind ours. */
const clockSkewMs = 10 * 60_000;

/** Looks through the draft box. */
export const findDraft = (client: WechatClient, target: Target, except?: ReadonlySet<string>): Promise<Found | undefined> =>
  find(client.listDrafts, client.getDraft, target, except);

/** Looks through the published list. `except` are articles that are known already. */
export const findPublished = (client: WechatClient, target: Target, except?: ReadonlySet<string>): Promise<Found | undefined> =>
  find(client.listArticles, client.getArticle, target, except);

async function find(list: WechatClient['listDrafts'], read: WechatClient['getDraft'], target: Target, except: ReadonlySet<string> = new Set()): Promise<Found | undefined> {
  for (let page = 0; page < mostPages; page += 1) {
    const entries = await list(page * pageSize);
    for (const entry of entries) {
      if (except.has(entry.id) || !isCandidate(entry, target)) continue;
      const index = (await readIfThere(read, entry.id)).findIndex((item) => isOurs(item, target));
      if (index >= 0) return { id: entry.id, index: index + 1, url: entry.news[index]?.url };
    }
    if (entries.length < pageSize) return undefined;
  }
  return undefined;
}

/** An entry that left between the list and now is not there. */
async function readIfThere(read: WechatClient['getDraft'], id: string): Promise<NewsItem[]> {
  try {
    return await read(id);
  } catch (error) {
    if (hasCode(error, codes.noSuchMedia) || hasCode(error, codes.noSuchArticle)) return [];
    throw error;
  }
}

const isCandidate = ({ updatedAt, news }: Listed, { since, sourceUrl, title, count }: Target): boolean => {
  if (count !== undefined && news.length !== count) return false;
  if (since) return updatedAt === undefined || updatedAt.getTime() >= since.getTime() - clockSkewMs;
  return news.some((item) => isOfPage(item, sourceUrl) || (title !== undefined && isSameTitle(item.title ?? '', title)));
};

const isOfPage = (item: NewsItem, sourceUrl: string): boolean => sourceUrl !== '' && item.content_source_url === sourceUrl;

function isOurs(item: NewsItem, { markers, title, sourceUrl, since }: Target): boolean {
  if (item.is_deleted) return false;
  const marked = markersIn(item.content ?? '');
  if (marked.length > 0) return marked.some((marker) => markers.includes(marker));
  if (!since) return isOfPage(item, sourceUrl);
  return title !== undefined && isSameTitle(item.title ?? '', title) && (item.content_source_url ?? '') === sourceUrl;
}
