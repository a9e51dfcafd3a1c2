import { createHash, createHmac } from 'node:crypto';

const hubModes = ['subscribe', 'unsubscribe'] as const;
export type HubMode = (typeof hubModes)[number];

/** What a subscriber asks of the hub. */
export interface HubRequest {
  readonly mode: HubMode;
  readonly topic: string;
  readonly callback: string;
  readonly leaseSeconds: number;
  readonly secret?: string;
}

/** Seconds of a lease: what nobody asks for, at least and at most. WebSub §5.1 wants none to be perpetual and calls ten days a good default. */
export const lease = { usual: 10 * 86_400, least: 300, most: 30 * 86_400 } as const;

/** WebSub §5.1: a secret must be shorter than 200 bytes. */
const secretBytes = 200;
const longestAddress = 2000;

/** Reads a subscriber's form. A sentence instead, in plain text as WebSub §5.2 has it, when it cannot be followed. */
export function readHubRequest(form: URLSearchParams): HubRequest | string {
  const once = (name: string): string => (form.getAll(name).length === 1 ? form.get(name)! : '');
  const mode = hubModes.find((each) => each === once('hub.mode'));
  if (!mode) return 'hub.mode must be given once, as "subscribe" or "unsubscribe"; this hub publishes its own feeds by itself.';
  const [topic, callback, secret] = [once('hub.topic'), once('hub.callback'), form.get('hub.secret') ?? undefined];
  if (!isWebAddress(topic)) return 'hub.topic must be given once, as the http or https address that a feed of this site names as its "self".';
  if (!isWebAddress(callback)) return `hub.callback must be given once, as an http or https address of at most ${longestAddress} characters without name, password or fragment.`;
  if (secret !== undefined && (secret === '' || Buffer.byteLength(secret) >= secretBytes)) return `hub.secret must be shorter than ${secretBytes} bytes, and not empty.`;
  const leaseSeconds = readLease(form.get('hub.lease_seconds'));
  if (leaseSeconds === undefined) return 'hub.lease_seconds must be a positive whole number of seconds.';
  return { mode, topic, callback, leaseSeconds, ...(secret === undefined ? {} : { secret }) };
}

/** The lease that is granted: what was asked for, between five minutes and thirty days. */
function readLease(text: string | null): number | undefined {
  if (text === null || text === '') return lease.usual;
  if (!/^[1-9]\d{0,11}$/.test(text)) return undefined;
  return Math.min(lease.most, Math.max(lease.least, Number(text)));
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s#]+$/i.test(text) || text.length > longestAddress || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return !username && !password;
}

/** The callback with the hub's parameters after its own query, which is kept letter by letter: WebSub §5.3. */
export function callbackWith(callback: string, parameters: Readonly<Record<string, string>>): string {
  const more = new URLSearchParams(parameters).toString();
  return `${callback}${callback.includes('?') ? '&' : '?'}${more}`;
}

/** The host a callback is on, port included: what limits are counted by. */
export const hostOf = (callback: string): string => new URL(callback).host;

/** The value of X-Hub-Signature: WebSub §7.1. */
export const signatureOf = (secret: string, body: Uint8Array): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A short name of a topic that may be stored in the open: its address may hold the key of a closed feed. */
export const topicIdOf = (topic: string): string => createHash('sha256').update(topic).digest('hex');
