import type { Step } from '../kernel/index.js';
import { attemptDelivery } from './attempt-delivery.js';
import { turnsOf } from './turns.js';

/** Does one delivery that is due: sends it, or asks what became of it. False when none is due. */
export const deliverNext: Step = async (services) => {
  const turns = turnsOf(services);
  const claim = await turns.next();
  if (!claim) return false;
  try {
    await attemptDelivery(services, claim);
  } finally {
    turns.free(claim);
  }
  return true;
};
