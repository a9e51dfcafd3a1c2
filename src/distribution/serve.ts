import type { Services } from '../kernel/index.js';
import { findChannel } from './channels.js';
import { findDestination, type DestinationRow } from './destination.js';
import { openWithHost } from './open-destination.js';

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
    const { destination, host } = openWithHost(services, row, request.signal);
    return await channel.serve(request, destination, host);
  } catch (error) {
    services.log.error({ err: error, destinationId: row._id, channel: row.channelId }, 'a channel failed to serve');
    return new Response('Something went wrong on our side.\n', { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
  }
}

const absent = (): Response => new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
