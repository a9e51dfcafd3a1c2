import { randomUUID } from 'node:crypto';
import RSS from 'rss';
import type { FeedItem, FeedMedia } from './feed-item.js';
import { historyNamespace } from './archive.js';
import { homePageOf, linksOf, addressOf, type Feed } from './feed.js';
import { enclosureOf, mediaContent, mediaNamespace, mediaThumbnail } from './media-rss.js';
import { escapeMarkup, oneLine, present, textElement } from './text.js';

/** No title can hold this, so the build date that follows it is found for certain. */
const generatorMark = randomUUID();

/** RSS 2.0 by the RSS Advisory Board's profile: summary in description, full text in content:encoded after it. */
export function writeRss(feed: Feed): string {
  const { settings } = feed;
  const writer = new RSS({
    title: oneLine(settings.title), description: oneLine(settings.description || settings.title),
    site_url: homePageOf(feed), feed_url: addressOf(feed), generator: generatorMark,
    language: settings.language, ttl: settings.ttlMinutes,
    custom_namespaces: { media: mediaNamespace, ...(feed.archive && { fh: historyNamespace }) },
    custom_elements: [
      ...linksOf(feed).filter(({ rel }) => rel !== 'self').map((link) => ({ 'atom:link': { _attr: link } })),
      ...(feed.archive ? [{ 'fh:archive': '' }] : []),
    ],
  });
  feed.items.forEach((item) => writer.item(toRssItem(item, settings.content)));
  return withFixedBuildDate(writer.xml(), feed.updatedAt);
}

/** The library stamps the present time, which would change the bytes on every request; ours is the newest change. */
function withFixedBuildDate(xml: string, updatedAt: Date): string {
  const written = new RegExp(`<generator>${generatorMark}</generator><lastBuildDate>[^<]*</lastBuildDate>`);
  return xml.replace(written, `<generator>Yici</generator>${textElement('lastBuildDate', updatedAt.toUTCString())}`);
}

function toRssItem(item: FeedItem, content: string): RSS.ItemOptions {
  const enclosure = enclosureOf(item);
  return {
    title: item.title || item.url,
    description: escapeMarkup(item.summary),
    url: item.url,
    guid: item.id,
    date: item.publishedAt,
    categories: [...item.categories],
    ...(item.author && { author: item.author }),
    ...(enclosure && { enclosure: { url: enclosure.url, size: enclosure.bytes, type: enclosure.contentType } }),
    custom_elements: [
      ...(content === 'full' && item.html ? [{ 'content:encoded': { _cdata: item.html } }] : []),
      { 'atom:updated': item.updatedAt },
      ...item.media.map(toMediaContent),
      ...thumbnail(item),
    ],
  };
}

const toMediaContent = (medium: FeedMedia) => ({
  'media:content': [
    { _attr: Object.fromEntries(present(mediaContent(medium))) },
    ...(medium.alt ? [{ 'media:description': medium.alt }] : []),
    ...(medium.credit ? [{ 'media:credit': medium.credit }] : []),
  ],
});

function thumbnail(item: FeedItem): object[] {
  const attributes = mediaThumbnail(item);
  return attributes ? [{ 'media:thumbnail': [{ _attr: Object.fromEntries(present(attributes)) }] }] : [];
}
