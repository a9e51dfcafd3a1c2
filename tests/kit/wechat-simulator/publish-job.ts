import { pushEvent } from './push-event.js';
import type { Message, PublishJob } from './state.js';
import type { XmlTree } from './push-xml.js';
import { randomId } from './world.js';
import type { Account, World } from './world.js';

/** Turns frozen articles into pages readers can open. */
export function addMessage(world: World, account: Account, source: Message['source'], mid: string, articles: PublishJob['articles']): Message {
  const now = world.clock.now();
  const pages = articles.map((article, index) => world.newPage(account, article, mid, index + 1));
  const message: Message = { articleId: randomId(48), mid, source, pages, publishedAt: now, updatedAt: now, isBanned: false };
  account.state.messages.push(message);
  return message;
}

/** Ends a job as its script says; a published draft leaves the box. */
export function finishPublish(world: World, account: Account, job: PublishJob): void {
  if (job.result === 'stuck') return;
  job.status = job.result;
  if (job.status !== 0) return;
  job.articleId = addMessage(world, account, 'publish', job.publishId, job.articles).articleId;
  account.removeDraft(job.draftMediaId);
}

function eventOf(account: Account, job: PublishJob): XmlTree {
  const base = { publish_id: Number(job.publishId), publish_status: job.status };
  const message = account.state.messages.find((one) => one.articleId === job.articleId);
  if (!message) return { ...base, fail_idx: job.failIdx ?? job.articles.map((_, index) => index + 1) };
  const item = message.pages.map((page, index) => ({ idx: index + 1, article_url: page.url }));
  return { ...base, article_id: message.articleId, article_detail: { count: item.length, item } };
}

/** Pushes PUBLISHJOBFINISH as often as the script wants. Resolves when the account's server took it or all tries failed. */
export async function announcePublish(world: World, account: Account, job: PublishJob): Promise<void> {
  if (job.event === 'lost' || job.result === 'stuck') return;
  const info = { Event: 'PUBLISHJOBFINISH', PublishEventInfo: eventOf(account, job) };
  await pushEvent(world, account, info);
  if (job.event === 'twice') await pushEvent(world, account, info);
}
