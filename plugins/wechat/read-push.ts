import { XMLParser } from 'fast-xml-parser';
import type { MassNews } from './mass/mass-receipt.js';
import type { PublishNews } from './publish-receipt.js';

/** A parsed push: only what the plugin uses. */
export interface Push {
  readonly encrypted: string | undefined;
  readonly event: string | undefined;
  readonly publication: PublishNews | undefined;
  readonly massSend: MassNews | undefined;
  /** The account's `gh_` name and the follower's openid. */
  readonly toUser: string | undefined;
  readonly fromUser: string | undefined;
  readonly createTime: string | undefined;
  readonly msgType: string | undefined;
  readonly msgId: string | undefined;
  readonly content: string | undefined;
  readonly eventKey: string | undefined;
}

/** Numbers stay text (ids have 64 bits); entities are not resolved. */
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false, trimValues: true });

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads a push. Undefined when it is no WeChat XML; anything with a document type or entities is refused unread. */
export function readPush(xml: string): Push | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  try {
    const root = fieldsOf(fieldsOf(parser.parse(xml))['xml']);
    if (Object.keys(root).length === 0) return undefined;
    return {
      encrypted: textOf(root['Encrypt']), event: textOf(root['Event']), publication: publicationOf(fieldsOf(root['PublishEventInfo'])), massSend: massSendOf(root),
      toUser: textOf(root['ToUserName']), fromUser: textOf(root['FromUserName']), createTime: textOf(root['CreateTime']), msgType: textOf(root['MsgType']),
      msgId: textOf(root['MsgId']), content: textOf(root['Content']), eventKey: textOf(root['EventKey']),
    };
  } catch {
    return undefined;
  }
}

function publicationOf(info: Fields): PublishNews | undefined {
  const publishId = textOf(info['publish_id']);
  const status = textOf(info['publish_status']);
  if (!publishId || !status || !/^\d{1,3}$/.test(status)) return undefined;
  const items = fieldsOf(info['article_detail'])['item'];
  const list: unknown[] = Array.isArray(items) ? items : [items];
  return { publishId, status: Number(status), articleId: textOf(info['article_id']), urls: list.map((item) => textOf(fieldsOf(item)['article_url'])) };
}

/** The end of a mass send. Its number is spelled `MsgID` here, and nowhere else. */
function massSendOf(root: Fields): MassNews | undefined {
  const msgId = textOf(root['MsgID']);
  const status = textOf(root['Status']);
  if (!msgId || !status) return undefined;
  const count = (name: string): number | undefined => (/^\d{1,9}$/.test(textOf(root[name]) ?? '') ? Number(root[name]) : undefined);
  const items = fieldsOf(fieldsOf(root['ArticleUrlResult'])['ResultList'])['item'];
  const first = fieldsOf(Array.isArray(items) ? items[0] : items);
  return { msgId, status, total: count('TotalCount'), sent: count('SentCount'), failed: count('ErrorCount'), url: textOf(first['ArticleUrl']) };
}
