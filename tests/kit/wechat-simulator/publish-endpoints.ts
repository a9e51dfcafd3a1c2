import { newsItem } from './draft-endpoints.js';
import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { flagOf, idOf, isVerified, ok, pageOf, textOf, wholeOf } from './endpoint.js';
import { announcePublish, finishPublish } from './publish-job.js';
import { reject } from './rejection.js';
import type { Message, PublishJob } from './state.js';

/** Publishing starts its numbers here, so that publish_id looks like the `mid` of a real address. */
const firstMid = 2_247_483_648;

/** Only "submitted". The articles are frozen now; a second submit of the same draft makes a second job, so that double sends show. */
async function submit(ask: Ask): Promise<JsonObject> {
  const { world, account, now } = ask;
  const draft = account.draft(textOf(ask.body, 'media_id')) ?? reject(40007);
  const script = account.publishScripts.shift() ?? {};
  const job: PublishJob = {
    publishId: String(firstMid + world.nextSerial()), draftMediaId: draft.mediaId, articles: draft.articles,
    result: script.status ?? (account.kind === 'sandbox' ? 3 : 0), event: script.event ?? 'once', failIdx: script.failIdx,
    submittedAt: now, dueAt: now + (script.delayMs ?? world.options.publishDelayMs ?? 2000), status: 1,
  };
  account.state.publishJobs.push(job);
  ask.subject = `${job.articles.map(({ title }) => `《${title}》`).join('')} ${job.publishId} ← ${draft.mediaId}`;
  if (job.event === 'before-answer') {
    finishPublish(world, account, job);
    await announcePublish(world, account, job);
  }
  return { ...ok, publish_id: job.publishId, msg_data_id: Number(job.publishId) };
}

const allFailed = (job: PublishJob): readonly number[] => job.failIdx ?? job.articles.map((_, index) => index + 1);

function get(ask: Ask): JsonObject {
  const publishId = idOf(ask.body, 'publish_id');
  ask.subject = publishId;
  const job = ask.account.state.publishJobs.find((one) => one.publishId === publishId) ?? reject(40002, 'invalid argument');
  const message = ask.account.state.messages.find((one) => one.articleId === job.articleId);
  if (!message) return { publish_id: publishId, publish_status: job.status, fail_idx: allFailed(job) };
  const item = message.pages.map((page, index) => ({ idx: index + 1, article_url: page.url }));
  return {
    publish_id: publishId, publish_status: statusOf(message), article_id: message.articleId,
    article_detail: { count: item.length, item }, fail_idx: [],
  };
}

/** 0 published, 5 all deleted by the account, 6 banned by the platform. */
function statusOf(message: Message): 0 | 5 | 6 {
  if (message.isBanned) return 6;
  return message.pages.every((page) => page.isDeleted) ? 5 : 0;
}

function findMessage(ask: Ask): Message {
  ask.subject = textOf(ask.body, 'article_id');
  return ask.account.state.messages.find((one) => one.source === 'publish' && one.articleId === ask.subject) ?? reject(53600);
}

/** `index` counts from 1; 0 or absent deletes all. There is no way back. */
function remove(ask: Ask): JsonObject {
  const message = findMessage(ask);
  const index = wholeOf(ask.body, 'index') ?? 0;
  const pages = index === 0 ? message.pages : message.pages.slice(index - 1, index);
  if (index < 0 || pages.length === 0) reject(53600);
  for (const page of pages) page.isDeleted = true;
  message.updatedAt = ask.now;
  ask.subject = `${pages.map((page) => `《${page.article.title}》`).join('')} ${message.articleId}`;
  return ok;
}

const shown = (message: Message, withoutContent = false): readonly JsonObject[] =>
  message.pages.map((page) => ({ ...newsItem(page.article, page.url, withoutContent), is_deleted: page.isDeleted }));

function list(ask: Ask): JsonObject {
  const { offset, count } = pageOf(ask.body);
  const all = ask.account.state.messages.filter((one) => one.source === 'publish').toReversed();
  const item = all.slice(offset, offset + count).map((message) => ({
    article_id: message.articleId, update_time: Math.floor(message.updatedAt / 1000),
    content: {
      news_item: shown(message, flagOf(ask.body, 'no_content') === 1),
      create_time: Math.floor(message.publishedAt / 1000), update_time: Math.floor(message.updatedAt / 1000),
    },
  }));
  return { total_count: all.length, item_count: item.length, item };
}

const post = { method: 'POST', body: 'json', mayCall: isVerified, hasEffect: false, dailyLimit: 1000 } as const;

/** Publishing without notification; verified accounts only. */
export const publishEndpoints: readonly Endpoint[] = [
  { ...post, path: '/cgi-bin/freepublish/submit', hasEffect: true, handle: submit },
  { ...post, path: '/cgi-bin/freepublish/get', handle: get },
  { ...post, path: '/cgi-bin/freepublish/delete', hasEffect: true, handle: remove },
  { ...post, path: '/cgi-bin/freepublish/getarticle', handle: (ask) => ({ news_item: shown(findMessage(ask)) }) },
  { ...post, path: '/cgi-bin/freepublish/batchget', handle: list },
];
