import type { FeedItem, FeedMedia } from './feed-item.js';
import { coverOf } from './feed.js';

export const mediaNamespace = 'http://search.yahoo.com/mrss/';
const mediums = { image: 'image', video: 'video', file: 'document' } as const;

/** Media RSS 1.5.1 attributes of one medium; sizes in bytes and pixels, whole seconds as the specification has them. */
export const mediaContent = ({ url, contentType, bytes, kind, width, height, duration }: FeedMedia) => ({
  url, fileSize: bytes, type: contentType, medium: mediums[kind], width, height,
  duration: duration === undefined ? undefined : Math.round(duration),
});

/** Attributes of the entry's thumbnail: its cover, else the still of its first video. */
export function mediaThumbnail(item: FeedItem) {
  const cover = coverOf(item);
  const poster = item.media.find((medium) => medium.poster)?.poster;
  return cover ? { url: cover.url, width: cover.width, height: cover.height } : poster && { url: poster };
}

/** RSS allows one enclosure: the first video, else the cover. */
export const enclosureOf = (item: FeedItem): FeedMedia | undefined => item.media.find(({ kind }) => kind === 'video') ?? coverOf(item);
