import { beijingMonth } from './clock.js';
import { addMessage } from './publish-job.js';
import { pushEvent } from './push-event.js';
import type { Bubble, Follower, MassJob } from './state.js';
import type { Account, World } from './world.js';

/** How many followers a send reached. */
export interface MassCount {
  readonly total: number;
  readonly sent: number;
}

const perMonth = 4;

/** A service account reaches a follower four times a month; the fifth send is filtered. */
const isFull = (account: Account, follower: Follower, month: string): boolean =>
  account.kind === 'service' && (follower.received[month] ?? 0) >= perMonth;

function deliver(world: World, account: Account, job: MassJob, follower: Follower, cards: Bubble['cards']): void {
  const month = beijingMonth(world.clock.now());
  follower.received[month] = (follower.received[month] ?? 0) + 1;
  account.state.bubbles.push({ openid: follower.openid, from: 'account', at: world.clock.now(), text: job.text, cards });
}

/** Ends a mass send: pages appear, followers get their message, the draft leaves the box. */
export function finishMass(world: World, account: Account, job: MassJob): MassCount {
  const audience = job.openids.map((openid) => account.follower(openid)).filter((one): one is Follower => one?.isFollowing === true);
  if (job.result !== 'send success') {
    job.status = 'SEND_FAIL';
    return { total: audience.length, sent: 0 };
  }
  job.status = 'SEND_SUCCESS';
  const cards = publishCards(world, account, job);
  const month = beijingMonth(world.clock.now());
  const reached = audience.filter((follower) => !isFull(account, follower, month));
  for (const follower of reached) deliver(world, account, job, follower, cards);
  return { total: audience.length, sent: reached.length };
}

function publishCards(world: World, account: Account, job: MassJob): Bubble['cards'] {
  if (job.articles.length === 0) return undefined;
  const message = addMessage(world, account, 'mass', String(job.msgDataId ?? job.msgId), job.articles);
  job.articleId = message.articleId;
  if (job.draftMediaId) account.removeDraft(job.draftMediaId);
  return message.pages.map(({ article, url }) => ({ title: article.title, digest: article.digest, url, picture: article.thumbUrl }));
}

/** Pushes MASSSENDJOBFINISH as often as the script wants. FilterCount is what is left after filtering: SentCount + ErrorCount. */
export async function announceMass(world: World, account: Account, job: MassJob, count: MassCount): Promise<void> {
  if (job.event === 'lost') return;
  const pages = account.state.messages.find((one) => one.articleId === job.articleId)?.pages ?? [];
  const event = {
    Event: 'MASSSENDJOBFINISH', MsgID: job.msgId, Status: job.result, TotalCount: count.total, FilterCount: count.sent,
    SentCount: count.sent, ErrorCount: 0,
    CopyrightCheckResult: { Count: 0, ResultList: '', CheckState: 0 },
    ArticleUrlResult: { Count: pages.length, ResultList: { item: pages.map((page, index) => ({ ArticleIdx: index + 1, ArticleUrl: page.url })) } },
  };
  await pushEvent(world, account, event);
  if (job.event === 'twice') await pushEvent(world, account, event);
}
