import type { FeedItem, FeedMedia } from './feed-item.js';
import { historyNamespace } from './archive.js';
import { homePageOf, linksOf, type Feed } from './feed.js';
import { mediaContent, mediaNamespace, mediaThumbnail } from './media-rss.js';
import { element, oneLine, textElement } from './text.js';

/** Atom 1.0 (RFC 4287) with tombstones for retracted entries (RFC 6721). */
export function writeAtom(feed: Feed): string {
  const { settings } = feed;
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:at': 'http://purl.org/atompub/tombstones/1.0', 'xmlns:media': mediaNamespace,
    ...(feed.archive && { 'xmlns:fh': historyNamespace }), 'xml:lang': settings.language,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>${element('feed', attributes,
    textElement('id', feed.base),
    textElement('title', oneLine(settings.title)),
    ...(settings.description ? [textElement('subtitle', oneLine(settings.description))] : []),
    textElement('updated', feed.updatedAt.toISOString()),
    element('author', {}, textElement('name', oneLine(settings.author))),
    element('link', { rel: 'alternate', type: 'text/html', href: homePageOf(feed) }),
    ...linksOf(feed).map((link) => element('link', link)),
    textElement('generator', 'Yici'),
    ...(feed.archive ? [element('fh:archive', {})] : []),
    ...feed.tombstones.map(tombstone),
    ...feed.items.map((item) => entry(item, settings.content)),
  )}`;
}

function entry(item: FeedItem, content: string): string {
  return element('entry', {},
    textElement('id', item.id),
    textElement('title', item.title || item.url),
    textElement('updated', item.updatedAt),
    textElement('published', item.publishedAt),
    ...(item.author ? [element('author', {}, textElement('name', item.author))] : []),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...item.media.map((medium) => element('link', { rel: 'enclosure', href: medium.url, type: medium.contentType, length: medium.bytes, title: medium.alt || undefined })),
    ...item.categories.map((term) => element('category', { term })),
    ...(item.summary ? [textElement('summary', item.summary)] : []),
    ...(content === 'full' && item.html ? [textElement('content', item.html, { type: 'html' })] : []),
    ...item.media.map(medium),
    ...thumbnail(item),
  );
}

const tombstone = (item: FeedItem): string => element('at:deleted-entry', { ref: item.id, when: item.updatedAt },
  ...(item.note ? [textElement('at:comment', item.note)] : []),
  element('link', { rel: 'alternate', href: item.url }));

const medium = (one: FeedMedia): string => element('media:content', mediaContent(one),
  ...(one.alt ? [textElement('media:description', one.alt)] : []),
  ...(one.credit ? [textElement('media:credit', one.credit)] : []));

function thumbnail(item: FeedItem): string[] {
  const attributes = mediaThumbnail(item);
  return attributes ? [element('media:thumbnail', attributes)] : [];
}
