import { createHmac, timingSafeEqual } from 'node:crypto';
import { may, type Actor, type Context, type Services, type Vault } from '../kernel/index.js';
import { hasVisibility } from './ports.js';

const dayMs = 86_400_000;

const keys = new WeakMap<Vault, Buffer>();

function keyOf(vault: Vault): Buffer {
  const key = keys.get(vault) ?? vault.key('media');
  keys.set(vault, key);
  return key;
}

const sign = (vault: Vault, path: string, day: number): string => createHmac('sha256', keyOf(vault)).update(`${day} ${path}`).digest('base64url').slice(0, 22);

/** The path with a signature that opens it, published or not, until the end of tomorrow (UTC); the same all day, so that browsers may keep it. */
export function signedAddress({ vault, now }: Pick<Services, 'vault' | 'now'>, path: string): string {
  const day = Math.floor(now().getTime() / dayMs) + 1;
  return `${path}?d=${day}&s=${sign(vault, path, day)}`;
}

/** True when the signature is ours, for this very path, and its day is not over. */
export function isSigned({ vault, now }: Pick<Services, 'vault' | 'now'>, path: string, query: { readonly d?: unknown; readonly s?: unknown }): boolean {
  const day = Number(query.d);
  if (typeof query.s !== 'string' || !Number.isInteger(day) || Math.floor(now().getTime() / dayMs) > day) return false;
  const [given, right] = [Buffer.from(query.s), Buffer.from(sign(vault, path, day))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Whoever works with the library sees addresses that open before publication; readers get the bare ones, which may be kept for ever. */
export const seesUnpublished = (actor: Actor): boolean => actor.type !== 'anonymous' && may(actor, 'asset.read');

/** A path as this actor may use it. */
export const addressFor = (ctx: Context, path: string): string => (hasVisibility() && seesUnpublished(ctx.actor) ? signedAddress(ctx, path) : path);
