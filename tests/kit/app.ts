import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import mongoose from 'mongoose';
import { loadChannels } from '../../src/app/channels.js';
import { createGraphqlServer } from '../../src/app/graphql/server.js';
import { createSchema } from '../../src/app/graphql/schema.js';
import type { ResponseCache } from '../../src/app/http/response-cache.js';
import { createHttpServer } from '../../src/app/http/server.js';
import { registerMediaPorts } from '../../src/app/media-ports.js';
import { registerReactions } from '../../src/app/reactions.js';
import { configureDistribution } from '../../src/distribution/index.js';
import type { Services } from '../../src/kernel/index.js';
import { services as testServices } from './services.js';

/** A command that MongoDB was sent. */
export interface SentCommand {
  readonly name: string;
  readonly command: unknown;
}

/** The product's HTTP server on a free port, without workers: tests run what is due by `processAll`. */
export interface TestApp {
  readonly url: string;
  /** The commands that `work` makes MongoDB answer. */
  commandsOf(work: () => Promise<unknown>): Promise<SentCommand[]>;
}

let isWired = false;

/** Registers channels and reactions, once per test file. */
export async function wire(services: Services = testServices): Promise<void> {
  if (isWired) return;
  isWired = true;
  await loadChannels({ channelPackages: [] });
  registerReactions();
  registerMediaPorts();
  configureDistribution(services);
}

/** Serves the product to a test file, from beforeAll to afterAll. Call it after `useDatabase`. With `kept`, answers to readers are kept there. */
export function useApp(services: Services = testServices, { kept }: { kept?: ResponseCache } = {}): TestApp {
  const running: { url: string; http?: FastifyInstance; stopApollo?: () => Promise<void> } = { url: '' };
  beforeAll(async () => {
    await wire(services);
    const apollo = await createGraphqlServer(createSchema(), { isIntrospectable: true });
    running.http = await createHttpServer(services, apollo, kept);
    running.stopApollo = () => apollo.stop();
    await running.http.listen({ port: 0, host: '127.0.0.1' });
    running.url = `http://127.0.0.1:${(running.http.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await running.http?.close();
    await running.stopApollo?.();
  });
  return { get url() { return running.url; }, commandsOf };
}

const reads = new Set(['find', 'aggregate', 'count', 'distinct', 'getMore', 'insert', 'update', 'delete', 'findAndModify']);

async function commandsOf(work: () => Promise<unknown>): Promise<SentCommand[]> {
  const client = mongoose.connection.getClient();
  const sent: SentCommand[] = [];
  const hear = ({ commandName, command }: { commandName: string; command: unknown }): void => { if (reads.has(commandName)) sent.push({ name: commandName, command }); };
  client.on('commandStarted', hear);
  try {
    await work();
  } finally {
    client.off('commandStarted', hear);
  }
  return sent;
}
