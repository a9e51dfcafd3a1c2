import { createHmac } from 'node:crypto';

/** Standard Webhooks: secrets are 24 to 64 bytes. */
export const secretBytes = { min: 24, max: 64 } as const;

/** The bytes behind `whsec_…`. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** Unix seconds. */
const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** The three headers of one attempt. `id` is equal on every attempt, the time is the attempt's; one `v1` signature per secret. */
export function signedHeaders(message: { id: string; at: Date; body: Uint8Array }, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(unixSeconds(message.at));
  const signatures = secrets.map((secret) =>
    `v1,${createHmac('sha256', keyOf(secret)).update(`${message.id}.${timestamp}.`).update(message.body).digest('base64')}`);
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
