/** Characters that JSON would escape (WeChat counts an escape as six characters) or that no page shows: controls, lone surrogates, non-characters. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** One line of text WeChat counts as people do. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').replace(unprintable, '').trim();

/** Running text: unprintable characters gone, line feeds kept. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.replace(/\t/g, ' ').replace(unprintable, '')).join('\n');

/** The text in at most `limit` UTF-16 units, cut between whole characters as readers see them and ended with an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Text for an element or a double-quoted attribute. Never used for styles: WeChat empties a style that holds an entity. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** What a reader would see of this HTML, without any white space: for comparing what was sent with what WeChat kept. */
export const visibleText = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&nbsp;|&#160;/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&amp;/g, '&').replace(/\s+/gu, '');

/** A date as people in China read it, in Beijing time: 2025年3月5日. */
export const beijingDate = (at: Date): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' }).format(at);

/** An instant as people in China read it: 2025年3月5日 09:30. A zone that is not Beijing's is named. */
export function localTime(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' }).format(at);
  const time = new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  return `${day} ${time}${timeZone === 'Asia/Shanghai' ? '' : `（${timeZone}）`}`;
}
