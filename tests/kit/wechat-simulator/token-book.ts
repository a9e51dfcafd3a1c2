import { createHmac } from 'node:crypto';
import type { TokenRecord } from './state.js';
import type { Account, World } from './world.js';

const lifeMs = 7_200_000;
/** How long a superseded token still works, and how early a stable token is renewed. */
const graceMs = 300_000;
const keptMs = 86_400_000;

/** The token's text, made from the app secret so that the state file needs to hold none. */
export function tokenText(account: Account, serial: number): string {
  const part = (round: number): string => createHmac('sha512', account.options.secret).update(`${account.appid}:${serial}:${round}`).digest('base64url');
  return `${serial}_${part(1)}${part(2)}`;
}

const isAlive = (token: TokenRecord, now: number): boolean => now < token.expiresAt && (token.diesAt === undefined || now < token.diesAt);

function issue(world: World, account: Account, family: TokenRecord['family']): TokenRecord {
  const now = world.clock.now();
  const token: TokenRecord = { serial: world.nextSerial(), family, issuedAt: now, expiresAt: now + lifeMs };
  account.state.tokens = account.state.tokens.filter((old) => now - old.expiresAt < keptMs);
  account.state.tokens.push(token);
  return token;
}

/** Lets tokens of one family die at a time, unless they die sooner. */
function retire(account: Account, family: TokenRecord['family'], at: number): void {
  for (const token of account.state.tokens) {
    if (token.family === family) token.diesAt = Math.min(token.diesAt ?? at, at);
  }
}

/** GET token: a new token each time; the one before it works five minutes longer. */
export function issuePlainToken(world: World, account: Account): TokenRecord {
  retire(account, 'plain', world.clock.now() + graceMs);
  return issue(world, account, 'plain');
}

/** The stable token in force; renewed in its last five minutes, while the old one lives on to its end. */
export function currentStableToken(world: World, account: Account): TokenRecord {
  const now = world.clock.now();
  const current = account.state.tokens.findLast((token) => token.family === 'stable' && isAlive(token, now));
  return current && current.expiresAt - now > graceMs ? current : issue(world, account, 'stable');
}

/** Replaces the stable token; the old one dies at once. */
export function replaceStableToken(world: World, account: Account): TokenRecord {
  retire(account, 'stable', world.clock.now());
  return issue(world, account, 'stable');
}

/** Kills every token of an account, as a secret's reset or another server's forced refresh does. */
export function revokeTokens(world: World, account: Account): void {
  retire(account, 'stable', world.clock.now());
  retire(account, 'plain', world.clock.now());
}

/** Whose token this is, or the code that answers it: 40001 unknown or superseded, 42001 expired. */
export function findTokenOwner(world: World, text: string): Account | 40001 | 42001 {
  const serial = Number(/^(\d+)_/.exec(text)?.[1]);
  for (const account of world.accounts) {
    const token = account.state.tokens.find((one) => one.serial === serial);
    if (!token || tokenText(account, serial) !== text) continue;
    const now = world.clock.now();
    if (token.diesAt !== undefined && token.diesAt <= now) return 40001;
    return isAlive(token, now) ? account : 42001;
  }
  return 40001;
}
