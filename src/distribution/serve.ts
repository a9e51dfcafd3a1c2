import type { Services } from '../kernel/index.js';
import { findChannel } from './channels.js';
import { openDestination, secretValues } from './destination-settings.js';
import { findDestination, type DestinationRow } from './destination.js';
import { createHost, guardedExchange } from './host.js';
import { recordExchanges } from './record-exchanges.js';
import { createRedactor } from './redact.js';

/** Answers `/channels/<channel>/<destination>/…` by the plugin. Unknown and closed destinations answer alike. */
export async function serveChannel(services: Services, request: Request, channelId: string, destinationIdOrSlug: string): Promise<Response> {
  const destination = await findDestination(destinationIdOrSlug);
  return destination?.channelId === channelId ? serve(services, request, destination) : absent();
}

/** Answers `/feeds/<slug>.<format>`: the active pull destination with this slug. */
export async function serveFeed(services: Services, request: Request, file: string): Promise<Response> {
  const destination = await findDestination(file.replace(/\.[^.]*$/, ''));
  return destination && findChannel(destination.channelId)?.isPull ? serve(services, request, destination) : absent();
}

async function serve(services: Services, request: Request, row: DestinationRow): Promise<Response> {
  const channel = findChannel(row.channelId);
  if (!channel?.serve || !row.isActive) return absent();
  try {
    const destination = openDestination(row, services.vault);
    const recorder = recordExchanges(guardedExchange(services.config), createRedactor(secretValues(row, services.vault)));
    return await channel.serve(request, destination, createHost(services, { destination, recorder, signal: request.signal }));
  } catch (error) {
    services.log.error({ err: error, destinationId: row._id, channel: row.channelId }, 'a channel failed to serve');
    return new Response('Something went wrong on our side.\n', { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
  }
}

const absent = (): Response => new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
