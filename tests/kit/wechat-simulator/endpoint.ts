import type { Account, World } from './world.js';
import { reject } from './rejection.js';

/** A JSON object as sent; `\uXXXX` escapes stay literal in its texts. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An answer that is not JSON. */
export class Bytes {
  constructor(readonly bytes: Buffer, readonly contentType: string, readonly fileName: string) {}
}

/** What a handler answers. */
export type Answer = JsonObject | Bytes;

/** One call that passed the general checks. */
export interface Ask {
  readonly world: World;
  readonly account: Account;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  readonly form?: FormData;
  /** Milliseconds on the virtual clock. */
  readonly now: number;
  /** What the call was about, for the log. Never a secret. */
  subject: string;
}

/** One path of the API. */
export interface Endpoint {
  readonly path: string;
  /** `any` where the documents and the SDKs disagree. */
  readonly method: 'GET' | 'POST' | 'any';
  readonly body: 'none' | 'json' | 'multipart';
  /** Who may call it; absent means every account. */
  readonly mayCall?: (account: Account) => boolean;
  readonly hasEffect: boolean;
  /** Calls a day when the account's options say nothing. */
  readonly dailyLimit: number;
  readonly minuteLimit?: number;
  /** The platform answers some uploads as `text/plain`. */
  readonly isTextPlain?: boolean;
  handle(ask: Ask): Answer | Promise<Answer>;
}

/** The plain success. */
export const ok: JsonObject = { errcode: 0, errmsg: 'ok' };

/** Rights of verified accounts. */
export const isVerified = (account: Account): boolean => account.isVerified;

/** Rights of verified service accounts (and of the sandbox, which may try everything). */
export const isVerifiedService = (account: Account): boolean => account.isVerified && account.kind !== 'subscription';

/** Whether a JSON value is an object. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text field; absent is the empty text, another type is 47001. */
export function textOf(body: JsonObject, name: string): string {
  const value = body[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : reject(47001);
}

/** An id that clients send as text or as number. */
export function idOf(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'number' ? String(value) : textOf(body, name);
}

/** A whole number; undefined when absent, 47001 when it is something else. */
export function wholeOf(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : reject(47001);
}

/** A flag sent as 0, 1, true or false. */
export const flagOf = (body: JsonObject, name: string): 0 | 1 => (body[name] === 1 || body[name] === true || body[name] === '1' ? 1 : 0);

/** `offset` and `count` of the list endpoints: count is 1 to 20, anything else is 40007 as for a bad id. */
export function pageOf(body: JsonObject): { readonly offset: number; readonly count: number } {
  const offset = wholeOf(body, 'offset') ?? 0;
  const count = wholeOf(body, 'count') ?? 0;
  if (offset < 0 || count < 1 || count > 20) reject(40007, 'invalid offset or count');
  return { offset, count };
}
