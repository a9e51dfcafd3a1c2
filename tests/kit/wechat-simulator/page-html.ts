import { pageStyle } from './page-style.js';

/** Text made safe for HTML, in elements and in quoted attributes. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** Where a mmbiz picture lies here; other addresses stay. */
export const localPicture = (url: string): string =>
  url.replace(/^https?:\/\/mmbiz\.qpic\.cn\/\w+\/(\w+)\/.*$/, '/mmbiz/$1');

/** Where an official article address opens here; other addresses stay. */
export const localLink = (url: string): string => url.replace(/^https?:\/\/(?:mp\.weixin\.qq\.com|127\.0\.0\.1:\d+)\/s\?/, '/s?');

/** Keeps what is shown fresh while nobody types; the pages work without it. */
const liveScript = `
const refresh = async () => {
  if (document.hidden || document.activeElement?.matches('input')) return;
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of document.querySelectorAll('[data-live]')) {
    const now = fresh.querySelector('[data-live="' + old.dataset.live + '"]');
    if (now && now.innerHTML !== old.innerHTML) {
      old.innerHTML = now.innerHTML;
      if (old.dataset.live === 'talk') old.scrollTop = old.scrollHeight;
    }
  }
};
const talk = document.querySelector('[data-live="talk"]');
if (talk) talk.scrollTop = talk.scrollHeight;
setInterval(refresh, 2000);`;

/** A whole page. `nonce` must be the one of the answer's Content-Security-Policy. */
export function htmlPage(title: string, body: string, { nonce, isLive = false }: { readonly nonce: string; readonly isLive?: boolean }): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%2307c160'/%3E%3Cpath d='M9 11h14M9 16h14M9 21h8' stroke='white' stroke-width='2.4' stroke-linecap='round'/%3E%3C/svg%3E">
<style>${pageStyle}</style></head>
<body>${body}${isLive ? `<script nonce="${nonce}">${liveScript}</script>` : ''}</body></html>`;
}

const colours = [['#2b7de9', '#57a6ff'], ['#c8553d', '#f28f3b'], ['#2a9d6f', '#69c9a0'], ['#6d5bd0', '#a18bf5'], ['#b5485d', '#e58aa0']] as const;

/** An account's or follower's picture: its first character on a colour of its own. */
export function avatar(name: string, key: string, size: number): string {
  const sum = [...key].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const [from, to] = colours[sum % colours.length] ?? colours[0];
  const style = `width:${size}px;height:${size}px;font-size:${Math.round(size * 0.46)}px;background:linear-gradient(145deg,${to},${from})`;
  return `<span class="avatar" style="${style}" aria-hidden="true">${escape([...name][0] ?? '号')}</span>`;
}
