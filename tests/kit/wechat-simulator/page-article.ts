import { beijingMoment } from './clock.js';
import { escape, htmlPage, localLink, localPicture } from './page-html.js';
import type { Article } from './state.js';
import type { Account } from './world.js';

/** The stored body as the client shows it: pictures loaded from here, links to articles opening here. */
export const showContent = (content: string): string => content
  .replace(/ data-src="([^"]*)"/g, (_, url: string) => ` src="${localPicture(url)}"`)
  .replace(/url\((?:&quot;|&#39;)?(https?:\/\/mmbiz[^)&]*)(?:&quot;|&#39;)?\)/g, (_, url: string) => `url(${localPicture(url)})`)
  .replace(/ href="([^"]*)"/g, (_, url: string) => ` href="${localLink(url)}"`);

const paragraphs = (text: string): string => text.split('\n').map((line) => `<p>${escape(line)}</p>`).join('');

function bodyOf(article: Article): string {
  if (article.articleType === 'news') return `<div class="body">${showContent(article.content)}</div>`;
  const pictures = article.pictures.map(({ url }) => `<img src="${escape(localPicture(url))}" alt="">`).join('');
  return `<div class="gallery" tabindex="0">${pictures}</div><div class="body">${paragraphs(article.content)}</div>`;
}

/** What surrounds an article on its page. */
export interface ArticleFrame {
  readonly account: Account;
  readonly at: number;
  readonly reads: number;
  readonly isDraft: boolean;
  readonly nonce: string;
}

/** An article as a reader sees it. */
export function articlePage(article: Article, { account, at, reads, isDraft, nonce }: ArticleFrame): string {
  const author = article.author && article.author !== account.name ? `<span>${escape(article.author)}</span>` : '';
  const original = /^https?:\/\//i.test(article.sourceUrl) ? `<a href="${escape(article.sourceUrl)}" rel="noreferrer">阅读原文</a>` : '';
  const home = `/?account=${encodeURIComponent(account.appid)}`;
  return htmlPage(article.title, `<div class="article">${isDraft ? '<p class="ribbon">草稿预览，尚未发布</p>' : ''}<article class="leaf"><h1>${escape(article.title)}</h1>
<div class="byline">${author}<a href="${escape(home)}">${escape(account.name)}</a><time>${beijingMoment(at)}</time><span>浙江</span></div>
${bodyOf(article)}<div class="ends">${original}${isDraft ? '' : `<span>阅读 ${reads}</span>`}${article.needOpenComment ? '<span>留言</span>' : ''}</div></article></div>`, { nonce });
}

const sign = '<svg width="76" height="76" viewBox="0 0 76 76" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true"><circle cx="38" cy="38" r="33"/><path d="M38 21v22" stroke-width="5" stroke-linecap="round"/><circle cx="38" cy="54" r="2" fill="currentColor"/></svg>';

/** What readers find in place of an article that is gone. */
export function gonePage(words: string, hint: string, nonce: string): string {
  return htmlPage(words, `<div class="article"><div class="deleted">${sign}<p>${escape(words)}</p><small>${escape(hint)}</small></div></div>`, { nonce });
}
