import type { Receipt } from '../../src/distribution/channel.js';
import { readArticle } from './article.js';
import type { Found, Target } from './find-article.js';
import { markerOf } from './marker.js';
import type { Work } from './work.js';

/** This version's article, as the draft box or the published list would show it. */
export function ownTarget({ delivery }: Work, since?: Date): Target {
  const { publication, destination, payload } = delivery;
  const { title, content_source_url } = readArticle(payload);
  return { markers: [markerOf(destination.id, publication.contentId, publication.version)], title, sourceUrl: content_source_url, ...(since && { since }) };
}

/** The receipt for an article that was found by looking; noted, so that a correction knows it for an article. */
export async function deliveredAs({ journal }: Work, { id, url }: Found, message: string): Promise<Receipt> {
  await journal.note('articleId', id);
  return { outcome: 'delivered', remoteId: id, ...(url && { url }), message };
}
