import type { Services } from '../../kernel/index.js';
import { findDestination } from '../destination.js';
import { serveFeed } from '../serve.js';
import { hubUrl, isOwnTopic } from './hub-url.js';

/** A feed as its readers get it at this moment. */
export interface Topic {
  readonly destinationId: string;
  readonly contentType: string;
  readonly link: string;
  readonly response: Response;
}

/**
 * The feed at this address, if it is ours and its readers are sent to our hub. The feed itself is asked, so what a reader may not
 * open (a closed feed without its key, a closed destination, another site's address) is no topic either.
 */
export async function findTopic(services: Services, topic: string, method: 'GET' | 'HEAD'): Promise<Topic | undefined> {
  const { publicUrl } = services.config;
  const file = topic.startsWith(`${publicUrl}/feeds/`) ? new URL(topic).pathname.slice(new URL(`${publicUrl}/feeds/`).pathname.length) : '';
  if (!file || file.includes('/')) return undefined;
  const destination = await findDestination(file.replace(/\.[^.]*$/, ''));
  const response = destination && await serveFeed(services, new Request(topic, { method }), file);
  const link = response?.headers.get('link') ?? null;
  if (response?.status !== 200 || !isOwnTopic(link, hubUrl(services.config), topic)) return undefined;
  return { destinationId: destination!._id, contentType: response.headers.get('content-type') ?? 'application/octet-stream', link: link!, response };
}
