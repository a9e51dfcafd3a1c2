import type { Actor } from '../kernel/index.js';
import { assetKinds, type AssetKind } from './asset.js';
import { maxImageBytes } from './store-asset.js';

export type SizeLimits = Readonly<Record<AssetKind, number>>;

const megabyte = 1_000_000;

/**
 * Bytes that one file may have, by role. Contributors send 300 MB films from counties (the newsroom's own figure); 2 GB leaves room for a
 * whole press conference. Editors bring the masters.
 */
const limitsByRole: Readonly<Record<string, SizeLimits>> = {
  contributor: { image: maxImageBytes, video: 2000 * megabyte, file: 100 * megabyte },
  editor: { image: maxImageBytes, video: 5000 * megabyte, file: 500 * megabyte },
};
const others: SizeLimits = { image: maxImageBytes, video: 500 * megabyte, file: 100 * megabyte };

/** The largest file that anybody may send, in bytes: what OPTIONS tells. */
export const maxUploadBytes = Math.max(...Object.values(limitsByRole).flatMap((limits) => Object.values(limits)));

/** What this person may send: of all their roles, the most generous. */
export function limitsOf(actor: Pick<Actor, 'roles'>): SizeLimits {
  const held = actor.roles.flatMap((role) => limitsByRole[role] ?? []);
  const limits = held.length > 0 ? held : [others];
  return Object.fromEntries(assetKinds.map((kind) => [kind, Math.max(...limits.map((each) => each[kind]))])) as unknown as SizeLimits;
}

/** The limit of a file whose bytes have not been seen: by the declared type when it says picture or film, else the largest of all. */
export function limitOfDeclared(limits: SizeLimits, declaredType: string | undefined): number {
  if (declaredType?.startsWith('image/')) return limits.image;
  return declaredType?.startsWith('video/') ? limits.video : Math.max(...Object.values(limits));
}
