import type { Push } from '../read-push.js';

/** What a follower gets: a text, or one article. WeChat shows one article only in answer to a message. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'article'; readonly title: string; readonly summary: string; readonly url: string; readonly coverUrl?: string };

/** Bytes of a text that WeChat takes as an answer; a longer one is no answer. */
export const longestTextBytes = 2048;

/** Text that cannot end its CDATA section. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** The reply as the XML of a passive answer: to whom it came from, from whom it went to. */
export function writeReply(reply: Reply, { toUser = '', fromUser = '' }: Pick<Push, 'toUser' | 'fromUser'>, now: Date): string {
  const head = `<ToUserName>${cdata(fromUser)}</ToUserName><FromUserName>${cdata(toUser)}</FromUserName><CreateTime>${Math.floor(now.getTime() / 1000)}</CreateTime>`;
  return `<xml>${head}${reply.kind === 'text' ? `<MsgType>${cdata('text')}</MsgType><Content>${cdata(reply.text)}</Content>` : articleXml(reply)}</xml>`;
}

function articleXml({ title, summary, url, coverUrl }: Extract<Reply, { kind: 'article' }>): string {
  const picture = coverUrl ? `<PicUrl>${cdata(coverUrl)}</PicUrl>` : '';
  const item = `<item><Title>${cdata(title)}</Title><Description>${cdata(summary)}</Description>${picture}<Url>${cdata(url)}</Url></item>`;
  return `<MsgType>${cdata('news')}</MsgType><ArticleCount>1</ArticleCount><Articles>${item}</Articles>`;
}
