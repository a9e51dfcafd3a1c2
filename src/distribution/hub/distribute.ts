import { defineJob, enqueue, inTransaction, type Context, type JobType, type Services } from '../../kernel/index.js';
import { findChannel } from '../channels.js';
import { destinationCache } from '../destination.js';
import { guardedFetch } from '../host.js';
import { findPublication, planIdOf } from '../plan.js';
import { findTopic, type Topic } from './find-topic.js';
import { callbackWith, signatureOf } from './hub-rules.js';
import { SubscriptionModel, type SubscriptionRow } from './subscription.js';
import { isBlocked } from './verify-intent.js';

/** What is read of `delivery.settled`. */
interface Settled {
  readonly destinationId: string;
  readonly contentId: string;
  readonly version: number;
  readonly outcome: string;
}

/** Tries of one change: kernel backoff grows to an hour, so these outlast the longest lease. A lease that has ended ends them. */
const mostTries = 1000;
const patienceMs = 20_000;
/** Longer than one post can take; after a crash the subscriber is free again then. */
const busyMs = 45_000;

/** Whether a settled delivery changed a feed: only then is there anybody to tell. */
export const isOfFeed = ({ channelId, outcome }: { readonly channelId?: string; readonly outcome: string }): boolean =>
  outcome === 'delivered' && (channelId === undefined || findChannel(channelId)?.isPull === true);

/** Tells the subscribers of a feed that it has changed: one job for each. A no-op for what is no feed. */
export async function announceToSubscribers(ctx: Context, { destinationId, contentId, version, outcome }: Settled): Promise<void> {
  const destination = await destinationCache.get(destinationId);
  if (outcome !== 'delivered' || !destination || !findChannel(destination.channelId)?.isPull) return;
  if (!(await SubscriptionModel.exists({ destinationId }))) return;
  const { embargoedUntil } = await findPublication(planIdOf(contentId, version));
  // An embargoed item changes the feed when its time comes, and no event tells of that.
  await enqueue(ctx, announceJob, { destinationId }, { uniqueKey: `hub.announce:${destinationId}:${contentId}:${version}`, ...(embargoedUntil && embargoedUntil > ctx.now() ? { dueAt: embargoedUntil } : {}) });
}

/** Subscribers that one transaction deals with. */
const batchSize = 200;

const announceJob: JobType<{ readonly destinationId: string; readonly after?: string }> = defineJob({
  name: 'hub.announce',
  async run(ctx, { destinationId, after = '' }) {
    await inTransaction(async () => {
      const found = await SubscriptionModel.find({ destinationId, _id: { $gt: after } }, { _id: 1 }).sort({ _id: 1 }).limit(batchSize).lean<Pick<SubscriptionRow, '_id'>[]>();
      for (const { _id } of found) {
        const changed = await SubscriptionModel.findOneAndUpdate({ _id }, { $inc: { changes: 1 } }, { returnDocument: 'after', projection: { changes: 1 } }).lean<SubscriptionRow>();
        if (changed) await enqueue(ctx, distributeJob, { subscriptionId: _id, change: changed.changes });
      }
      const last = found.at(-1);
      if (last && found.length === batchSize) await enqueue(ctx, announceJob, { destinationId, after: last._id });
    });
  },
});

/** Posts the feed as it is now to one subscriber. Later changes that come meanwhile have jobs of their own, which take over from this one. */
const distributeJob = defineJob<{ readonly subscriptionId: string; readonly change: number }>({
  name: 'hub.distribute',
  maxAttempts: mostTries,
  leaseMs: 60_000,
  async run(ctx, { subscriptionId, change }) {
    const now = ctx.now();
    const row = await SubscriptionModel.findOneAndUpdate(
      { _id: subscriptionId, expiresAt: { $gt: now }, sent: { $lt: change }, $or: [{ busyUntil: { $exists: false } }, { busyUntil: { $lte: now } }] },
      { $set: { busyUntil: new Date(now.getTime() + busyMs) } }, { returnDocument: 'after' },
    ).lean<SubscriptionRow>();
    if (row) return distribute(ctx, row, change);
    if (await SubscriptionModel.exists({ _id: subscriptionId, expiresAt: { $gt: now }, sent: { $lt: change } })) throw new Error('another post to this subscriber is under way');
  },
});

async function distribute(ctx: Context, row: SubscriptionRow, change: number): Promise<void> {
  const topic = await findTopic(ctx, ctx.vault.open(row.sealedTopic), 'GET');
  const outcome = topic ? await post(ctx, row, topic) : await deny(ctx, row);
  if (outcome === 'gone') {
    await SubscriptionModel.deleteOne({ _id: row._id });
    return;
  }
  const message = outcome === 'arrived' ? {} : { lastMessage: outcome.failure };
  const after = await SubscriptionModel.findOneAndUpdate({ _id: row._id }, { $set: { ...message, ...(outcome === 'arrived' ? { sent: row.changes } : {}) }, $unset: { busyUntil: 1, ...(outcome === 'arrived' ? { lastMessage: 1 } : {}) } }, { returnDocument: 'after' }).lean<SubscriptionRow>();
  // The newest change keeps trying for all of them.
  if (outcome !== 'arrived' && after && after.changes <= change) throw new Error(outcome.failure);
}

type Outcome = 'arrived' | 'gone' | { readonly failure: string };

/** WebSub §7: the feed with its own type, the hub and itself by Link, signed when there is a secret. Only 2xx is success; 410 ends the subscription. */
async function post(services: Services, row: SubscriptionRow, { response, contentType, link }: Topic): Promise<Outcome> {
  const body = new Uint8Array(await response.arrayBuffer());
  const signature: Record<string, string> = row.sealedSecret ? { 'x-hub-signature': signatureOf(services.vault.open(row.sealedSecret), body) } : {};
  try {
    const answer = await guardedFetch(services.config)(row.callback, { method: 'POST', body, headers: { 'content-type': contentType, link, ...signature }, signal: AbortSignal.timeout(patienceMs) });
    void answer.body?.cancel().catch(() => undefined);
    if (answer.status === 410) return 'gone';
    return answer.ok ? 'arrived' : { failure: `${row.host} answered HTTP ${answer.status}` };
  } catch (error) {
    return isBlocked(error) ? 'gone' : { failure: `${row.host} did not answer` };
  }
}

/** WebSub §5.2: the subscriber is told that its subscription ends: the feed was closed, or its key changed. Said once, whether heard or not. */
async function deny({ config, vault }: Services, { callback, sealedTopic }: SubscriptionRow): Promise<Outcome> {
  const url = callbackWith(callback, { 'hub.mode': 'denied', 'hub.topic': vault.open(sealedTopic), 'hub.reason': 'The feed is closed, or its address has changed.' });
  await guardedFetch(config)(url, { signal: AbortSignal.timeout(patienceMs) }).then((answer) => answer.body?.cancel(), () => undefined).catch(() => undefined);
  return 'gone';
}
