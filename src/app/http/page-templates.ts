import { pageStyle } from './page-style.js';

/** A picture as a page shows it. Paths are below the public address. */
export interface PagePicture {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly credit?: string;
}

/** What every content shows of itself in a list. */
export interface PageItem {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  /** 文章, 案例, 视频. */
  readonly kindLabel: string;
  readonly unit?: { readonly name: string };
  readonly publishedAt?: Date;
  readonly picture?: PagePicture;
}

/** What the page of one content shows. */
export interface PageArticle extends PageItem {
  readonly html: string;
  readonly updatedAt?: Date;
  readonly author?: string;
  readonly source?: string;
  readonly topics?: readonly { readonly name: string }[];
  readonly tags?: readonly string[];
  readonly details?: readonly { readonly label: string; readonly text: string }[];
  readonly attachments?: readonly { readonly name: string; readonly path: string; readonly bytes: number }[];
  readonly related?: readonly { readonly title: string; readonly slug: string }[];
  readonly shareTitle?: string;
  readonly shareDescription?: string;
  /** Path of the picture for where the page is shared. */
  readonly sharePath?: string;
}

/** What all pages know of the site. */
export interface PageSite {
  readonly publicUrl: string;
  readonly feeds: readonly { readonly title: string; readonly path: string; readonly type: string; readonly label: string }[];
}

/** A whole page: head and body. */
interface Page {
  readonly title: string;
  readonly description: string;
  /** Below the public address; absent for what has no address. */
  readonly path?: string;
  readonly meta?: string;
  readonly body: string;
}

const name = '一次';
const motto = '一次采集，多元传播';
const about = '“最多跑一次”改革的文章、典型案例和视频。';
const seal = '<svg viewBox="0 0 32 32" aria-hidden="true"><rect x="1" y="1" width="30" height="30" rx="6" fill="currentColor"/><path d="M16 7v8M16 15 8.5 24M16 15v9.5M16 15l7.5 9" stroke="#fff" stroke-width="2.8" stroke-linecap="round" fill="none"/></svg>';
const icon = `data:image/svg+xml,${encodeURIComponent(seal.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replace('currentColor', '#a3301c'))}`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!);
const meta = (property: string, content: string | undefined): string => (content ? `<meta property="${property}" content="${escape(content)}">` : '');

const dateFormat = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
const time = (at: Date): string => `<time datetime="${at.toISOString()}">${dateFormat.format(at)}</time>`;
const line = (parts: readonly (string | false | undefined)[]): string => `<div class="meta">${parts.filter(Boolean).join(' · ')}</div>`;

