/** The readers' pages in one style sheet: no fonts, scripts or files from anywhere else. Colours are 4.5:1 or better on their paper, in light and dark. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1b2027;--soft:#5d6570;--line:#e5e1d8;--seal:#a3301c;--link:#15549a;--tint:#f3efe6;
--serif:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",STSong,SimSun,serif;--sans:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1b1e23;--ink:#e7e5df;--soft:#a2a6ad;--line:#30343b;--seal:#f0907c;--link:#8fc0f5;--tint:#22262c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.85 var(--sans);overflow-wrap:anywhere;text-rendering:optimizeLegibility}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--seal);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.25rem .75rem}
.top,main,.foot{max-width:70rem;margin:0 auto;padding:0 clamp(1.1rem,4vw,2.5rem)}
.top{display:flex;align-items:center;gap:.9rem;padding-top:1.35rem;padding-bottom:1.35rem}
.brand{display:inline-flex;align-items:center;gap:.7rem;color:var(--ink);text-decoration:none;font:600 1.3rem/1 var(--serif);letter-spacing:.12em}
.brand svg{width:2.1rem;height:2.1rem;flex:none;color:var(--seal)}
.motto{color:var(--soft);font-size:.875rem;border-left:1px solid var(--line);padding-left:.9rem}
.rule{border:0;border-top:3px double var(--line);margin:0 auto;max-width:65rem}
.meta{color:var(--soft);font-size:.875rem;line-height:1.7}
time{white-space:nowrap}
.kind{color:var(--seal);font-size:.8125rem;font-weight:600;letter-spacing:.08em}
.picture{display:block;width:100%;height:auto;background:var(--tint);border-radius:6px}
.home h1{position:absolute;left:-99rem}
.lead{display:grid;gap:1.1rem clamp(1.25rem,3vw,2.5rem);padding:2rem 0 2.25rem;border-bottom:1px solid var(--line)}
.lead h2{font:600 clamp(1.5rem,1.1rem + 2vw,2.25rem)/1.4 var(--serif);margin:.25rem 0 .5rem;text-wrap:pretty}
.lead p{margin:0 0 .6rem;color:var(--soft)}
.lead .picture{aspect-ratio:16/9;object-fit:cover}
@media(min-width:52rem){.lead.pictured{grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);align-items:center}}
.cards{list-style:none;margin:0;padding:2rem 0;display:grid;gap:2.25rem clamp(1.25rem,3vw,2.25rem);grid-template-columns:repeat(auto-fill,minmax(min(100%,17.5rem),1fr))}
.card{position:relative;display:flex;flex-direction:column;gap:.2rem}
.card .picture{aspect-ratio:16/10;object-fit:cover;margin-bottom:.65rem}
.card h2{font:600 1.1875rem/1.5 var(--serif);margin:0;text-wrap:pretty}
.card p{margin:.15rem 0 .25rem;color:var(--soft);font-size:.9375rem;line-height:1.7;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.card h2 a,.lead h2 a{color:inherit;text-decoration:none}.card h2 a::after{content:"";position:absolute;inset:0}
.card:hover h2 a,.lead:hover h2 a{color:var(--link);text-decoration:underline}
@media(max-width:35.9rem){.cards{gap:0;padding:.5rem 0}.card{padding:1.15rem 0;border-bottom:1px solid var(--line)}
.card.pictured{display:grid;grid-template-columns:minmax(0,1fr) 6.75rem;column-gap:1rem;align-content:start}.card.pictured>*{grid-column:1}.card.pictured .picture{grid-column:2;grid-row:1/span 4;aspect-ratio:1;margin:.2rem 0 0}.card.pictured p{display:none}}
.more{text-align:center;padding-bottom:1.5rem}.more a{display:inline-block;padding:.5rem 1.6rem;border:1px solid var(--line);border-radius:99px;text-decoration:none}
.empty{padding:5rem 0;text-align:center;color:var(--soft)}.empty h1{color:var(--ink);font:600 1.5rem var(--serif)}
article{max-width:42rem;margin:0 auto;padding:2.25rem 0 1rem}
article h1{font:600 clamp(1.65rem,1.2rem + 2.2vw,2.4rem)/1.4 var(--serif);margin:.35rem 0 .9rem;text-wrap:pretty}
.head{border-bottom:1px solid var(--line);padding-bottom:1.1rem;margin-bottom:1.6rem}
.standfirst{font-size:1.0625rem;line-height:1.8;color:var(--soft);margin:0 0 .9rem}
.cover{margin:0 0 1.75rem}
figcaption{color:var(--soft);font-size:.8125rem;line-height:1.6;text-align:center;padding-top:.5rem}
.text>:first-child{margin-top:0}
.text p{margin:0 0 1.15em}.text h2,.text h3,.text h4{font-family:var(--serif);line-height:1.5;margin:2em 0 .7em}.text h2{font-size:1.4rem}.text h3{font-size:1.2rem}.text h4{font-size:1.0625rem}
.text figure{margin:1.75em 0}.text img,.text video{display:block;max-width:100%;height:auto;margin:0 auto;border-radius:6px;background:var(--tint)}
.text blockquote{margin:1.5em 0;padding:.1em 0 .1em 1.2em;border-left:3px solid var(--seal);color:var(--soft)}
.text table{display:block;overflow-x:auto;border-collapse:collapse;margin:1.5em 0;font-size:.9375rem;font-variant-numeric:tabular-nums}
.text th,.text td{border-bottom:1px solid var(--line);padding:.5rem .85rem;text-align:left;vertical-align:top;min-width:5em}.text th{border-bottom-width:2px;font-weight:600;background:var(--tint)}
.text td>p:last-child,.text th>p:last-child,.text li>p:last-child{margin-bottom:0}
.text li{margin:.3em 0}.text hr{border:0;border-top:1px solid var(--line);margin:2.5em 0}.text pre{overflow-x:auto;background:var(--tint);padding:1rem;border-radius:6px;font-size:.875rem}
.facts{margin:0 0 1.75rem;padding:1.1rem 1.35rem;background:var(--card);border:1px solid var(--line);border-left:3px solid var(--seal);border-radius:6px;font-size:.9688rem;line-height:1.75}
.facts dt{font-weight:600}.facts dd{margin:0 0 .7rem;white-space:pre-line}.facts dd:last-child{margin-bottom:0}
.aside{margin:2.25rem 0 0;padding:1.1rem 1.35rem;background:var(--card);border:1px solid var(--line);border-radius:6px;font-size:.9688rem}.aside h2{font:600 1rem var(--serif);margin:0 0 .5rem}.aside ul{margin:0;padding:0 0 0 1.1em}.aside .meta{display:inline}
.tags{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:2.25rem 0 0;padding:1.25rem 0 0;border-top:1px solid var(--line);font-size:.875rem;color:var(--soft)}.tags li{padding:.1rem .8rem;background:var(--tint);border-radius:99px}
.foot{margin-top:2.5rem;padding-top:1.5rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between}.foot nav{display:flex;gap:1rem}
@media print{.top,.foot,.skip,.rule{display:none}body{background:#fff;color:#000;font-size:11pt}article{max-width:none}a{color:inherit}}`;
