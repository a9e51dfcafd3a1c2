import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { secretId } from './config.js';

/** Encrypts and decrypts values at rest with keys derived from YICI_SECRET. */
export interface Vault {
  /** `v1.<secret id>.<iv>.<tag>.<ciphertext>`, base64url. */
  seal(plain: string): string;
  /** Throws SealedValueError when no configured secret made it, or when it was altered. */
  open(sealed: string): string;
  /** True when it was sealed with an older secret and should be sealed anew. */
  isStale(sealed: string): boolean;
  /** A key for a named use (cookies, signed addresses), from the current secret. 32 bytes. */
  key(use: string): Buffer;
}

/** A sealed value cannot be opened. Says why, and nothing of the value. */
export class SealedValueError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'SealedValueError';
  }
}

const derive = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'yici', use, 32));

/** A vault over the current secret (first) and older ones (after it). AES-256-GCM, a random nonce each time. */
export function createVault(secrets: readonly string[]): Vault {
  const current = secrets[0];
  if (!current) throw new Error('a vault needs at least one secret');
  const keys = new Map(secrets.map((secret) => [secretId(secret), derive(secret, 'vault')]));
  return {
    seal(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keys.get(secretId(current))!, iv);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return ['v1', secretId(current), iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), text.toString('base64url')].join('.');
    },
    open(sealed) {
      const [version, id, iv, tag, text] = sealed.split('.');
      if (version !== 'v1' || !id || !iv || !tag || text === undefined) throw new SealedValueError('this is not a sealed value');
      const key = keys.get(id);
      if (!key) throw new SealedValueError(`no configured YICI_SECRET opens this value: it was sealed with secret ${id.slice(0, 8)}; append that older secret to YICI_SECRET`);
      return decipher(key, iv, tag, text);
    },
    isStale: (sealed) => sealed.split('.')[1] !== secretId(current),
    key: (use) => derive(current, `use:${use}`),
  };
}

function decipher(key: Buffer, iv: string, tag: string, text: string): string {
  try {
    // The length is fixed, or a cut tag would be believed.
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  } catch {
    throw new SealedValueError('this sealed value was altered');
  }
}
