import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** SHA-1 of the sorted parts, joined: both `signature` and `msg_signature`. */
export const signParts = (...parts: readonly string[]): string =>
  createHash('sha1').update([...parts].sort().join('')).digest('hex');

const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');
const block = 32;

/** Encrypts one message as WeChat does: AES-256-CBC, IV from the key, PKCS#7 with blocks of 32. `random` is 16 bytes. */
export function encryptMessage(encodingAesKey: string, appid: string, message: string, random: Buffer = randomBytes(16)): string {
  const key = keyOf(encodingAesKey);
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const body = Buffer.concat([random, length, text, Buffer.from(appid, 'utf8')]);
  const pad = block - (body.length % block);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([body, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}

/** Opens an encrypted reply. Throws when the padding, the length or the appid is wrong. */
export function decryptMessage(encodingAesKey: string, appid: string, encrypted: string): string {
  const key = keyOf(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
  const pad = padded[padded.length - 1] ?? 0;
  if (pad < 1 || pad > block) throw new Error('wrong padding');
  const body = padded.subarray(0, padded.length - pad);
  const end = 20 + body.readUInt32BE(16);
  if (end > body.length) throw new Error('wrong length');
  if (body.subarray(end).toString('utf8') !== appid) throw new Error('foreign appid');
  return body.subarray(20, end).toString('utf8');
}
