/** What the reader's pages show of a content. */
export interface PageArticle {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  readonly html?: string;
  readonly publishedAt?: Date;
  readonly updatedAt?: Date;
  readonly author?: string;
  readonly source?: string;
  readonly unit?: { readonly name: string };
  readonly details?: readonly { readonly label: string; readonly text: string }[];
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!);

const dateFormat = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });

const style = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#66707c;--line:#e3e7ec;--accent:#1463b8;--paper:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e5e9ee;--soft:#98a2ad;--line:#2b333c;--accent:#7db7f5;--paper:#14181d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.85 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem;padding-bottom:1.5rem;display:flex;align-items:baseline;gap:.75rem;border-bottom:1px solid var(--line)}
header a{font-weight:700;font-size:1.25rem;color:var(--ink);text-decoration:none}
header span,footer,.meta{color:var(--soft);font-size:.875rem}
h1{font-size:1.75rem;line-height:1.4;margin:2rem 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
a{color:var(--accent)}
ul.list{list-style:none;padding:0}
ul.list li{padding:1.1rem 0;border-bottom:1px solid var(--line)}
ul.list a{font-size:1.125rem;font-weight:600;text-decoration:none}
ul.list p{margin:.25rem 0;color:var(--soft);font-size:.9375rem}
article img,article video{max-width:100%;height:auto;border-radius:6px}
figure{margin:1.5rem 0}figcaption{color:var(--soft);font-size:.875rem;text-align:center}
table{border-collapse:collapse;width:100%}td,th{border:1px solid var(--line);padding:.4rem .6rem;text-align:left}
blockquote{margin:1rem 0;padding:.25rem 1rem;border-left:3px solid var(--accent);color:var(--soft)}
dl{border:1px solid var(--line);border-radius:8px;padding:.75rem 1.25rem}dt{font-weight:600}dd{margin:0 0 .5rem}
footer{padding-top:2rem;padding-bottom:3rem}`;

const page = (title: string, body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body><header><a href="/">一次</a><span>一次采集，多元传播</span></header><main>${body}</main><footer>由 Yici 发布</footer></body></html>`;

/** The newest contents. */
export function homePage(articles: readonly PageArticle[]): string {
  const items = articles.map(({ slug, title, summary, unit, publishedAt }) =>
    `<li><a href="/c/${encodeURIComponent(slug)}">${escape(title)}</a><p>${escape(summary)}</p><div class="meta">${escape([unit?.name, publishedAt && dateFormat.format(publishedAt)].filter(Boolean).join(' · '))}</div></li>`);
  const list = items.length > 0 ? `<ul class="list">${items.join('')}</ul>` : '<p class="meta">还没有发布的内容。编辑送审、三审通过后，发布的文章会出现在这里。</p>';
  return page('一次 · 最新发布', `<h1>最新发布</h1>${list}`);
}

/** One content, or word that there is none. */
export function articlePage(article: PageArticle | undefined): string {
  if (!article) return page('没有这篇内容', '<h1>没有这篇内容</h1><p>它可能已被撤回，或地址有误。<a href="/">查看最新发布</a></p>');
  const { title, html, unit, author, source, publishedAt, updatedAt, details } = article;
  const meta = [unit?.name, author, source && `来源：${source}`, publishedAt && dateFormat.format(publishedAt), isLater(updatedAt, publishedAt) && `更新于 ${dateFormat.format(updatedAt)}`];
  const facts = details && details.length > 0 ? `<dl>${details.map(({ label, text }) => `<dt>${escape(label)}</dt><dd>${escape(text)}</dd>`).join('')}</dl>` : '';
  // `html` is the rendering made at publication: sanitised, and free of scripts by construction.
  return page(title, `<article><h1>${escape(title)}</h1><div class="meta">${escape(meta.filter(Boolean).join(' · '))}</div>${facts}${html ?? ''}</article>`);
}

const isLater = (a: Date | undefined, b: Date | undefined): a is Date => a !== undefined && b !== undefined && a.getTime() - b.getTime() > 60_000;
