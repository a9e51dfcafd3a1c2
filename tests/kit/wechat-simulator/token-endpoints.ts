import type { IncomingMessage } from 'node:http';
import { beijingMonth } from './clock.js';
import type { JsonObject } from './endpoint.js';
import { flagOf, ok, textOf } from './endpoint.js';
import { readRawJson } from './raw-json.js';
import { reject } from './rejection.js';
import type { TokenRecord } from './state.js';
import { currentStableToken, issuePlainToken, replaceStableToken, tokenText } from './token-book.js';
import { countCall } from './usage.js';
import type { Account, World } from './world.js';

/** A call without token: the account is named by its appid and secret. */
export interface TokenCall {
  readonly world: World;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly rawBody: Buffer;
  readonly ip: string;
}

/** A path that needs no token. */
export interface TokenEndpoint {
  readonly path: string;
  handle(call: TokenCall): JsonObject;
}

interface Credentials {
  readonly grantType: string;
  readonly appid: string;
  readonly secret: string;
}

/** The address as the platform reports it: IPv4 bare, IPv6 mapped. */
export const clientIp = (request: IncomingMessage): string => (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');

/** The platform's order: appid, grant_type, secret, account trouble, IP whitelist. */
function authenticate(call: TokenCall, { grantType, appid, secret }: Credentials): Account {
  if (!appid) reject(41002);
  const account = call.world.account(appid) ?? reject(40013);
  if (grantType !== 'client_credential') reject(40002);
  checkSecret(account, secret);
  const { trouble, ipWhitelist } = account.options;
  if (trouble === 40243) reject(40243);
  if (ipWhitelist && !ipWhitelist.includes(call.ip)) reject(40164, `invalid ip ${call.ip} ipv6 ::ffff:${call.ip}, not in whitelist`);
  if (trouble) reject(trouble);
  return account;
}

function checkSecret(account: Account, secret: string): void {
  if (!secret) reject(41004);
  if (secret !== account.options.secret) reject(40125);
}

const answerWith = (world: World, account: Account, token: TokenRecord): JsonObject =>
  ({ access_token: tokenText(account, token.serial), expires_in: Math.ceil((token.expiresAt - world.clock.now()) / 1000) });

function plainToken(call: TokenCall): JsonObject {
  if (call.method !== 'GET') reject(43001);
  const { query, world } = call;
  const account = authenticate(call, {
    grantType: query.get('grant_type') ?? '', appid: query.get('appid') ?? '', secret: query.get('secret') ?? '',
  });
  countCall(world, account, '/cgi-bin/token', { dailyLimit: 2000 });
  return answerWith(world, account, issuePlainToken(world, account));
}

const forcedPerDay = 20;
const forcedSpacingMs = 30_000;

/** `force_refresh`: 20 a day, at least 30 seconds apart; sooner gives the token in force. */
function forcedToken(world: World, account: Account): TokenRecord {
  const now = world.clock.now();
  const recent = account.state.forcedAt.filter((at) => now - at < 86_400_000);
  if (recent.some((at) => now - at < forcedSpacingMs)) return currentStableToken(world, account);
  if (recent.length >= forcedPerDay) reject(45009);
  account.state.forcedAt = [...recent, now];
  return replaceStableToken(world, account);
}

function stableToken(call: TokenCall): JsonObject {
  if (call.method !== 'POST') reject(43002);
  const { world } = call;
  const body = readRawJson(call.rawBody);
  const account = authenticate(call, { grantType: textOf(body, 'grant_type'), appid: textOf(body, 'appid'), secret: textOf(body, 'secret') });
  countCall(world, account, '/cgi-bin/stable_token', { dailyLimit: 500_000, minuteLimit: 10_000 });
  const token = flagOf(body, 'force_refresh') ? forcedToken(world, account) : currentStableToken(world, account);
  return answerWith(world, account, token);
}

/** clear_quota/v2 takes appid and appsecret from the body or, as the documents' example has it, from the query. */
function clearQuotaBySecret(call: TokenCall): JsonObject {
  if (call.method !== 'POST') reject(43002);
  const body = call.rawBody.length > 0 ? readRawJson(call.rawBody) : {};
  const appid = textOf(body, 'appid') || (call.query.get('appid') ?? '');
  if (!appid) reject(41002);
  const account = call.world.account(appid) ?? reject(40013);
  checkSecret(account, textOf(body, 'appsecret') || (call.query.get('appsecret') ?? ''));
  return clearQuota(call.world, account);
}

/** Forgets all counters of an account; ten times a month (48006). */
export function clearQuota(world: World, account: Account): JsonObject {
  const month = beijingMonth(world.clock.now());
  const used = account.state.clears[month] ?? 0;
  if (used >= 10) reject(48006);
  account.state.clears = { [month]: used + 1 };
  account.state.usage = {};
  return ok;
}

/** The paths that need no token. */
export const tokenEndpoints: readonly TokenEndpoint[] = [
  { path: '/cgi-bin/token', handle: plainToken },
  { path: '/cgi-bin/stable_token', handle: stableToken },
  { path: '/cgi-bin/clear_quota/v2', handle: clearQuotaBySecret },
];
