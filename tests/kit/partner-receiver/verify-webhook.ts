import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the two clocks may differ, the tolerance of the Standard Webhooks libraries. */
export const toleranceSeconds = 300;

export type Verification = { readonly isValid: true; readonly id: string } | { readonly isValid: false; readonly reason: string };

/** What is needed to judge one request. `body` are the bytes as received: parsing and writing JSON anew changes them. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Checks a Standard Webhooks request: all three headers, the time, and any `v1` signature against any of our secrets. */
export function verifyWebhook({ headers, body }: SignedMessage, secrets: readonly string[], now: Date): Verification {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signature = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string') return refuse('missing webhook headers');
  if (!/^\d{1,12}$/.test(timestamp)) return refuse('webhook-timestamp is not a number');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return refuse('webhook-timestamp is too far from our clock');
  const given = signature.split(' ').filter((one) => one.startsWith('v1,')).map((one) => Buffer.from(one.slice(3), 'base64'));
  const expected = secrets.map((secret) => sign(secret, id, timestamp, body));
  const isSigned = expected.some((wanted) => given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted)));
  return isSigned ? { isValid: true, id } : refuse('no signature matches');
}

const refuse = (reason: string): Verification => ({ isValid: false, reason });

const sign = (secret: string, id: string, timestamp: string, body: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${timestamp}.`).update(body).digest();
