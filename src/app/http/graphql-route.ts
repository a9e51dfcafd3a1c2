import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../kernel/index.js';
import type { GraphqlServer } from '../graphql/server.js';
import { refuseRequest } from '../graphql/errors.js';
import { languageOf } from './raw-errors.js';
import { questionOf } from './public-question.js';
import { requestContext } from './request-context.js';
import { KeptResponse, type Made, type ResponseCache } from './response-cache.js';
import { sendKept } from './send-kept.js';

/** Bytes of one GraphQL request: a long body with room to spare. */
const bodyLimit = 4_000_000;

/** `/graphql` by POST, and by GET for queries. What readers ask without credentials is answered from `kept`, when there is one. */
export function registerGraphql(app: FastifyInstance, services: Services, apollo: GraphqlServer, kept?: ResponseCache): void {
  app.route({ method: ['GET', 'POST', 'OPTIONS'], url: '/graphql', bodyLimit, handler: async (request, reply) => {
    const execute = (): Promise<Made<HTTPGraphQLResponse>> => executeRequest(services, apollo, request, reply);
    const question = kept && questionOf(request);
    const answer = question ? await kept.answer(question, execute) : await execute();
    return answer instanceof KeptResponse ? sendKept(request, reply, answer) : send(answer.response, reply);
  } });
}

async function executeRequest(services: Services, apollo: GraphqlServer, request: FastifyRequest, reply: FastifyReply): Promise<Made<HTTPGraphQLResponse>> {
  const outcome = { isPublic: false };
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: searchOf(request), body: request.body },
    context: async () => ({ outcome, ctx: await requestContext(services, request, reply).catch((error: unknown) => refuseRequest(error, { log: services.log, requestId: request.id, language: languageOf(request) })) }),
  });
  const { status = 200, headers, body } = response;
  const contentType = headers.get('content-type');
  return outcome.isPublic && status === 200 && contentType && body.kind === 'complete' ? { response, keep: { contentType, body: body.string } } : { response };
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
