import type { Account, World } from './world.js';
import type { PushTarget, Tamper } from './pusher.js';
import { decryptMessage, signParts } from './push-crypto.js';
import type { XmlTree } from './push-xml.js';
import { readXml } from './push-xml.js';

/** The openid of "mphelper", from whom publish and mass events come. */
const helperOpenid = 'oV5CrjpxgaGXNHIQigzNlgLTnwic';

/** Where an account's pushes go; undefined without a configured server. */
export function targetOf(account: Account): PushTarget | undefined {
  const { callback } = account.options;
  return callback && { appid: account.appid, originalId: account.originalId, callback };
}

/** The head every push starts with. */
export const head = (world: World, account: Account, openid: string, type: string): XmlTree =>
  ({ ToUserName: account.originalId, FromUserName: openid, CreateTime: world.clock.seconds(), MsgType: type });

/** A reply the platform accepts: nothing, `success`, or a sealed or plain message. */
export function openReply(target: PushTarget, body: string): Record<string, unknown> | 'none' | 'invalid' {
  if (body === '' || body === 'success') return 'none';
  const fields = readXml(body);
  if (!fields) return 'invalid';
  if (fields['Encrypt'] !== undefined) return unseal(target, fields);
  return target.callback.mode === 'safe' || typeof fields['MsgType'] !== 'string' ? 'invalid' : fields;
}

function unseal(target: PushTarget, fields: Record<string, unknown>): Record<string, unknown> | 'invalid' {
  const { token, encodingAesKey } = target.callback;
  const [encrypted, signature, timestamp, nonce] = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'].map((name) => String(fields[name] ?? ''));
  if (!encodingAesKey || !encrypted || signParts(token, timestamp ?? '', nonce ?? '', encrypted) !== signature) return 'invalid';
  try {
    return readXml(decryptMessage(encodingAesKey, target.appid, encrypted)) ?? 'invalid';
  } catch {
    return 'invalid';
  }
}

/** Pushes one event in the background; resolves with the accepted body or undefined. `openid` absent means the platform itself. */
export async function pushEvent(world: World, account: Account, fields: XmlTree, openid = helperOpenid, tamper?: Tamper): Promise<string | undefined> {
  const target = targetOf(account);
  if (!target) return undefined;
  const tree = { ...head(world, account, openid, 'event'), ...fields };
  return world.pusher.push(target, tree, (body) => openReply(target, body) !== 'invalid', tamper);
}
