import type { FeedItem, FeedMedia } from './feed-item.js';
import { addressOf, coverOf, homePageOf, linksOf, type Feed } from './feed.js';
import { oneLine } from './text.js';

/** JSON Feed 1.1; what it has no word for stands under `_yici`. */
export function writeJson(feed: Feed): string {
  const { settings } = feed;
  const next = linksOf(feed).find(({ rel }) => rel === (feed.archive ? 'prev-archive' : 'next'));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(settings.title),
    description: oneLine(settings.description) || undefined,
    home_page_url: homePageOf(feed),
    feed_url: addressOf(feed),
    next_url: next?.href,
    language: settings.language,
    authors: [{ name: oneLine(settings.author) }],
    hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
    items: feed.items.map((item) => toJsonItem(item, settings.content)),
  });
}

const toJsonItem = (item: FeedItem, content: string) => ({
  id: item.id,
  url: item.url,
  title: item.title || undefined,
  summary: item.summary || undefined,
  ...(content === 'full' && item.html ? { content_html: item.html } : { content_text: item.summary || item.title }),
  image: coverOf(item)?.url,
  date_published: item.publishedAt,
  date_modified: item.updatedAt,
  authors: item.author ? [{ name: item.author }] : undefined,
  tags: item.categories,
  attachments: attachmentsOf(item),
  _yici: { contentId: item.contentId, version: item.version, note: item.note },
});

/** Pictures stand in the text; videos and files are what a reader would open by itself. */
function attachmentsOf(item: FeedItem): object[] | undefined {
  const media = item.media.filter(({ kind }) => kind !== 'image');
  return media.length > 0 ? media.map(toAttachment) : undefined;
}

const toAttachment = ({ url, contentType, alt, bytes, duration }: FeedMedia) =>
  ({ url, mime_type: contentType, title: alt || undefined, size_in_bytes: bytes, duration_in_seconds: duration });
