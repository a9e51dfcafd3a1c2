import type { Tone } from '../../components/badge.js';
import type { DestinationLineFragment } from './destinations.generated.js';

export type HealthWord = 'closed' | 'paused' | 'failing' | 'well' | 'silent';

/** How a destination is doing, in one word and its colour. Pure. */
export function healthOf({ isActive, health }: DestinationLineFragment, now = new Date()): { readonly word: HealthWord; readonly tone: Tone } {
  if (!isActive) return { word: 'closed', tone: 'quiet' };
  if (health.pausedUntil && new Date(health.pausedUntil) > now) return { word: 'paused', tone: 'bad' };
  if (health.failingSince) return { word: 'failing', tone: 'warn' };
  return health.lastConfirmedAt ? { word: 'well', tone: 'ok' } : { word: 'silent', tone: 'info' };
}
