import type { Action, BodyNode, Publication } from '../../../src/distribution/channel.js';
import { markerAttribute } from '../marker.js';
import { beijingDate, cleanText, escapeHtml, oneLine } from '../text.js';
import { writeBlocks } from './write-blocks.js';
import { writeFile } from './write-media.js';
import { element, openFootnotes, type Writing } from './writing.js';
import type { Theme } from './theme.js';

/** What the frame around a body needs to know besides the publication. */
export interface Framing {
  readonly theme: Theme;
  readonly marker: string;
  readonly hasSourceLink: boolean;
}

/** Writes the whole article as WeChat keeps it: correction notice, details, body, links, source. Pictures are placeholders. */
export function writeArticle(publication: Publication, action: Action, { theme, marker, hasSourceLink }: Framing): string {
  const media = new Map(publication.media.map((one) => [one.id, one]));
  const writing: Writing = { theme, media, hasSourceLink, footnotes: openFootnotes(), coverId: publication.coverId, url: publication.url };
  const parts = [
    action === 'correct' ? writeNotice(publication, theme) : '',
    writeDetails(publication, theme),
    writeBlocks(wholeBody(publication), writing),
    publication.media.filter(({ kind }) => kind === 'file').map((file) => writeFile(file, writing)).join(''),
  ];
  if (parts.every((part) => part === '')) throw new Error('正文是空的：请先写正文，再送微信公众号');
  parts.push(writeFootnotes(writing), writeSource(publication, theme));
  return element('section', theme.root, parts.join(''), markerAttribute(marker));
}

/** The body, led by the videos it does not mention, or the summary where there is no body at all. */
function wholeBody(publication: Publication): readonly BodyNode[] {
  const body = publication.body.content ?? [];
  const mentioned = JSON.stringify(body);
  const videos = publication.media.filter(({ kind, id }) => kind === 'video' && !mentioned.includes(JSON.stringify(id)));
  const text = hasContent(publication.body) || publication.details.length > 0 ? body : [{ type: 'paragraph', content: [{ type: 'text', text: publication.summary }] }];
  return [...videos.map(({ id }) => ({ type: 'video', attrs: { assetId: id } })), ...text];
}

const hasContent = (node: BodyNode): boolean =>
  (node.text?.trim() ?? '') !== '' || ['image', 'video'].includes(node.type) || (node.content ?? []).some(hasContent);

function writeNotice({ note, publishedAt }: Publication, theme: Theme): string {
  const words = note ? `更正说明：${oneLine(note)}` : '更正说明：本文内容有更正，以本版为准';
  return element('section', theme.notice, escapeHtml(`${words}（${beijingDate(publishedAt)}）`));
}

const writeDetails = ({ details }: Publication, theme: Theme): string =>
  details.filter(({ text }) => oneLine(text)).map(({ label, text }) => {
    const lines = cleanText(text).split('\n').map(oneLine).filter(Boolean).map(escapeHtml);
    return element('section', theme.card, element('p', theme.label, escapeHtml(oneLine(label))) + element('section', '', lines.join('<br/>')));
  }).join('');

function writeFootnotes({ footnotes, theme }: Writing): string {
  if (footnotes.all.length === 0) return '';
  const lines = footnotes.all.map((address, at) => element('p', 'margin:0;word-break:break-all', escapeHtml(`[${at + 1}] ${address}`)));
  return element('section', `margin:2em 0 0;${theme.small}`, element('p', 'margin:0 0 4px;font-weight:600', '注释与链接') + lines.join(''));
}

function writeSource({ source, unit, isOriginal }: Publication, theme: Theme): string {
  const from = oneLine(source ?? unit?.name ?? '');
  if (!from) return '';
  return element('section', `margin:2em 0 0;${theme.small}`, escapeHtml(`来源：${from}${isOriginal ? '' : '（转载）'}`));
}
