import type { Host, Publication, PublicationMedia } from '../../../src/distribution/channel.js';
import type { DraftArticle } from '../article.js';
import type { WechatClient } from '../client/open-client.js';
import { fillPlaceholders, mediaIdsIn } from '../html/write-media.js';
import type { WechatSettings } from '../settings.js';
import { plainCover, prepareImage } from './prepare-image.js';

/** Uploaded pictures stay with the account; what was uploaded once is not uploaded again for ten years. */
const keptMs = 10 * 365 * 24 * 3_600_000;

/** What uploading needs. */
export interface Uploading {
  readonly client: WechatClient;
  readonly host: Host;
  readonly settings: WechatSettings;
}

/** The article with its pictures at WeChat: addresses in the body, a permanent material as cover. Safe to repeat. */
export async function withMedia(article: DraftArticle, publication: Publication, uploading: Uploading): Promise<DraftArticle> {
  const addresses = new Map<string, string>();
  for (const id of mediaIdsIn(article.content)) addresses.set(id, await bodyAddress(mediaNamed(publication, id), uploading));
  return { ...article, content: fillPlaceholders(article.content, addresses), thumb_media_id: await coverMaterial(article, publication, uploading) };
}

/** Drops what is remembered of this article's cover, because WeChat no longer has it. */
export async function forgetCover(article: DraftArticle, publication: Publication, { host, settings }: Pick<Uploading, 'host' | 'settings'>): Promise<void> {
  await host.forget(coverKey(article, publication, settings));
}

function mediaNamed({ media }: Publication, id: string): PublicationMedia {
  const found = media.find((one) => one.id === id);
  if (!found) throw new Error(`media ${id} is not of this publication`);
  return found;
}

function remembered(host: Host, key: string, make: () => Promise<string>): Promise<string> {
  return host.remember(key, async () => ({ value: await make(), until: new Date(host.now().getTime() + keptMs) }));
}

function bodyAddress(media: PublicationMedia, { client, host, settings }: Uploading): Promise<string> {
  return remembered(host, `image:${settings.appId}:${media.sha256}`, async () => client.uploadBodyImage(await fileOf(media, host)));
}

function coverKey({ thumb_media_id }: DraftArticle, publication: Publication, { appId, theme = 'blue' }: WechatSettings): string {
  return thumb_media_id === 'cover:plain' ? `cover:${appId}:plain-${theme}` : `cover:${appId}:${mediaNamed(publication, coverId(thumb_media_id)).sha256}`;
}

const coverId = (placeholder: string): string => placeholder.replace(/^media:/, '');

function coverMaterial(article: DraftArticle, publication: Publication, { client, host, settings }: Uploading): Promise<string> {
  const isPlain = article.thumb_media_id === 'cover:plain';
  return remembered(host, coverKey(article, publication, settings), async () => {
    const file = isPlain ? await plainCover(settings.theme ?? 'blue') : await fileOf(mediaNamed(publication, coverId(article.thumb_media_id)), host);
    return (await client.addImage(file)).media_id;
  });
}

async function fileOf(media: PublicationMedia, host: Host): Promise<ReturnType<typeof prepareImage>> {
  const blob = await host.media(media.id);
  return prepareImage(new Uint8Array(await blob.arrayBuffer()), media.alt || media.id);
}
