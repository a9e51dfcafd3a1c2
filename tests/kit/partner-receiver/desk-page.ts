import type { Inbox, LogEntry, NewsItem, ReceivedItem } from './inbox.js';

/** The newsroom's desk: what came, in which state, and the log. Self-contained; texts of others stand in sandboxed frames. */
export function deskPage(name: string, inbox: Inbox, nonce: string): { html: string; policy: string } {
  const items = inbox.items();
  const log = inbox.log().slice(-40).reverse();
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; connect-src 'self'; script-src 'nonce-${nonce}'; frame-ancestors 'self'`;
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${escape(name)} · 来稿</title><style>${style}</style></head><body>
<header><h1>${escape(name)}</h1><p>来稿 ${items.length} 篇 · 签名逐条核验</p></header>
<main><section aria-label="来稿">${items.length > 0 ? items.slice(0, 100).map(card).join('') : '<p class="empty">还没有来稿。第一篇到达时会出现在这里。</p>'}</section>
<aside aria-label="接收记录"><h2>接收记录</h2><ol>${log.map(logLine).join('') || '<li class="empty">暂无</li>'}</ol></aside></main>
<script nonce="${nonce}">const now=${inbox.log().length};setInterval(async()=>{try{const log=await(await fetch('/log')).json();if(log.length!==now&&!document.querySelector('details[open]'))location.reload()}catch{}},3000)</script>
</body></html>`;
  return { html, policy };
}

function card({ id, item, receivedAt }: ReceivedItem): string {
  const cover = item.associations?.find(({ name }) => name === 'cover')?.renditions?.[0]?.href;
  const canceled = item.pubStatus === 'canceled';
  const summary = item.descriptions?.[0]?.value;
  return `<article id="${escape(id)}"${canceled ? ' class="canceled"' : ''}>${cover && !canceled && /^https?:/.test(cover) ? `<img src="${escape(cover)}" alt="" loading="lazy">` : ''}<div>
<p class="meta">${badges(item)}<span>${escape(id)}</span><span>第 ${escape(item.version)} 版</span><time datetime="${escape(receivedAt)}">${when(receivedAt)}</time></p>
<h2>${escape(headline(item))}</h2>${item.edNote ? `<p class="note">${escape(item.edNote)}</p>` : ''}${summary ? `<p>${escape(summary)}</p>` : ''}
<p class="meta">${[...(item.infoSources ?? []), ...(item.subjects ?? [])].map(({ name }) => `<span>${escape(name ?? '')}</span>`).join('')}</p>${text(item)}</div></article>`;
}

function badges(item: NewsItem): string {
  if (item.pubStatus === 'canceled') return '<b class="bad">已撤稿</b>';
  const corrected = Number(item.version) > 1 ? '<b class="warn">已更正</b>' : '<b class="good">可用</b>';
  const embargoed = item.embargoedUntil && Date.parse(item.embargoedUntil) > Date.now();
  return corrected + (embargoed ? `<b class="warn">禁发至 ${when(item.embargoedUntil)}</b>` : '');
}

function text(item: NewsItem): string {
  const body = item.bodies?.find(({ role }) => role === 'main');
  if (body) return `<details><summary>读正文</summary><iframe sandbox title="正文" srcdoc="${escape(`<meta charset="utf-8"><style>body{font:16px/1.8 system-ui;max-width:42em;margin:1em auto;padding:0 1em;background:#fff;color:#1a1a1a}img,video{max-width:100%;height:auto}</style>${body.value}`)}"></iframe></details>`;
  return item.pubStatus === 'canceled' || !/^https?:/.test(item.uri) ? '' : `<p><a href="${escape(item.uri)}" rel="noopener noreferrer">到原站读正文</a></p>`;
}

const verdicts: Readonly<Record<LogEntry['verdict'], string>> = { taken: '收下', repeat: '重复', stale: '旧版', ping: '测试', refused: '拒收', fault: '故障演练' };

const logLine = ({ at, verdict, status, type, version, reason }: LogEntry): string =>
  `<li class="${verdict}"><time datetime="${escape(at)}">${when(at)}</time> <b>${verdicts[verdict]}</b> ${escape([type, version && `v${version}`, reason, status || ''].filter(Boolean).join(' · '))}</li>`;

const headline = (item: NewsItem): string => item.headlines?.find(({ role }) => role === 'main')?.value ?? item.headlines?.[0]?.value ?? item.uri;

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const when = (at: string): string => (Number.isNaN(Date.parse(at)) ? '' : clock.format(new Date(at)));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (value: string): string => String(value).replace(/[&<>"]/g, (character) => entities[character] ?? '');

const style = `
:root{--paper:#f7f5f0;--card:#fff;--ink:#1d1b18;--soft:#6f6a61;--line:#e4dfd5;--good:#1d7a4b;--warn:#9a6200;--bad:#b3261e;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#161512;--card:#201f1b;--ink:#ece8df;--soft:#a09a8e;--line:#35322c;--good:#6fcf97;--warn:#e5b567;--bad:#f28b82}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink)}
header{padding:2.2rem clamp(1rem,5vw,4rem) 1.2rem;border-bottom:3px double var(--line)}
h1{margin:0;font:600 2rem/1.2 "Songti SC","Noto Serif CJK SC",serif;letter-spacing:.08em}header p{margin:.3rem 0 0;color:var(--soft)}
main{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:2rem;padding:1.5rem clamp(1rem,5vw,4rem)}@media(max-width:60rem){main{grid-template-columns:1fr}}
article{display:flex;gap:1.2rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.2rem;margin-bottom:1rem;scroll-margin-top:1rem}
article:target{outline:2px solid var(--good)}article>img{width:11rem;height:7rem;object-fit:cover;border-radius:.3rem;flex:none;background:var(--line)}
article>div{min-width:0;flex:1}article h2{margin:.3rem 0;font:600 1.25rem/1.4 "Songti SC","Noto Serif CJK SC",serif;overflow-wrap:anywhere}.canceled h2{text-decoration:line-through;color:var(--soft)}
article p{margin:.3rem 0;overflow-wrap:anywhere}.meta{display:flex;flex-wrap:wrap;gap:.3rem .8rem;font-size:.82rem;color:var(--soft)}
.note{border-left:3px solid var(--warn);padding-left:.7rem;color:var(--warn)}b.good,.taken b{color:var(--good)}b.warn,.repeat b,.stale b,.fault b{color:var(--warn)}b.bad,.refused b{color:var(--bad)}
details{margin-top:.5rem}summary{cursor:pointer;color:var(--soft)}iframe{width:100%;height:26rem;border:1px solid var(--line);border-radius:.3rem;margin-top:.5rem;background:#fff}
aside h2{font-size:1rem;margin:0 0 .6rem}aside ol{list-style:none;margin:0;padding:0;font-size:.82rem}aside li{padding:.4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}aside time{color:var(--soft);font-variant-numeric:tabular-nums}
.empty{color:var(--soft)}@media(max-width:36rem){article{flex-direction:column}article>img{width:100%;height:10rem}}`;
