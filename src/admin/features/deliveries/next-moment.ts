import type { DeliveryLineFragment } from './deliveries.generated.js';

/** When something happens to a delivery next: at its own time, but not before its outlet's pause is over. Pure. */
export function nextMoment({ dueAt, pause }: Pick<DeliveryLineFragment, 'dueAt' | 'pause'>): string | undefined {
  if (!dueAt || !pause) return dueAt ?? undefined;
  return new Date(pause.until) > new Date(dueAt) ? pause.until : dueAt;
}
