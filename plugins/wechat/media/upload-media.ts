import { createHash } from 'node:crypto';
import type { Host, Publication, PublicationMedia } from '../../../src/distribution/channel.js';
import type { DraftArticle } from '../article.js';
import type { Upload } from '../client/exchange.js';
import type { WechatClient } from '../client/open-client.js';
import { fillPlaceholders, mediaIdsIn } from '../html/write-media.js';
import type { WechatSettings } from '../settings.js';
import { plainCover } from './plain-cover.js';

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
  await host.forget((await coverOf(article, publication, host, settings)).key);
}

function mediaNamed({ media }: Publication, id: string): PublicationMedia {
  const found = media.find((one) => one.id === id);
  if (!found) throw new Error(`media ${id} is not of this publication`);
  return found;
}

function remembered(host: Host, key: string, make: () => Promise<string>): Promise<string> {
  return host.remember(key, async () => ({ value: await make(), until: new Date(host.now().getTime() + keptMs) }));
}

async function bodyAddress(media: PublicationMedia, { client, host, settings }: Uploading): Promise<string> {
  const picture = await pictureOf(media, host, 'wechatBody');
  return remembered(host, `image:${settings.appId}:${hashOf(picture)}`, () => client.uploadBodyImage(picture));
}

interface Cover {
  readonly key: string;
  readonly picture: Upload;
}

async function coverOf({ thumb_media_id }: DraftArticle, publication: Publication, host: Host, { appId, theme = 'blue' }: WechatSettings): Promise<Cover> {
  if (thumb_media_id === 'cover:plain') return { key: `cover:${appId}:plain-${theme}`, picture: await plainCover(theme) };
  const picture = await pictureOf(mediaNamed(publication, thumb_media_id.replace(/^media:/, '')), host, 'wechatCover');
  return { key: `cover:${appId}:${hashOf(picture)}`, picture };
}

async function coverMaterial(article: DraftArticle, publication: Publication, { client, host, settings }: Uploading): Promise<string> {
  const { key, picture } = await coverOf(article, publication, host, settings);
  return remembered(host, key, async () => (await client.addImage(picture)).media_id);
}

// Known by what is uploaded: another focal point makes another cover of the same photo.
const hashOf = ({ bytes }: Upload): string => createHash('sha256').update(bytes).digest('hex');

/** The picture as the newsroom cuts it for WeChat: upright, without camera data, below 1 MB. */
async function pictureOf({ id }: PublicationMedia, host: Host, preset: 'wechatBody' | 'wechatCover'): Promise<Upload> {
  const blob = await host.media(id, preset);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), filename: 'image.jpg', contentType: blob.type };
}
