import type { DraftArticle } from './article.js';
import type { NewsItem } from './client/answers.js';
import { markersIn } from './marker.js';
import { earlierVersions } from './standing.js';
import type { Work } from './work.js';

/**
 * Makes a bundle of ours anew without the article that is taken back: WeChat can replace an article of a draft, but not remove one.
 * The caller then deletes the old draft. False for a bundle that holds articles which are not ours.
 */
export async function dropFromBundle({ client, journal, delivery }: Work, items: readonly NewsItem[]): Promise<boolean> {
  if (items.some(({ content }) => markersIn(content ?? '').length === 0)) return false;
  const { markers } = earlierVersions(delivery);
  const rest = items.filter(({ content }) => !markersIn(content ?? '').some((marker) => markers.includes(marker)));
  if (rest.length === items.length) return false;
  if (rest.length > 0 && !journal.get('rebuiltDraft')) await journal.note('rebuiltDraft', await client.addDraft(rest.map(asArticle)));
  return true;
}

/** An article as it was read, to be sent back: WeChat moves picture addresses to `data-src` and writes `'` as an entity, which would empty styles. */
const asArticle = (item: NewsItem): DraftArticle => ({
  article_type: 'news', title: item.title ?? '', author: item.author ?? '', digest: item.digest ?? '',
  content: (item.content ?? '').replace(/\sdata-src=/g, ' src=').replace(/&#39;/g, '\''),
  content_source_url: item.content_source_url ?? '', thumb_media_id: item.thumb_media_id ?? '',
  need_open_comment: item.need_open_comment ? 1 : 0, only_fans_can_comment: item.only_fans_can_comment ? 1 : 0,
});
