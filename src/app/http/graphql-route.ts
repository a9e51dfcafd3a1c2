import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Services } from '../../kernel/index.js';
import { refuseRequest } from '../graphql/errors.js';
import { languageOf } from './raw-errors.js';
import { requestContext } from './request-context.js';

/** Bytes of one GraphQL request: a long body with room to spare. */
const bodyLimit = 4_000_000;

/** `/graphql` by POST, and by GET for queries. */
export function registerGraphql(app: FastifyInstance, services: Services, apollo: ApolloServer<Context>): void {
  app.route({ method: ['GET', 'POST', 'OPTIONS'], url: '/graphql', bodyLimit, handler: async (request, reply) => {
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: searchOf(request), body: request.body },
      context: () => requestContext(services, request, reply).catch((error: unknown) => refuseRequest(error, { log: services.log, requestId: request.id, language: languageOf(request) })),
    });
    return send(response, reply);
  } });
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

const searchOf = (request: FastifyRequest): string => (request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '');

function send(response: HTTPGraphQLResponse, reply: FastifyReply): FastifyReply {
  for (const [name, value] of response.headers) void reply.header(name, value);
  void reply.code(response.status ?? 200);
  if (response.body.kind === 'complete') return reply.send(response.body.string);
  return reply.code(406).send();
}
