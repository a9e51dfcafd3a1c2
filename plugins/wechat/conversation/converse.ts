import { createHash } from 'node:crypto';
import type { Destination, Host } from '../../../src/distribution/channel.js';
import type { Push } from '../read-push.js';
import type { WechatSettings } from '../settings.js';
import { keywordReply } from './keyword-rules.js';
import { mostLinks, pickAnswer } from './pick-answer.js';
import type { Reply } from './reply.js';

/** WeChat waits five seconds; what takes longer than this gets no reply, and no second try either. */
const deadlineMs = 3_500;

/** How long a repeat of a push gets the same reply; WeChat repeats within fifteen seconds. */
const repeatMs = 60_000;

const noneFound = '没有找到相关内容。请换个说法或更短的关键词试试，如“公积金提取”；需要人工帮助请拨打 12345。';
const cannotSearch = '暂时查不到，请过一会儿再试；着急的话请拨打 12345。';

/** What a push asks: a question, a greeting, or nothing. */
type Asked = { readonly kind: 'question'; readonly text: string } | { readonly kind: 'greeting' };

function askedBy({ msgType, content, event, eventKey }: Push): Asked | undefined {
  if (msgType === 'text' && content) return { kind: 'question', text: content };
  if (msgType !== 'event') return undefined;
  if (event === 'subscribe') return { kind: 'greeting' };
  return event === 'CLICK' && eventKey ? { kind: 'question', text: eventKey } : undefined;
}

/**
 * The reply to a follower's message, a pressed menu button or a new follower; undefined for everything else. A push that WeChat repeats
 * gets the reply of the first time. Nothing is kept of a follower: the mark of a push is a hash, its value the reply, for a minute.
 */
export async function converse(push: Push, at: Destination<WechatSettings>, host: Host, waitMs = deadlineMs): Promise<Reply | undefined> {
  const asked = askedBy(push);
  if (!asked) return undefined;
  const reply = host.remember(markOf(push), async () => ({ value: JSON.stringify(await replyTo(asked, at.settings, host) ?? null), until: new Date(host.now().getTime() + repeatMs) }));
  const text = await inTime(reply, waitMs);
  return text === undefined ? undefined : (JSON.parse(text) as Reply | null) ?? undefined;
}

/** What makes a repeat a repeat: the number of a message; of an event its follower and second. */
function markOf({ msgId, fromUser, createTime, event, eventKey }: Push): string {
  const parts = msgId ? ['message', msgId] : ['event', fromUser, createTime, event, eventKey];
  return `heard-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}

async function replyTo(asked: Asked, settings: WechatSettings, host: Host): Promise<Reply | undefined> {
  if (asked.kind === 'greeting') return settings.greeting ? { kind: 'text', text: settings.greeting } : undefined;
  const byRule = keywordReply(settings.keywordReplies ?? [], asked.text);
  if (byRule) return { kind: 'text', text: byRule };
  if (!host.search || settings.searchReplies === false) return undefined;
  try {
    return pickAnswer(asked.text, await host.search(asked.text, mostLinks)) ?? { kind: 'text', text: settings.noneFound ?? noneFound };
  } catch {
    return { kind: 'text', text: cannotSearch };
  }
}

/** The value, or undefined when it is not there in time or cannot be had. */
async function inTime<V>(value: Promise<V>, ms: number): Promise<V | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => { timer = setTimeout(() => resolve(undefined), ms); });
  try {
    return await Promise.race([value.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
