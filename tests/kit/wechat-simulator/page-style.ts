/** The look of all pages: a phone that follows WeChat's proportions, in light and dark. */
export const pageStyle = `
:root{--desk:#e9ebee;--ink:#191919;--soft:#7f7f7f;--faint:#b2b2b2;--paper:#fff;--sheet:#ededed;--line:rgba(0,0,0,.08);--green:#07c160;
--bubble:#95ec69;--bubble-ink:#111;--link:#576b95;--warn:#fa5151;--card:#fff;--chip:rgba(0,0,0,.05);--frame:#111;--shadow:0 30px 70px -20px rgba(20,30,50,.35),0 8px 20px -8px rgba(20,30,50,.25)}
@media(prefers-color-scheme:dark){:root{--desk:#0c0d0f;--ink:rgba(255,255,255,.86);--soft:rgba(255,255,255,.52);--faint:rgba(255,255,255,.32);--paper:#191919;
--sheet:#111;--line:rgba(255,255,255,.08);--bubble:#3eb575;--bubble-ink:#0a1a10;--link:#7d90a9;--card:#212121;--chip:rgba(255,255,255,.07);--frame:#2c2d30;--shadow:0 30px 70px -20px #000}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--ink);font:15px/1.5 -apple-system,BlinkMacSystemFont,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;-webkit-font-smoothing:antialiased}
a{color:inherit;text-decoration:none}
a:focus-visible,button:focus-visible,input:focus-visible{outline:2px solid var(--green);outline-offset:2px;border-radius:6px}
h1,h2,h3,p,ul{margin:0;padding:0}ul{list-style:none}
.avatar{display:inline-flex;align-items:center;justify-content:center;flex:none;border-radius:22%;color:#fff;font-weight:600;letter-spacing:0}
.desk{display:grid;grid-template-columns:minmax(210px,1fr) 414px minmax(260px,1fr);gap:44px;max-width:1240px;margin:0 auto;padding:36px 28px;min-height:100vh;align-items:start}
.side h2{font-size:12px;font-weight:600;color:var(--soft);letter-spacing:.08em;margin:14px 0 12px}
.brand{display:flex;gap:10px;align-items:center;margin-bottom:26px}.brand b{font-size:16px}.brand small{display:block;color:var(--soft);font-size:12px}
.mark{width:36px;height:36px;border-radius:10px;background:var(--green);display:grid;place-items:center}
.accounts a{display:flex;gap:12px;align-items:center;padding:10px 12px;border-radius:12px;margin:0 -12px 4px}
.accounts a:hover{background:var(--chip)}.accounts a[aria-current]{background:var(--card);box-shadow:0 1px 3px var(--line)}
.accounts b{display:block;font-weight:500;line-height:1.35}.accounts small{color:var(--soft);font-size:12px}
.phone{position:sticky;top:36px;width:414px;height:min(868px,calc(100vh - 72px));padding:12px;border-radius:54px;background:var(--frame);box-shadow:var(--shadow)}
.screen{position:relative;height:100%;width:390px;border-radius:43px;background:var(--sheet);overflow:hidden;display:flex;flex-direction:column}
.status{display:flex;justify-content:space-between;align-items:center;padding:13px 28px 4px;font-size:15px;font-weight:600;background:var(--sheet);flex:none}
.status svg{display:block}
.bar{display:grid;grid-template-columns:44px 1fr 44px;align-items:center;height:44px;background:var(--sheet);flex:none;text-align:center;font-size:17px;font-weight:600}
.bar span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.scroll{flex:1;overflow-y:auto;overscroll-behavior:contain;scrollbar-width:none}.scroll::-webkit-scrollbar{display:none}
.profile{background:var(--paper);padding:14px 18px 16px;display:grid;grid-template-columns:auto 1fr;gap:4px 14px;align-items:center}
.profile h1{font-size:19px;font-weight:600;line-height:1.3}.profile p{color:var(--soft);font-size:13px}
.badge{display:inline-flex;align-items:center;gap:3px;font-size:12px;color:var(--soft)}.badge i{width:13px;height:13px;border-radius:50%;background:#fa9d3b;color:#fff;font:700 9px/13px sans-serif;text-align:center}
.badge.plain i{background:var(--faint)}
.tabs{display:grid;grid-template-columns:repeat(3,1fr);background:var(--paper);position:sticky;top:0;z-index:2;border-bottom:1px solid var(--line);flex:none}
.tabs a{padding:11px 0 9px;text-align:center;color:var(--soft);border-bottom:2px solid transparent}.tabs a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--green)}
.tabs sup{font-size:11px;font-weight:400;color:var(--faint);margin-left:3px;vertical-align:2px}
.day{color:var(--soft);font-size:12px;text-align:center;padding:16px 0 8px}
.post{background:var(--card);border-radius:8px;margin:0 12px 12px;overflow:hidden}
.post>a,.post>div{display:block;position:relative}.hero{aspect-ratio:2.35;background:var(--chip);overflow:hidden}
.hero img,.thumb img{width:100%;height:100%;object-fit:cover;display:block}
.hero h3{position:absolute;inset:auto 0 0;padding:38px 14px 11px;color:#fff;font-size:17px;font-weight:500;line-height:1.4;background:linear-gradient(transparent,rgba(0,0,0,.72))}
.hero.bare{aspect-ratio:auto;min-height:86px;background:linear-gradient(135deg,#3a7bd5,#56b89b)}
.row{display:flex!important;gap:14px;align-items:center;padding:13px 14px;border-top:1px solid var(--line)}.row h3{flex:1;font-size:15px;font-weight:400;line-height:1.45}
.thumb{width:52px;height:52px;border-radius:4px;overflow:hidden;background:var(--chip);flex:none}
.foot{padding:9px 14px 10px;color:var(--soft);font-size:12px;display:flex!important;gap:10px;border-top:1px solid var(--line)}
.tag{padding:0 6px;border-radius:4px;background:var(--chip);font-size:11px;line-height:18px}.tag.green{color:var(--green);background:rgba(7,193,96,.12)}.tag.amber{color:#c87a00;background:rgba(250,157,59,.16)}
.gone h3{color:var(--faint);text-decoration:line-through;text-decoration-thickness:1px}.gone .hero{filter:grayscale(1) brightness(.75)}.gone .hero h3{color:#fff}
.nothing{padding:96px 40px;text-align:center;color:var(--soft)}.nothing b{display:block;font-weight:500;color:var(--ink);margin-bottom:4px;font-size:16px}
.talk{padding:10px 12px 18px}.said{display:flex;gap:10px;margin:0 0 16px;align-items:flex-start}.said.me{flex-direction:row-reverse}
.said .box{max-width:236px;padding:9px 12px;border-radius:6px;background:var(--card);white-space:pre-wrap;overflow-wrap:anywhere;font-size:16px;line-height:1.45}
.said.me .box{background:var(--bubble);color:var(--bubble-ink)}
.moment,.notice{text-align:center;color:var(--soft);font-size:12px;margin:6px 0 14px}
.talk .post{margin:0 0 16px}
.write{display:flex;gap:8px;padding:8px 14px 24px;background:var(--sheet);border-top:1px solid var(--line);flex:none}
.write input[name=text]{flex:1;min-width:0;height:40px;border:0;border-radius:6px;background:var(--card);color:var(--ink);font:inherit;font-size:16px;padding:0 12px}
.write button{border:0;border-radius:6px;background:var(--green);color:#fff;font:inherit;font-weight:500;padding:0 16px;cursor:pointer}
.who{display:flex;gap:6px;padding:10px 12px;overflow-x:auto;background:var(--sheet);flex:none;scrollbar-width:none}.who a{padding:2px 10px;border-radius:99px;background:var(--chip);color:var(--soft);font-size:13px;white-space:nowrap}.who a[aria-current]{background:var(--ink);color:var(--sheet)}
.calls{font-size:12.5px}.calls li{display:grid;grid-template-columns:58px 1fr auto;gap:1px 10px;padding:8px 0;border-top:1px solid var(--line)}
.calls time{color:var(--faint);font-variant-numeric:tabular-nums}.calls code{font:500 12px/1.6 ui-monospace,"SF Mono",Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.calls em{font-style:normal;color:var(--green)}.calls .bad em{color:var(--warn)}.calls .read{opacity:.62}.calls p{grid-column:2/4;color:var(--soft);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.only-small{display:none}
.article{background:var(--paper);min-height:100vh}
.leaf{max-width:677px;margin:0 auto;padding:22px 20px 60px}
.leaf>h1{font-size:22px;line-height:1.4;font-weight:500;margin-bottom:14px;overflow-wrap:anywhere}
.byline{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:15px;color:var(--faint);margin-bottom:26px}.byline a{color:var(--link)}
.body{font-size:17px;line-height:1.6;letter-spacing:.034em;color:#191919;text-align:justify;overflow-wrap:break-word}
.body img{max-width:100%;height:auto!important;vertical-align:middle}.body p{margin:0;min-height:1em}.body a[href]{color:#576b95}.body table{border-collapse:collapse;max-width:100%}
.body ul{list-style:disc;padding-left:1.4em}.body blockquote{margin:0;padding-left:10px;border-left:3px solid #dbdbdb;color:#666}
.body h1,.body h2,.body h3,.body h4{font-weight:600;line-height:1.5}.body pre{white-space:pre-wrap}
@media(prefers-color-scheme:dark){.body{filter:invert(.9) hue-rotate(180deg)}.body img,.body svg{filter:invert(1) hue-rotate(180deg) contrast(1.1)}}
.gallery{display:flex;gap:8px;overflow-x:auto;scroll-snap-type:x mandatory;margin:-22px -20px 18px;scrollbar-width:none}.gallery img{width:100%;flex:none;scroll-snap-align:center;aspect-ratio:3/4;object-fit:cover;background:var(--chip)}
.ends{display:flex;gap:18px;margin-top:34px;font-size:15px;color:var(--soft)}.ends a{color:var(--link)}
.ribbon{background:rgba(250,157,59,.14);color:#b86e00;text-align:center;font-size:13px;padding:7px}
.deleted{display:grid;place-content:center;justify-items:center;gap:18px;min-height:78vh;padding:40px;text-align:center}.deleted svg{color:var(--faint)}.deleted p{font-size:17px}.deleted small{color:var(--soft);font-size:14px}
@media(max-width:1120px){.desk{grid-template-columns:minmax(200px,260px) 414px;justify-content:center}.side.log{grid-column:1/3;max-width:720px;width:100%;margin:0 auto}.phone{position:static}}
@media(max-width:720px){.desk{display:block;padding:0;min-height:0}.side{display:none}.side.log{display:none}.only-small{display:flex}.status{display:none}.write{padding:8px 10px calc(10px + env(safe-area-inset-bottom))}
.phone{width:auto;height:100dvh;padding:0;border-radius:0;box-shadow:none;background:none}.screen{width:auto;border-radius:0}}
`;
