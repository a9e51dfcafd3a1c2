import type { Destination, Host, Receipt } from '../../src/distribution/channel.js';
import { readAnswer } from './read-answer.js';
import type { PartnerMediaSettings } from './settings.js';
import { signedHeaders } from './sign.js';
import { toFailure, toReceipt } from './to-receipt.js';

const localHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Signs and posts one message, once. Always a receipt. */
export async function post(message: { id: string; body: string }, { settings }: Destination<PartnerMediaSettings>, host: Host): Promise<Receipt> {
  if (!URL.canParse(settings.url)) return { outcome: 'refused', code: 'BAD_URL', message: '接收地址不是有效的网址，请改正' };
  const url = new URL(settings.url);
  if (url.protocol === 'http:' && settings.plainHttp !== true && !localHosts.has(url.hostname)) return unencrypted(url.host);
  const body = new TextEncoder().encode(message.body);
  const secrets = [settings.secret, ...(settings.previousSecret ? [settings.previousSecret] : [])];
  const headers = { 'content-type': 'application/json', ...signedHeaders({ id: message.id, at: host.now(), body }, secrets) };
  try {
    const response = await host.fetch(settings.url, { method: 'POST', headers, body, redirect: 'manual', signal: host.signal });
    return withoutSecrets(toReceipt(response, await readAnswer(response), { host: url.host, now: host.now() }), secrets);
  } catch (error) {
    return toFailure(error, url.host);
  }
}

const unencrypted = (host: string): Receipt =>
  ({ outcome: 'refused', code: 'PLAIN_HTTP', message: `${host} 的接收地址没有加密；请改用 https，内网地址可在设置里允许 http` });

/** A receiver may echo what it was configured with; its words are kept for years and must not hold our secret. */
function withoutSecrets(receipt: Receipt, secrets: readonly string[]): Receipt {
  const text = JSON.stringify(receipt);
  const found = secrets.flatMap((secret) => [secret, secret.replace(/^whsec_/, '')]).some((secret) => text.includes(secret));
  if (!found) return receipt;
  return receipt.outcome === 'delivered' ? { outcome: 'delivered' } : { ...receipt, message: '对方的回答含有签名密钥，未予保存；请尽快更换密钥' } as Receipt;
}
