import type { Action, Destination, Payload, Publication } from '../../src/distribution/channel.js';
import { lengthTrouble, limits, mostArticles, type DraftArticle } from './article.js';
import { themes } from './html/theme.js';
import { writeArticle } from './html/write-article.js';
import { placeholderOf } from './html/write-media.js';
import { markerOf } from './marker.js';
import type { WechatSettings } from './settings.js';
import { clip, oneLine } from './text.js';

const asPayload = (value: unknown): Payload => ({ contentType: 'application/json', body: JSON.stringify(value) });

/**
 * The draft WeChat will get, as JSON (of a bundle: its articles), with pictures as `media:<id>`; for a retraction, what is taken back and why. Throws an Error
 * that tells an editor what to change: a long title without a short one, a body that is empty, too long or holds a foreign picture.
 */
export function render(publication: Publication, action: Action, to: Destination<WechatSettings>): Payload {
  if (action === 'retract') return asPayload({ retract: { contentId: publication.contentId, version: publication.version, note: oneLine(publication.note ?? '') } });
  if (!publication.parts) return asPayload(fittingDraft(publication, action, to));
  if (publication.parts.length > mostArticles) throw new Error(`一组图文最多 ${mostArticles} 篇，这里有 ${publication.parts.length} 篇`);
  return asPayload({ articles: publication.parts.map((part) => fittingDraft(part, action, to)) });
}

function fittingDraft(publication: Publication, action: Action, to: Destination<WechatSettings>): DraftArticle {
  const article = draftOf(publication, action, to);
  const trouble = lengthTrouble(article);
  if (trouble) throw new Error(trouble);
  return article;
}

function draftOf(publication: Publication, action: Action, { id, settings }: Destination<WechatSettings>): DraftArticle {
  const hasSourceLink = settings.contentSourceUrl !== false;
  const marker = markerOf(id, publication.contentId, publication.version);
  return {
    article_type: 'news',
    title: fittingTitle(publication),
    author: clip(oneLine(publication.author ?? '') || oneLine(settings.author ?? ''), limits.author),
    digest: clip(oneLine(publication.summary), limits.digest),
    content: writeArticle(publication, action, { theme: themes[settings.theme ?? 'blue'], marker, hasSourceLink }),
    content_source_url: hasSourceLink ? publication.url : '',
    thumb_media_id: coverOf(publication),
    need_open_comment: settings.needOpenComment ? 1 : 0,
    only_fans_can_comment: settings.onlyFansCanComment ? 1 : 0,
  };
}

/** The title, or the short title where the title is longer than WeChat takes. A headline is never cut by a machine. */
function fittingTitle({ title, shortTitle }: Publication): string {
  const candidates = [oneLine(title), oneLine(shortTitle ?? '')].filter(Boolean);
  const fitting = candidates.find((candidate) => candidate.length <= limits.title);
  if (fitting) return fitting;
  const longest = candidates[0];
  throw new Error(longest ? `标题有 ${longest.length} 个字，微信最多 ${limits.title} 个：请填写不超过 ${limits.title} 个字的短标题` : '没有标题：请填写标题');
}

/** The placeholder of the cover: the editor's, else the first picture, else the plain cover of the theme (`cover:plain`). */
function coverOf({ coverId, media }: Publication): string {
  const images = media.filter(({ kind }) => kind === 'image');
  const cover = images.find(({ id }) => id === coverId) ?? images[0];
  return cover ? placeholderOf(cover.id) : 'cover:plain';
}
