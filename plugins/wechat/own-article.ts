import type { Receipt } from '../../src/distribution/channel.js';
import { readArticles } from './article.js';
import type { Found, Target } from './find-article.js';
import { markersOf } from './marker.js';
import { partsWith } from './parts-with.js';
import type { Work } from './work.js';

/** This version's article, as the draft box or the published list would show it. */
export function ownTarget({ delivery }: Work, since?: Date): Target {
  const { publication, destination, payload } = delivery;
  const articles = readArticles(payload);
  const [{ title, content_source_url }] = articles;
  return { markers: markersOf(destination.id, publication), title, sourceUrl: content_source_url, ...(since && { since }), ...(publication.parts && { count: articles.length }) };
}

/** The receipt for an article that was found by looking; noted, so that a correction knows it for an article. */
export async function deliveredAs({ journal, delivery, client }: Work, { id, url }: Found, message: string): Promise<Receipt> {
  await journal.note('articleId', id);
  const urls = delivery.publication.parts ? (await client.getArticle(id)).map((item) => item.url) : [url];
  return { outcome: 'delivered', remoteId: id, ...(urls[0] && { url: urls[0] }), message, ...partsWith(urls) };
}
