import { randomBytes, timingSafeEqual } from 'node:crypto';
import { BlockedAddressError, defineJob, newId, type Context, type Services } from '../../kernel/index.js';
import { guardedFetch } from '../host.js';
import { callbackWith } from './hub-rules.js';
import { readStart } from './read-start.js';
import { IntentModel, SubscriptionModel, type IntentRow } from './subscription.js';

/** How often a callback that does not answer is asked, and how long one question may take. */
const mostTries = 3;
const patienceMs = 10_000;

/** Asks the subscriber whether it meant it, WebSub §5.3, and does what it asked for. */
export const verifyIntentJob = defineJob<{ readonly intentId: string }>({
  name: 'hub.verifyIntent',
  async run(ctx, { intentId }) {
    const intent = await IntentModel.findOneAndUpdate({ _id: intentId, isDone: false }, { $inc: { tries: 1 } }, { returnDocument: 'after' }).lean<IntentRow>();
    if (!intent || await isOutdated(intent)) return;
    const verdict = await ask(ctx, intent);
    if (verdict === 'silent' && intent.tries < mostTries) throw new Error(`${intent.host} did not answer the verification of its subscription`);
    if (verdict === 'meant') await carryOut(ctx, intent);
    await IntentModel.updateOne({ _id: intentId }, { $set: { isDone: true } });
  },
});

/** A later request about the same subscription counts, whichever is verified first. */
async function isOutdated({ _id, topicId, callback, requestedAt }: IntentRow): Promise<boolean> {
  const later = await IntentModel.exists({ topicId, callback, _id: { $ne: _id }, $or: [{ requestedAt: { $gt: requestedAt } }, { requestedAt, _id: { $gt: _id } }] });
  return later !== null;
}

/** `meant`: 2xx with the challenge as body. `refused`: any other answer. `silent`: none, or a failure that may pass. */
async function ask(services: Services, intent: IntentRow): Promise<'meant' | 'refused' | 'silent'> {
  const challenge = randomBytes(32).toString('base64url');
  const url = callbackWith(intent.callback, {
    'hub.mode': intent.mode, 'hub.topic': services.vault.open(intent.sealedTopic), 'hub.challenge': challenge, 'hub.lease_seconds': String(intent.leaseSeconds),
  });
  try {
    const response = await guardedFetch(services.config)(url, { signal: AbortSignal.timeout(patienceMs), headers: { accept: 'text/plain, */*' } });
    const body = await readStart(response, challenge.length + 1);
    if (response.status >= 500) return 'silent';
    return response.ok && isSame(body, challenge) ? 'meant' : 'refused';
  } catch (error) {
    return isBlocked(error) ? 'refused' : 'silent';
  }
}

const isSame = (body: Buffer, challenge: string): boolean => body.length === challenge.length && timingSafeEqual(body, Buffer.from(challenge));

/** An address inside our own network is never asked again. */
export const isBlocked = (error: unknown): boolean => error instanceof BlockedAddressError || (error instanceof Error && error.cause instanceof BlockedAddressError);

async function carryOut(ctx: Context, { mode, topicId, callback, destinationId, sealedTopic, host, sealedSecret, leaseSeconds }: IntentRow): Promise<void> {
  const which = { topicId, callback };
  if (mode === 'unsubscribe') {
    await SubscriptionModel.deleteOne(which);
    return;
  }
  const expiresAt = new Date(ctx.now().getTime() + leaseSeconds * 1000);
  await SubscriptionModel.updateOne(which, {
    $set: { destinationId, sealedTopic, host, expiresAt, ...(sealedSecret ? { sealedSecret } : {}) }, ...(sealedSecret ? {} : { $unset: { sealedSecret: 1 } }),
    $setOnInsert: { _id: newId('subscription'), createdAt: ctx.now(), changes: 0, sent: 0 },
  }, { upsert: true });
}
