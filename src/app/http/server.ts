import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import { fastify, type FastifyInstance } from 'fastify';
import { metrics, type Services } from '../../kernel/index.js';
import type { GraphqlServer } from '../graphql/server.js';
import { registerAdmin } from './admin-route.js';
import { registerChannels } from './channel-routes.js';
import { registerGraphql } from './graphql-route.js';
import { registerHealthPage } from './health-page-route.js';
import { registerHealth } from './health-routes.js';
import { registerHub } from './hub-route.js';
import { registerImports } from './import-route.js';
import { registerMedia } from './media-route.js';
import { registerPages } from './pages.js';
import { registerStream } from './stream-route.js';
import { answerUnreadable, sendError, unknownAddress } from './raw-errors.js';
import type { ResponseCache } from './response-cache.js';
import { registerUploads } from './uploads-route.js';
import { registerVideo } from './video-route.js';

/** Milliseconds that running requests are given when the process stops. */
const drainMs = 10_000;

/** The HTTP server with every route; not yet listening. Without `apollo` it has health routes only, as a worker needs; without `kept` every query is executed. */
export async function createHttpServer(services: Services, apollo?: GraphqlServer, kept?: ResponseCache): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = fastify({
    logger: false, trustProxy: config.trustedProxies > 0 ? (_address: string, hop: number) => hop < config.trustedProxies : false, bodyLimit: 1_000_000,
    genReqId: (request) => knownRequestId(request.headers['x-request-id']) ?? randomUUID(),
    forceCloseConnections: 'idle',
    // Addresses that cannot be decoded reach no route, and so no error handler.
    frameworkErrors: (error, request, reply) => sendError(error, request, reply, log),
    clientErrorHandler: answerUnreadable,
  });
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, log));
  app.setNotFoundHandler((request, reply) => sendError(unknownAddress(request), request, reply, log));
  // What runs when we stop may end; what does not in time is cut off, so that a slow upload cannot hold a restart up.
  app.addHook('preClose', async () => { setTimeout(() => app.server.closeAllConnections(), drainMs).unref(); });
  app.addHook('onRequest', async (request, reply) => { void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' }); });
  app.addHook('onResponse', async (request, reply) => {
    metrics.httpSeconds.observe({ route: request.routeOptions.url ?? 'none', method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  registerHealth(app);
  registerHealthPage(app, services);
  if (!apollo) return app;
  await app.register(cookie);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 2048, brotliOptions: { params: { 1: 4 } } });
  registerGraphql(app, services, apollo, kept);
  registerMedia(app, services);
  registerUploads(app, services);
  registerVideo(app, services);
  registerChannels(app, services);
  registerHub(app, services);
  registerStream(app, services);
  await registerImports(app, services);
  registerAdmin(app, services);
  registerPages(app, services);
  return app;
}

/** A caller's own id, if it is fit for logs. */
const knownRequestId = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : undefined);
