import type { DraftArticle } from './article.js';
import type { NewsItem } from './client/answers.js';
import { visibleText } from './text.js';

/** What WeChat changed in a draft, in sentences, by article where there are several. Only remarks: not having been able to look (`items` absent) is none. Pure. */
export function differences(items: readonly NewsItem[] | undefined, first: number, sent: readonly DraftArticle[]): string[] {
  return sent.flatMap(({ content }, at) => {
    const kept = items?.[first + at]?.content;
    const remarks = kept === undefined ? [] : compare(content, kept);
    return sent.length > 1 ? remarks.map((remark) => `第 ${at + 1} 篇：${remark}`) : remarks;
  });
}

/** Compares what was sent with what WeChat kept: readers' text and the number of pictures. */
export function compare(sent: string, kept: string): string[] {
  const pictures = (html: string): number => html.match(/<img\b/g)?.length ?? 0;
  const lost = pictures(sent) - pictures(kept);
  const [before, after] = [visibleText(sent), visibleText(kept)];
  const remarks = lost > 0 ? [`微信去掉了 ${lost} 张图片，请检查草稿`] : [];
  return before === after ? remarks : [...remarks, `微信改动了正文（从“${firstDifference(before, after)}”起），请检查草稿`];
}

function firstDifference(before: string, after: string): string {
  const characters = [...before];
  const others = [...after];
  const at = characters.findIndex((character, index) => character !== others[index]);
  return characters.slice(Math.max(0, at < 0 ? characters.length - 8 : at), (at < 0 ? characters.length : at) + 12).join('');
}
