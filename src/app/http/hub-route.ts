import type { FastifyInstance } from 'fastify';
import { acceptHubRequest } from '../../distribution/index.js';
import { systemContext, type Services } from '../../kernel/index.js';

/** Bytes of a subscriber's form: three addresses and a secret. */
const bodyLimit = 16_000;

/** `POST /hub`: our WebSub hub, for the feeds of this site. Answers in plain text, as WebSub §5.2 has it. */
export function registerHub(app: FastifyInstance, services: Services): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, new URLSearchParams(body as string)));
    scope.post('/hub', async (request, reply) => {
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const { status, message } = await acceptHubRequest(systemContext(services, request.id), form);
      return reply.code(status).headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).send(message && `${message}\n`);
    });
  });
}