function layout({ publicUrl, feeds }: PageSite, { title, description, path, meta: more = '', body }: Page): string {
  const address = path === undefined ? '' : `<link rel="canonical" href="${escape(publicUrl + path)}">${meta('og:url', publicUrl + path)}`;
  const alternates = feeds.map((feed) => `<link rel="alternate" type="${feed.type}" title="${escape(`${feed.title}（${feed.label}）`)}" href="${escape(feed.path)}">`).join('');
  const links = feeds.map((feed) => `<a href="${escape(feed.path)}" type="${feed.type}">${feed.label}</a>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><meta name="description" content="${escape(description)}">${address}`
    + `<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme:light)"><meta name="theme-color" content="#14161a" media="(prefers-color-scheme:dark)"><link rel="icon" href="${icon}">${alternates}`
    + `${meta('og:site_name', name)}${meta('og:locale', 'zh_CN')}${more}<style>${pageStyle}</style></head><body><a class="skip" href="#main">跳到正文</a>`
    + `<header class="top"><a class="brand" href="/">${seal}${name}</a><span class="motto">${motto}</span></header><hr class="rule"><main id="main">${body}</main>`
    + `<footer class="foot"><span>由 Yici 发布</span>${links ? `<nav aria-label="订阅"><span>订阅</span>${links}</nav>` : ''}</footer></body></html>`;
}

/** In a list the title beside it says everything, so the picture has no words of its own there. */
const thumbnail = ({ src, srcset, width, height }: PagePicture, sizes: string, isFirst: boolean): string =>
  `<img class="picture" src="${escape(src)}" srcset="${escape(srcset)}" sizes="${sizes}" width="${width}" height="${height}" alt=""${isFirst ? ' fetchpriority="high"' : ' loading="lazy"'}>`;

const link = ({ slug, title }: PageItem): string => `<a href="/c/${encodeURIComponent(slug)}">${escape(title)}</a>`;
const origin = ({ unit, publishedAt }: PageItem): string => line([unit && escape(unit.name), publishedAt && time(publishedAt)]);

function leadItem(item: PageItem): string {
  const { picture, kindLabel, summary } = item;
  const words = `<div><span class="kind">${escape(kindLabel)}</span><h2>${link(item)}</h2><p>${escape(summary)}</p>${origin(item)}</div>`;
  return `<section class="lead${picture ? ' pictured' : ''}">${picture ? thumbnail(picture, '(min-width:52rem) 36rem, 94vw', true) : ''}${words}</section>`;
}

function card(item: PageItem): string {
  const { picture, kindLabel, summary } = item;
  return `<li class="card${picture ? ' pictured' : ''}">${picture ? thumbnail(picture, '(min-width:36rem) 20rem, 7rem', false) : ''}<span class="kind">${escape(kindLabel)}</span><h2>${link(item)}</h2>${summary ? `<p>${escape(summary)}</p>` : ''}${origin(item)}</li>`;
}

/** The newest contents; `next` leads to older ones, `isFirst` puts the newest at the head. */
export function homePage(site: PageSite, items: readonly PageItem[], { next, isFirst }: { readonly next?: string; readonly isFirst: boolean }): string {
  const [first, ...rest] = isFirst ? items : [undefined, ...items];
  const list = rest.length > 0 ? `<ul class="cards">${rest.map((item) => card(item!)).join('')}</ul>` : '';
  const more = next ? `<nav class="more"><a rel="next" href="${escape(next)}">更早的内容</a></nav>` : '';
  const none = items.length === 0 ? '<div class="empty"><p>还没有发布的内容。编辑送审、三审通过后，发布的文章会出现在这里。</p></div>' : '';
  const body = `<div class="home"><h1>${isFirst ? '最新发布' : '更早的内容'}</h1>${first ? leadItem(first) : ''}${list}${more}${none}</div>`;
  return layout(site, { title: `${name} · ${motto}`, description: about, ...(isFirst ? { path: '/' } : {}), meta: meta('og:type', 'website') + meta('og:title', `${name} · ${motto}`) + meta('og:description', about), body });
}

/** The page that says that there is no such content. */
export const absentPage = (site: PageSite): string => layout(site, {
  title: `没有这篇内容 · ${name}`, description: about, meta: '<meta name="robots" content="noindex">',
  body: '<div class="empty"><h1>没有这篇内容</h1><p>它可能已被撤回，或地址有误。<a href="/">查看最新发布</a></p></div>',
});

/** One content. */
export function articlePage(site: PageSite, article: PageArticle): string {
  const { title, summary, kindLabel, topics = [], details = [], tags = [], html } = article;
  const above = [kindLabel, ...topics.map((topic) => topic.name)].map(escape).join(' · ');
  const facts = details.length > 0 ? `<dl class="facts">${details.map(({ label, text }) => `<dt>${escape(label)}</dt><dd>${escape(text)}</dd>`).join('')}</dl>` : '';
  const tagList = tags.length > 0 ? `<ul class="tags" aria-label="标签">${tags.map((tag) => `<li>${escape(tag)}</li>`).join('')}</ul>` : '';
  // `html` is the rendering made at publication: sanitised, and free of scripts by construction.
  const body = `<article><header class="head"><span class="kind">${above}</span><h1>${escape(title)}</h1>${summary ? `<p class="standfirst">${escape(summary)}</p>` : ''}${byline(article)}</header>${cover(article)}${facts}<div class="text">${html}</div>${attached(article)}${more(article)}${tagList}</article>`;
  return layout(site, { title: `${title} · ${name}`, description: descriptionOf(article), path: `/c/${encodeURIComponent(article.slug)}`, meta: sharing(site, article), body });
}

function attached({ attachments = [] }: PageArticle): string {
  const lines = attachments.map(({ name: file, path, bytes }) => `<li><a href="${escape(path)}" download>${escape(file)}</a> <span class="meta">${sizeOf(bytes)}</span></li>`);
  return lines.length > 0 ? `<section class="aside"><h2>附件</h2><ul>${lines.join('')}</ul></section>` : '';
}

function more({ related = [] }: PageArticle): string {
  return related.length > 0 ? `<nav class="aside" aria-label="相关内容"><h2>相关内容</h2><ul>${related.map(({ title, slug }) => `<li><a href="/c/${encodeURIComponent(slug)}">${escape(title)}</a></li>`).join('')}</ul></nav>` : '';
}

const sizeOf = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

const descriptionOf = ({ shareDescription, summary, title }: PageArticle): string => shareDescription || summary || title;

const byline = ({ unit, author, source, publishedAt, updatedAt }: PageArticle): string =>
  line([unit && escape(unit.name), author && escape(author), source && `来源：${escape(source)}`, publishedAt && time(publishedAt), isLater(updatedAt, publishedAt) && `更新于 ${time(updatedAt)}`]);

/** The cover above the text, unless the text shows that picture itself, or a film in its place. */
function cover({ picture, html }: PageArticle): string {
  const asset = picture && /\/media\/(asset_[0-9a-f]{24})\//.exec(picture.src)?.[1];
  if (!picture || (asset && html.includes(asset)) || html.startsWith('<figure><video')) return '';
  const caption = picture.credit ? `<figcaption>${escape([picture.alt, picture.credit].filter(Boolean).join('　'))}</figcaption>` : '';
  return `<figure class="cover"><img class="picture" src="${escape(picture.src)}" srcset="${escape(picture.srcset)}" sizes="(min-width:45rem) 42rem, 94vw" width="${picture.width}" height="${picture.height}" alt="${escape(picture.alt)}" fetchpriority="high">${caption}</figure>`;
}

/** What chats and networks show of a link to this page: Open Graph, with absolute addresses. */
function sharing({ publicUrl }: PageSite, article: PageArticle): string {
  const { shareTitle, title, sharePath, publishedAt, updatedAt, picture } = article;
  return meta('og:type', 'article') + meta('og:title', shareTitle || title) + meta('og:description', descriptionOf(article)) + meta('og:image', sharePath && publicUrl + sharePath) + (sharePath ? meta('og:image:alt', picture?.alt) : '')
    + meta('article:published_time', publishedAt?.toISOString()) + meta('article:modified_time', updatedAt?.toISOString()) + `<meta name="twitter:card" content="${sharePath ? 'summary_large_image' : 'summary'}">`;
}

const isLater = (a: Date | undefined, b: Date | undefined): a is Date => a !== undefined && b !== undefined && a.getTime() - b.getTime() > 60_000;
