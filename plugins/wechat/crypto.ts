import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** WeChat's signature: SHA-1 over the sorted parts, in hex. Its choice of hash, not ours. */
export const signatureOf = (...parts: readonly string[]): string => createHash('sha1').update([...parts].sort().join('')).digest('hex');

/** Compares in constant time, whatever the lengths. */
export function isSameSignature(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** WeChat pads to blocks of 32 bytes, which is not AES's own block. */
const paddingBlock = 32;
/** 16 random bytes, then four bytes of length. */
const headLength = 20;

/**
 * The message within `<Encrypt>`. Undefined when the bytes are not an encryption for this account: wrong key, wrong padding, another
 * account's appid.
 */
export function decryptPush(encrypted: string, encodingAesKey: string, appId: string): string | undefined {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const cipher = Buffer.from(encrypted, 'base64');
  if (key.length !== 32 || cipher.length < paddingBlock || cipher.length % 16 !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return readPlain(Buffer.concat([decipher.update(cipher), decipher.final()]), appId);
}

function readPlain(padded: Buffer, appId: string): string | undefined {
  const padding = padded.at(-1)!;
  if (padding < 1 || padding > paddingBlock || padding > padded.length - headLength) return undefined;
  const plain = padded.subarray(0, padded.length - padding);
  const end = headLength + plain.readUInt32BE(16);
  if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return undefined;
  return plain.subarray(headLength, end).toString('utf8');
}

/** A message as `<Encrypt>` of a reply has it. */
export function encryptReply(message: string, encodingAesKey: string, appId: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), size, text, Buffer.from(appId)]);
  const padding = paddingBlock - (plain.length % paddingBlock);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
}
