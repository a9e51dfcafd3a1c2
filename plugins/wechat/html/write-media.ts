import type { BodyNode, PublicationMedia } from '../../../src/distribution/channel.js';
import { escapeHtml, oneLine } from '../text.js';
import { element, textAttribute, type Writing } from './writing.js';

/** The address a picture has until it is uploaded. */
export const placeholderOf = (id: string): string => `media:${id}`;

/** The ids of the placeholders in an article, each once. */
export const mediaIdsIn = (content: string): string[] => [...new Set([...content.matchAll(/src="media:([^"]+)"/g)].map((match) => match[1]!))];

/** The article with every placeholder replaced by the address its picture got. Throws when one has none. */
export const fillPlaceholders = (content: string, addresses: ReadonlyMap<string, string>): string =>
  content.replace(/src="media:([^"]+)"/g, (_, id: string) => {
    const address = addresses.get(id);
    if (address === undefined) throw new Error(`no address for media ${id}`);
    return `src="${escapeHtml(address)}"`;
  });

/** A picture with its caption and credit. Throws for a picture that is not among the publication's media: WeChat drops foreign pictures. */
export function writeImage(node: BodyNode, writing: Writing): string {
  const media = mediaOf(node, writing);
  if (media?.kind !== 'image') throw new Error(`正文里的图片“${textAttribute(node, 'alt') || '未命名'}”不在媒体库里，微信会丢掉它：请先把图片上传到媒体库再插入`);
  const caption = textAttribute(node, 'caption');
  const credit = textAttribute(node, 'credit') || oneLine(media.credit ?? '');
  return writeFigure(media.id, textAttribute(node, 'alt') || media.alt, [caption, credit].filter(Boolean).join('　'), writing);
}

function writeFigure(id: string, alt: string, caption: string, { theme }: Writing): string {
  const image = `<img src="${escapeHtml(placeholderOf(id))}" alt="${escapeHtml(oneLine(alt))}" style="${theme.image}"/>`;
  return element('figure', theme.figure, image + (caption && element('figcaption', theme.caption, escapeHtml(caption))));
}

/** A video cannot be put into an article by the API: a picture, its name, and where to watch it. */
export function writeVideo(node: BodyNode, writing: Writing): string {
  const media = mediaOf(node, writing);
  const name = textAttribute(node, 'caption') || oneLine(media?.alt ?? '');
  const cover = writing.media.get(writing.coverId ?? '');
  const poster = cover?.kind === 'image' ? writeFigure(cover.id, name, '', writing) : '';
  const length = media?.duration ? `（${writeDuration(media.duration)}）` : '';
  return poster + writeCard(`▶ 视频${length}`, name, '请点文末“阅读原文”观看', writing);
}

/** An attached file: its name and where to get it. */
export const writeFile = ({ alt }: PublicationMedia, writing: Writing): string => writeCard('附件', oneLine(alt), '请点文末“阅读原文”下载', writing);

function writeCard(label: string, name: string, howTo: string, writing: Writing): string {
  const where = writing.hasSourceLink ? howTo : `请到本站查看[${writing.footnotes.numberOf(writing.url)}]`;
  const lines = [element('p', writing.theme.label, escapeHtml(label)), name && element('p', 'margin:0', escapeHtml(name)), element('p', 'margin:0;font-size:14px', escapeHtml(where))];
  return element('section', writing.theme.card, lines.join(''));
}

const mediaOf = (node: BodyNode, writing: Writing): PublicationMedia | undefined => writing.media.get(textAttribute(node, 'assetId'));

/** Seconds as people read them: 1分02秒. */
function writeDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole}秒` : `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, '0')}秒`;
}
