import { enqueue, inTransaction, newId, type Context, type Services } from '../../kernel/index.js';
import { findTopic } from './find-topic.js';
import { hostOf, readHubRequest, topicIdOf, type HubRequest } from './hub-rules.js';
import { IntentModel, SubscriptionModel, type IntentRow } from './subscription.js';
import { verifyIntentJob } from './verify-intent.js';

/** What the hub answers at once: WebSub §5.2. The words are plain text. */
export interface HubAnswer {
  readonly status: 202 | 400 | 404 | 429;
  readonly message: string;
}

/** Bounds of what strangers can make us keep and whom they can make us call. */
export const hubLimits = { subscribersOfTopic: 5000, subscriptionsOfHost: 500, requestsOfHostPerMinute: 60, requestsPerMinute: 600 } as const;

/** Takes a subscriber's form: checks what can be checked at once, and has the subscriber asked whether it meant it. */
export async function acceptHubRequest(ctx: Context, form: URLSearchParams): Promise<HubAnswer> {
  const request = readHubRequest(form);
  if (typeof request === 'string') return { status: 400, message: request };
  const topic = await findTopic(ctx, request.topic, 'HEAD');
  // Who leaves a feed that is gone, or whose key changed, must be let out.
  const destinationId = topic?.destinationId ?? (request.mode === 'unsubscribe' ? await knownDestination(request) : undefined);
  if (!destinationId) return { status: 404, message: 'This hub distributes the feeds of this site only, by the address that each names as "self". There is no such feed.' };
  const tooMany = await overLimit(ctx, request);
  if (tooMany) return { status: 429, message: tooMany };
  await inTransaction(async () => {
    const intent = toIntent(ctx, request, destinationId);
    await IntentModel.create([intent]);
    await enqueue(ctx, verifyIntentJob, { intentId: intent._id });
  });
  return { status: 202, message: '' };
}

const knownDestination = async ({ topic, callback }: HubRequest): Promise<string | undefined> =>
  (await SubscriptionModel.findOne({ topicId: topicIdOf(topic), callback }, { destinationId: 1 }).lean())?.destinationId;

function toIntent(services: Services, { mode, topic, callback, leaseSeconds, secret }: HubRequest, destinationId: string): IntentRow {
  return {
    _id: newId('hubIntent'), mode, destinationId, topicId: topicIdOf(topic), sealedTopic: services.vault.seal(topic), callback, host: hostOf(callback), leaseSeconds,
    ...(secret === undefined ? {} : { sealedSecret: services.vault.seal(secret) }), requestedAt: services.now(), tries: 0, isDone: false,
  };
}

/** Why no more may come, or nothing. Each request makes us call an address of its sender's choice, so they are counted by that address too. */
async function overLimit(ctx: Context, { mode, topic, callback }: HubRequest): Promise<string | undefined> {
  const host = hostOf(callback);
  const lastMinute = { $gt: new Date(ctx.now().getTime() - 60_000) };
  const [ofHost, ofAll] = await Promise.all([IntentModel.countDocuments({ host, requestedAt: lastMinute }), IntentModel.countDocuments({ requestedAt: lastMinute })]);
  if (ofHost >= hubLimits.requestsOfHostPerMinute || ofAll >= hubLimits.requestsPerMinute) return 'Too many requests. Try again in a minute.';
  if (mode === 'unsubscribe' || await SubscriptionModel.exists({ topicId: topicIdOf(topic), callback })) return undefined;
  const [subscribers, subscriptions] = await Promise.all([SubscriptionModel.countDocuments({ topicId: topicIdOf(topic) }), SubscriptionModel.countDocuments({ host })]);
  if (subscribers >= hubLimits.subscribersOfTopic) return 'This feed has as many subscribers as this hub serves.';
  return subscriptions >= hubLimits.subscriptionsOfHost ? `${host} has as many subscriptions as this hub serves for one host.` : undefined;
}
