import { systemContext, type Services } from '../../kernel/index.js';
import type { MassReceipt } from '../channel.js';
import { applyNews } from './apply-settled.js';
import { checkMassReceipt } from './check-mass-receipt.js';
import { keepNews } from './mass-news.js';

/**
 * Takes news from outside about a mass send. It is kept first and used then, while a worker writes the remote id first and looks
 * for news then: whichever comes second sees the other.
 */
export async function reportMassSend(services: Services, destinationId: string, remoteId: string, receipt: MassReceipt): Promise<void> {
  await keepNews(services, destinationId, remoteId, checkMassReceipt(receipt, (text) => text));
  await applyNews(systemContext(services, `massSend ${remoteId}`), destinationId, remoteId);
}
