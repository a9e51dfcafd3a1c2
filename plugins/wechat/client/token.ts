import { Type } from 'typebox';
import type { Host, Remembered } from '../../../src/distribution/channel.js';
import { officialApi, type WechatSettings } from '../settings.js';
import { readAs } from './answers.js';
import { tokenEndpoint } from './errors.js';
import { exchange } from './exchange.js';

const tokenAnswer = Type.Object({ access_token: Type.String({ minLength: 1 }), expires_in: Type.Number() });

/** The name under which the host keeps an account's token for all processes. */
export const tokenKey = 'token';

/** How long a token is kept: until ten minutes before its end, and never shorter than half its life or a minute, whichever is less. */
export const keepMs = (expiresInSeconds: number): number => Math.max((expiresInSeconds - 600) * 1000, Math.min(60_000, expiresInSeconds * 500));

/** The account's stable token, made once for all processes. `force_refresh` is never asked for: it would kill the others' token. */
export function findToken(settings: WechatSettings, host: Host): Promise<string> {
  return host.remember(tokenKey, () => askToken(settings, host));
}

async function askToken(settings: WechatSettings, host: Host): Promise<Remembered> {
  const json = { grant_type: 'client_credential', appid: settings.appId, secret: settings.appSecret, force_refresh: false };
  const answer = await exchange(settings.apiBase ?? officialApi, { path: '/cgi-bin/stable_token', json }, host);
  const { access_token, expires_in } = readAs(tokenAnswer, answer, tokenEndpoint);
  return { value: access_token, until: new Date(host.now().getTime() + keepMs(expires_in)) };
}
